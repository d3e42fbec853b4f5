/// How well the bytes beyond ASCII fit their neighbours in each of the two single-byte encodings: a small letter next
/// to letters, an apostrophe between letters, a quotation mark at the edge of a word; no capital inside a word of small
/// letters.
///
/// One encoding's é is the other's Ž, so the neighbours tell them apart.
struct SingleByteScore {
    private enum Kind {
        case small, rareSmall, capital, blank, apostrophe, opening, closing, dash, sign, odd, undefined
        var isLetter: Bool { self == .small || self == .rareSmall || self == .capital }
    }

    /// Points: more is better.
    private(set) var windows1252 = 0
    private(set) var macRoman = 0
    private var before: UInt8 = 0x20
    private var byte: UInt8 = 0x20
    private static let windowsKinds = SingleByteTables.windows1252.map(kind)
    private static let macKinds = SingleByteTables.macRoman.map(kind)

    mutating func observe(_ chunk: [UInt8]) {
        for after in chunk {
            if byte >= 0x80 {
                windows1252 += SingleByteScore.points(before, byte, after, SingleByteScore.windowsKinds)
                macRoman += SingleByteScore.points(before, byte, after, SingleByteScore.macKinds)
            }
            before = byte
            byte = after
        }
    }

    private static func kind(_ value: UInt16) -> Kind {
        switch value {
        case 0x80...0x9F, 0xF8FF: return .undefined
        case 0xA0: return .blank
        case 0x2019: return .apostrophe
        case 0x2018, 0x201C, 0x201E, 0x00AB, 0x00BF, 0x00A1: return .opening
        case 0x201D, 0x00BB, 0x2026, 0x2122, 0x00AE, 0x00B0: return .closing
        case 0x2013, 0x2014: return .dash
        case 0x20AC, 0x00A3, 0x2022, 0x00A7, 0x00A9, 0x00B7, 0x00BD, 0x00BC, 0x00B2, 0x00B3, 0x00B5: return .sign
        // á à â ä ã å ç é è ê ë ñ ó ö ô õ ú ü ù ß æ ø
        case 0xE1, 0xE0, 0xE2, 0xE4, 0xE3, 0xE5, 0xE7, 0xE9, 0xE8, 0xEA, 0xEB, 0xF1, 0xF3, 0xF6, 0xF4, 0xF5, 0xFA, 0xFC,
            0xF9, 0xDF, 0xE6, 0xF8:
            return .small
        // í is common too, but stands where the other encoding has the apostrophe.
        case 0xED, 0xEC, 0xEE, 0xEF, 0xF0, 0xF2, 0xFB, 0xFD, 0xFE, 0xFF, 0x153, 0x161, 0x17E: return .rareSmall
        case 0xC0...0xD6, 0xD8...0xDE, 0x152, 0x160, 0x17D, 0x178: return .capital
        default: return .odd
        }
    }

    private static func points(_ before: UInt8, _ byte: UInt8, _ after: UInt8, _ kinds: [Kind]) -> Int {
        func isSmall(_ byte: UInt8) -> Bool {
            byte < 0x80
                ? (0x61...0x7A).contains(byte)
                : kinds[Int(byte) - 0x80] == .small || kinds[Int(byte) - 0x80] == .rareSmall
        }
        func isLetter(_ byte: UInt8) -> Bool {
            byte < 0x80 ? (0x41...0x5A).contains(byte & 0xDF) && byte >= 0x41 : kinds[Int(byte) - 0x80].isLetter
        }
        let (afterLetter, beforeLetter) = (isLetter(before), isLetter(after))
        switch kinds[Int(byte) - 0x80] {
        case .small: return afterLetter || beforeLetter ? 4 : -2
        case .rareSmall: return afterLetter && beforeLetter ? 3 : afterLetter || beforeLetter ? 1 : -2
        case .capital: return isSmall(before) ? -4 : beforeLetter || afterLetter ? 3 : -1
        case .blank: return 2
        case .apostrophe: return afterLetter && beforeLetter ? 4 : afterLetter ? 2 : 0
        case .opening: return !afterLetter && beforeLetter ? 3 : 0
        case .closing: return afterLetter && !beforeLetter ? 3 : 1
        case .dash: return afterLetter && beforeLetter ? 1 : 2
        case .sign: return 1
        case .odd: return -2
        case .undefined: return -40
        }
    }
}
