/// The distinct cells of a column, each with a code: code 0 is the empty cell, the others follow in the order in which
/// they are first met.
///
/// So a cell is looked at as text once, however often it stands in the file.
struct CellDictionary: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]
    private var hashes: [UInt64] = [0]
    /// Code in each place, 0 where it is free; a power of two of them, at most half full.
    private var table: [UInt32]
    /// How often each was met, and on which line first.
    private(set) var counts: [Int] = [0]
    private(set) var firstLines: [Int] = [0]

    init() { table = [UInt32](repeating: 0, count: 64) }

    /// Number of codes, the empty cell included.
    var count: Int { ends.count }

    func cell(_ code: Int) -> ArraySlice<UInt8> {
        code == 0 ? [] : bytes[ends[code - 1]..<ends[code]]
    }
    func text(_ code: Int) -> String { String(decoding: cell(code), as: UTF8.self) }

    /// The code of a cell, a new one if it was not met before.
    mutating func code(_ cell: ArraySlice<UInt8>, line: Int) -> UInt32 {
        guard !cell.isEmpty else {
            counts[0] += 1
            if firstLines[0] == 0 { firstLines[0] = line }
            return 0
        }
        let hash = ByteHash.of(cell)
        var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[place] != 0 {
            let code = Int(table[place])
            if hashes[code] == hash, bytes[ends[code - 1]..<ends[code]].elementsEqual(cell) {
                counts[code] += 1
                return UInt32(code)
            }
            place = (place + 1) & (table.count - 1)
        }
        let code = ends.count
        bytes.append(contentsOf: cell)
        ends.append(bytes.count)
        hashes.append(hash)
        counts.append(1)
        firstLines.append(line)
        table[place] = UInt32(code)
        if code * 2 > table.count { grow() }
        return UInt32(code)
    }

    private mutating func grow() {
        var wider = [UInt32](repeating: 0, count: table.count * 2)
        for code in 1..<ends.count {
            var place = Int(truncatingIfNeeded: hashes[code]) & (wider.count - 1)
            while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
            wider[place] = UInt32(code)
        }
        table = wider
    }
}

/// A fast hash of bytes for tables in memory; never written anywhere.
enum ByteHash {
    /// FNV-1a over the bytes, with a final mix so that all bits take part.
    static func of(_ cell: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return mix(hash)
    }

    /// The finalizer of SplitMix64.
    static func mix(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
