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
    /// Nothing that can be read as a table: a workbook, an archive, a page, or too much.
    let isForeign: Bool

    var isWellFormed: Bool {
        survey.illFormed == 0 && (encoding.encoding == .utf8 || encoding.encoding == .utf8WithMark)
    }

    static func find(
        path: String, displayPath: String, hints: LayoutHints, parts: FilePieces = .standard
    ) throws(StorageError) -> FileForm {
        let place = SourceLocation(file: displayPath)
        guard try InputFile(path: path).size <= Limits.surveyFile.most else {
            return foreign(Limits.surveyFile.exceeded(at: place, remedy: "split the survey, or bring it in tabulated"))
        }
        let survey = try ByteSurvey(path: path, pieces: parts)
        if let kind = FileKind.of(survey.start) {
            return foreign(.error("not-csv", at: place, kind.message, remedy: kind.remedy))
        }
        let encoding = try EncodingFinding.find(survey, path: path, declared: hints.encoding)
        let head = try HeadText(path: path, encoding: encoding.encoding)
        let delimiter = DelimiterFinding.find(head, declared: hints.delimiter)
        let records = head.records(delimiter: delimiter.delimiter).batch
        if let wide = (0..<records.count).first(where: { records.width($0) > Limits.columns.most }) {
            let line = SourceLocation(file: displayPath, line: records.lines[wide])
            return foreign(
                Limits.columns.exceeded(
                    at: line, remedy: "export one row a response, or declare `delimiter:` where it was not found"))
        }
        return FileForm(
            survey: survey, encoding: encoding, delimiter: delimiter, head: records,
            diagnostics: try ByteProblems.find(survey, encoding.encoding, path: path, displayPath: displayPath),
            isForeign: false)
    }

    private static func foreign(_ problem: Diagnostic) -> FileForm {
        FileForm(
            survey: ByteSurvey(), encoding: EncodingFinding(encoding: .utf8, reason: ""),
            delimiter: DelimiterFinding(delimiter: 0x2C, reason: "", isAnnounced: false), head: RecordBatch(),
            diagnostics: [problem], isForeign: true)
    }
}
