package import Diagnostics
package import Report
import Storage

/// A survey file whose form is known: what every pass over its rows needs. It holds nothing of the rows.
package struct SurveyFile: Sendable {
    /// Path to open.
    package let path: String
    /// Path for messages.
    package let displayPath: String
    package let layout: Layout
    /// Size in bytes when the form was found: a pass over a file that changed meanwhile is an error.
    let size: Int
    let isWellFormed: Bool

    /// Calls the body with the data rows, in the order of the file; blank rows are left out. Several passes are allowed.
    /// - Returns: ragged rows as warnings, broken quoting and a file that cannot be read as errors.
    package func forEachBatch(_ body: (RecordBatch) -> Void) -> [Diagnostic] { pass(body).diagnostics }

    /// The same, with the number of blank rows below the header.
    func pass(_ body: (RecordBatch) -> Void) -> (diagnostics: [Diagnostic], blankRows: Int) {
        var diagnostics = RowDiagnostics(displayPath: displayPath)
        var skipped = 0
        var row = 1
        var blank = 0
        let reader = RecordReader(
            path: path, encoding: layout.encoding, delimiter: layout.delimiter, isWellFormed: isWellFormed)
        do throws(StorageError) {
            let result = try reader.forEachBatch { batch in
                let skip = min(batch.count, layout.preambleRecords + layout.headerRows - skipped)
                skipped += skip
                let before = batch.count - skip
                batch.keepRecords { $1 >= skip && !$0.isBlank($1) }
                blank += before - batch.count
                batch.firstRow = row
                row += batch.count
                diagnostics.observe(batch, layout)
                if batch.count > 0 { body(batch) }
                return true
            }
            return (diagnostics.conclude(result, layout), blank)
        } catch {
            return ([SurveyFile.unreadable(displayPath, error)], blank)
        }
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
    /// guard before a formula. Blanks within and around it are as in the file.
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
