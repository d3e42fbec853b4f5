package import Diagnostics
import Storage

extension SurveyFile {
    /// Finds the form of a file: encoding from all its bytes, delimiter, header and platform from its beginning.
    /// - Parameters:
    ///   - displayPath: the path for messages.
    ///   - hints: what the mapping declares, which is believed.
    ///   - parts: how the file is divided for work on all cores.
    /// - Returns: nil with errors for a file that cannot be read as a table at all.
    package static func open(
        path: String, displayPath: String, hints: LayoutHints = LayoutHints(), parts: FilePieces = .standard
    ) -> Outcome<SurveyFile?> {
        let place = SourceLocation(file: displayPath)
        do throws(StorageError) {
            let form = try FileForm.find(path: path, displayPath: displayPath, hints: hints, parts: parts)
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
                isWellFormed: form.isWellFormed, parts: parts, oddQuotes: form.survey.oddQuotes)
            return Outcome(file.completed(header), found)
        } catch {
            return Outcome(nil, [unreadable(displayPath, error)])
        }
    }

    /// The form with what only the rows can tell: which columns are one question of one choice, which answers a long
    /// file holds.
    private func completed(_ header: HeaderFinding) -> SurveyFile {
        if let parts = header.platform.longParts(header.head) { return pivoted(parts) }
        guard layout.platform == .surveymonkey else { return self }
        var choices = ExplodedChoices(layout)
        guard choices.isOpen else { return self }
        _ = forEachBatch { if choices.isOpen { choices.observe($0) } }
        var complete = self
        complete.layout.columns = choices.joined()
        return complete
    }

    /// The form after its rows are put together: the columns of questions follow those of the file.
    private func pivoted(_ parts: LongPivot.Parts) -> SurveyFile {
        var questions = LongPivot.Questions()
        var seen: Set<String> = []
        var rows = 0
        _ = forEachBatch {
            rows += $0.count
            questions.observe($0, parts, seen: &seen)
        }
        var complete = self
        complete.long = LongForm(
            parts: parts, fileWidth: layout.width, fileNamedWidth: layout.namedWidth, questions: questions.names)
        complete.layout.isLong = true
        let used = Set(parts.answers + [parts.question])
        complete.layout.columns = layout.columns.filter { !used.contains($0.sources[0]) }
        for (index, name) in questions.names.enumerated() {
            complete.layout.columns.append(
                LayoutColumn(name: name, questionID: nil, role: .answer, sources: [layout.width + index]))
        }
        complete.layout.width = layout.width + questions.names.count
        complete.layout.namedWidth = complete.layout.width
        complete.layout.evidence.append(
            "\(rows) rows are answers to \(questions.names.count) questions; those of one instance are one response")
        for name in questions.names where questions.lowerIsBetter.contains(name) {
            complete.layout.evidence.append(
                "the file says of '\(name)' that low is better: its scale is `reversed: true`")
        }
        return complete
    }
}
