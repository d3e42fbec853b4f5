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
    private let questions: Int
    private let units: Int
    private var cells: [Release]

    init(waves: Int, questions: Int, units: Int) {
        self.questions = questions
        self.units = units
        cells = Array(repeating: .none, count: waves * Side.allCases.count * questions * units)
    }

    func position(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int {
        ((wave * Side.allCases.count + side.index) * questions + question) * units + unit
    }

    /// Sets the decisions about all units.
    mutating func set(_ side: Side, wave: Int, question: Int, _ releases: [Release]) {
        let start = position(0, side, wave, question)
        cells.replaceSubrange(start..<start + units, with: releases)
    }

    /// True where there are no answers.
    func isNone(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Bool {
        if case .none = cells[position(unit, side, wave, question)] { true } else { false }
    }

    subscript(unit: Int, side: Side, wave: Int, question: Int) -> Release {
        get { cells[position(unit, side, wave, question)] }
        set { cells[position(unit, side, wave, question)] = newValue }
    }
}
