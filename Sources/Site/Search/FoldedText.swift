/// Text as lists sort it: upper case, Latin letters without their marks, in the same order on every system.
enum FoldedText {
    /// Sort key of a title: folded scalars, leading quotes, spaces and other signs left out.
    static func key(_ text: String) -> [UInt32] {
        var key: [UInt32] = []
        for scalar in text.unicodeScalars {
            if key.isEmpty, !isLetter(scalar), !isDigit(scalar) { continue }
            if scalar.isASCII {
                key.append((0x61...0x7A).contains(scalar.value) ? scalar.value - 32 : scalar.value)
            } else {
                for folded in fold(scalar) { key.append(folded.value) }
            }
        }
        return key
    }

    /// The heading under which a title stands: an upper-case letter, `0-9`, or `#` where it has neither.
    static func heading(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { isLetter($0) || isDigit($0) }) else { return "#" }
        if isDigit(first) { return "0-9" }
        return fold(first).first.map { String($0) } ?? "#"
    }

    /// Upper case, without combining marks, a marked Latin letter as its base: Unicode's name of the letter tells it.
    private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII {
            return [(0x61...0x7A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) - 32) : scalar]
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .format: return []
        default: break
        }
        if let name = scalar.properties.name, name.hasPrefix("LATIN "), let range = name.firstRange(of: " LETTER ") {
            let letter = name[range.upperBound...].prefix { $0 != " " }
            if letter.utf8.count <= 2 { return Array(letter.unicodeScalars) }
        }
        return Array(scalar.properties.uppercaseMapping.unicodeScalars)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return scalar.properties.isAlphabetic }
        return (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType == .decimal
    }
}
