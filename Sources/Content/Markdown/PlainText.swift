/// What a reader reads, without any mark: for search, for messages, for names of headings.
enum PlainText {
    /// The words of events; blocks, cells and breaks are kept apart by one blank.
    static func of(_ events: some Sequence<MarkdownEvent>) -> String {
        var text = ""
        func gap() {
            if let last = text.unicodeScalars.last, last != " " { text += " " }
        }
        for event in events {
            switch event.kind {
            case .text(let words), .code(let words):
                text += words
            case .codeBlock(_, let words):
                gap()
                for line in words.split(whereSeparator: \.isNewline) {
                    text += line.trimmed
                    gap()
                }
            case .softBreak, .lineBreak, .thematicBreak, .html(isBlock: true):
                gap()
            case .html(isBlock: false):
                break
            case .start(let container), .end(let container):
                switch container {
                case .emphasis, .strong, .link, .image: break
                default: gap()
                }
            }
        }
        return text.trimmed
    }
}

extension StringProtocol {
    /// Without blanks, tabs and line ends around it.
    var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        var end = scalars.endIndex
        while end > scalars.startIndex {
            let before = scalars.index(before: end)
            guard scalars[before].properties.isWhitespace else { break }
            end = before
        }
        return String(String.UnicodeScalarView(scalars[scalars.startIndex..<end]))
    }
}
