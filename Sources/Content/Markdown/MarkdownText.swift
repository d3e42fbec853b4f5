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
        /// Position of its start among the events.
        var event: Int
    }
    let source: SourceText
    private(set) var events: [MarkdownEvent]
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
            return Outcome(MarkdownText(source: source, events: []), [problem])
        }
        // One kind of line end, so that the parser's lines are the editor's.
        let bytes = Array(text.utf8)
        let plain = bytes.contains(0x0D) ? String(decoding: LineEnds.unified(bytes), as: UTF8.self) : text
        var diagnostics = HTMLText.isClearlyAllowed(bytes) ? [] : controlCharacters(in: SourceText.split(text), source)
        var expander = TableExpander(text: plain, source: source)
        var events = CommonMark(plain)?.events() ?? []
        events = expander.expand(events)
        diagnostics += expander.diagnostics
        for index in events.indices {
            events[index].line += firstLine - 1
            events[index].lastLine += firstLine - 1
        }
        var result = MarkdownText(source: source, events: events)
        result.flatten(&diagnostics)
        result.findTasks(&diagnostics)
        result.numberLinks()
        result.nameHeadings()
        return Outcome(result, diagnostics)
    }

    private init(source: SourceText, events: [MarkdownEvent]) {
        self.source = source
        self.events = events
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

    /// Numbers the links in the order in which they begin; their ends get the numbers of their starts.
    private mutating func numberLinks() {
        var open: [Int] = []
        var next = 0
        for index in events.indices {
            switch events[index].kind {
            case .start(.link(let url, _)):
                events[index].kind = .start(.link(url: url, number: next))
                open.append(next)
                next += 1
                hasRemarks = true
            case .end(.link(let url, _)):
                events[index].kind = .end(.link(url: url, number: open.popLast() ?? 0))
            case .start(.image), .html: hasRemarks = true
            default: break
            }
        }
    }

    /// Takes containers off that are nested too deeply; their text stays.
    private mutating func flatten(_ diagnostics: inout [Diagnostic]) {
        guard isDeep else { return }
        var depth = 0
        var reported = false
        var kept: [MarkdownEvent] = []
        kept.reserveCapacity(events.count)
        for event in events {
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
        events = kept
    }

    /// Marks items that begin with `[ ]` or `[x]` as tasks, and takes the mark off their text.
    private mutating func findTasks(_ diagnostics: inout [Diagnostic]) {
        var items: [Int] = []
        for index in events.indices {
            switch events[index].kind {
            case .start(.item): items.append(index)
            case .end(.item):
                guard let start = items.popLast() else { continue }
                if case .start(.task(let isDone)) = events[start].kind {
                    events[index].kind = .end(.task(isDone: isDone))
                }
            default: break
            }
            guard case .start(.item) = events[index].kind, index + 2 < events.count,
                events[index + 1].kind == .start(.paragraph), case .text(let text) = events[index + 2].kind,
                text.utf8.first == 0x5B
            else { continue }
            for (mark, isDone) in [("[ ]", false), ("[x]", true), ("[X]", true)] where text.hasPrefix(mark) {
                let rest = text.unicodeScalars.dropFirst(3)
                guard rest.isEmpty || rest.first == " " else { continue }
                hasTasks = true
                events[index].kind = .start(.task(isDone: isDone))
                events[index + 2].kind = .text(String(rest.drop { $0 == " " }))
                break
            }
            if text.hasPrefix("[]") {
                diagnostics.append(
                    source.diagnostic(
                        .warning, "task-form", line: events[index].line,
                        "this item begins with `[]`, which is no task", remedy: "write `[ ]` or `[x]` for a task"))
            }
        }
    }

    private mutating func nameHeadings() {
        var used: [String: Int] = [:]
        var ids: Set<String> = []
        for index in events.indices {
            guard case .start(.heading) = events[index].kind else { continue }
            let title = PlainText.of(events[index...].dropFirst().prefix { !$0.isHeadingEnd })
            let name = Self.anchor(title)
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
            headings.append(Heading(anchor: anchor, id: id, event: index))
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

extension MarkdownEvent {
    var isHeadingEnd: Bool {
        if case .end(.heading) = kind { true } else { false }
    }
}
