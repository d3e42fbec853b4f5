/// The characters that stand for nothing in a cell: blank, tab, line ends, no-break space (U+00A0, U+202F), zero-width
/// space (U+200B) and byte-order mark (U+FEFF).
package enum Blanks {
    /// Length in bytes of the blank character at `index`; 0 if another character stands there.
    static func length(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2: return index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < bytes.endIndex, bytes[index + 1] == 0x80 else { return 0 }
            return bytes[index + 2] == 0xAF || bytes[index + 2] == 0x8B ? 3 : 0
        case 0xEF:
            guard index + 2 < bytes.endIndex else { return 0 }
            return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// True if nothing else stands in the bytes; also of no bytes.
    package static func areAll(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = length(bytes, at: index)
            guard length > 0 else { return false }
            index += length
        }
        return true
    }

    /// The bytes without blanks at either end.
    package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let length = length(bytes, at: start)
            guard length > 0 else { break }
            start += length
        }
        var end = bytes.endIndex
        while end > start {
            if length(bytes, at: end - 1) == 1 {
                end -= 1
            } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else if end - start >= 3, bytes[end - 3] == 0xE2 || bytes[end - 3] == 0xEF,
                length(bytes[start..<end], at: end - 3) == 3
            {
                end -= 3
            } else {
                break
            }
        }
        return bytes[start..<end]
    }
}
