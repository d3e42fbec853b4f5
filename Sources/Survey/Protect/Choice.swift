import Report

/// Chooses what is shown of one side, wave after wave.
struct Chooser {
    let tally: Tally
    let smallest: Int
    private var optimum = Optimum()

    init(_ tally: Tally, smallest: Int) {
        self.tally = tally
        self.smallest = smallest
    }

    /// The base pattern: what may be shown at all, from all respondents of the side.
    mutating func base(_ counts: SideTally, _ tree: ProtectionTree, shownBefore: (Int) -> Bool) -> [Bool] {
        let weights = counts.respondents.indices.map {
            showingWeight(people: counts.respondents[$0], shownBefore: shownBefore($0))
        }
        return optimum.solve(
            Optimum.Problem(
                own: counts.ownRespondents, total: counts.respondents, weight: weights,
                need: Array(repeating: smallest, count: tree.count), allowed: Array(repeating: true, count: tree.count)),
            tree)
    }

    /// What is shown of one question: the optimum inside the base pattern, repaired until every atom that is not empty has
    /// enough distinct people, and twice as many where all say the same.
    ///
    /// A need only grows, and beyond three times the smallest group the node is hidden for good, so this ends.
    mutating func question(_ group: AnswerGroup, base: [Bool], shownBefore: (Int) -> Bool) -> (
        shown: [Bool], atoms: Atoms
    ) {
        let count = group.tree.count
        var problem = Optimum.Problem(
            own: group.own, total: group.people, weight: Array(repeating: 1, count: count),
            need: Array(repeating: smallest, count: count), allowed: Array(repeating: false, count: count))
        for node in group.tree.order {
            problem.weight[node] = showingWeight(people: group.people[node], shownBefore: shownBefore(node))
            let unit = node < group.units ? node : group.pairs[node - group.units].provider
            problem.allowed[node] = base[unit] && !group.uncounted[node]
        }
        while true {
            let shown = optimum.solve(problem, group.tree)
            let atoms = Atoms(shown, group, tally)
            var isSafe = true
            for node in group.tree.order where shown[node] && atoms.added[node] > 0 {
                let people = atoms.people[node]
                guard people < smallest || (people < 2 * smallest && atoms.bars(node) == 1) else { continue }
                isSafe = false
                problem.need[node] = max(problem.need[node], atoms.added[node]) + 1
                if problem.need[node] > 3 * smallest { problem.allowed[node] = false }
            }
            if isSafe { return (shown, atoms) }
        }
    }
}
