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

/// What one pass over the rows found, in the order of the file; long lists are cut and counted.
struct RowDiagnostics {
    let displayPath: String
    var ragged = RaggedRows()

    /// All findings, those of the quoting included.
    /// - Parameter rows: data rows that are not blank.
    func conclude(_ result: RecordReader.Result, _ layout: Layout, rows: Int) -> [Diagnostic] {
        var all = ragged.first.map { line, width in
            Diagnostic.warning(
                "ragged-row", at: SourceLocation(file: displayPath, line: line),
                "the row has \(width) cells where the header has \(layout.width); it is counted as unreadable")
        }
        if ragged.count > 0, ragged.count == rows, let first = all.first {
            all.append(
                .error(
                    "header-mismatch", at: first.location, "no row has the header's number of cells, \(layout.width)",
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
