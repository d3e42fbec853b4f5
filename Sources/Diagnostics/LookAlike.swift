/// Names that look the same to people and are not the same letters: a Cyrillic `а` in `Finаnce`, a character without
/// width, a full-width form.
///
/// A small part of Unicode's list of confusable characters (UTS #39): the letters of other scripts that are drawn like
/// Latin ones, which keyboards and copied texts bring in unnoticed.
package enum LookAlike {
    /// What a name looks like: equal for two names that people would take for the same, letter case ignored.
    package static func shape(of name: String) -> String {
        var shape = ""
        var hasGap = false
        for scalar in name.unicodeScalars where !isInvisible(scalar) {
            if scalar.properties.isWhitespace {
                hasGap = !shape.isEmpty
                continue
            }
            if hasGap { shape += " " }
            hasGap = false
            shape += latin(scalar)?.lowercased() ?? String(scalar).lowercased()
        }
        return shape
    }

    /// A letter of another script within a word of Latin letters, or a character that cannot be seen; nil for a name
    /// that is what it looks like.
    package static func stranger(in name: String) -> Unicode.Scalar? {
        for word in name.unicodeScalars.split(whereSeparator: { $0.properties.isWhitespace }) {
            if let hidden = word.first(where: isInvisible) { return hidden }
            guard word.contains(where: { $0.isASCII && $0.properties.isAlphabetic }) else { continue }
            if let other = word.first(where: { letters[$0] != nil }) { return other }
        }
        return nil
    }

    /// Such as `U+0430`.
    package static func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func latin(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
        case 0x2010...0x2015, 0x2212: "-"
        case 0x2018, 0x2019, 0x02BC: "'"
        default: letters[scalar].map { String($0) }
        }
    }

    /// Soft hyphens, joiners and spaces without width, marks of direction, variation selectors.
    ///
    /// A joiner is a letter's part in scripts that need it, so those two count as invisible only here, where they are
    /// left out of a shape.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF:
            true
        default: false
        }
    }

    /// Cyrillic, Greek, Armenian and phonetic letters by the Latin ones that they are drawn like.
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            ("АВЕКМНОРСТУХІЈЅԌҺԚԜӀавекмнорстухіјѕԁһԛԝѵӏ", "ABEKMHOPCTYXIJSGHQWlabekmhopctyxijsdhqwvl"),
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχγ", "ABEZHIKMNOPTYXaikvoptyxy"), ("օսհցո", "ouhgn"), ("ıɑɡℓ", "iagl"),
        ]
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (others, latin) in pairs {
            for (other, own) in zip(others.unicodeScalars, latin.unicodeScalars) { letters[other] = own }
        }
        return letters
    }()
}
