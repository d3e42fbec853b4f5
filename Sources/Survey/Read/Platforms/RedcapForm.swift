import Report

/// REDCap: the record's id first, `redcap_…` and `<form>_complete` columns, checkboxes as `field___code`.
enum RedcapForm: PlatformForm {
    static let platform = Platform.redcap
    private static let states: Set<String> = ["0", "1", "2", "incomplete", "unverified", "complete"]

    static func recognise(_ head: Head) -> String? {
        let keys = head.keys
        if keys.contains(where: { $0.hasPrefix("redcap_") }) { return "columns begin with redcap_" }
        let complete = completeColumns(head)
        guard !complete.isEmpty else { return nil }
        if keys.contains(where: isCheckbox) { return "columns end with _complete, checkboxes are named field___code" }
        guard let first = keys.first,
            first.hasSuffix("_id") || first == "record id" || first == "id" || complete.count > 1
        else {
            return nil
        }
        return "the first column is the record's id, and a column of each form says whether it is complete"
    }

    /// Columns that say of a form whether it is complete, by name and by value.
    private static func completeColumns(_ head: Head) -> [Int] {
        head.keys.indices.filter { index in
            let key = head.keys[index]
            return (key.hasSuffix("_complete") || key == "complete?")
                && head.values(index, below: 1).prefix(100).allSatisfy { states.contains($0.lowercased()) }
        }
    }

    private static func isCheckbox(_ key: String) -> Bool {
        let parts = key.split(separator: "_", omittingEmptySubsequences: false)
        return parts.count >= 4 && parts[parts.count - 2].isEmpty && parts[parts.count - 3].isEmpty
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        let complete = Set(completeColumns(head))
        return header.indices.map { index in
            let text = header[index]
            let key = text.lowercased()
            if index == 0 { return .single(index, text, role: .respondent) }
            if complete.contains(index) { return .single(index, text, role: .system) }
            if key == "redcap_data_access_group" || key == "data access group" {
                return .single(index, text, role: .answer)
            }
            if key == "redcap_survey_identifier" || key == "survey identifier" {
                return .single(index, text, role: .contact)
            }
            if key.hasPrefix("redcap_") { return .single(index, text, role: .system) }
            if key.hasSuffix("_timestamp") || key == "survey timestamp" {
                return .single(index, text, role: .submitted)
            }
            if isCheckbox(key), let cut = text.range(last: "___") {
                return .single(index, "\(text[..<cut.lowerBound]) [\(text[cut.upperBound...])]", id: text)
            }
            if text.hasSuffix(")"), let cut = text.range(last: " (choice=") {
                return .single(index, "\(text[..<cut.lowerBound]) [\(text[cut.upperBound...].dropLast())]", id: text)
            }
            return .single(index, text)
        }
    }

    /// A row in which no form is complete.
    ///
    /// A form of several may be open while others are done.
    static func marks(_ head: Head) -> [RowMark] {
        let columns = completeColumns(head)
        guard let first = columns.first else { return [] }
        return [
            RowMark(
                column: first, others: Array(columns.dropFirst()), test: .isOneOf(["0", "Incomplete", ""]),
                outcome: .incomplete,
                reason: "unfinished")
        ]
    }
}

extension String {
    /// Where the last occurrence of a part stands.
    func range(last part: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(part) { found = index..<self.index(index, offsetBy: part.count) }
            index = self.index(after: index)
        }
        return found
    }
}
