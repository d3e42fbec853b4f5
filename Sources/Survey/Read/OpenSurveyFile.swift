package import Diagnostics
import Storage

extension SurveyFile {
    /// Finds the form of a file: encoding from all its bytes, delimiter, header and platform from its beginning.
    /// - Parameters:
    ///   - displayPath: the path for messages.
    ///   - hints: what the mapping declares, which is believed.
    /// - Returns: nil with errors for a file that cannot be read as a table at all.
    package static func open(path: String, displayPath: String, hints: LayoutHints = LayoutHints()) -> Outcome<
        SurveyFile?
    > {
        let place = SourceLocation(file: displayPath)
        do throws(StorageError) {
            let survey = try ByteSurvey(path: path)
            if let kind = FileKind.of(survey.start) {
                return Outcome(nil, [.error("not-csv", at: place, kind.message, remedy: kind.remedy)])
            }
            let encoding = try EncodingFinding.find(survey, path: path, declared: hints.encoding)
            var found = try ByteProblems.find(survey, encoding.encoding, path: path, displayPath: displayPath)
            let head = try HeadText(path: path, encoding: encoding.encoding)
            let delimiter = DelimiterFinding.find(head, declared: hints.delimiter)
            let (batch, _) = head.records(delimiter: delimiter.delimiter)
            guard let header = HeaderFinding.find(batch, announced: delimiter.isAnnounced, declared: hints.platform)
            else {
                found.append(
                    .error(
                        "empty-file", at: place, "the file holds no header and no rows",
                        remedy: "export the responses again, or take the survey's mapping away"))
                return Outcome(nil, found)
            }
            var layout = Layout(
                encoding: encoding.encoding, delimiter: delimiter.delimiter, preambleRecords: header.preamble,
                headerRows: header.headerRows, platform: header.platform.platform)
            layout.evidence = [encoding.reason, delimiter.reason, header.reason]
            layout.columns = header.platform.columns(header.head)
            layout.marks = header.platform.marks(header.head)
            layout.blanks = header.platform.blanks
            let headers = header.head.rows.prefix(header.headerRows)
            layout.width = headers.map(\.count).max() ?? 0
            layout.namedWidth = headers.map(Head.filled).max() ?? 0
            layout.dropsTrailingBlanks = header.dropsTrailingBlanks(namedWidth: layout.namedWidth)
            let isWellFormed =
                survey.illFormed == 0 && (encoding.encoding == .utf8 || encoding.encoding == .utf8WithMark)
            return Outcome(
                SurveyFile(
                    path: path, displayPath: displayPath, layout: layout, size: survey.size, isWellFormed: isWellFormed),
                found)
        } catch {
            return Outcome(nil, [unreadable(displayPath, error)])
        }
    }
}
