/// The pipe tables of GitHub's Markdown, which CommonMark reads as paragraphs: a head, a line of hyphens with as many
/// cells, and rows to the end of the paragraph.
struct PipeTable {
    struct Cell: Hashable {
        /// Where its text stands in the buffer of words: with `\|` turned into `|`, without outer blanks.
        var text: Range<Int>
        /// Byte offset of the text in the file's text.
        var offset: Int
    }
    /// Index of the head among the lines of the paragraph.
    var head: Int
    var alignments: [MarkdownEvent.Alignment]

    /// The first place in a paragraph's lines where a head and its line of hyphens stand.
    ///
    /// - Parameters:
    ///   - lines: where the lines stand in the text, without the marks of the containers around them.
    /// - Returns: the table, and the index of a line that looks like one whose head has another number of cells.
    static func find(in lines: [Range<Int>], of text: [UInt8]) -> (table: PipeTable?, misfit: Int?) {
        var misfit: Int?
        for index in lines.indices.dropFirst() {
            guard let alignments = alignments(of: lines[index], text), text[lines[index - 1]].contains(0x7C) else {
                continue
            }
            var words: [UInt8] = []
            if cells(of: lines[index - 1], text, into: &words).count == alignments.count {
                return (PipeTable(head: index - 1, alignments: alignments), nil)
            }
            misfit = misfit ?? index - 1
        }
        return (nil, misfit)
    }

    /// The columns of a line such as `|:--|--:|`, nil if it is no such line.
    private static func alignments(of line: Range<Int>, _ text: [UInt8]) -> [MarkdownEvent.Alignment]? {
        let isRule = text[line].allSatisfy { byte in
            switch byte {
            case 0x7C, 0x2D, 0x3A, 0x20, 0x09: true
            default: false
            }
        }
        guard isRule, text[line].contains(0x7C) else { return nil }
        var result: [MarkdownEvent.Alignment] = []
        var words: [UInt8] = []
        for cell in cells(of: line, text, into: &words) {
            let bytes = words[cell.text]
            let isLeft = bytes.first == 0x3A
            let isRight = bytes.count > 1 && bytes.last == 0x3A
            let hyphens = bytes.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == 0x2D }) else { return nil }
            result.append(isLeft ? (isRight ? .centre : .left) : (isRight ? .right : .none))
        }
        return result
    }

    /// The cells of a line, their texts appended to the words.
    ///
    /// An outer pipe is no cell; an escaped one belongs to the text.
    static func cells(of line: Range<Int>, _ bytes: [UInt8], into words: inout [UInt8]) -> [Cell] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var start = line.lowerBound
        var end = line.upperBound
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        if start < end, bytes[start] == 0x7C { start += 1 }
        var cells: [Cell] = []
        var textStart = words.count
        var first: Int?
        func close(_ words: inout [UInt8]) {
            while words.count > textStart, isBlank(words[words.count - 1]) { words.removeLast() }
            cells.append(Cell(text: textStart..<words.count, offset: first ?? line.lowerBound))
            textStart = words.count
            first = nil
        }
        var index = start
        var isClosed = false
        while index < end {
            let byte = bytes[index]
            isClosed = false
            if byte == 0x5C, index + 1 < end, bytes[index + 1] == 0x7C {
                if first == nil { first = index }
                words.append(0x7C)
                index += 2
                continue
            }
            if byte == 0x7C {
                if first == nil { first = index }
                close(&words)
                isClosed = true
            } else if first != nil || !isBlank(byte) {
                if first == nil { first = index }
                words.append(byte)
                // An escaped backslash does not escape the pipe behind it.
                if byte == 0x5C, index + 1 < end, bytes[index + 1] == 0x5C {
                    words.append(0x5C)
                    index += 1
                }
            }
            index += 1
        }
        if !isClosed { close(&words) }
        return cells
    }
}
