import Diagnostics
import Report

/// The body of a file as far as the file alone tells: everything but where its links lead and whose its actions are.
///
/// Small beside the events that it is made from, which are gone by then.
struct ParsedText: Sendable {
    struct Heading: Sendable, Hashable {
        /// Its name as writers link to it, and its id in the page.
        let anchor: String
        let id: String
    }
    /// A link whose address is known only with the whole folder, or that has something wrong with it; those that clearly
    /// lead to other sites are in the HTML already.
    struct Link: Sendable, Hashable {
        let url: String
        /// Line of the file; the column is what the parser says, which may be off.
        let line: Int
        let column: Int
    }
    /// What is to be said of the text, in its order.
    enum Remark: Sendable, Hashable {
        /// The link of this number, if it leads nowhere.
        case link(Int)
        case finding(Diagnostic)
    }
    /// A task-list item before it is known whose it is.
    struct Task: Sendable, Hashable {
        var html: LinkedHTML
        var plain: String
        var isDone: Bool
        var done: CalendarDate?
        var owner: String?
        var due: CalendarDate?
        var moves: String?
        var line: Int
        /// Column of the box in that line, from 1.
        var column: Int?
    }
    var html = LinkedHTML()
    var plain = ""
    var headings: [Heading] = []
    var links: [Link] = []
    var remarks: [Remark] = []
    var tasks: [Task] = []
    /// Findings of reading, and those of the tasks.
    var diagnostics: [Diagnostic] = []
    var taskDiagnostics: [Diagnostic] = []

    /// Reads a body.
    ///
    /// - Parameters:
    ///   - firstLine: the line of the file on which it begins.
    ///   - topHeading: level of its highest headings in the page: one below the heading that it stands under.
    static func read(_ text: String, file: String, firstLine: Int, topHeading: Int) -> ParsedText {
        let read = MarkdownText.read(text, file: file, firstLine: firstLine)
        let markdown = read.value
        var writer = HTMLWriter(topHeading: topHeading, headings: markdown.headings)
        var reader = TaskReader(text: markdown)
        let tasks = reader.read()
        var parsed = ParsedText(
            html: writer.write(reader.shown.events, words: reader.shown.words),
            plain: PlainText.of(reader.shown, 0..<reader.shown.events.count),
            headings: markdown.headings.map { Heading(anchor: $0.anchor, id: $0.id) }, tasks: tasks,
            diagnostics: read.diagnostics, taskDiagnostics: reader.diagnostics)
        if markdown.hasRemarks { parsed.remark(on: markdown) }
        return parsed
    }

    private mutating func remark(on markdown: MarkdownText) {
        let (document, events, source) = (markdown.document, markdown.document.events, markdown.source)
        var hasReportedHTML = false
        for index in events.indices {
            let event = events[index]
            switch event.kind {
            case .start(.link(let url, let number)):
                if number != nil {
                    remarks.append(.link(links.count))
                    links.append(Link(url: document.text(url), line: event.line, column: event.column))
                }
                let end = events[index...].firstIndex(where: \.isLinkEnd) ?? events.endIndex
                if PlainText.isEmpty(document, (index + 1)..<end) {
                    let link = Link(url: "", line: event.line, column: event.column)
                    remarks.append(
                        .finding(
                            source.diagnostic(
                                .error, "empty-link", line: event.line, column: link.place(in: source),
                                "the link has no words", remedy: "write between the brackets where it leads")))
                }
            case .start(.image):
                let place = Link(url: "", line: event.line, column: event.column).place(in: source)
                remarks.append(
                    .finding(
                        source.diagnostic(
                            .warning, "image", line: event.line, column: place,
                            "images are not shown; the words in its brackets stand in its place",
                            remedy: "say it in words, or link to where it lies")))
            case .html where !hasReportedHTML:
                hasReportedHTML = true
                remarks.append(
                    .finding(
                        source.diagnostic(
                            .warning, "raw-html", line: event.line, column: event.column > 0 ? event.column : nil,
                            "raw HTML is left out of the page", remedy: "write Markdown, or `\\<` for the sign itself"))
                )
            default: break
            }
        }
    }
}

extension ParsedText.Link {
    /// The column of its bracket.
    ///
    /// The parser's column is off in lines that continue a quote or a list, so it holds only where a bracket stands.
    func place(in source: SourceText) -> Int? {
        guard let bytes = source.line(line).map({ Array($0.utf8) }) else { return nil }
        if bytes.indices.contains(column - 1), [0x5B, 0x3C, 0x21].contains(bytes[column - 1]) { return column }
        guard let only = bytes.firstIndex(of: 0x5B), bytes.lastIndex(of: 0x5B) == only else { return nil }
        return only + 1
    }
}
