package import Diagnostics
package import Report
import Storage

/// A survey file whose form is known: what every pass over its rows needs.
///
/// It holds nothing of the rows.
package struct SurveyFile: Sendable {
    /// Path to open.
    package let path: String
    /// Path for messages.
    package let displayPath: String
    package internal(set) var layout: Layout
    /// Size in bytes when the form was found: a pass over a file that changed meanwhile is an error.
    let size: Int
    /// Set for a file in which one row is one answer.
    var long: LongForm?
    let isWellFormed: Bool
    /// How the file is divided for work on all cores, and for each part, whether an odd number of quotes stands before it.
    let parts: FilePieces
    let oddQuotes: [Bool]
    /// Rows that a pass reads; more of them are an error.
    var rowLimit = Limits.rows

    /// Calls the body with the data rows, in the order of the file; blank rows are left out.
    ///
    /// Several passes are allowed. Of a long file the records are responses, each with the line of its first row.
    /// - Returns: ragged rows as warnings, broken quoting and a file that cannot be read as errors.
    package func forEachBatch(_ body: (RecordBatch) -> Void) -> [Diagnostic] { pass(body).diagnostics }

    func pass(_ body: (RecordBatch) -> Void) -> FilePass {
        guard let long else { return filePass(layout, body) }
        var form = layout
        form.width = long.fileWidth
        form.namedWidth = long.fileNamedWidth
        var pivot = LongPivot(long.parts, width: long.fileWidth, questions: long.questions)
        var loose = RecordBatch()
        let pass = filePass(form) { batch in
            for record in 0..<batch.count where !pivot.observe(batch, record) {
                loose.append(record: record, of: batch)
            }
        }
        // Rows that belong to no response stand at the end; they are narrower than a response and so unreadable.
        var row = 1
        for records in pivot.batches() + [loose] where records.count > 0 {
            var batch = records
            batch.firstRow = row
            row += batch.count
            body(batch)
        }
        return pass
    }

    /// The same with what is made of the rows made on all cores and taken in their order; see `filePass`.
    func pass<Part: Sendable, State: Sendable>(
        into state: State, make: @Sendable (RecordBatch) -> Part, take: @Sendable (inout State, Part, Int) -> Void
    ) -> (State, FilePass) {
        guard long != nil else { return filePass(into: state, make: make, take: take) }
        var state = state
        let found = pass { take(&state, make($0), 0) }
        return (state, found)
    }

    static func unreadable(_ displayPath: String, _ error: StorageError) -> Diagnostic {
        .error("unreadable-file", at: SourceLocation(file: displayPath), "the file cannot be read: \(error.reason)")
    }

    /// What becomes of a row by the form of the file and the platform's own marks, before any answer is looked at: nil
    /// for a row that stands.
    package func outcome(_ batch: RecordBatch, _ record: Int) -> (outcome: RowOutcome, reason: String)? {
        if !layout.fits(batch, record) { return (.unreadable, "ragged") }
        for mark in layout.marks where mark.holds(batch, record) {
            return (mark.outcome, mark.reason)
        }
        return nil
    }

    /// The answer in a column: the first of its cells that is not blank and not a word for "not chosen", without the
    /// guard before a formula.
    ///
    /// Blanks within and around it are as in the file.
    package func cell(_ batch: RecordBatch, _ record: Int, _ column: LayoutColumn) -> ArraySlice<UInt8> {
        for source in column.sources {
            let range = batch.range(record, source)
            guard !range.isEmpty else { continue }
            let cell = batch.bytes[range]
            if let first = cell.first, first > 0x20, first < 0x80, layout.blanks.isEmpty { return unguarded(cell) }
            if Blanks.areAll(cell) || layout.isBlankWord(cell) { continue }
            return unguarded(cell)
        }
        return []
    }

    private func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.first == 0x27, layout.guardsFormulas, cell.count > 1 else { return cell }
        return switch cell[cell.startIndex + 1] {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: cell.dropFirst()
        default: cell
        }
    }
}

/// How a file in which one row is one answer is put together.
struct LongForm: Sendable {
    let parts: LongPivot.Parts
    let fileWidth: Int
    let fileNamedWidth: Int
    let questions: [String]
}
