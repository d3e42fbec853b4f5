import Parallel
import Report
import Statistics

/// What the estimates of a published group are made from: a sample for each statistic of the question, in that order.
struct GroupSamples: Sendable {
    let samples: [Sample]
    /// Distinct people behind them.
    let people: Int

    /// - Parameter statistics: those of the question.
    /// - Returns: nil where one of them cannot be told, such as without an answer.
    init?(_ cell: ReleasedCell, _ question: Question, _ statistics: [Statistic]) {
        var samples: [Sample] = []
        samples.reserveCapacity(statistics.count)
        for statistic in statistics {
            guard let sample = cell.sample(statistic, of: question) else { return nil }
            samples.append(sample)
        }
        self.samples = samples
        people = min(cell.people, cell.answers)
    }
}

/// The samples of all published cells.
struct SampleTable: Sendable {
    /// By wave and side, and there by question and unit; nil where nothing is published.
    private let groups: [[GroupSamples?]]
    private let units: Int

    init(frame: Frame, table: ReleasedTable) {
        let units = frame.organisation.unitCount
        let sides = Side.allCases
        self.units = units
        groups = Parallel.machine.map(frame.waves.count * sides.count) { place in
            frame.questions.enumerated().flatMap { position, question in
                let statistics = question.statistics
                return (0..<units).map { unit in
                    table[unit, sides[place % sides.count], place / sides.count, position].cell
                        .flatMap { GroupSamples($0, question, statistics) }
                }
            }
        }
    }

    subscript(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> GroupSamples? {
        groups[wave * Side.allCases.count + side.index][question * units + unit]
    }
}
