import Diagnostics

/// Turns the paragraphs that hold pipe tables into tables.
///
/// A cell's text is read by cmark like that of a paragraph, with the link definitions of the whole document.
struct TableExpander {
    /// UTF-8, each line ended by a line feed.
    let text: [UInt8]
    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    private var cellCount = 0

    init(text: [UInt8], source: SourceText) {
        self.text = text
        self.source = source
    }

    /// A line of a paragraph without the marks of the containers around it.
    private struct RawLine {
        /// Where it stands in the text.
        var range: Range<Int>
        /// How many bytes were cut off.
        var cut: Int
    }
    private struct Found {
        /// Events of the paragraph that it replaces.
        var events: ClosedRange<Int>
        var line: Int
        var lead: Int?
        /// Stretches of head and rows; nil for an empty cell.
        var rows: [(line: Int, cells: [Int?])]
        var alignments: [MarkdownEvent.Alignment]
    }

    mutating func expand(_ document: inout MarkdownDocument) {
        guard text.holds(0x7C) else { return }
        let lines = SourceText.lines(of: text)
        var stretches: [TextStretch] = []
        var found: [Found] = []
        var quotes = 0
        for index in document.events.indices {
            let event = document.events[index]
            switch event.kind {
            case .start(.blockQuote): quotes += 1
            case .end(.blockQuote): quotes -= 1
            case .start(.paragraph) where event.lastLine > event.line:
                guard holdsPipe(event, lines) else { continue }
                let raw = rawLines(of: event, lines, quotes)
                guard let table = table(in: raw, at: event.line) else { continue }
                guard let end = document.events[index...].firstIndex(where: \.isParagraphEnd) else { continue }
                found.append(read(table, raw, index...end, event.line, &stretches, &document.words))
            default: break
            }
        }
        guard !found.isEmpty else { return }
        let inlines = InlineEvents(stretches, of: text, &document.words)
        var result: [MarkdownEvent] = []
        result.reserveCapacity(document.events.count + 4 * stretches.count + 32 * found.count)
        var next = 0
        for table in found {
            result += document.events[next..<table.events.lowerBound]
            append(table, inlines, to: &result)
            next = table.events.upperBound + 1
        }
        result += document.events[next...]
        document.events = result
    }

    /// True if a pipe stands in the lines of a paragraph.
    private func holdsPipe(_ event: MarkdownEvent, _ lines: [Range<Int>]) -> Bool {
        guard lines.indices.contains(event.line - 1) else { return false }
        let last = min(event.lastLine, lines.count) - 1
        return text[lines[event.line - 1].lowerBound..<lines[last].upperBound].contains(0x7C)
    }

    private func rawLines(of event: MarkdownEvent, _ lines: [Range<Int>], _ quotes: Int) -> [RawLine] {
        var result: [RawLine] = []
        for number in event.line...event.lastLine where lines.indices.contains(number - 1) {
            let line = lines[number - 1]
            var cut = number == event.line ? min(line.count, max(0, event.column - 1)) : 0
            var left = number == event.line ? 0 : quotes
            while cut < line.count {
                let byte = text[line.lowerBound + cut]
                if byte == 0x20 || byte == 0x09 {
                    cut += 1
                } else if byte == 0x3E, left > 0 {
                    left -= 1
                    cut += 1
                } else {
                    break
                }
            }
            result.append(RawLine(range: (line.lowerBound + cut)..<line.upperBound, cut: cut))
        }
        return result
    }

    /// More columns than a page can show, and more cells than a reader can read.
    private static let mostColumns = Limits.tableColumns.most
    private static let mostCells = Limits.tableCells.most

