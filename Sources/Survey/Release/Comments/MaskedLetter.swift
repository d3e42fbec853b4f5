/// What masking asks of a letter of a comment, which is a whole character with all its marks.
struct MaskedLetter: Sendable {
    struct Kind: OptionSet, Sendable {
        let rawValue: UInt16
        static let word = Kind(rawValue: 1)
        /// A decimal digit of any script.
        static let digit = Kind(rawValue: 2)
        static let blank = Kind(rawValue: 4)
        static let lowercase = Kind(rawValue: 8)
        /// A letter once it is in lower case.
        static let letterWhenLowered = Kind(rawValue: 16)
        static let at = Kind(rawValue: 32)
        static let inAddress = Kind(rawValue: 64)
        static let betweenDigits = Kind(rawValue: 128)
        static let beforeDigits = Kind(rawValue: 256)
    }
    let kind: Kind
    /// Its lower-case form where that is ASCII, else 0.
    let lower: UInt8
    /// In bytes.
    let length: Int

    init(_ character: Character) {
        let lowered = character.lowercased().first ?? character
        var kind: Kind = []
        func mark(_ flag: Kind, _ isSet: Bool) { if isSet { kind.insert(flag) } }
        mark(.word, character.isWord)
        mark(.digit, character.unicodeScalars.contains { $0.properties.numericType == .decimal })
        mark(.blank, character.isWhitespace)
        mark(.lowercase, character.isLowercase)
        mark(.letterWhenLowered, lowered.isLetter)
        mark(.at, character == "@" || character == "\u{FF20}")
        mark(.inAddress, character.isWord || "._%+-'".contains(character))
        mark(.betweenDigits, " -./()\u{A0}\u{202F}\u{2010}\u{2011}\u{2012}\u{2013}".contains(character))
        mark(.beforeDigits, "+(".contains(character))
        self.kind = kind
        lower = lowered.asciiValue ?? 0
        length = character.utf8.count
    }

    /// By code of ASCII: what a letter is like takes a microsecond to find out, and a site's comments have millions.
    fileprivate static let plain = (0..<128).map { MaskedLetter(Character(Unicode.Scalar(UInt8($0)))) }
}

/// The letters of a text, of which the bytes are given as well.
func maskedLetters(_ text: String, _ bytes: [UInt8]) -> [MaskedLetter] {
    let plain = MaskedLetter.plain
    // Each byte of ASCII is a character, but for a carriage return with its line feed.
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return bytes.map { plain[Int($0)] } }
    return text.map { character in
        let bytes = character.utf8
        guard let first = bytes.first, first < 0x80, bytes.count == 1 else { return MaskedLetter(character) }
        return plain[Int(first)]
    }
}

extension Character {
    var isWord: Bool { isLetter || isNumber }
}
