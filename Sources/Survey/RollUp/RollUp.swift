import Parallel
import Report

/// Counts all surveys' answers into cells and rolls them up through the tree of each wave: O(answers), and O(answers ×
/// depth) for people with several ratings.
/// - Parameter fewest: ratings of a survey from which on those of people who gave no other are counted by tables, which
///   gives the same.
func rollUp(_ surveys: [SurveyResult], frame: Frame, tablesFrom fewest: Int = SingleAnswers.fewest) -> Tally {
    let sorted = surveys.indices.map { SortedSurvey(surveys[$0].responses, at: $0, frame, tablesFrom: fewest) }
    // What is counted in one wave is of no concern to another.
    let waves = Parallel.machine.map(frame.waves.count) { WaveTally(sorted, frame, wave: $0) }
    return Tally(
        frame: frame, sides: waves.map(\.sides), onBothSides: waves.map(\.onBothSides), links: waves.map(\.links),
        surveys: surveys)
}

/// A survey's ratings by wave and side.
private struct SortedSurvey: Sendable {
    let responses: Responses
    /// Position of the survey.
    let index: Int
    /// Its own question that is the headline; nil where it does not ask it.
    let headline: Int?
    let singles: SingleAnswers?
    /// Of all others than `singles`.
    let groups: [RatingGroup]

    init(_ responses: Responses, at index: Int, _ frame: Frame, tablesFrom fewest: Int) {
        let waves = frame.waveOfSurvey[index]
        let units = frame.organisation.unitCount
        self.responses = responses
        self.index = index
        headline = frame.headlineQuestion(of: index)
        singles = SingleAnswers(
            responses, waves: waves, units: units,
            points: frame.questionOfSurvey[index].map { $0.map { frame.questions[$0].scale.count } },
            headline: headline, fewest: fewest)
        groups = groupRatings(responses, waves: waves, units: units, without: singles?.isSingle ?? [])
            .withEmptyOnes(waves, singles)
    }
}

/// The counts of one wave.
private struct WaveTally: Sendable {
    private(set) var sides = [SideTally?](repeating: nil, count: Side.allCases.count)
    private(set) var onBothSides: [[Int]?]
    private(set) var links: LinkTable

    init(_ surveys: [SortedSurvey], _ frame: Frame, wave: Int) {
        let units = frame.organisation.unitCount
        let tree = frame.trees[wave]
        let linkCounter = LinkCounter(tree: tree, points: frame.headline.map { frame.questions[$0].scale.count } ?? 0)
        var counter = GroupCounter(frame: frame, wave: wave)
        onBothSides = Array(repeating: nil, count: frame.questions.count)
        links = LinkTable(points: linkCounter.points)
        for survey in surveys {
            let (responses, groups) = (survey.responses, survey.groups.filter { $0.wave == wave })
            for group in groups {
                var side = sides[group.side.index] ?? SideTally(units: units, questions: frame.questions.count)
                sides[group.side.index] = nil
                counter.count(group, singles: survey.singles, of: responses, survey: survey.index, into: &side)
                sides[group.side.index] = side
                if group.side == .internal, let headline = survey.headline, responses.countsPeople {
                    links = links.merged(with: linkCounter.count(group, of: responses, question: headline))
                }
            }
            if let singles = survey.singles, let headline = survey.headline {
                for (ownWave, place) in frame.waveOfSurvey[survey.index].enumerated() where place == wave {
                    links = links.merged(
                        with: linkCounter.count(singles, ownWave: ownWave, of: responses, question: headline))
                }
            }
            let inside = groups.first { $0.side == .internal }
            let outside = groups.first { $0.side == .external }
            if let inside, let outside, responses.weight.isEmpty {
                counter.countOverlap(inside, outside, of: responses, survey: survey.index, into: &onBothSides)
            }
        }
        for side in Side.base { sides[side.index]?.rollUp(through: tree) }
    }
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
