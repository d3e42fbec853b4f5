import Storage

/// What the bytes of a part of a file say about its encoding: of all characters that begin in it.
struct BytePiece {
    /// Bytes of the part.
    let size: Int
    private(set) var wellFormed = 0
    private(set) var illFormed = 0
    private(set) var firstIllFormed: Int?
    private(set) var firstZero: Int?
    private(set) var hasOddQuotes = false

    /// Bytes that a character may reach beyond the part that it begins in.
    private static let reach = 3

    /// - Parameter range: the part; fewer bytes at the end of a file that became shorter.
    init(_ file: borrowing InputFile, _ range: Range<Int>) throws(StorageError) {
        let before = min(Self.reach, range.lowerBound)
        let base = range.lowerBound - before
        let bytes = try file.read(
            at: base, count: range.upperBound - base + Self.reach, spare: 8)
        let end = min(bytes.count, range.upperBound - base)
        size = max(0, end - before)
        guard size > 0 else { return }
        count(bytes, before..<end, base: base, from: Self.firstCharacter(bytes, at: before))
    }

    /// Where the first character begins that does not belong to the part before.
    ///
    /// A byte that does not continue a character always begins one, also where text is damaged.
    private static func firstCharacter(_ bytes: [UInt8], at limit: Int) -> Int {
        guard let lead = (max(0, limit - reach)..<limit).last(where: { bytes[$0] & 0xC0 != 0x80 }), bytes[lead] >= 0x80
        else { return limit }
        switch UTF8Check.character(bytes, at: lead) {
        case .valid(let length), .invalid(let length): return max(limit, lead + length)
        case .cut: return bytes.count
        }
    }

    private mutating func count(_ bytes: [UInt8], _ range: Range<Int>, base: Int, from first: Int) {
        let quotes = ByteWords.repeated(0x22)
        var odd: UInt64 = 0
        var index = range.lowerBound
        /// Where the next character begins.
        var next = first
        var holdsZero = false
        unsafe bytes.withUnsafeBytes { raw in
            guard let pointer = raw.baseAddress else { return }
            while index + 8 <= range.upperBound {
                let word = unsafe ByteWords.load(pointer, index)
                odd ^= ByteWords.exactZeros(word ^ quotes)
                if ByteWords.zeros(word) != 0 { holdsZero = true }
                if word & ByteWords.highs != 0 { characters(bytes, index..<index + 8, base, &next) }
                index += 8
            }
        }
        hasOddQuotes = odd.nonzeroBitCount & 1 == 1
        for place in index..<range.upperBound {
            if bytes[place] == 0x22 { hasOddQuotes.toggle() }
            if bytes[place] == 0 { holdsZero = true }
        }
        characters(bytes, index..<range.upperBound, base, &next)
        if holdsZero { firstZero = bytes[range].firstIndex(of: 0).map { base + $0 } }
    }

    /// Counts the characters that begin within the range.
    private mutating func characters(_ bytes: [UInt8], _ range: Range<Int>, _ base: Int, _ next: inout Int) {
        var index = max(range.lowerBound, next)
        while index < range.upperBound {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            switch UTF8Check.character(bytes, at: index) {
            case .valid(let length):
                wellFormed += 1
                index += length
            case .invalid(let length):
                noteIllFormed(at: base + index)
                index += length
            case .cut:
                // The file ends inside a character.
                noteIllFormed(at: base + index)
                index = bytes.count
            }
        }
        next = max(next, index)
    }

    private mutating func noteIllFormed(at offset: Int) {
        illFormed += 1
        if firstIllFormed == nil { firstIllFormed = offset }
    }
}
