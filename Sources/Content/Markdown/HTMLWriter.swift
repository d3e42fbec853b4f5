import Diagnostics

/// Writes the events of a document as HTML: escaped, without raw HTML, styles or scripts, laid out as cmark does it.
struct HTMLWriter {
    /// What stands in the `href` of a link.
    enum Address: Sendable, Hashable {
        case page(String, fragment: String?)
        case external(String)
        case fragment(String)
    }
    /// Level of the highest heading.
    let topHeading: Int
    /// Addresses of links by the position of their start among the events; a link without one writes its text alone.
    let addresses: [Int: Address]
    let headings: [Int: String]

    private var pieces: [SafeHTML.Piece] = []
    private var html = ""
    private var tight: [Bool] = []
    private var isInTaskLabel = false

    init(topHeading: Int, addresses: [Int: Address], headings: [MarkdownText.Heading]) {
        self.topHeading = topHeading
        self.addresses = addresses
        self.headings = Dictionary(headings.map { ($0.event, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - events: the document, or a part of it whose containers are whole.
    ///   - home: the page on which it stands.
    mutating func write(_ events: ArraySlice<MarkdownEvent>, home: String) -> SafeHTML {
        let levels = Self.levels(events, top: topHeading)
        var openLevels: [Int] = []
        var openLinks: [Bool] = []
        for index in events.indices {
            switch events[index].kind {
            case .text(let text): html += HTMLText.escape(text)
            case .code(let text): html += "<code>\(HTMLText.escape(text))</code>"
            case .codeBlock(let info, let text):
                line()
                html += "<pre><code\(Self.language(info))>\(HTMLText.escape(text))</code></pre>\n"
            case .softBreak: html += "\n"
            case .lineBreak: html += "<br>\n"
            case .thematicBreak:
                line()
                html += "<hr>\n"
            case .html: break
            case .start(.link):
                let address = addresses[index]
                openLinks.append(address != nil)
                if let address { open(address) }
            case .end(.link):
                if openLinks.popLast() == true { html += "</a>" }
            case .start(.heading):
                let level = levels[index] ?? topHeading
                openLevels.append(level)
                line()
                html += headings[index].map { "<h\(level) id=\"\($0)\">" } ?? "<h\(level)>"
            case .end(.heading):
                html += "</h\(openLevels.popLast() ?? topHeading)>\n"
            case .start(let container): start(container)
            case .end(let container): end(container)
            }
        }
        flush()
        return SafeHTML(pieces: pieces, home: home)
    }

    private mutating func flush() {
        if !html.isEmpty { pieces.append(.html(html)) }
        html = ""
    }

    /// Begins a new line, unless one has just begun.
    private mutating func line() {
        if let last = html.utf8.last, last != 0x0A { html += "\n" }
    }

    private mutating func open(_ address: Address) {
        switch address {
        case .page(let page, let fragment):
            html += "<a href=\""
            flush()
            pieces.append(.page(page))
            html += fragment.map { "#\($0)" } ?? ""
            html += "\">"
        case .fragment(let id): html += "<a href=\"#\(id)\">"
        case .external(let url): html += "<a href=\"\(HTMLText.address(url))\" rel=\"noreferrer\">"
        }
    }

    private mutating func start(_ container: MarkdownEvent.Container) {
        switch container {
        case .blockQuote:
            tight.append(false)
            line()
            html += "<blockquote>\n"
        case .paragraph:
            if tight.last != true {
                line()
                html += "<p>"
            }
            if isInTaskLabel { html += "<label>\(taskBox)" }
        case .list(let first, let isTight):
            tight.append(isTight)
            line()
            html += first.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n"
        case .item:
            line()
            html += "<li>"
        case .task(let isDone):
            line()
            html += "<li class=\"task\">"
            taskBox = isDone ? "<input type=\"checkbox\" checked disabled> " : "<input type=\"checkbox\" disabled> "
            isInTaskLabel = true
        case .emphasis: html += "<em>"
        case .strong: html += "<strong>"
        case .table:
            line()
            html += "<table>\n"
        case .tableHead: html += "<thead>\n"
        case .tableBody: html += "<tbody>\n"
        case .tableRow: html += "<tr>\n"
        case .tableCell(let isHead, let alignment):
            html += isHead ? "<th scope=\"col\"\(Self.side(alignment))>" : "<td\(Self.side(alignment))>"
        case .image, .link, .heading: break
        }
    }

    private var taskBox = ""

    private mutating func end(_ container: MarkdownEvent.Container) {
        switch container {
        case .blockQuote:
            _ = tight.popLast()
            line()
            html += "</blockquote>\n"
        case .paragraph:
            if isInTaskLabel {
                html += "</label>"
                isInTaskLabel = false
            }
            if tight.last != true { html += "</p>\n" }
        case .list(let first, _):
            _ = tight.popLast()
            html += first == nil ? "</ul>\n" : "</ol>\n"
        case .item, .task: html += "</li>\n"
        case .emphasis: html += "</em>"
        case .strong: html += "</strong>"
        case .table: html += "</table>\n"
        case .tableHead: html += "</thead>\n"
        case .tableBody: html += "</tbody>\n"
        case .tableRow: html += "</tr>\n"
        case .tableCell(let isHead, _): html += isHead ? "</th>\n" : "</td>\n"
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

    private static func language(_ info: String) -> String {
        let word = info.utf8.prefix { $0 > 0x20 }
        let isPlain = word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        return word.isEmpty || !isPlain ? "" : " class=\"language-\(String(decoding: word, as: UTF8.self))\""
    }

    /// Levels of the headings in the page: the highest becomes `top`, and none is more than one below its predecessor.
    static func levels(_ events: ArraySlice<MarkdownEvent>, top: Int) -> [Int: Int] {
        var written: [(index: Int, level: Int)] = []
        for index in events.indices {
            if case .start(.heading(let level)) = events[index].kind { written.append((index, level)) }
        }
        let highest = written.map(\.level).min() ?? 1
        var result: [Int: Int] = [:]
        var before = top - 1
        for heading in written {
            let level = min(max(top, heading.level - highest + top), before + 1, 6)
            result[heading.index] = level
            before = level
        }
        return result
    }
}
