/// The lines of a text, for locations and excerpts.
///
/// A line ends at LF, CR LF or a lone CR, as editors count them.
package struct SourceText: Sendable {
    package let file: String
    /// Line of the file on which the text begins, from 1.
    package let firstLine: Int
    private let lines: [Substring]

    package init(_ text: String, file: String, firstLine: Int = 1) {
        self.file = file
        self.firstLine = firstLine
        lines = Self.split(text)
    }

    /// The lines without their ends.
    ///
    /// A text that ends with a line end has an empty last line.
    package static func split(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if scalar == "\n" || scalar == "\r" {
                lines.append(Substring(scalars[start..<index]))
                start =
                    scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
                    ? scalars.index(after: next) : next
                index = start
            } else {
                index = next
            }
        }
        lines.append(Substring(scalars[start...]))
        return lines
    }

    /// A line of the file, from 1; nil outside this text.
    package func line(_ number: Int) -> String? {
        let index = number - firstLine
        return lines.indices.contains(index) ? String(lines[index]) : nil
    }

    /// Bytes of a line, without copying it; 0 outside this text.
    package func length(ofLine number: Int) -> Int {
        let index = number - firstLine
        return lines.indices.contains(index) ? lines[index].utf8.count : 0
    }

    /// A line as it stands under a message: of a long one its beginning, nil where the column lies beyond that.
    package func excerpt(line number: Int, column: Int?) -> String? {
        guard length(ofLine: number) > Self.longestExcerpt else { return line(number) }
        guard (column ?? 1) <= Self.longestExcerpt else { return nil }
        let start = lines[number - firstLine].utf8.prefix(Self.longestExcerpt)
        return String(decoding: start, as: UTF8.self) + "…"
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
