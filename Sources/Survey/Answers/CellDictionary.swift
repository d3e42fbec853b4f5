/// The distinct cells of a column, each with a code: code 0 is the empty cell, the others follow in the order in which
/// they are first met.
///
/// So a cell is looked at as text once, however often it stands in the file.
struct CellDictionary: Sendable {
    private struct Entry {
        let key: CellKey
        /// Where the cell stands in `bytes`.
        let start: Int
        var firstLine: Int
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = [Entry(key: CellKey(0, 0), start: 0, firstLine: 0)]
    /// How often each cell was met.
    private var counts: [Int] = [0]
    /// Code in each place, 0 where it is free; a power of two of them, at most half full.
    private var table: [UInt32]

    init() { table = [UInt32](repeating: 0, count: 64) }

    /// Number of codes, the empty cell included.
    var count: Int { entries.count }

    func cell(_ code: Int) -> ArraySlice<UInt8> {
        bytes[entries[code].start..<entries[code].start + entries[code].key.length]
    }
    func text(_ code: Int) -> String { String(decoding: cell(code), as: UTF8.self) }

    /// How often a cell was met, and on which line first.
    func count(_ code: Int) -> Int { counts[code] }
    func firstLine(_ code: Int) -> Int { entries[code].firstLine }

    /// The code of a cell, a new one if it was not met before.
    mutating func code(_ cell: ArraySlice<UInt8>, line: Int) -> UInt32 {
        unsafe cell.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return emptyCell(line: line) }
            return unsafe code(CellBytes(base, 0, bytes.count, limit: bytes.count), line: line)
        }
    }

    /// The code of a cell, which is not counted.
    mutating func find(_ cell: ArraySlice<UInt8>, line: Int) -> UInt16 {
        unsafe cell.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count > 0 else { return 0 }
            let code = unsafe find(CellBytes(base, 0, bytes.count, limit: bytes.count), line: line)
            return UInt16(truncatingIfNeeded: code)
        }
    }

    private mutating func emptyCell(line: Int) -> UInt32 {
        if counts[0] == 0 { entries[0].firstLine = line }
        counts[0] += 1
        return 0
    }

    /// The same for a cell that lies in a buffer.
    mutating func code(_ cell: CellBytes, line: Int) -> UInt32 {
        guard cell.length > 0 else { return emptyCell(line: line) }
        let code = find(cell, line: line)
        counts[Int(code)] += 1
        return code
    }

    /// Counts cells whose codes were found; those of the empty cell do not matter.
    mutating func count(_ codes: [UInt16]) {
        let empty = counts[0]
        for code in codes { counts[Int(code)] += 1 }
        counts[0] = empty
    }

    /// The code of a cell that is not empty, which is not counted.
    mutating func find(_ cell: CellBytes, line: Int) -> UInt32 {
        let key = cell.key
        let hash = cell.hash(key)
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while table[place] != 0 {
            let code = Int(table[place])
            if entries[code].key == key, key.length <= CellKey.longest || equals(code, cell) {
                return UInt32(truncatingIfNeeded: code)
            }
            place = (place + 1) & mask
        }
        return add(cell, key, place, line)
    }

    /// Writes the codes of cells that were met before, row by row, up to the first that was not.
    ///
    /// Unsafe code: it is done for every cell of a survey. Through checked arrays it takes three times as long.
    /// - Parameters:
    ///   - codes: as many as there are rows; that of an empty cell is left as it is.
    ///   - cell: the cell of a row; nil where it has to be looked at more closely.
    /// - Returns: the row of the first cell that was not met or has to be looked at; the end of the rows where there is
    ///   none.
    @unsafe @inline(__always)
    func write(
        _ rows: Range<Int>, into codes: UnsafeMutableBufferPointer<UInt16>, cell: (Int) -> CellBytes?
    ) -> Int {
        unsafe table.withUnsafeBufferPointer { table in
            unsafe entries.withUnsafeBufferPointer { entries in
                let mask = table.count - 1
                for row in rows {
                    guard let cell = cell(row) else { return row }
                    guard cell.length > 0 else { continue }
                    let key = cell.key
                    var place = Int(truncatingIfNeeded: cell.hash(key)) & mask
                    while true {
                        // The mask keeps the place within the table, codes in the table are those of entries.
                        let code = unsafe table[place]
                        guard code != 0 else { return row }
                        if unsafe entries[Int(code)].key == key,
                            key.length <= CellKey.longest || equals(Int(code), cell)
                        {
                            unsafe codes[row] = UInt16(truncatingIfNeeded: code)
                            break
                        }
                        place = (place + 1) & mask
                    }
                }
                return rows.upperBound
            }
        }
    }

    /// True if a long cell is that of a code which has the same key.
    @inline(never)
    private func equals(_ code: Int, _ cell: CellBytes) -> Bool {
        unsafe bytes.withUnsafeBytes { known in
            guard let base = known.baseAddress else { return false }
            return unsafe cell.equals(base + entries[code].start)
        }
    }

    @inline(never)
    private mutating func add(_ cell: CellBytes, _ key: CellKey, _ place: Int, _ line: Int) -> UInt32 {
        let code = entries.count
        entries.append(Entry(key: key, start: bytes.count, firstLine: line))
        counts.append(0)
        unsafe bytes.append(contentsOf: cell.bytes)
        table[place] = UInt32(code)
        if code * 2 > table.count { grow() }
        return UInt32(code)
    }

    private mutating func grow() {
        var wider = [UInt32](repeating: 0, count: table.count * 2)
        unsafe bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            for code in 1..<entries.count {
                let (key, start) = (entries[code].key, entries[code].start)
                let cell = unsafe CellBytes(base, start, start + key.length, limit: bytes.count)
                var place = Int(truncatingIfNeeded: cell.hash(key)) & (wider.count - 1)
                while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
                wider[place] = UInt32(code)
            }
        }
        table = wider
    }

    /// The same cells with the same codes, none of them met yet: what a part of the file may begin with.
    var unmet: CellDictionary {
        var copy = self
        copy.counts = [Int](repeating: 0, count: entries.count)
        return copy
    }

    /// Adds the cells of a part of the file that comes later.
    ///
    /// A part may begin with cells that it does not meet, if they were met before it.
    /// - Parameter lines: what has to be added to its lines.
    /// - Returns: by code of the part, the code here; 0 for cells that it does not meet.
    mutating func merge(_ later: CellDictionary, lines: Int) -> [UInt32] {
        if counts[0] == 0, later.counts[0] > 0 { entries[0].firstLine = later.firstLine(0) + lines }
        counts[0] += later.counts[0]
        var codes = [UInt32](repeating: 0, count: later.count)
        for code in 1..<max(1, later.count) where later.counts[code] > 0 {
            if holds(code, of: later) {
                counts[code] += later.counts[code]
                codes[code] = UInt32(truncatingIfNeeded: code)
                continue
            }
            let own = self.code(later.cell(code), line: later.firstLine(code) + lines)
            counts[Int(own)] += later.counts[code] - 1
            codes[code] = own
        }
        return codes
    }

    /// True if the other's cell has the same code here.
    private func holds(_ code: Int, of other: CellDictionary) -> Bool {
        guard code < entries.count else { return false }
        let key = entries[code].key
        return key == other.entries[code].key
            && (key.length <= CellKey.longest || cell(code).elementsEqual(other.cell(code)))
    }
}
