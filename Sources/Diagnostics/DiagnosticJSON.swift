extension [Diagnostic] {
    /// The findings in source order as a JSON array of objects with `file line column severity code message remedy`;
    /// what is not known is `null`.
    package var json: String {
        let objects = inSourceOrder.map { finding in
            let fields: [(String, String)] = [
                ("file", finding.location.file.jsonQuoted),
                ("line", finding.location.line.map(String.init) ?? "null"),
                ("column", finding.location.column.map(String.init) ?? "null"),
                ("severity", finding.severity.rawValue.jsonQuoted), ("code", finding.code.jsonQuoted),
                ("message", finding.message.jsonQuoted), ("remedy", finding.remedy?.jsonQuoted ?? "null"),
            ]
            return "  {" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
        }
        return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]"
    }
}

extension String {
    /// The text as a JSON string (RFC 8259), control characters escaped.
    package var jsonQuoted: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
