import Diagnostics
import Report
import Testing

@testable import Survey

/// Records of bytes that are handed to the scanner in pieces.
private func scan(_ bytes: [UInt8], delimiter: UInt8 = 0x2C, cuts: (Int) -> Int = { _ in Int.max })
    -> (records: [[String]], lines: [Int], problems: [RecordProblem])
{
    var scanner = RecordScanner(delimiter: delimiter)
    var decoder = TextDecoder(.utf8)
    var batch = RecordBatch()
    var records: [[String]] = []
    var lines: [Int] = []
    func take(_ batch: RecordBatch) {
        for record in 0..<batch.count {
            records.append((0..<batch.width(record)).map { batch.text(record, $0) })
            lines.append(batch.lines[record])
        }
    }
    var index = 0
    repeat {
        let end = min(bytes.count, index + max(1, min(cuts(index), bytes.count)))
        let isLast = end == bytes.count
        scanner.scan(decoder.decode(Array(bytes[index..<end]), isLast: isLast), into: &batch)
        if isLast { scanner.finish(into: &batch) }
        let next = batch.splitOpenRecord()
        take(batch)
        batch = next
        index = end
    } while index < bytes.count
    return (records, lines, scanner.problems)
}

private func scan(_ text: String) -> [[String]] { scan(Array(text.utf8)).records }

@Suite struct ReadRecordTests {
    @Test(
        arguments: [
            ("", []),
            ("a", [["a"]]),
            ("a\n", [["a"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            ("a\r\rb\n\nc\r\n\r\nd", [["a"], [""], ["b"], [""], ["c"], [""], ["d"]]),
            ("a,", [["a", ""]]),
            (",", [["", ""]]),
            (",,\n", [["", "", ""]]),
            ("\n", [[""]]),
            ("\r\n", [[""]]),
            ("\"\"", [[""]]),
            ("\"\"\n", [[""]]),
            ("a,\"\"\n", [["a", ""]]),
            ("\"a,b\",c", [["a,b", "c"]]),
            ("\"a\"\"b\"", [["a\"b"]]),
            ("\"\"\"\"", [["\""]]),
            ("\"\"\"a\"\"\",\"\"\"\"\"\"", [["\"a\"", "\"\""]]),
            ("\"a\nb\",\"c\r\nd\",\"e\rf\"\r\ng", [["a\nb", "c\r\nd", "e\rf"], ["g"]]),
            ("key,val\n1,\"{\"\"type\"\": \"\"Point\"\"}\"", [["key", "val"], ["1", "{\"type\": \"Point\"}"]]),
            (" a , b \n", [[" a ", " b "]]),
            ("a,b,c\n1,\"\",\"\"\n2,3,4\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
            ("\u{FEFF}a,\u{FEFF}b\u{A0}\n", [["a", "\u{FEFF}b\u{A0}"]]),
            ("a\tb;c|d\n", [["a\tb;c|d"]]),
        ] as [(String, [[String]])])
    func reads(_ text: String, _ expected: [[String]]) {
        #expect(scan(text) == expected)
        // Every cut in two gives the same.
        let bytes = Array(text.utf8)
        for cut in 1..<max(2, bytes.count) {
            #expect(scan(bytes, cuts: { $0 == 0 ? cut : Int.max }).records == expected)
        }
    }

    @Test func linesCountEveryKindOfLineEnd() {
        let (_, lines, problems) = scan(Array("a\r\n\"b\r\nc\rd\ne\"\r\nf\rg\n\nh".utf8))
        #expect(lines == [1, 2, 6, 7, 8, 9])
        #expect(problems.isEmpty)
    }

    @Test(arguments: [
        ("a,b\nc,\"d\ne", RecordProblem.Kind.openQuote, 1, 2, 3),
        ("a,b\n\"x\"y,z\n", .textAfterQuote, 1, 2, 4),
        ("a,b\r\n\"x\" ,z\n", .textAfterQuote, 1, 2, 4),
        ("a,b\nc,d\"e\n", .quoteInCell, 1, 2, 4),
        ("a,\"b\nc\",d\"e\n", .quoteInCell, 0, 2, 5),
        ("é,d\"e\n", .quoteInCell, 0, 1, 5),
        ("a,{\"ImportId\":1}\n", .quoteInJSON, 0, 1, 4),
    ])
    func locates(_ text: String, _ kind: RecordProblem.Kind, _ record: Int, _ line: Int, _ column: Int) throws {
        let bytes = Array(text.utf8)
        for size in 1...bytes.count {
            let problem = try #require(scan(bytes, cuts: { _ in size }).problems.first)
            #expect(problem == RecordProblem(kind: kind, record: record, line: line, column: column))
        }
    }

    @Test func whatWasWrittenIsRead() {
        var numbers = SeededNumbers(1)
        let pieces = [
            "", "a", "b c", ",", "\"", "\n", "\r\n", "\r", "é", "😀", ";", "\t", "'=1", "\u{FEFF}",
            "long text without anything",
        ]
        for _ in 0..<400 {
            let rows = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
                (0..<Int.random(in: 1...5, using: &numbers)).map { _ in
                    (0..<Int.random(in: 0...3, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? ""
                    }.joined()
                }
            }
            let end = ["\n", "\r\n", "\r"].randomElement(using: &numbers) ?? "\n"
            var text = rows.map { row in
                row.map { cell in
                    let needs = cell.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
                    let quotes = needs || Bool.random(using: &numbers)
                    return quotes
                        ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                            + "\"" : cell
                }.joined(separator: ",")
            }.joined(separator: end)
            text += end
            // A mark at the very beginning is the file's, not the cell's.
            if text.unicodeScalars.first == "\u{FEFF}" { text = "\u{FEFF}" + text }
            let bytes = Array(text.utf8)
            let size = Int.random(in: 1...7, using: &numbers)
            let read = scan(bytes, cuts: { _ in size })
            #expect(read.problems.isEmpty)
            #expect(read.records == rows.map { $0 }, "\(text.debugDescription)")
        }
    }

    @Test func anyBytesInAnyPiecesReadTheSame() {
        var numbers = SeededNumbers(2)
        let alphabet: [UInt8] = [
            0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x7B, 0x00, 0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80, 0xFF,
        ]
        for _ in 0..<1500 {
            let bytes = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in
                alphabet.randomElement(using: &numbers) ?? 0
            }
            let whole = scan(bytes)
            var sizes = SeededNumbers(UInt64(bytes.count))
            let pieces = scan(bytes, cuts: { _ in Int.random(in: 1...5, using: &sizes) })
            #expect(whole.records == pieces.records)
            #expect(whole.lines == pieces.lines)
            #expect(whole.problems == pieces.problems)
        }
    }

    @Test func aRecordThatNeverEndsIsCutOff() {
        var scanner = RecordScanner(delimiter: 0x2C)
        var batch = RecordBatch()
        let chunk = [UInt8](repeating: 0x61, count: 8 << 20)
        scanner.scan([0x22], into: &batch)
        for _ in 0..<9 where !scanner.isStopped { scanner.scan(chunk, into: &batch) }
        #expect(scanner.isStopped)
        #expect(scanner.problems.map(\.kind) == [.recordTooLong])
    }
}
