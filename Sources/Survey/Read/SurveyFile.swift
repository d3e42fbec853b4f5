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

    /// Calls the body with the data rows, in the order of the file; blank rows are left out.
    ///
    /// Several passes are allowed. Of a long file the records are responses, each with the line of its first row.
    /// - Returns: ragged rows as warnings, broken quoting and a file that cannot be read as errors.
    package func forEachBatch(_ body: (RecordBatch) -> Void) -> [Diagnostic] { pass(body).diagnostics }

    /// What a pass found: `rows` and `blankRows` are those of the file below its header.
    struct Pass {
        var diagnostics: [Diagnostic] = []
        var rows = 0
        var blankRows = 0
    }

    func pass(_ body: (RecordBatch) -> Void) -> Pass {
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
        var records = pivot.records()
        // Rows that belong to no response stand at the end; they are narrower than a response and so unreadable.
        for record in 0..<loose.count { records.append(record: record, of: loose) }
        records.firstRow = 1
        if records.count > 0 { body(records) }
        return pass
    }

    private func filePass(_ layout: Layout, _ body: (RecordBatch) -> Void) -> Pass {
        var diagnostics = RowDiagnostics(displayPath: displayPath)
        var skipped = 0
        var pass = Pass()
        let reader = RecordReader(
            path: path, encoding: layout.encoding, delimiter: layout.delimiter, isWellFormed: isWellFormed)
        do throws(StorageError) {
            let result = try reader.forEachBatch { batch in
                let skip = min(batch.count, layout.preambleRecords + layout.headerRows - skipped)
                skipped += skip
                let below = batch.count - skip
                batch.keepRecords { $1 >= skip && !$0.isBlank($1) }
                batch.firstRow = pass.rows + 1
                pass.blankRows += below - batch.count
                pass.rows += batch.count
                diagnostics.observe(batch, layout)
                if batch.count > 0 { body(batch) }
                return true
            }
            pass.diagnostics = diagnostics.conclude(result, layout, rows: pass.rows)
            if !result.wasStopped, result.size != size {
                pass.diagnostics.append(
                    .error(
                        "file-changed", at: SourceLocation(file: displayPath), "the file changed while it was read",
                        remedy: "run the command again"))
            }
        } catch {
            pass.diagnostics = [SurveyFile.unreadable(displayPath, error)]
        }
        return pass
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
