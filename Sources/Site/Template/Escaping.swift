/// Text as it may stand in HTML, in an element or in a quoted attribute.
///
/// Characters that HTML forbids become U+FFFD.
package func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x26: result += Array("&amp;".utf8)
        case 0x3C: result += Array("&lt;".utf8)
        case 0x3E: result += Array("&gt;".utf8)
        case 0x22: result += Array("&quot;".utf8)
        case 0x27: result += Array("&#39;".utf8)
        case 0x09, 0x0A: result.append(UInt8(truncatingIfNeeded: scalar.value))
        case 0x0D: result.append(0x0A)
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: result += [0xEF, 0xBF, 0xBD]
        default:
            // U+xxFFFE and U+xxFFFF are noncharacters on every plane.
            if scalar.value & 0xFFFE == 0xFFFE {
                result += [0xEF, 0xBF, 0xBD]
            } else {
                result += Array(UTF8.encode(scalar) ?? UTF8.encode("\u{FFFD}") ?? .init())
            }
        }
    }
    return String(decoding: result, as: UTF8.self)
}
