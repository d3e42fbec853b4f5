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
    /// Number of the first record among the file's data rows that are not blank, from 1; the others follow without a
    /// gap.
    ///
    /// 0 for records that are not data rows.
    package internal(set) var firstRow = 0

    package init() {}

    package var count: Int { lines.count }

    /// Number of a record among the data rows that are not blank, from 1.
    package func row(_ record: Int) -> Int { firstRow + record }

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

    /// Bytes of the record that is being built.
    var openBytes: Int { bytes.count - closedBytes }
    private var closedBytes: Int {
        let cells = firstCells[firstCells.count - 1]
        return cells == 0 ? 0 : ends[cells - 1]
    }
    /// Bytes of the cell that is being built.
    var openCell: ArraySlice<UInt8> { bytes[(ends.last ?? 0)...] }

    /// Takes the record that is not ended out, as the beginning of the next batch.
    mutating func splitOpenRecord() -> RecordBatch {
        var next = RecordBatch()
        let cells = firstCells[firstCells.count - 1]
        let start = closedBytes
        guard start < bytes.count || cells < ends.count else { return next }
        next.bytes = Array(bytes[start...])
        next.ends = ends[cells...].map { $0 - start }
        bytes.removeSubrange(start...)
        ends.removeSubrange(cells...)
        return next
    }

    /// Keeps the first `kept` records of which `keep` is true, in order.
    ///
    /// Cells of the others stay in the buffer unseen.
    mutating func keepRecords(_ keep: (borrowing RecordBatch, Int) -> Bool) {
        guard (0..<count).contains(where: { !keep(self, $0) }) else { return }
        var kept = RecordBatch()
        kept.firstRow = firstRow
        for record in 0..<count where keep(self, record) { kept.append(record: record, of: self) }
        self = kept
    }

    /// Adds a copy of another batch's record.
    mutating func append(record: Int, of other: borrowing RecordBatch) {
        for column in 0..<other.width(record) {
            bytes.append(contentsOf: other.cell(record, column))
            endCell()
        }
        endRecord(line: other.lines[record])
    }

    /// True if every cell is empty or holds only blanks, no-break spaces and byte-order marks.
    package func isBlank(_ record: Int) -> Bool {
        let last = firstCells[record + 1]
        guard last > 0 else { return true }
        let first = firstCells[record]
        let start = first == 0 ? 0 : ends[first - 1]
        return start == ends[last - 1] || Blanks.areAll(bytes[start..<ends[last - 1]])
    }
}
