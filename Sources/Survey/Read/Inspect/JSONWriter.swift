/// JSON as text, members in the order in which they are given.
enum JSONValue {
    case text(String)
    case number(Int)
    case flag(Bool)
    case none
    case list([JSONValue])
    case object([(String, JSONValue)])

    /// On several lines: objects and lists of objects with an indent, other lists on one line.
    func rendered(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return JSONValue.quoted(text)
        case .number(let number): return String(number)
        case .flag(let flag): return flag ? "true" : "false"
        case .none: return "null"
        case .list(let values):
            let isFlat = values.allSatisfy { if case .object = $0 { false } else { true } }
            if isFlat { return "[" + values.map { $0.rendered() }.joined(separator: ", ") + "]" }
            return "[\n" + values.map { inner + $0.rendered(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            return "{\n"
                + members.map { "\(inner)\(JSONValue.quoted($0.0)): \($0.1.rendered(indent: inner))" }.joined(
                    separator: ",\n")
                + "\n\(indent)}"
        }
    }

    static func quoted(_ text: String) -> String {
        var out: [UInt8] = []
        appendQuoted(Array(text.utf8)[...], to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Quotes, backslashes and control characters are escaped, and so are the line ends that only some programs know
    /// (U+0085, U+2028, U+2029): a value never breaks a line.
    static func appendQuoted(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
        out.append(0x22)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x22, 0x5C: out += [0x5C, byte]
            case 0x0A: out += Array("\\n".utf8)
            case 0x0D: out += Array("\\r".utf8)
            case 0x09: out += Array("\\t".utf8)
            case 0..<0x20, 0x7F:
                let digits = Array("0123456789abcdef".utf8)
                out += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            case 0xC2 where index < bytes.endIndex && bytes[index] == 0x85:
                out += Array("\\u0085".utf8)
                index += 1
            case 0xE2 where index + 1 < bytes.endIndex && bytes[index] == 0x80 && bytes[index + 1] & 0xFE == 0xA8:
                out += Array((bytes[index + 1] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
                index += 2
            default: out.append(byte)
            }
        }
        out.append(0x22)
    }
}
