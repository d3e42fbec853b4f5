/// A cell's text as the vocabularies know it: one spelling for all the ways in which platforms and spreadsheets write it.
struct Label: Sendable, Hashable {
    /// Lower case, one blank between words, straight quotes, without markers, emoji, codes, asides and trailing full stop.
    let text: String
    /// The same with its asides in parentheses, as in `unfamiliar (n/a)`.
    let whole: String
    /// What stands in the last parentheses, without them; empty if there are none.
    let aside: String
    /// A whole number in front of or behind the words, or the number that is all there is.
    let code: Int?
    /// True if the cell holds a number and nothing else (stars count as their number).
    let isNumber: Bool

    var isEmpty: Bool { whole.isEmpty && code == nil }

    init(_ bytes: some Collection<UInt8>) { self.init(String(decoding: bytes, as: UTF8.self)) }

    init(_ raw: String) {
        self = Self.read(Self.plain(raw))
    }

    private init(text: String = "", whole: String = "", aside: String = "", code: Int?, isNumber: Bool = false) {
        self.text = text
        self.whole = whole
        self.aside = aside
        self.code = code
        self.isNumber = isNumber
    }

    private static func read(_ cell: (text: String, stars: Int?)) -> Label {
        var plain = cell.text
        if plain.isEmpty, let stars = cell.stars { return Label(code: stars, isNumber: true) }
        if let number = wholeNumber(plain) { return Label(code: number, isNumber: true) }
        var code: Int?
        if let (number, rest) = leadingCode(plain) ?? trailingCode(plain) {
            code = number
            plain = rest
        }
        let whole = trimmed(plain)
        let (outer, inner) = withoutAsides(whole)
        // `10 (All the time)`: the words are the aside.
        if outer.isEmpty, !inner.isEmpty { return Label(text: inner, whole: whole, code: code) }
        if code == nil, !inner.isEmpty {
            if let number = wholeNumber(outer) { return Label(text: inner, whole: inner, aside: inner, code: number) }
            if let number = wholeNumber(inner) { return Label(text: outer, whole: outer, code: number) }
        }
        return Label(text: outer, whole: whole, aside: inner, code: code)
    }

    // MARK: Characters

    /// Letters in lower case and composed form, plain quotes and dashes, single blanks; and the number of filled stars.
    private static func plain(_ raw: String) -> (String, stars: Int?) {
        var scalars = String.UnicodeScalarView()
        var stars: Int?
        var blank = false
        for scalar in raw.unicodeScalars {
            switch scalar.value {
            case 0x2605, 0x2B50, 0x1F31F: stars = (stars ?? 0) + 1
            case 0x2606: stars = stars ?? 0
            case 0x1F44D: scalars.append(contentsOf: "thumbs up".unicodeScalars)
            case 0x1F44E: scalars.append(contentsOf: "thumbs down".unicodeScalars)
            case 0xFEFF, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F: continue
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
                blank = true
            case let value where isPicture(value): blank = true
            default:
                if blank, !scalars.isEmpty { scalars.append(" ") }
                blank = false
                scalars.append(straight[scalar] ?? scalar)
            }
        }
        return (trimmed(String(scalars).lowercased()), stars)
    }

    /// Emoji and dingbats.
    private static func isPicture(_ value: UInt32) -> Bool {
        switch value {
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x20E3, 0xE0020...0xE007F: true
        default: false
        }
    }

