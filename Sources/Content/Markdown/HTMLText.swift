/// Text on its way into HTML.
enum HTMLText {
    /// Appends text, escaped for element content and quoted attributes.
    ///
    /// What HTML forbids becomes U+FFFD, also where it was hidden in an entity.
    static func append(_ text: String, to html: inout [UInt8]) {
        let start = html.count
        html.append(contentsOf: text.utf8)
        var index = start
        while index < html.count, isPlain(html[index]) { index += 1 }
        guard index < html.count else { return }
        html.removeSubrange(index...)
        let rest = text.utf8.index(text.startIndex, offsetBy: index - start)
        for scalar in text[rest...].unicodeScalars {
            switch scalar {
            case "&": html.append(contentsOf: "&amp;".utf8)
            case "<": html.append(contentsOf: "&lt;".utf8)
            case ">": html.append(contentsOf: "&gt;".utf8)
            case "\"": html.append(contentsOf: "&quot;".utf8)
            default: html.append(contentsOf: UTF8.bytes(isForbidden(scalar) ? "\u{FFFD}" : scalar))
            }
        }
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
        bytes.allSatisfy { byte in
            switch byte {
            case 0x09, 0x0A, 0x20...0x7E: true
            case 0xC2, 0xEF...: false
            default: byte >= 0x80
            }
        }
    }

    /// Control characters but tab and line feed, and code points that are no characters.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// An address for an attribute: bytes that no address may hold are percent-encoded, what is encoded already stays.
    static func address(_ url: String) -> String {
        var result = ""
        let bytes = Array(url.utf8)
        func isHex(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return false }
            return switch bytes[index] {
            case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
            default: false
            }
        }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x25 where isHex(index + 1) && isHex(index + 2): result += "%"
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where "-._~:/?#@!$&'()*+,;=".utf8.contains(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return escape(result)
    }
}

extension UTF8 {
    /// The bytes of a character.
    static func bytes(_ scalar: Unicode.Scalar) -> EncodedScalar { encode(scalar) ?? EncodedScalar() }
}
