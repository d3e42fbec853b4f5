import Diagnostics

/// A strict reader for the small CSV tables that the site's own people write: commas, RFC 4180 quotes, any line end.
///
/// Blank lines are skipped. Survey exports have a reader of their own on the other side.
enum SmallTable {
    struct Cell: Hashable {
        var text: String
        /// Place of its first byte.
        var line: Int
        var column: Int
    }
    /// Longest file that is read, in bytes.
    static let longest = Limits.smallTable.most

    static func read(_ file: SourceFile) -> Outcome<[[Cell]]> {
        var bytes = Array(file.text.utf8)[...]
        let source = SourceText(file.text, file: file.path)
        guard bytes.count <= longest else {
            return Outcome(
                [],
                [
                    source.diagnostic(
                        .error, Limits.smallTable.code, line: nil, "the table is longer than \(longest) bytes")
                ])
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var rows: [[Cell]] = []
        var row: [Cell] = []
        var line = 1
        var lineStart = 0
        var index = bytes.startIndex
        var problems: [Diagnostic] = []
        func report(_ at: Int, _ line: Int, _ start: Int, _ message: String, _ remedy: String) {
            problems.append(
                source.diagnostic(.error, "csv-quote", line: line, column: at - start + 1, message, remedy: remedy))
        }
        while index < bytes.endIndex {
            let begin = (line: line, column: index - lineStart + 1)
            var cell: [UInt8] = []
            if bytes[index] == 0x22 {
                let open = (at: index, line: line, start: lineStart)
                index += 1
                var isClosed = false
                while index < bytes.endIndex {
                    if bytes[index] == 0x22 {
                        index += 1
                        guard index < bytes.endIndex, bytes[index] == 0x22 else {
                            isClosed = true
                            break
                        }
                    } else if bytes[index] == 0x0A
                        || (bytes[index] == 0x0D && !(index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A))
                    {
                        line += 1
                        lineStart = index + 1
                    }
                    cell.append(bytes[index])
                    index += 1
                }
                if !isClosed {
                    report(open.at, open.line, open.start, "a quote is opened and not closed", "close it")
                } else if index < bytes.endIndex, ![0x2C, 0x0A, 0x0D].contains(bytes[index]) {
                    report(
                        index, line, lineStart, "text stands behind a closing quote",
                        "double a quote that belongs to the text")
                }
            }
            while index < bytes.endIndex, ![0x2C, 0x0A, 0x0D].contains(bytes[index]) {
                cell.append(bytes[index])
                index += 1
            }
            row.append(Cell(text: String(decoding: cell, as: UTF8.self), line: begin.line, column: begin.column))
            if index < bytes.endIndex, bytes[index] == 0x2C {
                index += 1
                if index < bytes.endIndex { continue }
                row.append(Cell(text: "", line: line, column: index - lineStart + 1))
            }
            if index < bytes.endIndex {
                index += bytes[index] == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A ? 2 : 1
                line += 1
                lineStart = index
            }
            if !(row.count == 1 && row[0].text.isEmpty) { rows.append(row) }
            row = []
        }
        return Outcome(rows, problems)
    }
}