    private static let straight: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{2018}": "'", "\u{2019}": "'", "\u{201B}": "'", "\u{2032}": "'", "\u{B4}": "'", "`": "'", "\u{201C}": "\"",
        "\u{201D}": "\"", "\u{201E}": "\"", "\u{AB}": "\"", "\u{BB}": "\"", "\u{2010}": "-", "\u{2011}": "-",
        "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-", "\u{FF0F}": "/",
    ]

    /// Without outer blanks, quotes around everything, and full stops at the end.
    private static func trimmed(_ text: String) -> String {
        var slice = text[...]
        while slice.first == " " { slice.removeFirst() }
        while let last = slice.last, last == " " || last == "." || last == "\u{2026}" { slice.removeLast() }
        if slice.count > 1, slice.first == "\"", slice.last == "\"" { slice = slice.dropFirst().dropLast() }
        return String(slice)
    }

    // MARK: Codes

    /// A whole number, also as a spreadsheet writes it: `4`, `-99`, `4.0`, `4,0`.
    private static func wholeNumber(_ text: some StringProtocol) -> Int? {
        var bytes = Array(text.utf8)[...]
        let isNegative = bytes.first == 0x2D
        if isNegative { bytes.removeFirst() }
        if let point = bytes.firstIndex(where: { $0 == 0x2E || $0 == 0x2C }) {
            let zeros = bytes[(point + 1)...]
            guard !zeros.isEmpty, zeros.count <= 6, zeros.allSatisfy({ $0 == 0x30 }) else { return nil }
            bytes = bytes[..<point]
        }
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return isNegative ? -value : value
    }

    /// `5 - Very satisfied`, `5) …`, `(5) …`, `[5] …`, `5=…`: the number and the words.
    private static func leadingCode(_ text: String) -> (Int, String)? {
        var slice = text[...]
        let opening = slice.first
        let isBracketed = opening == "(" || opening == "["
        if isBracketed { slice.removeFirst() }
        var digits = slice.prefix { $0.isASCII && $0.isNumber }
        if !isBracketed, digits.isEmpty, slice.first == "-" {
            let after = slice.dropFirst().prefix { $0.isASCII && $0.isNumber }
            if !after.isEmpty { digits = slice.prefix(after.count + 1) }
        }
        guard let number = wholeNumber(digits) else { return nil }
        slice = slice.dropFirst(digits.count)
        if isBracketed {
            guard slice.first == ")" || slice.first == "]" else { return nil }
            slice.removeFirst()
        } else {
            let separator = slice.drop { $0 == " " }
            guard let mark = separator.first, "-:.)|=".contains(mark) else { return nil }
            slice = separator.dropFirst()
            // `1.5` and `3-4` are not a code with words.
            if let next = slice.first, next.isNumber { return nil }
        }
        let rest = slice.drop { $0 == " " }
        return rest.isEmpty ? nil : (number, String(rest))
    }

    /// `Extremely likely - 10`, `Very satisfied = 5`.
    private static func trailingCode(_ text: String) -> (Int, String)? {
        let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        guard let number = wholeNumber(digits) else { return nil }
        let before = text.dropLast(digits.count)
        var words = before
        while words.last == " " { words.removeLast() }
        guard let mark = words.last, "-:=".contains(mark) else { return nil }
        words.removeLast()
        guard words.last == " " || mark != "-" else { return nil }
        while words.last == " " { words.removeLast() }
        guard let last = words.last, !last.isNumber else { return nil }
        return (number, String(words))
    }

    // MARK: Asides

    /// The text without what stands in parentheses and without endings for another gender (`satisfait(e)`,
    /// `satisfecho/a`, `satisfait·e`), and the last aside.
    private static func withoutAsides(_ text: String) -> (outer: String, inner: String) {
        var outer = ""
        var inner = ""
        var last = ""
        var depth = 0
        for character in text {
            switch character {
            case "(":
                depth += 1
                if depth == 1 { inner = "" }
            case ")" where depth > 0:
                depth -= 1
                if depth == 0 { last = inner }
            default:
                if depth > 0 { inner.append(character) } else { outer.append(character) }
            }
        }
        // A parenthesis that nobody closed is part of the text.
        if depth > 0 { return (text, "") }
        let words = outer.split(separator: " ").map(withoutGender)
        return (trimmed(words.joined(separator: " ")), trimmed(last))
    }

    private static func withoutGender(_ word: Substring) -> String {
        for mark in ["/", "\u{B7}", "\u{2022}", "*"] as [Character] {
            guard let index = word.firstIndex(of: mark) else { continue }
            let stem = word[..<index]
            let ending = word[word.index(after: index)...]
            if stem.count >= 4, (1...3).contains(ending.count), ending.allSatisfy(\.isLetter) { return String(stem) }
        }
        return String(word)
    }
}
