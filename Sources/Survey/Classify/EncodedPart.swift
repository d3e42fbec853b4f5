import Report

/// The rows of a part of a file as codes of its own, column by column.
struct EncodedPart: Sendable {
    /// Most rows of a part, so that a code fits into 16 bits, those of cells included that every part begins with.
    static let mostRows = 65_535 - RowEncoder.mostKnown

    var count = 0
    /// By column of the binding.
    var dictionaries: [CellDictionary] = []
    var codes: [NarrowCodes] = []
    /// By column, then by row: what has to be added to the order of the day that a cell is kept as; no element where all
    /// is in the cell's code.
    var clocks: [[Int32]] = []
    /// A clock of the column shows other than midnight.
    var hasClock: [Bool] = []
    /// Index into `marks` by row, 0 for a row that stands; empty where all stand.
    var markOfRow: [UInt16] = []
    var marks: [EncodedRows.Mark?] = [nil]
    /// Key of the respondent's id by row, 0 where it is empty; no element where it is not mapped.
    var ids: [UInt64] = []
    /// Key of the whole row; no element where nobody asks for it.
    var rowKeys: [UInt64] = []
    var comments: [EncodedRows.WrittenComment] = []
    var lines = RowLines()
    var roundedIDs = 0
    var firstRoundedLine = 0
    var lostZeros = LostZeros()
}

/// Whole numbers from 0 to 65,535, in bytes where they all fit.
struct NarrowCodes: Sendable {
    private let bytes: [UInt8]
    private let words: [UInt16]

    init(_ codes: [UInt16], most: Int) {
        bytes = most <= 0xFF ? codes.map { UInt8(truncatingIfNeeded: $0) } : []
        words = most <= 0xFF ? [] : codes
    }

    @inline(__always)
    subscript(_ index: Int) -> Int { words.isEmpty ? Int(bytes[index]) : Int(words[index]) }

    /// By row what a table has for its code.
    func values<Value>(_ table: [Value]) -> [Value] {
        words.isEmpty ? bytes.map { table[Int($0)] } : words.map { table[Int($0)] }
    }

    /// The same of one table in several, by row.
    func values<Value>(_ tables: [[Value]], _ numbers: [Int32], otherwise: Value) -> [Value] {
        guard let size = tables.first?.count else { return numbers.map { _ in otherwise } }
        let all = Array(tables.joined())
        func value(_ number: Int32, _ code: Int) -> Value { number < 0 ? otherwise : all[Int(number) * size + code] }
        return words.isEmpty
            ? zip(numbers, bytes).map { value($0, Int($1)) } : zip(numbers, words).map { value($0, Int($1)) }
    }

    /// Calls the body with each row and its code.
    @inline(__always)
    func forEach(_ body: (Int, Int) -> Void) {
        if words.isEmpty {
            for (row, code) in bytes.enumerated() { body(row, Int(code)) }
        } else {
            for (row, code) in words.enumerated() { body(row, Int(code)) }
        }
    }
}

/// The line on which each row begins: kept only where rows do not follow each other line by line.
struct RowLines: Sendable {
    /// Rows from which on the difference between row and line is another, and their lines.
    private(set) var rows: [Int] = []
    private(set) var lines: [Int] = []
    private(set) var count = 0

    mutating func append(_ more: ArraySlice<Int>) {
        var following = Int.min
        for line in more {
            if line == following { count += 1 } else { append(line) }
            following = line + 1
        }
    }

    mutating func append(_ line: Int) {
        if let row = rows.last, let start = lines.last, start + count - row == line {
            count += 1
            return
        }
        rows.append(count)
        lines.append(line)
        count += 1
    }

    /// Adds the lines of the rows that follow.
    mutating func append(_ next: RowLines, offset: Int) {
        for (row, line) in zip(next.rows, next.lines) {
            if let last = rows.last, let start = lines.last, start + count + row - last == line + offset { continue }
            rows.append(count + row)
            lines.append(line + offset)
        }
        count += next.count
    }

    subscript(_ row: Int) -> Int {
        var (low, high) = (0, rows.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if rows[middle] <= row { low = middle } else { high = middle }
        }
        return low < rows.count ? lines[low] + row - rows[low] : 0
    }
}
