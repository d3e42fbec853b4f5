import Diagnostics
import Storage

/// What the bytes of a file say before anything is known of its header: encoding and delimiter.
struct FileForm {
    let survey: ByteSurvey
    let encoding: EncodingFinding
    let delimiter: DelimiterFinding
    /// First records.
    let head: RecordBatch
    /// Foreign kinds of file, zero bytes, damaged characters.
    let diagnostics: [Diagnostic]
    /// No text at all: a workbook, an archive, a page.
    let isForeign: Bool

    var isWellFormed: Bool {
        survey.illFormed == 0 && (encoding.encoding == .utf8 || encoding.encoding == .utf8WithMark)
    }

    static func find(
        path: String, displayPath: String, hints: LayoutHints, parts: FilePieces = .standard
    ) throws(StorageError) -> FileForm {
        let survey = try ByteSurvey(path: path, pieces: parts)
        if let kind = FileKind.of(survey.start) {
            return FileForm(
                survey: survey, encoding: EncodingFinding(encoding: .utf8, reason: ""),
                delimiter: DelimiterFinding(delimiter: 0x2C, reason: "", isAnnounced: false), head: RecordBatch(),
                diagnostics: [
                    .error("not-csv", at: SourceLocation(file: displayPath), kind.message, remedy: kind.remedy)
                ],
                isForeign: true)
        }
        let encoding = try EncodingFinding.find(survey, path: path, declared: hints.encoding)
        let head = try HeadText(path: path, encoding: encoding.encoding)
        let delimiter = DelimiterFinding.find(head, declared: hints.delimiter)
        return FileForm(
            survey: survey, encoding: encoding, delimiter: delimiter,
            head: head.records(delimiter: delimiter.delimiter).batch,
            diagnostics: try ByteProblems.find(survey, encoding.encoding, path: path, displayPath: displayPath),
            isForeign: false)
    }
}
