import Report
import Testing

@testable import Survey

/// The choice of groups against brute force over every subset.
@Suite struct OptimumTests {
    private func tree(_ parents: [Int]) -> ProtectionTree {
        ProtectionTree(DepartmentTree(parents: parents.map { $0 < 0 ? nil : $0 }))
    }

    /// Sizes of the atoms of a choice; nil for nodes that are not shown.
    private func atoms(_ shown: [Bool], _ tree: ProtectionTree, _ own: [Int]) -> [Int] {
        var sizes = [Int](repeating: 0, count: own.count)
        for (node, atom) in tree.atoms(shown).enumerated() where atom >= 0 { sizes[atom] += own[node] }
        return sizes
    }

    private func isSafe(_ shown: [Bool], _ tree: ProtectionTree, _ problem: Optimum.Problem) -> Bool {
        let sizes = atoms(shown, tree, problem.own)
        return shown.indices.allSatisfy {
            !shown[$0]
                || (problem.allowed[$0] && problem.total[$0] > 0 && (sizes[$0] == 0 || sizes[$0] >= problem.need[$0]))
        }
    }

    private func weight(_ shown: [Bool], _ problem: Optimum.Problem) -> Int {
        zip(shown, problem.weight).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    }

    private func check(_ parents: [Int], _ problem: Optimum.Problem, _ optimum: inout Optimum) {
        let tree = tree(parents)
        let found = optimum.solve(problem, tree)
        #expect(isSafe(found, tree, problem), "unsafe: \(parents) \(problem)")
        var best = 0
        for set in 0..<(1 << parents.count) {
            let shown = parents.indices.map { set >> $0 & 1 == 1 }
            if isSafe(shown, tree, problem) { best = max(best, weight(shown, problem)) }
        }
        #expect(weight(found, problem) == best, "not best: \(parents) \(problem)")
    }

    private func problem(_ parents: [Int], own: [Int], need: Int) -> Optimum.Problem {
        let total = tree(parents).branchSums(own)
        return Optimum.Problem(
            own: own, total: total, weight: total.map { showingWeight(people: $0, shownBefore: false) },
            need: Array(repeating: need, count: own.count), allowed: Array(repeating: true, count: own.count))
    }

    /// All trees of up to four nodes with 0 to 4 respondents at each, for a smallest group of 3.
    @Test func everySmallTree() {
        var optimum = Optimum()
        func trees(_ count: Int) -> [[Int]] {
            var all: [[Int]] = [[-1]]
            for node in 1..<max(1, count) { all = all.flatMap { tree in (0..<node).map { tree + [$0] } } }
            return all
        }
        for count in 1...4 {
            for parents in trees(count) {
                var counts = [Int](repeating: 0, count: count)
                var isDone = false
                while !isDone {
                    check(parents, problem(parents, own: counts, need: 3), &optimum)
                    var place = 0
                    while place < count, counts[place] == 4 {
                        counts[place] = 0
                        place += 1
                    }
                    if place == count { isDone = true } else { counts[place] += 1 }
                }
            }
        }
    }

    /// Larger trees with needs, weights and permissions of all kinds; the scratch tables are used again each time.
    @Test func randomTrees() {
        var dice = Dice(7)
        var optimum = Optimum()
        for _ in 0..<1500 {
            let count = 1 + dice.below(9)
            let parents = (0..<count).map { $0 == 0 ? -1 : dice.below($0) }
            var random = problem(parents, own: (0..<count).map { _ in dice.below(9) }, need: 5)
            for node in 0..<count {
                random.weight[node] = 1 + dice.below(6)
                random.need[node] = 2 + dice.below(11)
                random.allowed[node] = dice.chance(0.85)
            }
            check(parents, random, &optimum)
        }
    }

    @Test func weightsFollowDoublings() {
        let people = [0, 1, 2, 3, 6, 7, 14, 15, 1023]
        #expect(people.map { showingWeight(people: $0, shownBefore: false) } == [1, 1, 1, 2, 2, 3, 3, 4, 10])
        #expect(showingWeight(people: 7, shownBefore: true) == 4)
    }
}
