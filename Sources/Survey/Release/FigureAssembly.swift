import Parallel
import Report
import Statistics

/// Makes the figures of all published cells from what was decided, with everything that they are compared with.
///
/// - Parameter comparesYearAgo: true where figures are compared with those of the year before as well.
func assembleFigures(_ protected: Protected, _ tally: Tally, comparesYearAgo: Bool) -> CellTable {
    let frame = tally.frame
    let sides = Side.allCases
    let samples = SampleTable(frame: frame, table: protected.table)
    let places = frame.waves.indices.flatMap { wave in sides.map { (wave: wave, side: $0) } }
    // What is judged together stands on one side in one wave.
    let made = Parallel.machine.map(places.count) { number in
        var assembly = FigureAssembly(
            tally: tally, protected: protected, samples: samples, comparesYearAgo: comparesYearAgo,
            wave: places[number].wave, side: places[number].side)
        return assembly.cells()
    }
    var result = CellTable(
        waveCount: frame.waves.count, questionCount: frame.questions.count, unitCount: frame.organisation.unitCount)
    for (place, cells) in zip(places, made) { result.set(side: place.side, wave: place.wave, cells) }
    return result
}

/// Makes the figures of one side in one wave.
private struct FigureAssembly {
    let tally: Tally
    let protected: Protected
    let samples: SampleTable
    let comparesYearAgo: Bool
    let wave: Int
    let side: Side
    private var comparisons = Comparisons()

    init(
        tally: Tally, protected: Protected, samples: SampleTable, comparesYearAgo: Bool, wave: Int, side: Side
    ) {
        self.tally = tally
        self.protected = protected
        self.samples = samples
        self.comparesYearAgo = comparesYearAgo
        self.wave = wave
        self.side = side
    }

    private var frame: Frame { tally.frame }
    private var table: ReleasedTable { protected.table }

    /// A published cell with its comparisons, before they are judged.
    private struct Draft {
        /// Place among the cells.
        let place: Int
        let histogram: [Int]
        let own: GroupSamples
        let statistics: [Statistic]
        /// First places among the differences, where one for each statistic stands: from earlier waves, the rest of the
        /// organisation, and the external side or the internal customers.
        var change: Int?
        var yearAgo: Int?
        var rest: Int?
        var otherSide: Int?
    }

    /// What the cells of one question have in common.
    private struct Asked {
        let position: Int
        let question: Question
        let statistics: [Statistic]
        let previous: Int?
        let yearBefore: Int?
        /// The organisation's own cell, and the distinct people of the organisation without each unit.
        let whole: ReleasedCell?
        let peopleOfRest: [Int]
    }

    /// By question and unit.
    mutating func cells() -> [Cell] {
        let units = frame.organisation.unitCount
        let levels = frame.trees[wave].levels
        let predecessors = Predecessors(frame: frame, table: table)
        var cells = [Cell](repeating: .none, count: frame.questions.count * units)
        var drafts: [Draft] = []
        drafts.reserveCapacity(cells.count)
        comparisons.reserveCapacity(3 * cells.count)
        for position in frame.questions.indices {
            let asked = asked(position, predecessors)
            for unit in 0..<units {
                let place = position * units + unit
                switch table[unit, side, wave, position] {
                case .none: break
                case .suppressed: cells[place] = .suppressed
                case .published(let cell):
                    guard let own = samples[unit, side, wave, position] else { continue }
                    var draft = Draft(
                        place: place, histogram: cell.histogram, own: own, statistics: asked.statistics)
                    compare(&draft, unit, asked, cell, level: levels[unit], predecessors)
                    drafts.append(draft)
                }
            }
        }
        comparisons.judge()
        for index in drafts.indices { cells[drafts[index].place] = .published(published(drafts[index])) }
        return cells
    }

    private func asked(_ position: Int, _ predecessors: Predecessors) -> Asked {
        let question = frame.questions[position]
        let previous = predecessors.previous(wave: wave, question: position)
        let before = comparesYearAgo ? predecessors.yearBefore(wave: wave, question: position) : nil
        let whole = table[0, side, wave, position].cell
        return Asked(
            position: position, question: question, statistics: question.statistics, previous: previous,
            yearBefore: before == previous ? nil : before, whole: whole,
            peopleOfRest: whole == nil
                ? [] : protected.peopleOfRest(tally, side, wave: wave, question: position))
    }

    private func published(_ draft: Draft) -> PublishedCell {
        let differences = comparisons.differences
        return PublishedCell(
            histogram: draft.histogram,
            figures: draft.statistics.indices.map { index in
                Figure(
                    statistic: draft.statistics[index], estimate: draft.own.samples[index].reported,
                    change: draft.change.map { differences[$0 + index] },
                    yearAgo: draft.yearAgo.map { differences[$0 + index] },
                    comparisons: [draft.rest, draft.otherSide].compactMap { $0.map { differences[$0 + index] } })
            })
    }

    private mutating func compare(
        _ draft: inout Draft, _ unit: Int, _ asked: Asked, _ cell: ReleasedCell, level: Int,
        _ predecessors: Predecessors
    ) {
        func add(
            _ other: GroupSamples?, _ against: Difference.Against, _ kind: Comparisons.Family.Kind
        ) -> Int? {
            guard let other else { return nil }
            let first = comparisons.differences.count
            for (index, statistic) in asked.statistics.enumerated() {
                comparisons.add(
                    draft.own.samples[index], other.samples[index], people: min(draft.own.people, other.people),
                    against: against, Comparisons.Family(kind: kind, statistic: statistic, level: level))
            }
            return first
        }
        if let wave = asked.previous {
            let earlier = earlier(unit, in: wave, asked, predecessors)
            draft.change = add(earlier, .wave(frame.waves[wave].id), .previous)
        }
        if let wave = asked.yearBefore {
            let earlier = earlier(unit, in: wave, asked, predecessors)
            draft.yearAgo = add(earlier, .wave(frame.waves[wave].id), .yearAgo)
        }
        draft.rest = add(rest(unit, asked, cell), .rest, .rest)
        if side == .internal {
            draft.otherSide = add(samples[unit, .external, wave, asked.position], .external, .otherSide)
        } else if side == .selfView {
            let customers = samples[unit, .internal, wave, asked.position]
            draft.otherSide = add(customers, .internalCustomers, .customers)
        }
    }

    /// What a unit is compared with in an earlier wave.
    private func earlier(_ unit: Int, in wave: Int, _ asked: Asked, _ predecessors: Predecessors) -> GroupSamples? {
        let units = predecessors.units(unit, side, wave: wave, question: asked.position)
        if let only = units.first, units.count == 1 { return samples[only, side, wave, asked.position] }
        return predecessors.pooled(units, side, wave: wave, question: asked.position)
            .flatMap { GroupSamples($0, asked.question, asked.statistics) }
    }

    /// The rest of the organisation; nil for the organisation itself, or where either is hidden or nobody is left.
    private func rest(_ unit: Int, _ asked: Asked, _ part: ReleasedCell) -> GroupSamples? {
        guard unit != 0, let whole = asked.whole else { return nil }
        let histogram = zip(whole.histogram, part.histogram).map { max(0, $0 - $1) }
        let answers = histogram.reduce(0, +)
        guard answers > 0 else { return nil }
        let people = max(1, min(answers, asked.peopleOfRest[unit]))
        return GroupSamples(
            ReleasedCell(histogram: histogram, people: people), asked.question, asked.statistics)
    }
}
