package import Diagnostics
import Storage

extension SurveyFile {
    /// Finds the form of a file: encoding from all its bytes, delimiter, header and platform from its beginning.
    /// - Parameters:
    ///   - displayPath: the path for messages.
    ///   - hints: what the mapping declares, which is believed.
    /// - Returns: nil with errors for a file that cannot be read as a table at all.
    package static func open(
        path: String, displayPath: String, hints: LayoutHints = LayoutHints()
    ) -> Outcome<SurveyFile?> {
        let place = SourceLocation(file: displayPath)
        do throws(StorageError) {
            let form = try FileForm.find(path: path, displayPath: displayPath, hints: hints)
            var found = form.diagnostics
            guard !form.isForeign else { return Outcome(nil, found) }
            guard
                let header = HeaderFinding.find(
                    form.head, announced: form.delimiter.isAnnounced, declared: hints.platform)
            else {
                found.append(
                    .error(
                        "empty-file", at: place, "the file holds no header and no rows",
                        remedy: "export the responses again, or take the survey's mapping away"))
                return Outcome(nil, found)
            }
            var layout = Layout(
                encoding: form.encoding.encoding, delimiter: form.delimiter.delimiter, preambleRecords: header.preamble,
                headerRows: header.headerRows, platform: header.platform.platform)
            layout.hasByteOrderMark = form.survey.hasByteOrderMark
            layout.evidence = [form.encoding.reason, form.delimiter.reason, header.reason]
            layout.columns = header.platform.columns(header.head)
            layout.marks = header.platform.marks(header.head)
            layout.blanks = header.platform.blanks
            let headers = header.head.rows.prefix(header.headerRows)
            layout.width = headers.map(\.count).max() ?? 0
            layout.namedWidth = headers.map(Head.filled).max() ?? 0
            layout.dropsTrailingBlanks = header.dropsTrailingBlanks(namedWidth: layout.namedWidth)
            let file = SurveyFile(
                path: path, displayPath: displayPath, layout: layout, size: form.survey.size,
                isWellFormed: form.isWellFormed)
            return Outcome(file, found)
        } catch {
            return Outcome(nil, [unreadable(displayPath, error)])
        }
    }
}
