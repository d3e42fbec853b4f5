import Report

/// Formbricks: `No.,Response ID,Timestamp,Finished,Survey ID,…`, then `1. Question` and `1. Question - Row`.
enum FormbricksForm: PlatformForm {
    static let platform = Platform.formbricks

    static func recognise(_ head: Head) -> String? {
        let keys = Set(head.keys)
        guard keys.contains("survey id"), keys.contains("response id"),
            keys.contains("formbricks id (internal)") || keys.isSuperset(of: ["no.", "finished"])
        else { return nil }
        return "the columns No., Response ID, Finished and Survey ID stand at the beginning"
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        let names = SharedStems.names(header, groups: header.map(number), joiner: " - ")
        return header.indices.map { index in
            let role = role(header[index].lowercased())
            let name =
                number(header[index]).isEmpty
                ? names[index] : HeaderText.collapse(String(names[index].drop { $0 != " " }))
            return .single(index, name, id: header[index], role: role)
        }
    }

    /// `12.` of `12. How was it?`; empty for other columns.
    private static func number(_ header: String) -> String {
        let digits = header.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, header.dropFirst(digits.count).hasPrefix(". ") else { return "" }
        return "\(digits)."
    }

    private static func role(_ key: String) -> ColumnRole {
        switch key {
        case "response id": .respondent
        case "timestamp": .submitted
        case "user id", "verified email", "email": .contact
        case "no.", "finished", "survey id", "formbricks id (internal)", "tags", "quotas", "source", "url", "action",
            "country",
            "ipaddress":
            .system
        default: key.hasPrefix("useragent - ") || key.hasSuffix(" - option id") ? .system : .answer
        }
    }

    static func marks(_ head: Head) -> [RowMark] {
        guard let finished = head.keys.firstIndex(of: "finished") else { return [] }
        return [RowMark(column: finished, test: .isOneOf(["No", "false"]), outcome: .incomplete, reason: "unfinished")]
    }
}
