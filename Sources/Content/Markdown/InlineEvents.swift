/// A stretch of text to be read by itself, as a paragraph would be: the lines before a table, or a cell.
struct TextStretch {
    /// Source line and column at which it begins.
    var line: Int
    var column: Int
    /// The same for its further lines.
    var further: [(line: Int, column: Int)] = []
    /// Where it stands among the words, line feeds between its lines.
    var words: Range<Int>
}

/// The events of stretches of text.
struct InlineEvents {
    private var events: [MarkdownEvent] = []
    private var ranges: [Range<Int>] = []

    /// - Parameters:
    ///   - text: the document that they stand in.
    ///   - words: its words, to which those of the events are appended.
    init(_ stretches: [TextStretch], of text: [UInt8], _ words: inout [UInt8]) {
        events.reserveCapacity(2 * stretches.count)
        ranges.reserveCapacity(stretches.count)
        var marked: [Int] = []
        for (number, stretch) in stretches.enumerated() {
            if !Self.isPlain(words[stretch.words]) { marked.append(number) }
            ranges.append(events.count..<(events.count + 1))
            events.append(
                MarkdownEvent(
                    kind: .text(stretch.words), line: stretch.line, column: stretch.column, lastLine: stretch.line))
        }
        guard !marked.isEmpty else { return }
        let parsed = parse(marked.map { stretches[$0] }, of: text, &words)
        for (place, number) in marked.enumerated() {
            ranges[number] = parsed.indices.contains(place) ? parsed[place] : 0..<0
        }
    }

    /// Those of the stretch with a number; none where there is no such stretch.
    subscript(number: Int) -> ArraySlice<MarkdownEvent> {
        ranges.indices.contains(number) ? events[ranges[number]] : []
    }

    /// True for words of one line without any sign that could mean something: they are read as they stand.
    private static func isPlain(_ words: ArraySlice<UInt8>) -> Bool {
        words.allSatisfy { byte in
            switch byte {
            case 0x20, 0x25, 0x28...0x29, 0x2B...0x3B, 0x3D, 0x3F, 0x41...0x5A, 0x61...0x7A: true
            default: false
            }
        }
    }

    /// Reads stretches in one go, each as a paragraph: a leading word keeps cmark from seeing a list or a heading in it,
    /// and is taken off again. Further lines are set in, which cmark takes off: what only went on a paragraph where it
    /// stood, such as hyphens below a quote, is no heading here either.
    private mutating func parse(
        _ stretches: [TextStretch], of text: [UInt8], _ words: inout [UInt8]
    ) -> [Range<Int>] {
        var document: [UInt8] = []
        var starts: [Int] = []
        var line = 1
        for stretch in stretches {
            starts.append(line)
            document.append(contentsOf: "x ".utf8)
            for byte in words[stretch.words] {
                document.append(byte)
                if byte == 0x0A { document.append(contentsOf: "    ".utf8) }
            }
            document.append(contentsOf: "\n\n".utf8)
            line += stretch.further.count + 2
        }
        // The document again, if it may define links by name: `[name]: address`.
        if zip(text, text.dropFirst()).contains(where: { $0 == 0x5D && $1 == 0x3A }) {
            document.append(contentsOf: text)
        }
        guard let parsed = CommonMark(document) else { return [] }
        var result: [Range<Int>] = []
        var depth = 0
        for var event in parsed.events(into: &words) {
            guard event.line < line else { break }
            switch event.kind {
            case .start(.paragraph) where depth == 0:
                result.append(events.count..<events.count)
                depth += 1
                continue
            case .start: depth += 1
            case .end:
                depth -= 1
                if depth == 0 { continue }
            default: break
            }
            guard let current = result.indices.last, stretches.indices.contains(current) else { break }
            if result[current].isEmpty, case .text(let text) = event.kind {
                event.kind = .text(min(text.lowerBound + 2, text.upperBound)..<text.upperBound)
            }
            let stretch = stretches[current]
            let row = min(max(0, event.line - starts[current]), stretch.further.count)
            let place = row == 0 ? (line: stretch.line, column: stretch.column) : stretch.further[row - 1]
            event.column = event.column > 0 ? max(1, event.column - (row == 0 ? 2 : 0) - 1 + place.column) : 0
            event.line = place.line
            event.lastLine = event.line
            events.append(event)
            result[current] = result[current].lowerBound..<events.count
        }
        return result
    }
}
