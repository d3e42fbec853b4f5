/// The pipe tables of GitHub's Markdown, which CommonMark reads as paragraphs: a head, a line of hyphens with as many
/// cells, and rows to the end of the paragraph.
struct PipeTable {
    struct Cell: Hashable {
        /// The text with `\|` turned into `|`, without outer blanks.
        var text: String
        /// Byte offset of the text in its line.
        var offset: Int
    }
    /// Index of the head among the lines of the paragraph.
    var head: Int
    var alignments: [MarkdownEvent.Alignment]

    /// The first place in a paragraph's lines where a head and its line of hyphens stand.
    ///
    /// - Returns: the table, and the index of a line that looks like one whose head has another number of cells.
    static func find(in lines: [String]) -> (table: PipeTable?, misfit: Int?) {
        var misfit: Int?
        for index in lines.indices.dropFirst() {
            guard let alignments = alignments(of: lines[index]), lines[index - 1].utf8.contains(0x7C) else { continue }
            if cells(of: lines[index - 1]).count == alignments.count {
                return (PipeTable(head: index - 1, alignments: alignments), nil)
            }
            misfit = misfit ?? index - 1
        }
        return (nil, misfit)
    }

    /// The columns of a line such as `|:--|--:|`, nil if it is no such line.
    static func alignments(of line: String) -> [MarkdownEvent.Alignment]? {
        let isRule = line.utf8.allSatisfy { byte in
            switch byte {
            case 0x7C, 0x2D, 0x3A, 0x20, 0x09: true
            default: false
            }
        }
        guard isRule, line.utf8.contains(0x7C) else { return nil }
        var result: [MarkdownEvent.Alignment] = []
        for cell in cells(of: line) {
            let bytes = Array(cell.text.utf8)
            let isLeft = bytes.first == 0x3A
            let isRight = bytes.count > 1 && bytes.last == 0x3A
            let hyphens = bytes.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !hyphens.isEmpty, hyphens.allSatisfy({ $0 == 0x2D }) else { return nil }
            result.append(isLeft ? (isRight ? .centre : .left) : (isRight ? .right : .none))
        }
        return result
    }

    /// The cells of a line.
    ///
    /// An outer pipe is no cell; an escaped one belongs to the text.
    static func cells(of line: String) -> [Cell] {
        let bytes = Array(line.utf8)
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var start = 0
        var end = bytes.count
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        if start < end, bytes[start] == 0x7C { start += 1 }
        var cells: [Cell] = []
        var current: [UInt8] = []
        var first: Int?
        func close() {
            while let last = current.last, isBlank(last) { current.removeLast() }
            cells.append(Cell(text: String(decoding: current, as: UTF8.self), offset: first ?? 0))
            current = []
            first = nil
        }
        var index = start
        var isClosed = false
        while index < end {
            let byte = bytes[index]
            isClosed = false
            if byte == 0x5C, index + 1 < end, bytes[index + 1] == 0x7C {
                if first == nil { first = index }
                current.append(0x7C)
                index += 2
                continue
            }
            if byte == 0x7C {
                if first == nil { first = index }
                close()
                isClosed = true
            } else if first != nil || !isBlank(byte) {
                if first == nil { first = index }
                current.append(byte)
                // An escaped backslash does not escape the pipe behind it.
                if byte == 0x5C, index + 1 < end, bytes[index + 1] == 0x5C {
                    current.append(0x5C)
                    index += 1
                }
            }
            index += 1
        }
        if !isClosed { close() }
        return cells
    }
}
