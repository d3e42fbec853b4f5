/// The distinct cells of a column, each with a code: code 0 is the empty cell, the others follow in the order in which
/// they are first met.
///
/// So a cell is looked at as text once, however often it stands in the file.
struct CellDictionary: Sendable {
    private struct Entry {
        let hash: UInt64
        /// The first eight bytes.
        let beginning: UInt64
        let start: Int
        let length: Int
        var count: Int
        var firstLine: Int
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = [Entry(hash: 0, beginning: 0, start: 0, length: 0, count: 0, firstLine: 0)]
    /// Code in each place, 0 where it is free; a power of two of them, at most half full.
    private var table: [UInt32]

    init() { table = [UInt32](repeating: 0, count: 64) }

    /// Number of codes, the empty cell included.
    var count: Int { entries.count }

    func cell(_ code: Int) -> ArraySlice<UInt8> {
        bytes[entries[code].start..<entries[code].start + entries[code].length]
    }
    func text(_ code: Int) -> String { String(decoding: cell(code), as: UTF8.self) }

    /// How often a cell was met, and on which line first.
    func count(_ code: Int) -> Int { entries[code].count }
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
        if entries[0].count == 0 { entries[0].firstLine = line }
        entries[0].count += 1
        return 0
    }

    /// The same for a cell that lies in a buffer.
    mutating func code(_ cell: CellBytes, line: Int) -> UInt32 {
        guard cell.length > 0 else { return emptyCell(line: line) }
        let code = find(cell, line: line)
        entries[Int(code)].count += 1
        return code
    }

    /// Counts cells whose codes were found; those of the empty cell do not matter.
    mutating func count(_ codes: [UInt16]) {
        var counts = [Int](repeating: 0, count: entries.count)
        for code in codes { counts[Int(code)] += 1 }
        for code in counts.indices.dropFirst() { entries[code].count += counts[code] }
    }

    /// The code of a cell that is not empty, which is not counted: called for every cell of a survey.
    @inline(__always)
    mutating func find(_ cell: CellBytes, line: Int) -> UInt32 {
        let beginning = cell.beginning
        let hash = cell.hash(beginning)
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while table[place] != 0 {
            let code = Int(table[place])
            let entry = entries[code]
            if entry.hash == hash, entry.length == cell.length, entry.beginning == beginning,
                entry.length <= 8 || equals(entry, cell)
            {
                return UInt32(truncatingIfNeeded: code)
            }
            place = (place + 1) & mask
        }
        return add(cell, hash, beginning, place, line)
    }

    private func equals(_ entry: Entry, _ cell: CellBytes) -> Bool {
        unsafe bytes.withUnsafeBytes { known in
            guard let base = known.baseAddress else { return false }
            return unsafe cell.equals(base + entry.start)
        }
    }

    @inline(never)
    private mutating func add(_ cell: CellBytes, _ hash: UInt64, _ beginning: UInt64, _ place: Int, _ line: Int)
        -> UInt32
    {
        let code = entries.count
        entries.append(
            Entry(
                hash: hash, beginning: beginning, start: bytes.count, length: cell.length, count: 0, firstLine: line))
        unsafe bytes.append(contentsOf: cell.bytes)
        table[place] = UInt32(code)
        if code * 2 > table.count { grow() }
        return UInt32(code)
    }

    private mutating func grow() {
        var wider = [UInt32](repeating: 0, count: table.count * 2)
        for code in 1..<entries.count {
            var place = Int(truncatingIfNeeded: entries[code].hash) & (wider.count - 1)
            while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
            wider[place] = UInt32(code)
        }
        table = wider
    }

    /// Adds the cells of a part of the file that comes later.
    /// - Parameter lines: what has to be added to its lines.
    /// - Returns: by code of the part, the code here.
    mutating func merge(_ later: CellDictionary, lines: Int) -> [UInt32] {
        (0..<later.count).map { code in
            let (count, line) = (later.count(code), later.firstLine(code) + lines)
            guard code > 0 else {
                if entries[0].count == 0, count > 0 { entries[0].firstLine = line }
                entries[0].count += count
                return 0
            }
            let own = self.code(later.cell(code), line: line)
            entries[Int(own)].count += count - 1
            return own
        }
    }
}
