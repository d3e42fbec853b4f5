import Diagnostics
import Parallel
import Report
import Testing

@testable import Survey

/// What a pass over a file found, as far as it can be told from outside.
private struct Read: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var diagnostics: [Diagnostic] = []
    var count = 0
    var blank = 0

    mutating func add(_ batch: RecordBatch, offset: Int = 0) {
        for record in 0..<batch.count {
            rows.append((0..<batch.width(record)).map { batch.text(record, $0) })
            lines.append(batch.lines[record] + offset)
        }
    }

    mutating func add(_ pass: FilePass) {
        diagnostics = pass.diagnostics
        count = pass.rows
        blank = pass.blankRows
    }
}

/// A file whose header is one line of two cells.
private func file(_ path: String, _ parts: FilePieces, inOneGo: Bool = false, encoding: TextEncoding) throws
    -> SurveyFile
{
    let survey = try ByteSurvey(path: path, pieces: parts)
    let layout = Layout(encoding: encoding, delimiter: 0x2C, width: 2, namedWidth: 2)
    return SurveyFile(
        path: path, displayPath: "survey.csv", layout: layout, size: survey.size, long: nil,
        isWellFormed: encoding == .utf8 && survey.illFormed == 0, parts: parts,
        oddQuotes: inOneGo ? [] : survey.oddQuotes)
}

/// Reads bytes in one go, and in pieces of every size by one to many workers, and compares.
private func compare(
    _ bytes: [UInt8], sizes: some Sequence<Int>, workers: [Int] = [1, 3], encoding: TextEncoding = .utf8
) throws {
    try withSurveyFile(bytes) { path in
        var expected = Read()
        let whole = try file(path, FilePieces(size: 64), inOneGo: true, encoding: encoding)
        expected.add(whole.filePass(whole.layout) { expected.add($0) })
        for size in sizes {
            for workers in workers {
                let file = try file(
                    path, FilePieces(size: size, parallel: Parallel(workers: workers)), encoding: encoding)
                var read = Read()
                var next = 1
                read.add(
                    file.filePass(file.layout) { batch in
                        #expect(batch.firstRow == next)
                        next += batch.count
                        read.add(batch)
                    })
                #expect(read == expected, "pieces of \(size), \(workers) workers: \(bytes)")
                let (made, pass) = file.filePass(
                    into: Read(), make: { $0 }, take: { read, batch, lines in read.add(batch, offset: lines) })
                var taken = made
                taken.add(pass)
                #expect(taken == expected, "pieces of \(size), \(workers) workers, taken: \(bytes)")
            }
        }
    }
}

@Suite("A file in pieces") struct RecordPiecesTests {
    @Test(
        "Pieces of any size give the records, lines and findings of the whole",
        arguments: [
            "", "a", "a,b", "a,b\n", "a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\rc,d\re,f", "a,b\r\n\r\nc,d\n\n\ne,f\r\r\ng,h",
            "a,b\n\"c\nd\",e\n\"f\"\"\n\"\"g\",\"\r\n\"\nh,i\n", "a,b\n\"\r\n\r\n\",\"\n\"\r\nc,d\r\n",
            "a,b\n\"\",\"\"\n,\n\"\"\"\",\"\"\"\n\"\nx,y",
            "a,b\n" + String(repeating: "long cell without an end", count: 9),
            "\u{FEFF}a,b\n\u{FEFF}c,\u{FEFF}d\n", "a,b\nä,ö\nü,😀\n\u{2028},é\n",
            // Rows that are not as wide as the header.
            "a,b\nc\nd,e,f\n,,\n\ng,h,\n",
            // Broken quoting: text behind a quote, quotes in cells, quotes that stay open.
            "a,b\n\"c\"d,e\nf,g\n", "a,b\nc\"d,e\nf,\"g\nh\"\n", "a,b\nc,\"d\ne,f\ng,h\n", "a,b\"\nc,d\n\"e\",f\n",
            "a,{\"x\":\"\n\"}\nc,d\ne,f\n", "a,b\n\"c\" ,d\n\"e\nf\",g\n\"h,i\nj,k\n\"l\",m\n",
        ])
    func pieces(text: String) throws {
        let bytes = Array(text.utf8)
        try compare(bytes, sizes: 1...(bytes.count + 2))
    }

