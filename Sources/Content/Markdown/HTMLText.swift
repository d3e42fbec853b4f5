/// Text on its way into HTML.
enum HTMLText {
    /// Appends text, escaped for element content and quoted attributes.
    ///
    /// What HTML forbids becomes U+FFFD, also where it was hidden in an entity.
    static func append(_ text: String, to html: inout [UInt8]) {
        append(Array(text.utf8), to: &html)
    }

    /// The same for a part of a buffer of UTF-8 that begins and ends between characters.
    static func append(_ words: [UInt8], _ range: Range<Int>? = nil, to html: inout [UInt8]) {
        let range = range ?? 0..<words.count
        // Where what is not written yet begins: whatever stands for itself is copied in one piece.
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            if isPlain(words[index]) {
                index += 1
                continue
            }
            let (length, escape) = escape(words, at: index, before: range.upperBound)
            if let escape {
                html.append(contentsOf: words[start..<index])
                html.append(contentsOf: escape.utf8)
                start = index + length
            }
            index += length
        }
        html.append(contentsOf: words[start..<range.upperBound])
    }

    /// The length of a character that may need another form in HTML, and that form; nil where it stands for itself.
    ///
    /// cmark writes some references to code points that are no characters as bytes that are no UTF-8.
    private static func escape(_ words: [UInt8], at index: Int, before end: Int) -> (length: Int, escape: String?) {
        func byte(_ offset: Int) -> UInt8 { index + offset < end ? words[index + offset] : 0 }
        func isCharacter(_ length: Int) -> Bool { (1..<length).allSatisfy { byte($0) & 0xC0 == 0x80 } }
        let isForbidden: Bool
        let length: Int
        switch words[index] {
        case 0x26: return (1, "&amp;")
        case 0x3C: return (1, "&lt;")
        case 0x3E: return (1, "&gt;")
        case 0x22: return (1, "&quot;")
        case 0xC2: (length, isForbidden) = (2, byte(1) < 0xA0)
        case 0xEF:
            // U+FDD0...U+FDEF, U+FFFE and U+FFFF.
            let isReserved = byte(1) == 0xB7 && (0x90...0xAF).contains(byte(2))
            (length, isForbidden) = (3, isReserved || byte(1) == 0xBF && byte(2) >= 0xBE)
        case 0xF0...0xF4:
            // The last two code points of every plane.
            (length, isForbidden) = (4, byte(1) & 0x0F == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE)
        default: return (1, "\u{FFFD}")
        }
        guard isCharacter(length) else { return (1, "\u{FFFD}") }
        return (length, isForbidden ? "\u{FFFD}" : nil)
    }

    static func escape(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A byte that stands for itself wherever it stands: others are looked at as characters, though most of these stay
    /// what they are too.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x26, 0x3C, 0x3E: false
        case 0x09, 0x0A, 0x20...0x7E: true
        // First bytes of U+0080...U+00BF, of U+F000...U+FFFF and of what lies beyond.
        case 0xC2, 0xEF...: false
        default: byte >= 0x80
        }
    }

    /// True if nothing in a text can be forbidden: a quick look at its bytes, which may say false of a good text.
    static func isClearlyAllowed(_ bytes: [UInt8]) -> Bool {
        // Nothing in it branches, so the compiler looks at many bytes at a time: a tenth of the time.
        var doubtful: UInt8 = 0
        for byte in bytes {
            let isLow: UInt8 = byte < 0x20 ? 1 : 0
            let isNoBlank: UInt8 = byte == 0x09 || byte == 0x0A ? 0 : 1
            let isOther: UInt8 = byte == 0x7F || byte == 0xC2 || byte >= 0xEF ? 1 : 0
            doubtful |= isLow & isNoBlank | isOther
        }
        return doubtful == 0
    }

    /// Control characters but tab and line feed, and code points that are no characters.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// Appends an address for an attribute: bytes that no address may hold are percent-encoded, what is encoded already
    /// stays.
    static func appendAddress(_ words: [UInt8], _ range: Range<Int>, to html: inout [UInt8]) {
        func isHex(_ index: Int) -> Bool {
            guard index < range.upperBound else { return false }
            return switch words[index] {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
            default: false
            }
        }
        for index in range {
            let byte = words[index]
            switch byte {
            case 0x26: html.append(contentsOf: "&amp;".utf8)
            // Letters, digits and -._~:/?#@!$'()*+,;=
            case 0x21, 0x23...0x24, 0x27...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: html.append(byte)
            case 0x25 where isHex(index + 1) && isHex(index + 2): html.append(byte)
            default:
                html.append(0x25)
                html.append(hexDigit(byte >> 4))
                html.append(hexDigit(byte & 0x0F))
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
