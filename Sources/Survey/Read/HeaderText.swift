/// Header texts as people read them: without markup, on one line.
package enum HeaderText {
    /// The text without HTML tags, common entities, emphasis of Markdown, unresolved references to other answers, line
    /// ends, no-break spaces, byte-order marks and doubled blanks.
    package static func clean(_ text: String) -> String {
        collapse(withoutEmphasis(withoutReferences(withoutEntities(withoutTags(text)))))
    }

    /// The text on one line, with single blanks between words and none at its ends.
    package static func collapse(_ text: String) -> String {
        var out: [Unicode.Scalar] = []
        var pendingBlank = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x2028, 0x2029, 0x202F: pendingBlank = !out.isEmpty
            case 0xFEFF, 0x200B: continue
            default:
                if pendingBlank { out.append(" ") }
                pendingBlank = false
                out.append(scalar)
            }
        }
        return string(out)
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Tags become blanks; a `<` that begins no tag (`< 18`) stays.
    private static func withoutTags(_ text: String) -> String {
        guard text.unicodeScalars.contains("<") else { return text }
        let scalars = Array(text.unicodeScalars)
        var out: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            if scalars[index] == "<", let end = tagEnd(scalars, index) {
                // Tags that break a line part words; those within a line, such as `<b>`, do not.
                if breaksLine(scalars[(index + 1)..<end]) { out.append(" ") }
                index = end + 1
            } else {
                out.append(scalars[index])
                index += 1
            }
        }
        return string(out)
    }

    private static func tagEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        guard start + 1 < scalars.count else { return nil }
        let next = scalars[start + 1]
        guard next == "/" || next == "!" || (next.isASCII && next.properties.isAlphabetic) else { return nil }
        // No further than the next `<`, so that a text of nothing but openings is walked once.
        guard let end = scalars[(start + 1)...].firstIndex(where: { $0 == ">" || $0 == "<" }), scalars[end] == ">"
        else {
            return nil
        }
        return end
    }

    private static func breaksLine(_ tag: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = string(tag.drop { $0 == "/" }.prefix { $0.isASCII && $0.properties.isAlphabetic }).lowercased()
        return ["br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "hr"].contains(name)
    }

    private static func withoutEntities(_ text: String) -> String {
        guard text.unicodeScalars.contains("&") else { return text }
        var out = text
        // `&amp;` last, so that `&amp;lt;` becomes `&lt;` and no further.
        for (entity, plain) in [
            ("&nbsp;", " "), ("&#160;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
            ("&amp;", "&"),
        ] {
            out = replaced(out, entity, by: plain)
        }
        return out
    }

    private static func replaced(_ text: String, _ part: String, by other: String) -> String {
        let bytes = Array(text.utf8)
        let wanted = Array(part.utf8)
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: wanted) {
                out.append(contentsOf: other.utf8)
                index += wanted.count
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// `{{field:…}}` and `${q://…}` become `…`: the answer that they stood for is not the same for all.
    private static func withoutReferences(_ text: String) -> String {
        var out = text
        for (open, close) in [("{{", "}}"), ("${", "}")] {
            let scalars = Array(out.unicodeScalars)
            let (first, last) = (Array(open.unicodeScalars), Array(close.unicodeScalars))
            guard scalars.contains(first[0]) else { continue }
            var kept: [Unicode.Scalar] = []
            var rest = 0
            while let start = (rest..<scalars.count).first(where: { scalars[$0...].starts(with: first) }),
                let end = (start + first.count..<max(start + first.count, scalars.count)).first(where: {
                    scalars[$0...].starts(with: last)
                })
            {
                kept += scalars[rest..<start] + ["\u{2026}"]
                rest = end + last.count
            }
            out = string(kept + scalars[rest...])
        }
        return out
    }

    /// Bytes of a text above which its marks stay: longer than any question.
    private static let longestMarked = 16_384

    /// `**bold**`, `*so*`, `__so__` and `_so_` around whole words lose their marks; `Q2_1` and `[*]` keep theirs.
    private static func withoutEmphasis(_ text: String) -> String {
        guard text.utf8.count <= longestMarked, text.unicodeScalars.contains(where: { $0 == "*" || $0 == "_" }) else {
            return text
        }
        var scalars = Array(text.unicodeScalars)
        /// Marks that nothing closes from here on, by sign and number.
        var open: Set<[Unicode.Scalar]> = []
        var index = 0
        while index < scalars.count {
            let mark = scalars[index]
            guard mark == "*" || mark == "_", index == 0 || !isWord(scalars[index - 1]) else {
                index += 1
                continue
            }
            let length = index + 1 < scalars.count && scalars[index + 1] == mark ? 2 : 1
            let inner = index + length
            let marks = [Unicode.Scalar](repeating: mark, count: length)
            guard inner < scalars.count, !isBlank(scalars[inner]), scalars[inner] != mark, scalars[inner] != "]",
                !open.contains(marks)
            else {
                index += length
                continue
            }
            guard let close = closing(scalars, mark, length, from: inner) else {
                open.insert(marks)
                index += length
                continue
            }
            scalars.removeSubrange(close..<(close + length))
            scalars.removeSubrange(index..<inner)
        }
        return string(scalars)
    }

    private static func closing(_ scalars: [Unicode.Scalar], _ mark: Unicode.Scalar, _ length: Int, from inner: Int)
        -> Int?
    {
        var index = inner + 1
        while index + length <= scalars.count {
            let isMark = scalars[index..<(index + length)].allSatisfy { $0 == mark }
            let follows = index + length < scalars.count ? scalars[index + length] : " "
            if isMark, !isBlank(scalars[index - 1]), scalars[index - 1] != "[", follows != mark, !isWord(follows) {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
