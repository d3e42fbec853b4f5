/// A run of records of one file: cells as decoded, unquoted UTF-8 in one buffer, no `String` per cell.
///
/// Records and columns count from 0 here; lines count from 1.
package struct RecordBatch: Sendable {
    /// The bytes of all cells, one after another.
    package private(set) var bytes: [UInt8] = []
    /// End of each cell in `bytes`; a cell begins where the one before it ends.
    private var ends: [Int] = []
    /// Position in `ends` of each record's first cell, and one past the last.
    private var firstCells: [Int] = [0]
    /// Line of the file on which each record begins.
    package private(set) var lines: [Int] = []

    package init() {}

    package var count: Int { lines.count }

    /// Number of cells of a record.
    package func width(_ record: Int) -> Int { firstCells[record + 1] - firstCells[record] }

    /// Bounds of a cell in `bytes`; empty for a column beyond the record's width.
    package func range(_ record: Int, _ column: Int) -> Range<Int> {
        let cell = firstCells[record] + column
        guard column >= 0, cell < firstCells[record + 1] else { return 0..<0 }
        return (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
    }

    /// The bytes of a cell.
    package func cell(_ record: Int, _ column: Int) -> ArraySlice<UInt8> { bytes[range(record, column)] }

    /// The text of a cell; for headers, labels met for the first time and the analyst's screen.
    package func text(_ record: Int, _ column: Int) -> String { String(decoding: cell(record, column), as: UTF8.self) }

    // Building, in order: bytes, then the end of the cell, then the end of the record.

    package mutating func append(_ byte: UInt8) { bytes.append(byte) }
    package mutating func append(contentsOf more: some Collection<UInt8>) { bytes.append(contentsOf: more) }
    package mutating func endCell() { ends.append(bytes.count) }
    package mutating func endRecord(line: Int) {
        firstCells.append(ends.count)
        lines.append(line)
    }
}
