import Diagnostics

/// Rows that do not have the header's number of cells: the first of them, and how many.
struct RaggedRows: Sendable {
    /// Rows that are named one by one.
    static let named = 20

    private(set) var count = 0
    private(set) var first: [(line: Int, width: Int)] = []

    mutating func observe(_ batch: RecordBatch, _ layout: Layout) {
        for record in 0..<batch.count where batch.width(record) != layout.width && !layout.fits(batch, record) {
            count += 1
            if first.count < Self.named { first.append((batch.lines[record], batch.width(record))) }
        }
    }

    /// Adds those of the rows that follow.
    /// - Parameter lines: what has to be added to their lines.
    mutating func merge(_ next: RaggedRows, lines: Int) {
        count += next.count
        first += next.first.prefix(Self.named - first.count).map { ($0.line + lines, $0.width) }
    }
}

/// Cells that hold more than anybody writes: the first of them.
struct LongCells: Sendable {
    private(set) var first: [(line: Int, column: Int)] = []

    mutating func observe(_ batch: RecordBatch) {
        for record in 0..<batch.count where batch.byteCount(record) > Limits.cell.most {
            guard first.count < RaggedRows.named else { return }
            let column = (0..<batch.width(record)).first { batch.range(record, $0).count > Limits.cell.most }
            if let column { first.append((batch.lines[record], column)) }
        }
    }

    /// Adds those of the rows that follow.
    /// - Parameter lines: what has to be added to their lines.
    mutating func merge(_ next: LongCells, lines: Int) {
        first += next.first.prefix(RaggedRows.named - first.count).map { ($0.line + lines, $0.column) }
    }
}

/// What is wrong with the form of rows, part by part.
struct RowFaults: Sendable {
    private(set) var ragged = RaggedRows()
    private(set) var longCells = LongCells()

    mutating func observe(_ batch: RecordBatch, _ layout: Layout) {
        ragged.observe(batch, layout)
        longCells.observe(batch)
    }

    /// Adds those of the rows that follow.
    /// - Parameter lines: what has to be added to their lines.
    mutating func merge(_ next: RowFaults, lines: Int) {
        ragged.merge(next.ragged, lines: lines)
        longCells.merge(next.longCells, lines: lines)
    }
}

/// What one pass over the rows found, in the order of the file; long lists are cut and counted.
struct RowDiagnostics {
    let displayPath: String
    var faults = RowFaults()

    /// All findings, those of the quoting included.
    /// - Parameter rows: data rows that are not blank.
    func conclude(_ result: RecordReader.Result, _ layout: Layout, rows: Int) -> [Diagnostic] {
        let ragged = faults.ragged
        var all = ragged.first.map { line, width in
            Diagnostic.warning(
                "ragged-row", at: SourceLocation(file: displayPath, line: line),
                "the row has \(width) cells where the header has \(layout.width); it is counted as unreadable")
        }
        all += faults.longCells.first.map { line, column in
            Diagnostic.error(
                Limits.cell.code, at: SourceLocation(file: displayPath, line: line),
                "cell \(column + 1) of this row holds more than \(Limits.cell.most) bytes; a quote may be open",
                remedy: "export the responses again, or take the text out")
        }
        if ragged.count > 0, ragged.count == rows, let first = ragged.first.first {
            all.append(
                .error(
                    "header-mismatch", at: SourceLocation(file: displayPath, line: first.line),
                    "no row has the header's number of cells, \(layout.width)",
                    remedy:
                        "check the delimiter and the header row; declare `delimiter:` in the mapping where it was not found"
                ))
        }
        if ragged.count > RaggedRows.named {
            all.append(
                .warning(
                    "ragged-row", at: SourceLocation(file: displayPath),
                    "\(ragged.count - RaggedRows.named) more rows do not have the header's number of cells"))
        }
        let header = layout.preambleRecords + layout.headerRows
        let problems = result.problems.filter {
            // Qualtrics has written the JSON of its third header row without quoting.
            !($0.kind == .quoteInJSON && layout.platform == .qualtrics && $0.record < header)
        }
        all += problems.map { RowDiagnostics.diagnostic($0, displayPath) }
        if result.problemCount > result.problems.count, !problems.isEmpty {
            all.append(
                .error(
                    "broken-quoting", at: SourceLocation(file: displayPath),
                    "\(result.problemCount - result.problems.count) more places break the rules of quoting"))
        }
        return all
    }

    static func diagnostic(_ problem: RecordProblem, _ displayPath: String) -> Diagnostic {
        let place = SourceLocation(file: displayPath, line: problem.line, column: problem.column)
        let remedy = "export the responses again, or save the file as CSV UTF-8 from a spreadsheet program"
        return switch problem.kind {
        case .openQuote:
            .error("open-quote", at: place, "the quote that opens here is never closed", remedy: remedy)
        case .textAfterQuote:
            .error(
                "text-after-quote", at: place,
                "text follows a closing quote; a quote within a quoted cell is written twice",
                remedy: remedy)
        case .quoteInCell, .quoteInJSON:
            .error("quote-in-cell", at: place, "a quote stands within a cell that is not quoted", remedy: remedy)
        case .recordTooLong:
            .error(
                "record-too-long", at: place,
                "the row that begins here is longer than \(RecordScanner.longestRecord >> 20) MB; a quote may be open",
                remedy: remedy)
        }
    }
}
