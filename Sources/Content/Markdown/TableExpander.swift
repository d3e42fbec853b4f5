import Diagnostics

/// Turns the paragraphs that hold pipe tables into tables.
///
/// A cell's text is read by cmark like that of a paragraph, with the link definitions of the whole document.
struct TableExpander {
    let text: String
    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    private var cellCount = 0
    /// True if the text may define links by name: `[name]: address`.
    private var holdsDefinitions = false

    init(text: String, source: SourceText) {
        self.text = text
        self.source = source
    }

    /// A stretch of text to be read again: the lines before a table, or a cell.
    private struct Stretch {
        /// Source line and column at which each of its lines begins.
        var places: [(line: Int, column: Int)]
        var lines: [String]

        /// True for words without any sign that could mean something: they are read as they stand.
        var isPlain: Bool {
            lines.count == 1
                && lines[0].utf8.allSatisfy { byte in
                    switch byte {
                    case 0x20, 0x25, 0x28...0x29, 0x2B...0x3B, 0x3D, 0x3F, 0x41...0x5A, 0x61...0x7A: true
                    default: false
                    }
                }
        }
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

    mutating func expand(_ events: [MarkdownEvent]) -> [MarkdownEvent] {
        let bytes = Array(text.utf8)
        guard bytes.contains(0x7C) else { return events }
        holdsDefinitions = bytes.indices.dropLast().contains { bytes[$0] == 0x5D && bytes[$0 + 1] == 0x3A }
        let lines = SourceText.lines(of: bytes)
        var stretches: [Stretch] = []
        var found: [Found] = []
        var quotes = 0
        for (index, event) in events.enumerated() {
            switch event.kind {
            case .start(.blockQuote): quotes += 1
            case .end(.blockQuote): quotes -= 1
            case .start(.paragraph) where event.lastLine > event.line:
                let raw = rawLines(of: event, bytes, lines, quotes)
                guard let table = table(in: raw, at: event.line) else { continue }
                guard let end = events[index...].firstIndex(where: { $0.kind == .end(.paragraph) }) else { continue }
                found.append(read(table, raw, index...end, event.line, &stretches))
            default: break
            }
        }
        guard !found.isEmpty else { return events }
        let inlines = parse(stretches)
        var result: [MarkdownEvent] = []
        result.reserveCapacity(events.count + 4 * stretches.count + 32 * found.count)
        var next = 0
        for table in found {
            result += events[next..<table.events.lowerBound]
            append(table, inlines, to: &result)
            next = table.events.upperBound + 1
        }
        result += events[next...]
        return result
    }

    /// The paragraph's lines without the marks of the containers around it, and how many bytes were cut off each.
    private func rawLines(
        of event: MarkdownEvent, _ text: [UInt8], _ lines: [Range<Int>], _ quotes: Int
    ) -> [(text: String, cut: Int)] {
        var result: [(String, Int)] = []
        for number in event.line...event.lastLine where lines.indices.contains(number - 1) {
            let bytes = Array(text[lines[number - 1]])
            var cut = number == event.line ? min(bytes.count, max(0, event.column - 1)) : 0
            var left = number == event.line ? 0 : quotes
            while cut < bytes.count {
                if bytes[cut] == 0x20 || bytes[cut] == 0x09 {
                    cut += 1
                } else if bytes[cut] == 0x3E, left > 0 {
                    left -= 1
                    cut += 1
                } else {
                    break
                }
            }
            result.append((String(decoding: bytes[cut...], as: UTF8.self), cut))
        }
        return result
    }

    /// More columns than a page can show, and more cells than a reader can read.
    private static let mostColumns = Limits.tableColumns.most
    private static let mostCells = Limits.tableCells.most

    private mutating func table(in raw: [(text: String, cut: Int)], at line: Int) -> PipeTable? {
        let (table, misfit) = PipeTable.find(in: raw.map(\.text))
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
        _ table: PipeTable, _ raw: [(text: String, cut: Int)], _ events: ClosedRange<Int>, _ firstLine: Int,
        _ stretches: inout [Stretch]
    ) -> Found {
        var found = Found(
            events: events, line: firstLine + table.head, lead: nil, rows: [], alignments: table.alignments)
        if table.head > 0 {
            found.lead = stretches.count
            let places = (0..<table.head).map { (line: firstLine + $0, column: raw[$0].cut + 1) }
            stretches.append(Stretch(places: places, lines: raw[..<table.head].map(\.text)))
        }
        for index in raw.indices where index == table.head || index > table.head + 1 {
            let line = firstLine + index
            let cells = PipeTable.cells(of: raw[index].text)
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
                let place = (line: line, column: raw[index].cut + cells[column].offset + 1)
                stretches.append(Stretch(places: [place], lines: [cells[column].text]))
            }
            found.rows.append((line, numbers))
        }
        return found
    }

    /// Reads all stretches that have marks in one go, each as a paragraph: a leading word keeps cmark from seeing a list or
    /// a heading in it, and is taken off again.
    private func parse(_ all: [Stretch]) -> [[MarkdownEvent]] {
        var result = all.map { stretch in
            let (line, column) = stretch.places.first ?? (1, 1)
            return [
                MarkdownEvent(kind: .text(stretch.lines.first ?? ""), line: line, column: column, lastLine: line)
            ]
        }
        let marked = all.indices.filter { !all[$0].isPlain }
        guard !marked.isEmpty else { return result }
        let parsed = parse(marked: marked.map { all[$0] })
        for (place, number) in marked.enumerated() {
            result[number] = parsed.indices.contains(place) ? parsed[place] : []
        }
        return result
    }

    private func parse(marked stretches: [Stretch]) -> [[MarkdownEvent]] {
        var document = ""
        var starts: [Int] = []
        var line = 1
        for stretch in stretches {
            starts.append(line)
            document += "x " + stretch.lines.joined(separator: "\n") + "\n\n"
            line += stretch.lines.count + 1
        }
        // The document again, for its link definitions.
        if holdsDefinitions { document += text }
        guard let parsed = CommonMark(document) else { return [] }
        var result: [[MarkdownEvent]] = []
        var depth = 0
        for var event in parsed.events() {
            guard event.line < line else { break }
            switch event.kind {
            case .start(.paragraph) where depth == 0:
                result.append([])
                depth += 1
                continue
            case .start: depth += 1
            case .end:
                depth -= 1
                if depth == 0 { continue }
            default: break
            }
            guard let current = result.indices.last, stretches.indices.contains(current) else { break }
            if result[current].isEmpty, case .text(let text) = event.kind {
                event.kind = .text(String(text.unicodeScalars.dropFirst(2)))
            }
            let places = stretches[current].places
            let row = min(max(0, event.line - starts[current]), places.count - 1)
            let lead = row == 0 ? 2 : 0
            event.column = event.column > 0 ? max(1, event.column - lead - 1 + places[row].column) : 0
            event.line = places[row].line
            event.lastLine = event.line
            result[current].append(event)
        }
        return result
    }

    private func append(_ table: Found, _ inlines: [[MarkdownEvent]], to result: inout [MarkdownEvent]) {
        func add(_ kind: MarkdownEvent.Kind, _ line: Int) {
            result.append(MarkdownEvent(kind: kind, line: line, column: 1, lastLine: line))
        }
        func add(_ stretch: Int?) {
            guard let stretch, inlines.indices.contains(stretch) else { return }
            result += inlines[stretch]
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
