/// Fields of RFC 4180 files that a spreadsheet may open: a byte-order mark, CRLF, quotes where they are needed, and no
/// text that a spreadsheet would take for a formula.
enum CSVText {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    static let lineEnd: [UInt8] = [0x0D, 0x0A]
    static let comma = UInt8(ascii: ",")

    /// A file that holds only its header.
    static func start(_ header: String, capacity: Int = 0) -> [UInt8] {
        var bytes = byteOrderMark
        bytes.reserveCapacity(max(capacity, header.utf8.count + 5))
        bytes.append(contentsOf: header.utf8)
        bytes.append(contentsOf: lineEnd)
        return bytes
    }

    /// A text column's bytes.
    ///
    /// Text whose first character but for spaces could start a formula gets an apostrophe in front, by which
    /// spreadsheets mark text (OWASP, "CSV Injection").
    static func field(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        let guarded = startsFormula(text)
        let needsQuotes = text.utf8.contains {
            $0 == comma || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if guarded { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        return bytes
    }

    /// `=`, `+`, `-`, `@`, their full-width forms, tab and line ends.
    private static func startsFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        default: return false
        }
    }
}

extension [UInt8] {
    /// Appends fields with commas between them and a line end.
    mutating func appendRow(_ fields: [UInt8]...) {
        for (index, field) in fields.enumerated() {
            if index > 0 { append(CSVText.comma) }
            append(contentsOf: field)
        }
        append(contentsOf: CSVText.lineEnd)
    }
}
