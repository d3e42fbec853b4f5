import Report
import Statistics

/// The samples of all published cells, one a statistic, and those of groups that are compared with.
struct SampleTable {
    let frame: Frame
    let table: ReleasedTable
    private(set) var samples: [Sample] = []
    private(set) var people: [Int] = []
    /// By position of a cell: its first sample, the others follow; −1 where nothing is published.
    private var first: [Int32]

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
        let start = samples.count
        for statistic in question.statistics {
            guard let sample = cell.sample(statistic, of: question) else {
                samples.removeSubrange(start...)
                people.removeSubrange(start...)
                return -1
            }
            samples.append(sample)
            people.append(min(cell.people, cell.answers))
        }
        return Int32(start)
    }

    /// First sample of a published cell.
    func start(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int? {
        let start = first[table.position(unit, side, wave, question)]
        return start < 0 ? nil : Int(start)
    }
}
