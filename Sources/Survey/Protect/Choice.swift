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
    ///
    /// The exact optimum where nobody rated several departments. Otherwise the tree adds such people up several times, and
    /// the choice is repaired until every atom that is not empty has enough distinct ones.
    mutating func base(_ counts: SideTally, _ tree: ProtectionTree, wave: Int, shownBefore: (Int) -> Bool) -> [Bool] {
        let weights = counts.respondents.indices.map {
            showingWeight(people: counts.respondents[$0], shownBefore: shownBefore($0))
        }
        var problem = Optimum.Problem(
            own: counts.ownRespondents, total: counts.respondents, weight: weights,
            need: Array(repeating: smallest, count: tree.count), allowed: Array(repeating: true, count: tree.count))
        while true {
            let shown = optimum.solve(problem, tree)
            guard !counts.repeaters.isEmpty else { return shown }
            let atoms = tree.atoms(shown)
            var added = [Int](repeating: 0, count: tree.count)
            for node in tree.order where atoms[node] >= 0 { added[atoms[node]] += counts.ownRespondents[node] }
            let tooMany = countedAgain(counts.repeaters, atoms, wave: wave)
            var isSafe = true
            for node in tree.order where shown[node] && added[node] > 0 && added[node] - tooMany[node] < smallest {
                isSafe = false
                problem.need[node] = max(problem.need[node], added[node]) + 1
                if problem.need[node] > 3 * smallest { problem.allowed[node] = false }
            }
            if isSafe { return shown }
        }
    }

    /// By atom, how often people are counted once more than they are: for each survey at the question where that is most,
    /// as respondents are the most that answered any one question.
    private func countedAgain(_ repeaters: [Repeaters], _ atoms: [Int], wave: Int) -> [Int] {
        var sums = [Int](repeating: 0, count: atoms.count)
        var nodeStamp = sums
        var atomStamp = sums
        var stamp = 0
        for several in repeaters {
            let responses = tally.surveys[several.survey].responses
            var most = [Int](repeating: 0, count: atoms.count)
            for (column, question) in tally.frame.questionOfSurvey[several.survey].enumerated() {
                guard let question, column < responses.answers.count else { continue }
                let answers = responses.answers[column]
                let points = tally.frame.questions[question].scale.count
                var again = [Int](repeating: 0, count: atoms.count)
                for person in several.starts.indices.dropLast() {
                    stamp += 1
                    for rating in several.ratings[several.starts[person]..<several.starts[person + 1]]
                    where rating < answers.count && Int(answers[rating]) < points {
                        let node = tally.frame.place(Int(responses.unit[rating]), wave: wave)
                        guard atoms[node] >= 0, nodeStamp[node] != stamp else { continue }
                        nodeStamp[node] = stamp
                        if atomStamp[atoms[node]] == stamp { again[atoms[node]] += 1 }
                        atomStamp[atoms[node]] = stamp
                    }
                }
                for node in again.indices { most[node] = max(most[node], again[node]) }
            }
            for node in most.indices { sums[node] += most[node] }
        }
        return sums
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
            let unit = node < group.units ? node : group.tree.parents[node]
            let isBundle = node >= group.units && group.pair(node) == nil
            problem.allowed[node] = base[unit] && !group.uncounted[node] && !isBundle
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
