import Diagnostics

/// The Markdown body of a file, read once: tables and tasks found, headings named.
///
/// Links are resolved when the whole folder is known.
struct MarkdownText: Sendable {
    struct Heading: Sendable, Hashable {
        /// Its name as writers link to it, such as `what-we-need`.
        var anchor: String
        /// Its id in the page.
        var id: String
        /// As written, from 1.
        var level: Int
    }
    let source: SourceText
    private(set) var document: MarkdownDocument
    var events: [MarkdownEvent] { document.events }
    private(set) var headings: [Heading] = []
    /// Whether there is any task, and any link, image or raw HTML: most texts need not be walked again for these.
    private(set) var hasTasks = false
    private(set) var hasRemarks = false

    /// Longest body that is read, in bytes: a note is no book, and some texts cost cmark the square of their length.
    static let longest = Limits.body.most
    /// Deepest nesting that is written; browsers and readers give up not much later.
    static let deepest = Limits.markdownDepth.most

    /// - Parameters:
    ///   - text: the body.
    ///   - firstLine: the line of the file on which it begins.
    static func read(_ text: String, file: String, firstLine: Int) -> Outcome<MarkdownText> {
        let source = SourceText(lazily: text, file: file, firstLine: firstLine)
        guard text.utf8.count <= longest else {
            let problem = source.diagnostic(
                .error, Limits.body.code, line: nil, "the text is longer than \(longest) bytes", remedy: "split it")
            return Outcome(MarkdownText(source: source, document: MarkdownDocument()), [problem])
        }
        let bytes = Array(text.utf8)
        var diagnostics = HTMLText.isClearlyAllowed(bytes) ? [] : controlCharacters(in: SourceText.split(text), source)
        // One kind of line end, so that the parser's lines are the editor's.
        let plain = LineEnds.unified(bytes)
        var document = MarkdownDocument()
        document.words.reserveCapacity(plain.count)
        document.events = CommonMark(plain)?.events(into: &document.words) ?? []
        var expander = TableExpander(text: plain, source: source)
        expander.expand(&document)
        diagnostics += expander.diagnostics
        for index in document.events.indices {
            document.events[index].line += firstLine - 1
            document.events[index].lastLine += firstLine - 1
        }
        var result = MarkdownText(source: source, document: document)
        result.flatten(&diagnostics)
        result.walk(&diagnostics)
        return Outcome(result, diagnostics)
    }

    private init(source: SourceText, document: MarkdownDocument) {
        self.source = source
        self.document = document
    }

    private static func controlCharacters(in lines: [Substring], _ source: SourceText) -> [Diagnostic] {
        for (index, line) in lines.enumerated() {
            var column = 1
            for scalar in line.unicodeScalars {
                if HTMLText.isForbidden(scalar) {
                    return [
                        source.diagnostic(
                            .error, "control-character", line: source.firstLine + index, column: column,
                            "a control character cannot stand in a page", remedy: "delete it")
                    ]
                }
                column += UTF8.width(scalar)
            }
        }
        return []
    }

    /// True if anything is nested more deeply than is written.
    private var isDeep: Bool {
        var depth = 0
        for event in events {
            switch event.kind {
            case .start:
                depth += 1
                if depth > Self.deepest { return true }
            case .end: depth -= 1
            default: break
            }
        }
        return false
    }

    /// Takes containers off that are nested too deeply; their text stays.
    private mutating func flatten(_ diagnostics: inout [Diagnostic]) {
        guard isDeep else { return }
        var depth = 0
        var reported = false
        var kept: [MarkdownEvent] = []
        kept.reserveCapacity(events.count)
        for event in document.events {
            switch event.kind {
            case .start:
                depth += 1
                if depth > Self.deepest {
                    if !reported {
                        reported = true
                        diagnostics.append(
                            source.diagnostic(
                                .error, Limits.markdownDepth.code, line: event.line,
                                "nested deeper than \(Self.deepest) levels",
                                remedy: "write it flatter"))
                    }
                    continue
                }
            case .end:
                depth -= 1
                if depth >= Self.deepest { continue }
            default: break
            }
            kept.append(event)
        }
        document.events = kept
    }

