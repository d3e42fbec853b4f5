import Content

/// HTML and SVG under construction: text is escaped where it is appended.
struct Markup {
    private(set) var text = ""

    /// Appends markup of our own.
    mutating func raw(_ markup: String) { text += markup }

    /// Appends text as character data: control characters that HTML does not allow are left out.
    mutating func escaped(_ content: String) { text += Markup.escape(content) }

    /// Appends a whole element that holds text only.
    mutating func element(_ tag: String, _ attributes: String = "", _ content: String) {
        text += "<\(tag)\(attributes.isEmpty ? "" : " " + attributes)>\(Markup.escape(content))</\(tag)>"
    }

    var html: SafeHTML { SafeHTML(trusted: text) }

    /// The text for character data and for attribute values in double quotes.
    static func escape(_ content: String) -> String {
        // Most text of a chart is numbers and names, in which nothing has to be written otherwise.
        let isPlain = content.utf8.allSatisfy { byte in
            switch byte {
            case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
            case 0x20...0x7E: true
            // First bytes of U+0080...U+00BF, among them control characters.
            default: byte >= 0x80 && byte != 0xC2
            }
        }
        if isPlain { return content }
        var result = ""
        result.reserveCapacity(content.utf8.count)
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A share of the width, 0...100, as an attribute value with at most two decimals, such as `12.5%`.
    static func percent(_ position: Double) -> String {
        guard position.isFinite else { return "0%" }
        let hundredths = Int((min(max(position, -1_000), 1_000) * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
        if rest == 0 { return "\(sign)\(whole)%" }
        if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)%" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
