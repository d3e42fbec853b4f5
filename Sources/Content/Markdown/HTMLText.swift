/// Text on its way into HTML.
enum HTMLText {
    /// Escapes text for element content and quoted attributes.
    ///
    /// What HTML forbids becomes U+FFFD, also where it was hidden in an entity.
    static func escape(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
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
