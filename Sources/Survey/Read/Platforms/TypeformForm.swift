import Report

/// Typeform: `#` first, `Start Date (UTC)`, `Submit Date (UTC)` and `Network ID` last; `Response Type` in newer files.
enum TypeformForm: PlatformForm {
    static let platform = Platform.typeform

    static func recognise(_ head: Head) -> String? {
        let keys = Set(head.keys)
        let hasDates = keys.contains("start date (utc)") || keys.contains("submit date (utc)")
        guard hasDates, keys.contains("network id") || head.keys.first == "#" else { return nil }
        return "the columns Start Date (UTC), Submit Date (UTC) and Network ID stand at the end"
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        return header.indices.map { index in
            let role: ColumnRole =
                switch header[index].lowercased() {
                case "#" where index == 0: .respondent
                case "start date (utc)": .started
                case "submit date (utc)": .submitted
                case "stage date (utc)", "network id", "response type", "tags", "ending": .system
                default: .answer
                }
            return .single(index, header[index], role: role)
        }
    }

    static func marks(_ head: Head) -> [RowMark] {
        let keys = head.keys
        if let type = keys.firstIndex(of: "response type") {
            return [
                RowMark(
                    column: type, test: .isOneOf(["started", "partial"]), outcome: .incomplete, reason: "unfinished")
            ]
        }
        guard let submitted = keys.firstIndex(of: "submit date (utc)") else { return [] }
        return [RowMark(column: submitted, test: .isEmpty, outcome: .incomplete, reason: "not-submitted")]
    }
}
