/// What a reader reads, without any mark: for search, for messages, for names of headings.
enum PlainText {
    /// The words of events; blocks, cells and breaks are kept apart by one blank.
    static func of(_ events: some Sequence<MarkdownEvent>) -> String {
        var text: [UInt8] = []
        func gap() {
            if let last = text.last, last != 0x20 { text.append(0x20) }
        }
        for event in events {
            switch event.kind {
            case .text(let words), .code(let words):
                text.append(contentsOf: words.utf8)
            case .codeBlock(_, let words):
                gap()
                for line in words.split(whereSeparator: \.isNewline) {
                    text.append(contentsOf: line.trimmed.utf8)
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
        return String(decoding: text, as: UTF8.self).trimmed
    }
}

extension StringProtocol {
    /// Without blanks, tabs and line ends around it.
    var trimmed: String {
        if let first = unicodeScalars.first, let last = unicodeScalars.last, isInk(first), isInk(last) {
            return String(self)
        }
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        var end = scalars.endIndex
        while end > scalars.startIndex {
            let before = scalars.index(before: end)
            guard scalars[before].properties.isWhitespace else { break }
            end = before
        }
        return String(self[scalars.startIndex..<end])
    }

    /// An ASCII character that is no white space.
    private func isInk(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x20 && scalar.value < 0x80 }
}
