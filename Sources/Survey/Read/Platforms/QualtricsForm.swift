import Report

/// Qualtrics: ids, texts and `{"ImportId":…}` in three header rows; two in files of before 2017.
///
/// Texts are in the language of whoever exported, so only ids decide.
enum QualtricsForm: PlatformForm {
    static let platform = Platform.qualtrics

    static func recognise(_ head: Head) -> String? {
        if importRow(head) != nil { return "the third row holds ImportId" }
        if isLegacy(head) { return "the first row holds V1, V2, … and the second ResponseID, ResponseSet" }
        let keys = Set(head.keys)
        guard keys.contains("responseid"), keys.contains("startdate"), keys.contains("enddate") else { return nil }
        return keys.contains("finished") || keys.contains("progress") || keys.contains("responseset")
            ? "the first row holds ResponseId, StartDate, EndDate" : nil
    }

    static func headerRows(_ head: Head) -> Int {
        if let row = importRow(head) { return row + 1 }
        if isLegacy(head) { return 2 }
        // Without the third row the second one is texts if it has no date where the data have.
        guard let column = head.keys.firstIndex(of: "startdate"), !head.cell(1, column).isEmpty,
            DateReading.read(Array(head.cell(1, column).utf8)[...]) == nil
        else { return 1 }
        return 2
    }

    /// The row of `{"ImportId":"QID1"}`, or in Python's spelling `{'ImportId': 'QID1'}`.
    private static func importRow(_ head: Head) -> Int? {
        (1..<min(4, max(1, head.rows.count))).first { row in head.rows[row].contains { importID($0) != nil } }
    }

    private static func importID(_ cell: String) -> String? {
        guard cell.hasPrefix("{"), let value = JSONText.value(of: "ImportId", in: cell) else { return nil }
        return value
    }

    private static func isLegacy(_ head: Head) -> Bool {
        head.cell(0, 0) == "V1" && head.cell(0, 1) == "V2" && head.cell(1, 0) == "ResponseID"
    }

    /// What the platform calls each column for itself, such as `status` or `finished`, in lower case without blanks.
    private static func systemNames(_ head: Head) -> [String] {
        let row = isLegacy(head) ? 1 : 0
        return head.header(row).map { $0.lowercased().filter { $0 != " " } }
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let ids = head.header(0)
        let headerRows = headerRows(head)
        let importRow = importRow(head)
        let imports = (0..<head.width).map { column in importRow.flatMap { importID(head.cell($0, column)) } ?? "" }
        let texts = headerRows > 1 ? head.header(1) : ids
        let groups = (0..<head.width).map { group(ids[$0], imports[$0]) }
        var names = SharedStems.names(texts, groups: groups, joiner: " - ")
        if isLegacy(head) || imports.contains(where: { $0.contains("-") }) {
            let hyphened = SharedStems.names(texts, groups: groups, joiner: "-")
            for index in names.indices where names[index] == texts[index] { names[index] = hyphened[index] }
        }
        for index in names.indices {
            for ending in [" - Selected Choice", " [Selected Choice]", "-Selected Choice"]
            where names[index].hasSuffix(ending) {
                names[index] = String(names[index].dropLast(ending.count))
            }
        }
        // Text of one's own beside a choice: `Q3_7_TEXT` of `Q3`.
        for index in names.indices where names[index] == texts[index] && !groups[index].isEmpty {
            guard let base = ids.firstIndex(of: groups[index]), base != index,
                names[index].hasPrefix(names[base] + " - ")
            else { continue }
            names[index] = "\(names[base]) [\(names[index].dropFirst(names[base].count + 3))]"
        }
        let systemNames = systemNames(head)
        return (0..<head.width).map { index in
            .single(
                index, names[index].isEmpty ? ids[index] : names[index], id: ids[index],
                otherIDs: imports[index].isEmpty ? [] : [imports[index]],
                role: role(systemNames[index], imports[index], ids[index]))
        }
    }

    /// The question that a column belongs to: `Q2` of `Q2_1`, `QID5` of `QID5-2`; empty for the platform's own columns.
    private static func group(_ id: String, _ importID: String) -> String {
        let own = importID.hasPrefix("QID") || importID.isEmpty ? id : ""
        let parts = own.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, !first.isEmpty else { return "" }
        return String(first)
    }

    private static func role(_ name: String, _ importID: String, _ id: String) -> ColumnRole {
        switch name {
        case "responseid", "_recordid": return .respondent
        case "startdate": return .started
        case "enddate", "recordeddate": return .submitted
        case "recipientlastname", "recipientfirstname", "recipientemail", "emailaddress", "name", "externalreference",
            "externaldatareference":
            return .contact
        case "status", "ipaddress", "progress", "duration(inseconds)", "finished", "locationlatitude",
            "locationlongitude",
            "locationaccuracy", "distributionchannel", "userlanguage", "responseset", "solutionrevision",
            "q_ballotboxstuffing",
            "q_recaptchascore", "q_totalduration", "q_relevantidduplicate", "q_relevantidfraudscore",
            "q_duplicaterespondent":
            return .system
        default: break
        }
        for ending in [
            "_NPS_GROUP", "_DO", " - Topics", " - Parent Topics", " - Sentiment", " - Sentiment Score",
            " - Sentiment Polarity",
        ]
        where id.hasSuffix(ending) { return .system }
        return importID == "_recordId" ? .respondent : .answer
    }

    static func marks(_ head: Head) -> [RowMark] {
        let names = systemNames(head)
        var marks: [RowMark] = []
        // The channel is never translated; the status is a number or a word in the language of the export.
        if let channel = names.firstIndex(of: "distributionchannel") {
            marks.append(RowMark(column: channel, test: .isOneOf(["preview"]), outcome: .test, reason: "preview"))
            marks.append(RowMark(column: channel, test: .isOneOf(["test"]), outcome: .test, reason: "test"))
        }
        if let status = names.firstIndex(of: "status") {
            let preview = [
                "1", "17", "Survey Preview", "Offline Survey Preview", "Umfragevorschau", "Vorschau der Umfrage",
                "Aperçu de l'enquête",
                "Aperçu du sondage", "Vista previa de la encuesta", "Vista previa de encuesta",
            ]
            let spam = [
                "8", "9", "10", "12", "24", "25", "40", "Spam", "Possible Spam", "Spam Survey Preview",
                "Spam Survey Test", "Imported Spam",
                "Offline Spam",
            ]
            marks.append(RowMark(column: status, test: .isOneOf(preview), outcome: .test, reason: "preview"))
            marks.append(
                RowMark(column: status, test: .isOneOf(["2", "18", "Survey Test"]), outcome: .test, reason: "test"))
            marks.append(RowMark(column: status, test: .isOneOf(spam), outcome: .test, reason: "spam"))
        }
        if let finished = names.firstIndex(of: "finished") {
            let no = ["0", "False", "Falsch", "Faux", "Falso", "No"]
            marks.append(RowMark(column: finished, test: .isOneOf(no), outcome: .incomplete, reason: "unfinished"))
        }
        return marks
    }
}
