/// What a reader reads, without any mark: for search, for messages, for names of headings.
enum PlainText {
    /// The words of events; blocks, cells and breaks are kept apart by one blank.
    static func of(_ document: MarkdownDocument, _ range: Range<Int>) -> String {
        var text = bytes(of: document, range)
        while text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self).trimmed
    }

    /// True if there is anything to read between two events.
    static func isEmpty(_ document: MarkdownDocument, _ range: Range<Int>) -> Bool {
        if let first = range.first, case .text(let words) = document.events[first].kind, let byte = words.first,
            (0x21...0x7E).contains(document.words[byte])
        {
            return false
        }
        return of(document, range).isEmpty
    }

    /// The same with what stands around it.
    private static func bytes(of document: MarkdownDocument, _ range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        if range.count > 8 { text.reserveCapacity(document.words.count + 64) }
        func gap() {
            if let last = text.last, last != 0x20 { text.append(0x20) }
        }
        for index in range {
            switch document.events[index].kind {
            case .text(let words), .code(let words): text.append(contentsOf: document.words[words])
            case .codeBlock(_, let words):
                gap()
                for line in document.text(words).split(whereSeparator: \.isNewline) {
                    text.append(contentsOf: line.trimmed.utf8)
                    gap()
                }
            case .softBreak, .lineBreak, .thematicBreak, .html(isBlock: true): gap()
            case .html(isBlock: false): break
            case .start(let container), .end(let container):
                switch container {
                case .emphasis, .strong, .link, .image: break
                default: gap()
                }
            }
        }
        return text
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