    @Test("Any bytes in pieces are read as in one go", arguments: 0..<12)
    func anyBytes(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        let alphabet: [[UInt8]] = [
            [0x22], [0x22], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x7B], [0x20], [0xC3, 0xA9],
            [0xEF, 0xBB, 0xBF],
            [0xFF], [0xE2, 0x80], [0x22, 0x2C, 0x22], [0x22, 0x0A, 0x22], [0x0A, 0x0A], [0x62, 0x63, 0x64],
        ]
        for _ in 0..<12 {
            let bytes = (0..<Int.random(in: 0...50, using: &numbers)).flatMap { _ in
                alphabet.randomElement(using: &numbers) ?? []
            }
            try compare(bytes, sizes: [1, 2, 3, 5, 8, 13, 40], workers: [2])
        }
    }

    @Test("Sound tables in pieces are read as in one go", arguments: 0..<8)
    func anyTable(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        let cells = ["", "a", "\"b\"", "\"\"", "\"c,d\"", "\"e\"\"f\"", "\"\n\"", "\"\r\n\r\n\"", "gh ij", "\"k\rl\""]
        let ends = ["\n", "\r\n", "\r"]
        for _ in 0..<8 {
            let end = ends.randomElement(using: &numbers) ?? "\n"
            let rows = (0..<Int.random(in: 1...20, using: &numbers)).map { _ in
                (0..<2).map { _ in cells.randomElement(using: &numbers) ?? "" }.joined(separator: ",")
            }
            let bytes = Array((["a,b"] + rows).joined(separator: end).utf8)
            try compare(bytes, sizes: [1, 2, 3, 4, 7, 16, 64], workers: [1, 2, 8])
        }
    }

    @Test("Long cells, whose marks stand at any place of a block, are read as in one go", arguments: 0..<8)
    func longCells(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        for _ in 0..<6 {
            let end = ["\n", "\r\n", "\r"].randomElement(using: &numbers) ?? "\n"
            let rows = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
                (0..<2).map { _ in
                    let length = Int.random(in: 0...150, using: &numbers)
                    guard Bool.random(using: &numbers) else { return String(repeating: "x", count: length) }
                    let inner = (0..<length).map { _ in
                        ["x", "x", "x", "x", ",", "\"\"", "\n", "\r\n", "\u{B}", "é"].randomElement(using: &numbers)
                            ?? ""
                    }
                    return "\"" + inner.joined() + "\""
                }.joined(separator: ",")
            }
            let text = (["a,b"] + rows).joined(separator: end) + (Bool.random(using: &numbers) ? end : "")
            // What is broken at one place only is told there, whatever block it stands in.
            let broken = text + end + String(repeating: "y", count: Int.random(in: 0...64, using: &numbers)) + "\"z,"
            try compare(Array(text.utf8), sizes: [50, 64, 65, 300, 5000], workers: [2])
            try compare(Array(broken.utf8), sizes: [64, 300, 5000], workers: [2])
        }
    }

    @Test("Other encodings than UTF-8", arguments: [TextEncoding.windows1252, .macRoman, .utf16LittleEndian])
    func encodings(encoding: TextEncoding) throws {
        let text: [UInt8] =
            Array("a,b\r\n\"c\nd\",e\r\n".utf8) + [0xE9, 0x2C, 0x80, 0x0D, 0x0A, 0x22, 0x8D, 0x22, 0x2C, 0x0A]
        let bytes = encoding == .utf16LittleEndian ? text.flatMap { [$0, 0] } : text
        try compare(bytes, sizes: 1...30, encoding: encoding)
    }

    @Test("A file that has another size than when it was opened is an error, as in one go")
    func changed() throws {
        try withSurveyFile("a,b\nc,d\n") { path in
            let file = try file(path, FilePieces(size: 4), encoding: .utf8)
            let shorter = SurveyFile(
                path: path, displayPath: "survey.csv", layout: file.layout, size: file.size + 1, long: nil,
                isWellFormed: true, parts: file.parts, oddQuotes: file.oddQuotes)
            #expect(shorter.filePass(file.layout) { _ in }.diagnostics.map(\.code) == ["file-changed"])
        }
    }
}

@Suite("Bytes in pieces") struct BytePiecesTests {
    @Test("What bytes say of their encoding does not depend on the pieces", arguments: 0..<10)
    func anyBytes(seed: UInt64) throws {
        var numbers = SeededNumbers(seed)
        let alphabet: [[UInt8]] = [
            [0x61], [0x22], [0], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xE2, 0x82], [0x80],
            [0xBF],
            [0xC0], [0xF4, 0x90], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0x0A], Array("plain text".utf8),
            Array(repeating: 0x62, count: 64), Array(repeating: 0x63, count: 61), [0x22], [0x22, 0x23, 0xA2],
        ]
        for _ in 0..<10 {
            let bytes = (0..<Int.random(in: 0...40, using: &numbers)).flatMap { _ in
                alphabet.randomElement(using: &numbers) ?? []
            }
            // Characters one by one, as the definition has them.
            var (valid, invalid, first) = (0, 0, Int?.none)
            var index = 0
            while index < bytes.count {
                guard bytes[index] >= 0x80 else {
                    index += 1
                    continue
                }
                switch UTF8Check.character(bytes, at: index) {
                case .valid(let length):
                    valid += 1
                    index += length
                case .invalid(let length):
                    invalid += 1
                    first = first ?? index
                    index += length
                case .cut:
                    invalid += 1
                    first = first ?? index
                    index = bytes.count
                }
            }
            try withSurveyFile(bytes) { path in
                for size in [1, 2, 3, 4, 5, 7, 8, 9, 16, 64, 100, 200, 4096] {
                    let survey = try ByteSurvey(
                        path: path, pieces: FilePieces(size: size, parallel: Parallel(workers: 3)))
                    #expect(survey.wellFormed == valid)
                    #expect(survey.illFormed == invalid)
                    #expect(survey.firstIllFormed == first)
                    #expect(survey.firstZero == bytes.firstIndex(of: 0))
                    #expect(survey.size == bytes.count)
                    let odd = stride(from: 0, to: bytes.count, by: size).map { end in
                        bytes[..<end].count { $0 == 0x22 } % 2 == 1
                    }
                    #expect(survey.oddQuotes == odd)
                }
            }
        }
    }
}
