import Diagnostics

/// The front matter that most files have, read without the parser: `key: words`, `key: "words"` and `key: [one, two]`, a
/// line each, in letters and signs that mean nothing to YAML where they stand. Says what the parser would say, some forty
/// times faster; whatever is not of this form is left to the parser.
enum PlainMapping {
    /// Longer texts are left to the parser: they are rare, and its places are counted in another way there.
    private static let longest = 4096
    /// Keys are compared one by one, so more of them are left to the parser.
    private static let mostKeys = 32

    /// The mapping; nil where the text has another form.
    static func read(_ text: String, file: String, firstLine: Int) -> YAMLValue? {
        let bytes = Array(text.utf8)
        guard bytes.count <= longest, bytes.allSatisfy(isPlain) else { return nil }
        var pairs: [(key: YAMLValue, value: YAMLValue)] = []
        for (number, line) in SourceText.lines(of: bytes).enumerated() {
            // The last line may be missing its end.
            if line.isEmpty { continue }
            var reader = Line(bytes: bytes, end: line.upperBound, start: line.lowerBound, file: file)
            reader.number = firstLine + number
            guard let pair = reader.pair(), let key = pair.key.text, pairs.count < mostKeys,
                !pairs.contains(where: { $0.key.text == key })
            else { return nil }
            pairs.append(pair)
        }
        guard let first = pairs.first else { return nil }
        return YAMLValue(kind: .mapping(pairs), location: first.key.location, excerpt: first.key.excerpt)
    }

    /// Anything but `&` and `*`, which may be anchors and aliases, backslashes, and control characters.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A, 0x20...0x25, 0x27...0x29, 0x2B...0x5B, 0x5D...0x7E: true
        // Not the first bytes of U+0080...U+00BF, U+2000...U+2FFF, U+F000...U+FFFF and of what lies beyond: some of
        // these are ends of lines or forbidden.
        case 0xC2, 0xE2, 0xEF...: false
        default: byte >= 0x80
        }
    }

    private struct Line {
        let bytes: [UInt8]
        let end: Int
        let start: Int
        let file: String
        var number = 0
        private var place = 0

        init(bytes: [UInt8], end: Int, start: Int, file: String) {
            self.bytes = bytes
            self.end = end
            self.start = start
            self.file = file
            place = start
        }

        mutating func pair() -> (key: YAMLValue, value: YAMLValue)? {
            while place < end, isWord(bytes[place]) { place += 1 }
            guard place > start, bytes[start] >= 0x41, place < end, bytes[place] == 0x3A else { return nil }
            let excerpt = String(decoding: bytes[start..<end], as: UTF8.self)
            guard excerpt.utf8.count <= 200 else { return nil }
            let key = scalar(start..<place, excerpt)
            place += 1
            guard place == end || bytes[place] == 0x20 else { return nil }
            skipBlanks()
            // What has no value is left to the parser, which says where it stands.
            guard place < end else { return nil }
            if bytes[place] == 0x5B { return list(excerpt).map { (key, $0) } }
            let first = place
            var last = end
            while bytes[last - 1] == 0x20 { last -= 1 }
            if bytes[first] == 0x22 || bytes[first] == 0x27 {
                return quoted(first..<last).map { (key, scalar($0, at: first, excerpt)) }
            }
            guard isLetter(bytes[first]), bytes[first..<last].allSatisfy(isUnquoted) else { return nil }
            return (key, scalar(first..<last, excerpt))
        }

        /// What stands between two quotes with none of their kind between them: no escapes, so it means itself.
        private func quoted(_ range: Range<Int>) -> Range<Int>? {
            let quote = bytes[range.lowerBound]
            guard range.count >= 2, bytes[range.upperBound - 1] == quote else { return nil }
            let inside = (range.lowerBound + 1)..<(range.upperBound - 1)
            return bytes[inside].contains(quote) ? nil : inside
        }

        /// `[one, two]`, and nothing behind it.
        private mutating func list(_ excerpt: String) -> YAMLValue? {
            let location = SourceLocation(file: file, line: number, column: place - start + 1)
            var values: [YAMLValue] = []
            place += 1
            while true {
                skipBlanks()
                let first = place
                while place < end, isWord(bytes[place]) { place += 1 }
                guard place > first, isLetter(bytes[first]) else { return nil }
                values.append(scalar(first..<place, excerpt))
                skipBlanks()
                guard place < end else { return nil }
                place += 1
                switch bytes[place - 1] {
                case 0x2C: continue
                case 0x5D:
                    skipBlanks()
                    return place == end
                        ? YAMLValue(kind: .sequence(values), location: location, excerpt: excerpt) : nil
                default: return nil
                }
            }
        }

        private mutating func skipBlanks() { while place < end, bytes[place] == 0x20 { place += 1 } }

        /// - Parameter first: where it begins in the file, if a quote stands before it.
        private func scalar(_ range: Range<Int>, at first: Int? = nil, _ excerpt: String) -> YAMLValue {
            YAMLValue(
                kind: .scalar(String(decoding: bytes[range], as: UTF8.self)),
                location: SourceLocation(file: file, line: number, column: (first ?? range.lowerBound) - start + 1),
                excerpt: excerpt)
        }

        /// True for what means nothing in a value without quotes.
        private func isUnquoted(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x20, 0x28...0x29, 0x2B...0x39, 0x3B, 0x3F, 0x41...0x5A, 0x5F, 0x61...0x7A: true
            default: byte >= 0x80
            }
        }

        private func isLetter(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: byte >= 0x80
            }
        }

        private func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x2D, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
            default: false
            }
        }
    }
}
