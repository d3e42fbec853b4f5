/// Text as it may stand in HTML, in an element or in a quoted attribute.
///
/// Characters that HTML forbids become U+FFFD.
package func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendEscaped(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// Appends text as it may stand in HTML.
func appendEscaped(_ text: String, to result: inout [UInt8]) {
    let start = result.count
    result.append(contentsOf: text.utf8)
    var index = start
    while index < result.count, isPlain(result[index]) { index += 1 }
    guard index < result.count else { return }
    // From the first byte on that needs a look, character by character.
    result.removeSubrange(index...)
    let rest = text.utf8.index(text.startIndex, offsetBy: index - start)
    for scalar in text[rest...].unicodeScalars {
        switch scalar.value {
        case 0x26: result.append(contentsOf: "&amp;".utf8)
        case 0x3C: result.append(contentsOf: "&lt;".utf8)
        case 0x3E: result.append(contentsOf: "&gt;".utf8)
        case 0x22: result.append(contentsOf: "&quot;".utf8)
        case 0x27: result.append(contentsOf: "&#39;".utf8)
        case 0x0D: result.append(0x0A)
        case 0x09, 0x0A, 0x20...0x7E: result.append(UInt8(truncatingIfNeeded: scalar.value))
        case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        default:
            // U+xxFFFE and U+xxFFFF are noncharacters on every plane.
            if scalar.value & 0xFFFE == 0xFFFE {
                result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else {
                result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encode("\u{FFFD}") ?? .init())
            }
        }
    }
}

/// A byte that stands for itself wherever it stands; others are looked at as characters, though most stay what they are.
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    case 0x09, 0x0A, 0x20...0x7E: true
    // First bytes of U+0080...U+00BF, of U+F000...U+FFFF and of what lies beyond.
    case 0xC2, 0xEF...: false
    default: byte >= 0x80
    }
}
