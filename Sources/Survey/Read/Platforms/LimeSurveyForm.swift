import Report

/// LimeSurvey: headers are codes (`Q1[SQ001]`), texts (`Question [Row]`) or both (`Q1[SQ001]. Question [Row]`); the
/// system's columns are `id`, `submitdate`, `lastpage`, `startlanguage` or their names in the survey's language.
enum LimeSurveyForm: PlatformForm {
    static let platform = Platform.limesurvey

    static func recognise(_ head: Head) -> String? {
        let codes = Set(head.header(0).map { parts($0).code.lowercased() })
        if codes.contains("submitdate") || codes.isSuperset(of: ["lastpage", "startlanguage"]) {
            return "the columns submitdate, lastpage and startlanguage are among the first"
        }
        let keys = Set(head.keys)
        if keys.contains("date submitted"), keys.contains("last page") || keys.contains("start language") {
            return "the columns Date submitted, Last page and Start language are among the first"
        }
        let filled = head.header(0).filter { !$0.isEmpty }
        let coded = filled.filter { isCode(parts($0).code) && !parts($0).text.isEmpty }
        let rows = filled.filter { isCode(parts($0).code) && parts($0).code.hasSuffix("]") }
        if filled.count > 2, coded.count * 4 >= filled.count * 3, !rows.isEmpty {
            return "headers are a code and a text, rows of a matrix as code[row]"
        }
        if rows.count(where: { parts($0).code.contains("[SQ0") }) > 1 { return "headers are codes such as Q1[SQ001]" }
        return nil
    }

    /// A header in its code and its text: `Q1[SQ001]` and `Question [Row]` of `Q1[SQ001]. Question [Row]`.
    private static func parts(_ header: String) -> (code: String, text: String) {
        for joiner in ["._.", ". ", ": "] {
            guard let cut = header.range(first: joiner), isCode(String(header[..<cut.lowerBound])) else { continue }
            return (String(header[..<cut.lowerBound]), HeaderText.collapse(String(header[cut.upperBound...])))
        }
        return isCode(header) ? (header, "") : ("", header)
    }

    /// `Q1`, `Q1[SQ001]`, `Q1[SQ001][1]`, `Q1[other]`: letters and digits, beginning with a letter.
    private static func isCode(_ text: String) -> Bool {
        let name = text.prefix { $0 != "[" }
        let first = name.utf8.first.map { (0x41...0x5A).contains($0 & 0xDF) } ?? false
        guard first, name.utf8.count <= 40,
            name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x5F })
        else { return false }
        let rest = text.dropFirst(name.count)
        return rest.isEmpty || rest.hasSuffix("]") && !rest.contains(" ")
    }

    static func columns(_ head: Head) -> [LayoutColumn] {
        let header = head.header(0)
        return header.indices.map { index in
            let (code, text) = parts(header[index])
            let role = role(code.isEmpty ? text.lowercased() : code.lowercased(), head, index)
            guard !text.isEmpty else { return .single(index, codeName(code), id: code, role: role) }
            return .single(index, name(text, code), id: code, role: role)
        }
    }

    /// `Q1[SQ001]` as `Q1 [SQ001]`.
    private static func codeName(_ code: String) -> String {
        guard let cut = code.range(first: "[") else { return code }
        return "\(code[..<cut.lowerBound]) \(code[cut.lowerBound...])"
    }

    /// `Question [Row]`; an empty row is left out, and a row without a question is put under the question's code.
    private static func name(_ text: String, _ code: String) -> String {
        if text.hasSuffix("[]") { return HeaderText.collapse(String(text.dropLast(2))) }
        if text.hasPrefix("["), !code.isEmpty { return "\(code.prefix { $0 != "[" }) \(text)" }
        return text
    }

    private static func role(_ key: String, _ head: Head, _ index: Int) -> ColumnRole {
        switch key {
        case "id", "response id", "antwort id", "antwort-id", "id de la réponse", "id de respuesta": return .respondent
        case "token", "access code", "zugangscode", "zugangsschlüssel": return .respondent
        case "submitdate", "date submitted", "datum abgeschickt", "abgeschickt am", "date de soumission",
            "fecha de envío":
            // A survey without dates writes the same day of 1980 for every finished response.
            let values = head.values(index, below: 1)
            return !values.isEmpty && values.allSatisfy { $0.hasPrefix("1980-01-01") } ? .system : .submitted
        case "startdate", "date started", "datum gestartet", "date de lancement", "fecha de inicio": return .started
        case "lastpage", "startlanguage", "seed", "datestamp", "ipaddr", "refurl", "interviewtime", "last page",
            "start language",
            "date last action", "ip address", "referrer url", "total time", "letzte seite", "start-sprache",
            "startsprache",
            "ip-adresse", "zufallsstartwert":
            return .system
        default:
            let isTime = key.hasPrefix("grouptime") || key.hasPrefix("group time:") || key.hasPrefix("question time:")
            if isTime || key.isEmpty && index == 0 { return .system }
            return .answer
        }
    }

    static func marks(_ head: Head) -> [RowMark] {
        let header = head.header(0)
        guard let column = header.indices.first(where: { isSubmitDate(header[$0]) }) else { return [] }
        return [RowMark(column: column, test: .isEmpty, outcome: .incomplete, reason: "not-submitted")]
    }

    private static func isSubmitDate(_ header: String) -> Bool {
        let (code, text) = parts(header)
        return [
            "submitdate", "date submitted", "datum abgeschickt", "abgeschickt am", "date de soumission",
            "fecha de envío",
        ]
        .contains(code.isEmpty ? text.lowercased() : code.lowercased())
    }
}

extension String {
    /// Where the first occurrence of a part stands.
    func range(first part: String) -> Range<String.Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(part) { return index..<self.index(index, offsetBy: part.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
