import Report

/// The answers of a cell that is to be published, and how many distinct people gave them.
struct ReleasedCell: Sendable, Hashable {
    var histogram: [Int]
    var people: Int

    var answers: Int { histogram.reduce(0, +) }

    static func + (left: ReleasedCell, right: ReleasedCell) -> ReleasedCell {
        ReleasedCell(histogram: zip(left.histogram, right.histogram).map(+), people: left.people + right.people)
    }
}

/// What was decided about a cell.
enum Release: Sendable, Hashable {
    case published(ReleasedCell)
    case suppressed
    case none

    var cell: ReleasedCell? {
        if case .published(let cell) = self { cell } else { nil }
    }
}

/// Decisions about all cells: wave × side × question × unit. Everything that is derived is derived from this table and
/// from nothing else.
struct ReleasedTable: Sendable {
    private let waves: Int
    private let questions: Int
    private let units: Int
    /// The side of a table that has only one.
    private let only: Side?
    private var cells: [Release]

    init(waves: Int, questions: Int, units: Int, only: Side? = nil) {
        self.waves = waves
        self.questions = questions
        self.units = units
        self.only = only
        cells = Array(repeating: .none, count: waves * (only == nil ? Side.allCases.count : 1) * questions * units)
    }

    func position(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int {
        let row = only == nil ? wave * Side.allCases.count + side.index : wave
        return (row * questions + question) * units + unit
    }

    /// Takes over the table of one side.
    mutating func take(_ part: ReleasedTable) {
        guard let side = part.only else { return }
        for wave in 0..<waves {
            let to = position(0, side, wave, 0)
            let from = part.position(0, side, wave, 0)
            let count = questions * units
            cells.replaceSubrange(to..<(to + count), with: part.cells[from..<(from + count)])
        }
    }

    subscript(unit: Int, side: Side, wave: Int, question: Int) -> Release {
        get { cells[position(unit, side, wave, question)] }
        set { cells[position(unit, side, wave, question)] = newValue }
    }
}
