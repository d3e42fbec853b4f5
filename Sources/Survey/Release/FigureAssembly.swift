import Parallel
import Report
import Statistics

/// Makes the figures of all published cells from the released table, with everything that they are compared with.
struct FigureAssembly {
    let frame: Frame
    let table: ReleasedTable
    let comparesYearAgo: Bool
    /// Distinct people of the organisation without a unit, by unit; asked only where both are published.
    let peopleOfRest: (_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int
    private var samples: SampleTable
    private var comparisons: [Comparison] = []

    init(
        frame: Frame, table: ReleasedTable, comparesYearAgo: Bool,
        peopleOfRest: @escaping (_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int
    ) {
        self.frame = frame
        self.table = table
        self.comparesYearAgo = comparesYearAgo
        self.peopleOfRest = peopleOfRest
        samples = SampleTable(frame: frame, table: table)
    }

    /// A published cell with its comparisons, before they are judged.
    private struct Draft: Sendable {
        let unit: Int
        let side: Side
        let wave: Int
        let question: Int
        let cell: ReleasedCell
        /// First positions in `comparisons`; one for each statistic stands there.
        var change: Int?
        var yearAgo: Int?
        var others: [Int] = []
    }

    mutating func cells() -> CellTable {
        let units = frame.organisation.unitCount
        var result = CellTable(waveCount: frame.waves.count, questionCount: frame.questions.count, unitCount: units)
        var drafts: [Draft] = []
        let predecessors = Predecessors(frame: frame, table: table)
        for wave in frame.waves.indices {
            let levels = frame.trees[wave].levels
            for side in Side.allCases {
                for question in frame.questions.indices {
                    for unit in 0..<units {
                        switch table[unit, side, wave, question] {
                        case .none: break
                        case .suppressed: result[unit: unit, side: side, wave: wave, question: question] = .suppressed
                        case .published(let cell):
                            drafts.append(
                                draft(unit, side, wave, question, cell, level: levels[unit], predecessors))
                        }
                    }
                }
            }
        }
        samples.finish()
        let judged = judge(comparisons, in: samples)
        let size = 256
        let published = Parallel.machine.map((drafts.count + size - 1) / size) {
            [frame, samples, comparisons, drafts] part in
            drafts[(part * size)..<min(drafts.count, (part + 1) * size)].map { draft in
                Self.published(draft, frame.questions[draft.question], samples, comparisons, judged)
            }
        }
        for (draft, cell) in zip(drafts, published.joined()) {
            guard let cell else { continue }
            result[unit: draft.unit, side: draft.side, wave: draft.wave, question: draft.question] = .published(cell)
        }
        return result
    }

    private static func published(
        _ draft: Draft, _ question: Question, _ samples: SampleTable, _ comparisons: [Comparison], _ judged: [Judged]
    ) -> PublishedCell? {
        guard let start = samples.start(draft.unit, draft.side, draft.wave, draft.question) else { return nil }
        func difference(_ number: Int) -> Difference {
            let (comparison, judged) = (comparisons[number], judged[number])
            return Difference(
                against: comparison.against, other: samples[comparison.second].estimate, estimate: judged.estimate,
                verdict: judged.verdict)
        }
        return PublishedCell(
            histogram: draft.cell.histogram,
            figures: question.statistics.enumerated().map { index, statistic in
                Figure(
                    statistic: statistic, estimate: samples[start + index].reported,
                    change: draft.change.map { difference($0 + index) },
                    yearAgo: draft.yearAgo.map { difference($0 + index) },
                    comparisons: draft.others.map { difference($0 + index) })
            })
    }

    private mutating func draft(
        _ unit: Int, _ side: Side, _ wave: Int, _ question: Int, _ cell: ReleasedCell, level: Int,
        _ predecessors: Predecessors
    ) -> Draft {
        let statistics = frame.questions[question].statistics
        var draft = Draft(unit: unit, side: side, wave: wave, question: question, cell: cell)
        guard let own = samples.start(unit, side, wave, question) else { return draft }
        func add(_ second: Int, _ against: Difference.Against, _ kind: Comparison.Family.Kind) -> Int {
            let first = comparisons.count
            for (index, statistic) in statistics.enumerated() {
                comparisons.append(
                    Comparison(
                        against: against, first: own + index, second: second + index,
                        family: .init(kind: kind, wave: wave, side: side, statistic: statistic, level: level)))
            }
            return first
        }
        let previous = predecessors.previous(wave: wave, question: question)
        if let previous, let earlier = start(of: unit, side, in: previous, question, predecessors) {
            draft.change = add(earlier, .wave(frame.waves[previous].id), .previous)
        }
        if comparesYearAgo, let before = predecessors.yearBefore(wave: wave, question: question), before != previous,
            let earlier = start(of: unit, side, in: before, question, predecessors)
        {
            draft.yearAgo = add(earlier, .wave(frame.waves[before].id), .yearAgo)
        }
        if let rest = startOfRest(unit, side, wave, question) { draft.others.append(add(rest, .rest, .rest)) }
        if side == .internal, let outside = samples.start(unit, .external, wave, question) {
            draft.others.append(add(outside, .external, .otherSide))
        }
        if side == .selfView, let customers = samples.start(unit, .internal, wave, question) {
            draft.others.append(add(customers, .internalCustomers, .customers))
        }
        return draft
    }

    /// First sample of what a unit is compared with in an earlier wave.
    private mutating func start(
        of unit: Int, _ side: Side, in wave: Int, _ question: Int, _ predecessors: Predecessors
    ) -> Int? {
        let units = predecessors.units(unit, side, wave: wave, question: question)
        if let only = units.first, units.count == 1 { return samples.start(only, side, wave, question) }
        guard let cell = predecessors.pooled(units, side, wave: wave, question: question) else { return nil }
        let start = samples.append(cell, frame.questions[question])
        return start < 0 ? nil : Int(start)
    }

    /// First sample of the rest of the organisation; nil for the organisation itself, or where either is hidden or nobody
    /// is left.
    private mutating func startOfRest(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int? {
        guard unit != 0, let whole = table[0, side, wave, question].cell,
            let part = table[unit, side, wave, question].cell
        else { return nil }
        let histogram = zip(whole.histogram, part.histogram).map { max(0, $0 - $1) }
        let answers = histogram.reduce(0, +)
        guard answers > 0 else { return nil }
        let people = max(1, min(answers, peopleOfRest(unit, side, wave, question)))
        let start = samples.append(ReleasedCell(histogram: histogram, people: people), frame.questions[question])
        return start < 0 ? nil : Int(start)
    }
}

extension DepartmentTree {
    /// Steps from the organisation, by unit; 0 for units that do not exist.
    var levels: [Int] {
        var result = [Int](repeating: 0, count: parents.count)
        for unit in depthFirst {
            if let parent = parents[unit] { result[unit] = result[parent] + 1 }
        }
        return result
    }
}
