/// A run of records of one file: cells as decoded, unquoted UTF-8 in one buffer, no `String` per cell.
///
/// Records and columns count from 0 here; lines count from 1.
package struct RecordBatch: Sendable {
    /// Bounds of a cell in `bytes`.
    struct Cell: Sendable {
        var start: UInt32
        var end: UInt32
    }

    /// The bytes of all cells, with or without what stands between them in the file.
    package private(set) var bytes: [UInt8] = []
    private var cells: [Cell] = []
    /// Position in `cells` of each record's first cell, and one past the last.
    private var firstCells: [Int] = [0]
    /// Where the cell begins that is being built, and the record.
    private var openCellStart = 0
    private var openRecordStart = 0
    /// Line of the file on which each record begins.
    package private(set) var lines: [Int] = []
    /// Number of the first record among the file's data rows that are not blank, from 1; the others follow without a
    /// gap.
    ///
    /// 0 for records that are not data rows.
    package internal(set) var firstRow = 0

    package init() {}

    /// - Parameter bytes: may end with bytes that belong to no cell.
    init(bytes: [UInt8], cells: [Cell], firstCells: [Int], lines: [Int]) {
        self.bytes = bytes
        self.cells = cells
        self.firstCells = firstCells
        self.lines = lines
        openCellStart = bytes.count
        openRecordStart = bytes.count
    }

    package var count: Int { lines.count }

    /// Number of a record among the data rows that are not blank, from 1.
    package func row(_ record: Int) -> Int { firstRow + record }

    /// Number of cells of a record.
    package func width(_ record: Int) -> Int { firstCells[record + 1] - firstCells[record] }

    /// Number of bytes from the beginning of a record's first cell to the end of its last: no cell has more.
    func byteCount(_ record: Int) -> Int {
        let (first, last) = (firstCells[record], firstCells[record + 1])
        return first < last ? Int(cells[last - 1].end) - Int(cells[first].start) : 0
    }

    /// Bounds of a cell in `bytes`; empty for a column beyond the record's width.
    package func range(_ record: Int, _ column: Int) -> Range<Int> {
        let cell = firstCells[record] + column
        guard column >= 0, cell < firstCells[record + 1] else { return 0..<0 }
        return Int(cells[cell].start)..<Int(cells[cell].end)
    }

    /// The bytes of a cell.
    package func cell(_ record: Int, _ column: Int) -> ArraySlice<UInt8> { bytes[range(record, column)] }

    /// The text of a cell; for headers, labels met for the first time and the analyst's screen.
    package func text(_ record: Int, _ column: Int) -> String { String(decoding: cell(record, column), as: UTF8.self) }

    /// Unsafe access for the one loop that looks at every cell of a survey: the bytes, all cells, and by record the
    /// position of its first cell and one past its last.
    @unsafe
    func withBuffers<Result>(
        _ body: (UnsafeRawBufferPointer, UnsafeBufferPointer<Cell>, UnsafeBufferPointer<Int>) -> Result
    ) -> Result {
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe cells.withUnsafeBufferPointer { cells in
                unsafe firstCells.withUnsafeBufferPointer { unsafe body(bytes, cells, $0) }
            }
        }
    }

    // Building, in order: bytes, then the end of the cell, then the end of the record.

    package mutating func append(_ byte: UInt8) { bytes.append(byte) }
    package mutating func append(contentsOf more: some Collection<UInt8>) { bytes.append(contentsOf: more) }
    package mutating func endCell() {
        // A batch ends long before 4 GB: records are cut off, and long files are handed on in parts.
        cells.append(Cell(start: UInt32(clamping: openCellStart), end: UInt32(clamping: bytes.count)))
        openCellStart = bytes.count
    }
    package mutating func endRecord(line: Int) {
        firstCells.append(cells.count)
        lines.append(line)
        openRecordStart = bytes.count
    }

    /// Bytes of the record that is being built.
    var openBytes: Int { bytes.count - openRecordStart }
    /// Bytes of the cell that is being built.
    var openCell: ArraySlice<UInt8> { bytes[openCellStart...] }

    /// Takes the record that is not ended out, as the beginning of the next batch.
    mutating func splitOpenRecord() -> RecordBatch {
        var next = RecordBatch()
        let ended = firstCells[firstCells.count - 1]
        let start = openRecordStart
        guard start < bytes.count || ended < cells.count else { return next }
        next.bytes = Array(bytes[start...])
        next.cells = cells[ended...].map { Cell(start: $0.start - UInt32(start), end: $0.end - UInt32(start)) }
        next.openCellStart = openCellStart - start
        bytes.removeSubrange(start...)
        cells.removeSubrange(ended...)
        openCellStart = start
        return next
    }

    /// Keeps the records of which `keep` is true, in order.
    ///
    /// Cells of the others stay in the buffer unseen.
    mutating func keepRecords(_ keep: (borrowing RecordBatch, Int) -> Bool) {
        let kept = (0..<count).filter { keep(self, $0) }
        guard kept.count < count else { return }
        var (keptCells, keptFirst) = ([Cell](), [0])
        for record in kept {
            keptCells.append(contentsOf: cells[firstCells[record]..<firstCells[record + 1]])
            keptFirst.append(keptCells.count)
        }
        lines = kept.map { lines[$0] }
        (cells, firstCells) = (keptCells, keptFirst)
    }

    /// Counts the lines from another beginning.
    mutating func moveLines(by offset: Int) {
        guard offset != 0 else { return }
        for record in lines.indices { lines[record] += offset }
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
        for cell in cells[firstCells[record]..<firstCells[record + 1]] where cell.start < cell.end {
            let first = bytes[Int(cell.start)]
            if first > 0x20, first < 0x80 { return false }
            guard Blanks.areAll(bytes[Int(cell.start)..<Int(cell.end)]) else { return false }
        }
        return true
    }
}
