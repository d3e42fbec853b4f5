import Parallel
import Report

/// Counts all surveys' answers into cells and rolls them up through the tree of each wave: O(answers), and O(answers ×
/// depth) for people with several ratings.
/// - Parameter fewest: ratings of a survey from which on those of people who gave no other are counted by tables, which
///   gives the same.
func rollUp(_ surveys: [SurveyResult], frame: Frame, tablesFrom fewest: Int = SingleAnswers.fewest) -> Tally {
    let units = frame.organisation.unitCount
    var tally = Tally(
        frame: frame,
        sides: frame.waves.map { _ in Array(repeating: nil, count: Side.allCases.count) },
        onBothSides: frame.waves.map { _ in Array(repeating: nil, count: frame.questions.count) },
        links: frame.waves.map { _ in [] }, surveys: surveys)
    var counter = GroupCounter(frame: frame)
    var links = frame.waves.map { _ in LinkCounter() }
    for (index, survey) in surveys.enumerated() {
        let waves = frame.waveOfSurvey[index]
        let points = frame.questionOfSurvey[index].map { $0.map { frame.questions[$0].scale.count } }
        let singles = SingleAnswers(
            survey.responses, waves: waves, units: units, points: points,
            headline: frame.headlineQuestion(of: index), fewest: fewest)
        let groups = groupRatings(
            survey.responses, waves: waves, units: units, without: singles?.isSingle ?? []
        ).withEmptyOnes(waves, singles)
        for group in groups {
            var side =
                tally.sides[group.wave][group.side.index] ?? SideTally(units: units, questions: frame.questions.count)
            tally.sides[group.wave][group.side.index] = nil
            counter.count(group, singles: singles, of: survey.responses, survey: index, into: &side)
            tally.sides[group.wave][group.side.index] = side
            if group.side == .internal, let headline = frame.headlineQuestion(of: index), survey.responses.countsPeople
            {
                links[group.wave].count(
                    group, of: survey.responses, question: headline, points: frame.questions[0].scale.count,
                    tree: frame.trees[group.wave])
            }
        }
        if let singles, let headline = frame.headlineQuestion(of: index) {
            // Each wave has a counter of its own.
            let before = links
            links = Parallel.machine.map(links.count) { wave in
                var counter = before[wave]
                for (ownWave, own) in waves.enumerated() where own == wave {
                    counter.count(
                        singles, ownWave: ownWave, of: survey.responses, question: headline,
                        points: frame.questions[0].scale.count, tree: frame.trees[wave])
                }
                return counter
            }
        }
        for wave in frame.waves.indices {
            let inside = groups.first { $0.wave == wave && $0.side == .internal }
            let outside = groups.first { $0.wave == wave && $0.side == .external }
            if let inside, let outside, survey.responses.weight.isEmpty {
                counter.countOverlap(
                    inside, outside, of: survey.responses, survey: index, into: &tally.onBothSides[wave])
            }
        }
    }
    let counted = links
    let sortedLinks = Parallel.machine.map(counted.count) { counted[$0].sorted }
    for wave in frame.waves.indices {
        for side in Side.base { tally.sides[wave][side.index]?.rollUp(through: frame.trees[wave]) }
        tally.links[wave] = sortedLinks[wave]
    }
    return tally
}

extension [RatingGroup] {
    /// The groups of all waves and sides that a survey has answers in, those without a rating in a group included.
    fileprivate func withEmptyOnes(_ waves: [Int?], _ singles: SingleAnswers?) -> [RatingGroup] {
        guard let singles else { return self }
        var isMissing = singles.isUsed
        for group in self { isMissing[group.bucket] = false }
        var groups = self
        for (ownWave, wave) in waves.enumerated() {
            guard let wave else { continue }
            for side in Side.allCases where isMissing[SingleAnswers.bucket(wave: ownWave, side: side)] {
                groups.append(RatingGroup(wave: wave, ownWave: ownWave, side: side, ratings: []))
            }
        }
        return groups.sorted { $0.bucket < $1.bucket }
    }
}

extension Frame {
    /// Position of the headline question among a survey's own; nil where it does not ask it.
    func headlineQuestion(of survey: Int) -> Int? {
        headline == nil ? nil : questionOfSurvey[survey].firstIndex { $0 == headline }
    }
}

extension SideTally {
    /// Adds every unit's histogram to the unit above, from the leaves up. People are already counted by branch.
    mutating func rollUp(through tree: DepartmentTree) {
        for index in questions.indices {
            guard var question = questions[index] else { continue }
            questions[index] = nil
            question.total = question.own
            for unit in tree.depthFirst.reversed() {
                guard let parent = tree.parents[unit] else { continue }
                for point in 0..<question.points {
                    question.total[parent * question.points + point] += question.total[unit * question.points + point]
                }
                question.confined[parent] += question.confined[unit]
                if question.uncounted[unit] { question.uncounted[parent] = true }
            }
            questions[index] = question
        }
        for unit in tree.depthFirst.reversed() where anyone[unit] {
            if let parent = tree.parents[unit] { anyone[parent] = true }
        }
    }
}