    /// Marks the tasks, numbers the links whose addresses are not known yet, and names the headings.
    private mutating func walk(_ diagnostics: inout [Diagnostic]) {
        var items: [Int] = []
        var links: [Int?] = []
        var nextLink = 0
        var names = HeadingNames(about: 12)
        for index in document.events.indices {
            switch document.events[index].kind {
            case .start(.item):
                items.append(index)
                findTask(at: index, &diagnostics)
            case .end(.item):
                guard let start = items.popLast() else { continue }
                if case .start(.task(let isDone)) = document.events[start].kind {
                    document.events[index].kind = .end(.task(isDone: isDone))
                }
            case .start(.link(let url, _)):
                hasRemarks = true
                let number = LinkResolver.clearlyLeadsOut(document.words[url]) ? nil : nextLink
                if number != nil { nextLink += 1 }
                document.events[index].kind = .start(.link(url: url, number: number))
                links.append(number)
            case .end(.link(let url, _)):
                document.events[index].kind = .end(.link(url: url, number: links.popLast() ?? nil))
            case .start(.image), .html: hasRemarks = true
            case .start(.heading(let level)):
                let inside = (index + 1)..<document.events.count
                let end = document.events[inside].firstIndex(where: \.isHeadingEnd) ?? inside.upperBound
                let name = names.next(Self.anchor(PlainText.of(document, (index + 1)..<end)))
                headings.append(Heading(anchor: name.anchor, id: name.id, level: level))
            default: break
            }
        }
    }

    /// Marks an item that begins with `[ ]` or `[x]` as a task, and takes the mark off its text.
    private mutating func findTask(at index: Int, _ diagnostics: inout [Diagnostic]) {
        let words = document.words
        guard index + 2 < document.events.count, document.events[index + 1].isParagraphStart,
            case .text(let text) = document.events[index + 2].kind, text.count >= 2, words[text.lowerBound] == 0x5B
        else { return }
        let mark = words[text].prefix(4)
        if mark.count >= 3, mark[mark.startIndex + 2] == 0x5D, mark.count == 3 || mark.last == 0x20,
            let isDone = Self.isTicked(mark[mark.startIndex + 1])
        {
            hasTasks = true
            document.events[index].kind = .start(.task(isDone: isDone))
            let rest = words[text].dropFirst(3).drop { $0 == 0x20 }
            document.events[index + 2].kind = .text(rest.startIndex..<text.upperBound)
        } else if words[text.lowerBound + 1] == 0x5D, document.text(text).hasPrefix("[]") {
            diagnostics.append(
                source.diagnostic(
                    .warning, "task-form", line: document.events[index].line,
                    "this item begins with `[]`, which is no task", remedy: "write `[ ]` or `[x]` for a task"))
        }
    }

    /// What stands in the box of a task; nil for anything else.
    private static func isTicked(_ byte: UInt8) -> Bool? {
        switch byte {
        case 0x20: false
        case 0x58, 0x78: true
        default: nil
        }
    }

    /// The name of a heading as hosts of Markdown make it: lower case, blanks as hyphens, no punctuation.
    static func anchor(_ title: String) -> String {
        let bytes = Array(title.utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes.compactMap(anchorByte), as: UTF8.self) }
        var result = String.UnicodeScalarView()
        for scalar in title.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
            {
                result.append(scalar)
            } else if scalar.properties.isWhitespace {
                result.append("-")
            }
        }
        return String(result)
    }
}

/// What stands in an anchor for an ASCII character; nil where nothing does.
private func anchorByte(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte + 0x20
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: byte
    case 0x09...0x0D, 0x20: 0x2D
    default: nil
    }
}

/// Gives the headings of a text names, each another one.
private struct HeadingNames {
    private var used: [String: Int] = [:]
    private var ids: Set<String> = []

    /// - Parameter count: about how many headings there are.
    init(about count: Int) {
        used.reserveCapacity(count)
        ids.reserveCapacity(count)
    }

    /// - Parameter name: the heading's anchor, if no heading before it has the same.
    mutating func next(_ name: String) -> (anchor: String, id: String) {
        let count = used[name, default: 0]
        used[name] = count + 1
        let anchor = count == 0 ? name : "\(name)-\(count)"
        let isASCII = anchor.utf8.allSatisfy { $0 < 0x80 }
        let ascii = isASCII ? anchor : String(anchor.unicodeScalars.filter(\.isASCII))
        var id = "text-" + (ascii.isEmpty ? "section" : ascii)
        var number = 2
        while !ids.insert(id).inserted {
            id = "text-\(ascii.isEmpty ? "section" : ascii)-n\(number)"
            number += 1
        }
        return (anchor, id)
    }
}