    private mutating func table(in raw: [RawLine], at line: Int) -> PipeTable? {
        let (table, misfit) = PipeTable.find(in: raw.map(\.range), of: text)
        if let misfit {
            diagnostics.append(
                source.diagnostic(
                    .warning, "table-head", line: line + misfit + source.firstLine - 1,
                    "this would be the head of a table, but the line below has another number of cells, so it stays text",
                    remedy: "give both the same number of cells"))
        }
        guard let table else { return nil }
        let cells = table.alignments.count * (raw.count - table.head - 1)
        guard table.alignments.count <= Self.mostColumns, cellCount + cells <= Self.mostCells else {
            diagnostics.append(
                source.diagnostic(
                    .error, Limits.tableCells.code, line: line + table.head + source.firstLine - 1,
                    "the table has more than \(Self.mostColumns) columns, or the text more than \(Self.mostCells) cells",
                    remedy: "link to the file instead"))
            return nil
        }
        cellCount += cells
        return table
    }

    private mutating func read(
        _ table: PipeTable, _ raw: [RawLine], _ events: ClosedRange<Int>, _ firstLine: Int,
        _ stretches: inout [TextStretch], _ words: inout [UInt8]
    ) -> Found {
        var found = Found(
            events: events, line: firstLine + table.head, lead: nil, rows: [], alignments: table.alignments)
        if table.head > 0 {
            found.lead = stretches.count
            stretches.append(lead(raw[..<table.head], firstLine, &words))
        }
        for index in raw.indices where index == table.head || index > table.head + 1 {
            let line = firstLine + index
            let cells = PipeTable.cells(of: raw[index].range, text, into: &words)
            if cells.count > table.alignments.count {
                diagnostics.append(
                    source.diagnostic(
                        .error, "table-row", line: line + source.firstLine - 1,
                        "this row has \(cells.count) cells and its table \(table.alignments.count) columns",
                        remedy: "write `\\|` for a pipe that belongs to the text"))
            }
            var numbers: [Int?] = []
            for column in table.alignments.indices {
                guard cells.indices.contains(column), !cells[column].text.isEmpty else {
                    numbers.append(nil)
                    continue
                }
                numbers.append(stretches.count)
                let place = raw[index].cut + cells[column].offset - raw[index].range.lowerBound + 1
                stretches.append(TextStretch(line: line, column: place, words: cells[column].text))
            }
            found.rows.append((line, numbers))
        }
        return found
    }

    /// The lines of the paragraph that stand before its table.
    private func lead(_ raw: ArraySlice<RawLine>, _ firstLine: Int, _ words: inout [UInt8]) -> TextStretch {
        let start = words.count
        var places: [(line: Int, column: Int)] = []
        // A line of marks alone would end the paragraph.
        for (index, line) in raw.enumerated() where !line.range.isEmpty {
            if !places.isEmpty { words.append(0x0A) }
            words.append(contentsOf: text[line.range])
            places.append((firstLine + index, line.cut + 1))
        }
        return TextStretch(
            line: firstLine, column: places.first?.column ?? 1, further: Array(places.dropFirst()),
            words: start..<words.count)
    }

    private func append(_ table: Found, _ inlines: InlineEvents, to result: inout [MarkdownEvent]) {
        func add(_ kind: MarkdownEvent.Kind, _ line: Int) {
            result.append(MarkdownEvent(kind: kind, line: line, column: 1, lastLine: line))
        }
        func add(_ stretch: Int?) {
            if let stretch { result += inlines[stretch] }
        }
        if let lead = table.lead {
            add(.start(.paragraph), table.line)
            add(lead)
            add(.end(.paragraph), table.line)
        }
        add(.start(.table), table.line)
        for (number, row) in table.rows.enumerated() {
            if number == 0 { add(.start(.tableHead), row.line) }
            if number == 1 { add(.start(.tableBody), row.line) }
            add(.start(.tableRow), row.line)
            for (cell, alignment) in zip(row.cells, table.alignments) {
                let container = MarkdownEvent.Container.tableCell(
                    isHead: number == 0 && cell != nil, alignment: alignment)
                add(.start(container), row.line)
                add(cell)
                add(.end(container), row.line)
            }
            add(.end(.tableRow), row.line)
            if number == 0 { add(.end(.tableHead), row.line) }
        }
        if table.rows.count > 1 { add(.end(.tableBody), table.line) }
        add(.end(.table), table.line)
    }
}
