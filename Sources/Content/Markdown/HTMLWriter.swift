import Diagnostics

/// HTML whose links are not resolved yet, since where they lead is known only with the whole folder.
struct LinkedHTML: Sendable, Hashable {
    /// The place of a link's tag.
    struct Slot: Sendable, Hashable {
        /// Bytes before it.
        let offset: Int
        /// The link's number; its end tag has the same.
        let link: Int
        let isEnd: Bool
    }
    var bytes: [UInt8] = []
    var slots: [Slot] = []
}

/// Writes the events of a document as HTML: escaped, without raw HTML, styles or scripts, laid out as cmark does it.
struct HTMLWriter {
    /// Level of the highest heading.
    private let topHeading: Int
    /// Ids and levels of the headings, in the order of the text.
    private let headings: [MarkdownText.Heading]
    private let levels: [Int]

    private var html: [UInt8] = []
    private var slots: [LinkedHTML.Slot] = []
    private var tight: [Bool] = []
    private var isInTaskLabel = false

    /// - Parameters:
    ///   - topHeading: level of the highest heading.
    ///   - headings: those of the events that are to be written.
    init(topHeading: Int, headings: [MarkdownText.Heading] = []) {
        self.topHeading = topHeading
        self.headings = headings
        levels = Self.levels(headings.map(\.level), top: topHeading)
    }

    /// - Parameters:
    ///   - events: the document, or a part of it whose containers are whole.
    ///   - words: the buffer of which they speak.
    mutating func write(_ events: [MarkdownEvent], words: [UInt8]) -> LinkedHTML {
        html.reserveCapacity(words.count + 8 * events.count)
        var nextHeading = 0
        var openLevels: [Int] = []
        for event in events {
            switch event.kind {
            case .text(let text): HTMLText.append(words, text, to: &html)
            case .code(let text):
                put("<code>")
                HTMLText.append(words, text, to: &html)
                put("</code>")
            case .codeBlock(let info, let text):
                line()
                put("<pre><code\(Self.language(words[info]))>")
                HTMLText.append(words, text, to: &html)
                put("</code></pre>\n")
            case .softBreak: html.append(0x0A)
            case .lineBreak: put("<br>\n")
            case .thematicBreak:
                line()
                put("<hr>\n")
            case .html: break
            case .start(.link(let url, let number)):
                if let number {
                    slots.append(LinkedHTML.Slot(offset: html.count, link: number, isEnd: false))
                } else {
                    put("<a href=\"")
                    HTMLText.appendAddress(words, url, to: &html)
                    put("\" rel=\"noreferrer\">")
                }
            case .end(.link(_, let number)):
                if let number {
                    slots.append(LinkedHTML.Slot(offset: html.count, link: number, isEnd: true))
                } else {
                    put("</a>")
                }
            case .start(.heading):
                line()
                guard headings.indices.contains(nextHeading) else {
                    openLevels.append(topHeading)
                    put("<h\(topHeading)>")
                    continue
                }
                let level = levels[nextHeading]
                openLevels.append(level)
                put("<h\(level) id=\"\(headings[nextHeading].id)\">")
                nextHeading += 1
            case .end(.heading):
                put("</h\(openLevels.popLast() ?? topHeading)>\n")
            case .start(let container): start(container)
            case .end(let container): end(container)
            }
        }
        // A copy of the right size: the room that it grew in would be kept with it.
        return LinkedHTML(bytes: html.fitted, slots: slots)
    }

    private mutating func put(_ text: String) { html.append(contentsOf: text.utf8) }

    /// Begins a new line, unless one has just begun.
    private mutating func line() {
        if let last = html.last, last != 0x0A { html.append(0x0A) }
    }

    private mutating func start(_ container: MarkdownEvent.Container) {
        switch container {
        case .blockQuote:
            tight.append(false)
            line()
            put("<blockquote>\n")
        case .paragraph:
            if tight.last != true {
                line()
                put("<p>")
            }
            if isInTaskLabel { put("<label>\(taskBox)") }
        case .list(let first, let isTight):
            tight.append(isTight)
            line()
            put(first.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n")
        case .item:
            line()
            put("<li>")
        case .task(let isDone):
            line()
            put("<li class=\"task\">")
            taskBox = isDone ? "<input type=\"checkbox\" checked disabled> " : "<input type=\"checkbox\" disabled> "
            isInTaskLabel = true
        case .emphasis: put("<em>")
        case .strong: put("<strong>")
        case .table:
            line()
            put("<table>\n")
        case .tableHead: put("<thead>\n")
        case .tableBody: put("<tbody>\n")
        case .tableRow: put("<tr>\n")
        case .tableCell(let isHead, let alignment):
            put(isHead ? "<th scope=\"col\"\(Self.side(alignment))>" : "<td\(Self.side(alignment))>")
        case .image, .link, .heading: break
        }
    }

    private var taskBox = ""

    private mutating func end(_ container: MarkdownEvent.Container) {
        switch container {
        case .blockQuote:
            _ = tight.popLast()
            line()
            put("</blockquote>\n")
        case .paragraph:
            if isInTaskLabel {
                put("</label>")
                isInTaskLabel = false
            }
            if tight.last != true { put("</p>\n") }
        case .list(let first, _):
            _ = tight.popLast()
            put(first == nil ? "</ul>\n" : "</ol>\n")
        case .item, .task: put("</li>\n")
        case .emphasis: put("</em>")
        case .strong: put("</strong>")
        case .table: put("</table>\n")
        case .tableHead: put("</thead>\n")
        case .tableBody: put("</tbody>\n")
        case .tableRow: put("</tr>\n")
        case .tableCell(let isHead, _): put(isHead ? "</th>\n" : "</td>\n")
        case .image, .link, .heading: break
        }
    }

    private static func side(_ alignment: MarkdownEvent.Alignment) -> String {
        switch alignment {
        case .none, .left: ""
        case .centre: " class=\"centre\""
        case .right: " class=\"right\""
        }
    }

    private static func language(_ info: ArraySlice<UInt8>) -> String {
        let word = info.prefix { $0 > 0x20 }
        let isPlain = word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return word.isEmpty || !isPlain ? "" : " class=\"language-\(String(decoding: word, as: UTF8.self))\""
    }

    /// Levels of the headings in the page: the highest becomes `top`, and none is more than one below its predecessor.
    static func levels(_ written: [Int], top: Int) -> [Int] {
        let highest = written.min() ?? 1
        var before = top - 1
        return written.map { level in
            before = min(max(top, level - highest + top), before + 1, 6)
            return before
        }
    }
}
