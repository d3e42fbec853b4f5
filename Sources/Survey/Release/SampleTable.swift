import Parallel
import Report
import Statistics

/// The samples of all published cells, one a statistic, and those of groups that are compared with.
///
/// They are listed first and made afterwards, all at once: equal ones once, on all cores.
struct SampleTable: Sendable {
    let frame: Frame
    let table: ReleasedTable
    /// People behind each sample.
    private(set) var people: [Int] = []
    private var entries: [Entry] = []
    /// By position of a cell: its first sample, the others follow; −1 where nothing is published.
    private var first: [Int32]
    private var meanAt: [MeanSource: Int32] = [:]
    private var sources: [MeanSource] = []
    private var means: [BoundedMean] = []

    private enum Entry: Sendable {
        case ready(Sample)
        /// Position in `means`, whose intervals take long to find.
        case mean(Int32)
    }

    /// All that a mean depends on.
    private struct MeanSource: Hashable, Sendable {
        let histogram: [Int]
        let people: Int
        let low: Int
    }

    init(frame: Frame, table: ReleasedTable) {
        self.frame = frame
        self.table = table
        let units = frame.organisation.unitCount
        first = Array(
            repeating: -1, count: frame.waves.count * Side.allCases.count * frame.questions.count * units)
        for wave in frame.waves.indices {
            for side in Side.allCases {
                for (position, question) in frame.questions.enumerated() {
                    for unit in 0..<units {
                        guard let cell = table[unit, side, wave, position].cell else { continue }
                        first[table.position(unit, side, wave, position)] = append(cell, question)
                    }
                }
            }
        }
    }

    /// Position of the first sample of a group that is no cell, one a statistic of the question.
    mutating func append(_ cell: ReleasedCell, _ question: Question) -> Int32 {
        let start = entries.count
        let answers = cell.answers
        for statistic in question.statistics {
            guard let entry = entry(cell, answers, statistic, question) else {
                entries.removeSubrange(start...)
                people.removeSubrange(start...)
                return -1
            }
            entries.append(entry)
            people.append(min(cell.people, answers))
        }
        return Int32(start)
    }

    private mutating func entry(
        _ cell: ReleasedCell, _ answers: Int, _ statistic: Statistic, _ question: Question
    ) -> Entry? {
        guard statistic.kind == .mean else { return cell.sample(statistic, of: question).map { .ready($0) } }
        guard answers > 0, cell.people > 0, cell.histogram.count >= 2 else { return nil }
        // Where everybody answered once, the number of people says nothing more.
        let source = MeanSource(
            histogram: cell.histogram, people: min(cell.people, answers), low: question.scale.low)
        if let known = meanAt[source] { return .mean(known) }
        let position = Int32(sources.count)
        meanAt[source] = position
        sources.append(source)
        return .mean(position)
    }

    /// Makes what is listed and not made yet.
    mutating func finish() {
        let size = 64
        let from = means.count
        let waiting = sources[from...]
        let made = Parallel.machine.map((waiting.count + size - 1) / size) { part in
            let start = from + part * size
            return waiting[start..<min(waiting.endIndex, start + size)].map(Self.mean)
        }
        for part in made { means += part }
    }

    private static func mean(_ source: MeanSource) -> BoundedMean {
        BoundedMean(
            histogram: scaled(source.histogram, people: source.people), low: Double(source.low))
    }

    /// A sample, once it is made.
    subscript(_ position: Int) -> Sample {
        switch entries[position] {
        case .ready(let sample): sample
        case .mean(let mean): .mean(means[Int(mean)])
        }
    }

    /// First sample of a published cell.
    func start(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int? {
        let start = first[table.position(unit, side, wave, question)]
        return start < 0 ? nil : Int(start)
    }
}
