/// The lines of a text, for locations and excerpts.
///
/// A line ends at LF, CR LF or a lone CR, as editors count them.
package struct SourceText: Sendable {
    package let file: String
    /// Line of the file on which the text begins, from 1.
    package let firstLine: Int
    private let text: String
    /// Where each line begins and ends, in bytes of the text; nil where that is found out when somebody asks.
    private let known: [Range<Int>]?

    package init(_ text: String, file: String, firstLine: Int = 1) {
        self.file = file
        self.firstLine = firstLine
        self.text = text
        known = Self.lines(of: Array(text.utf8))
    }

    /// The same for a text of which hardly ever anything is asked.
    package init(lazily text: String, file: String, firstLine: Int = 1) {
        self.file = file
        self.firstLine = firstLine
        self.text = text
        known = nil
    }

    /// The lines without their ends.
    ///
    /// A text that ends with a line end has an empty last line.
    package static func split(_ text: String) -> [Substring] {
        lines(of: Array(text.utf8)).map { text[range: $0] }
    }

    /// Where each line of a text begins and ends, its end left out.
    package static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        lines.reserveCapacity(bytes.count / 32 + 1)
        var start = 0
        while true {
            let (end, next) = endOfLine(bytes, from: start)
            lines.append(start..<end)
            guard let next else { return lines }
            start = next
        }
    }

    /// A line of the file, from 1; nil outside this text.
    package func line(_ number: Int) -> String? {
        range(ofLine: number).map { String(text[range: $0]) }
    }

    /// Bytes of a line, without copying it; 0 outside this text.
    package func length(ofLine number: Int) -> Int { range(ofLine: number)?.count ?? 0 }

    /// A line as it stands under a message: of a long one its beginning, nil where the column lies beyond that.
    package func excerpt(line number: Int, column: Int?) -> String? {
        guard let range = range(ofLine: number) else { return nil }
        guard range.count > Self.longestExcerpt else { return String(text[range: range]) }
        guard (column ?? 1) <= Self.longestExcerpt else { return nil }
        let start = text[range: range].utf8.prefix(Self.longestExcerpt)
        return String(decoding: start, as: UTF8.self) + "…"
    }

    /// Where a line stands; of a text of which hardly anything is asked, it is looked for anew.
    private func range(ofLine number: Int) -> Range<Int>? {
        let index = number - firstLine
        guard index >= 0 else { return nil }
        if let known { return known.indices.contains(index) ? known[index] : nil }
        let bytes = Array(text.utf8)
        var start = 0
        for _ in 0..<index {
            guard let next = Self.endOfLine(bytes, from: start).next else { return nil }
            start = next
        }
        return start..<Self.endOfLine(bytes, from: start).end
    }

    /// Where the line from a place ends, and where the next one begins; nil after the last.
    private static func endOfLine(_ bytes: [UInt8], from start: Int) -> (end: Int, next: Int?) {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        guard index < bytes.count else { return (index, nil) }
        let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        return (index, index + (isPair ? 2 : 1))
    }

    private static let longestExcerpt = 240

    /// The place of a line and a column in UTF-8 bytes, both from 1.
    package func location(line: Int?, column: Int? = nil) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }

    /// An error or warning at a place, with its line as excerpt.
    package func diagnostic(
        _ severity: Diagnostic.Severity, _ code: String, line: Int?, column: Int? = nil, _ message: String,
        remedy: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, code, at: location(line: line, column: column), message, remedy: remedy,
            excerpt: line.flatMap { excerpt(line: $0, column: column) })
    }
}

extension [UInt8] {
    /// True if a byte stands anywhere: looks at all, many at a time, which for what is hardly ever there takes a seventh of
    /// the time of `contains`.
    package func holds(_ wanted: UInt8) -> Bool {
        var found: UInt8 = 0
        for byte in self { found |= byte == wanted ? 1 : 0 }
        return found != 0
    }
}

extension String {
    /// The part between two byte offsets, which stand at the beginnings of characters.
    fileprivate subscript(range range: Range<Int>) -> Substring {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}
