/// Chooses the groups of a tree that are shown, so that their weight is the largest possible while every atom (a shown
/// group less the largest shown groups below it) is empty or large enough.
///
/// Exact, by dynamic programming over the tree, children before parents: for every node the best weight below it for each
/// number of hidden respondents that are handed up, counted up to the largest number that matters.
struct Optimum {
    /// What is to be decided; arrays by node of the tree.
    struct Problem {
        /// Respondents at the node itself.
        var own: [Int]
        /// Respondents in its branch: an empty group is not shown.
        var total: [Int]
        var weight: [Int]
        /// Smallest atom of the node that is not empty.
        var need: [Int]
        var allowed: [Bool]
    }

    // Kept between calls, so that thousands of trees do not allocate anew.
    private var table: [Int] = []
    private var hidden: [Int] = []
    private var before: [Int] = []
    private var current: [Int] = []
    private var next: [Int] = []
    private var handed: [Int] = []

    private static let impossible = -1

    /// Which nodes to show. Ties: showing wins; then earlier children are shown rather than later ones.
    mutating func solve(_ problem: Problem, _ tree: ProtectionTree) -> [Bool] {
        var cap = 1
        for node in tree.order where problem.allowed[node] { cap = max(cap, problem.need[node]) }
        let width = cap + 1
        fill(problem, tree, width)
        return walkBack(problem, tree, width)
    }

    private mutating func fill(_ problem: Problem, _ tree: ProtectionTree, _ width: Int) {
        let cap = width - 1
        if table.count < tree.count * width {
            table = Array(repeating: Optimum.impossible, count: tree.count * width)
            hidden = table
            before = table
        }
        if current.count < width {
            current = Array(repeating: Optimum.impossible, count: width)
            next = current
        }
        for node in tree.order.reversed() {
            for r in 0..<width { current[r] = Optimum.impossible }
            current[min(problem.own[node], cap)] = 0
            for child in tree.children(node) {
                let place = child * width
                for r in 0..<width {
                    before[place + r] = current[r]
                    next[r] = Optimum.impossible
                }
                for rc in 0..<width where table[place + rc] >= 0 {
                    let gain = table[place + rc]
                    for r in 0..<width where current[r] >= 0 {
                        let sum = min(cap, r + rc)
                        next[sum] = max(next[sum], current[r] + gain)
                    }
                }
                swap(&current, &next)
            }
            let place = node * width
            for r in 0..<width {
                hidden[place + r] = current[r]
                table[place + r] = current[r]
            }
            if let best = bestShown(node, problem, place, width) { table[place] = max(table[place], best.weight) }
        }
    }

    /// The best way to show a node: its weight, and how many hidden respondents its atom then has.
    private func bestShown(_ node: Int, _ problem: Problem, _ place: Int, _ width: Int) -> (weight: Int, rest: Int)? {
        guard problem.allowed[node], problem.total[node] > 0 else { return nil }
        var best: (weight: Int, rest: Int)?
        for r in 0..<width where (r == 0 || r >= problem.need[node]) && hidden[place + r] >= 0 {
            let weight = hidden[place + r] + problem.weight[node]
            if weight > best?.weight ?? Optimum.impossible { best = (weight, r) }
        }
        return best
    }

    private mutating func walkBack(_ problem: Problem, _ tree: ProtectionTree, _ width: Int) -> [Bool] {
        let cap = width - 1
        var shown = [Bool](repeating: false, count: tree.count)
        guard let root = tree.order.first else { return shown }
        if handed.count < tree.count { handed = Array(repeating: 0, count: tree.count) }
        var best = 0
        for r in 0..<width where table[root * width + r] > table[root * width + best] { best = r }
        handed[root] = best
        for node in tree.order {
            let place = node * width
            var rest = handed[node]
            if rest == 0, let way = bestShown(node, problem, place, width), way.weight == table[place] {
                shown[node] = true
                rest = way.rest
            }
            var value = hidden[place + rest]
            for child in tree.children(node).reversed() {
                let part = child * width
                search: for rc in (0..<width).reversed() where table[part + rc] >= 0 {
                    for r in 0...min(rest, cap) where before[part + r] >= 0 && min(cap, r + rc) == rest {
                        guard before[part + r] + table[part + rc] == value else { continue }
                        handed[child] = rc
                        value = before[part + r]
                        rest = r
                        break search
                    }
                }
            }
        }
        return shown
    }
}

/// The value of showing a group: one for each doubling of its people, a little more where it was shown in the wave before,
/// so that figures do not flicker.
func showingWeight(people: Int, shownBefore: Bool) -> Int {
    let doublings = Int.bitWidth - 1 - (1 + max(0, people)).leadingZeroBitCount
    return max(1, doublings) + (shownBefore ? 1 : 0)
}
