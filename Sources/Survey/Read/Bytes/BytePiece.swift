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

    /// Unsafe code: it looks at every byte of every survey. Sixteen at a time take a third of what eight take.
    private mutating func count(_ bytes: [UInt8], _ range: Range<Int>, base: Int, from first: Int) {
        var index = range.lowerBound
        /// Where the next character begins.
        var next = first
        var blocks = BlockFindings()
        unsafe bytes.withUnsafeBytes { raw in
            guard let pointer = raw.baseAddress else { return }
            // The range lies within the bytes, and so does every block of it.
            while index + BlockFindings.size <= range.upperBound {
                if unsafe blocks.observe(pointer + index) {
                    for start in stride(from: index, to: index + BlockFindings.size, by: 8)
                    where unsafe ByteWords.load(pointer, start) & ByteWords.highs != 0 {
                        characters(bytes, start..<start + 8, base, &next)
                    }
                }
                index += BlockFindings.size
            }
        }
        hasOddQuotes = blocks.hasOddQuotes
        var holdsZero = blocks.holdsZero
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

/// What blocks of 64 bytes hold: the tests of `ByteWords`, in sixteen bytes at a time.
private struct BlockFindings {
    static let size = 64
    private typealias Vector = SIMD16<UInt8>

    /// The highest bit of each byte is set where an odd number of other bytes than quotes stood in its place.
    private var others = Vector(repeating: 0)
    /// The highest bit of each byte is clear where a zero stood in its place.
    private var filled = Vector(repeating: 0xFF)

    /// - Returns: true if a byte of the block is 0x80 or more.
    @unsafe @inline(__always)
    mutating func observe(_ block: UnsafeRawPointer) -> Bool {
        let first = unsafe block.loadUnaligned(as: Vector.self)
        let second = unsafe block.loadUnaligned(fromByteOffset: 16, as: Vector.self)
        let third = unsafe block.loadUnaligned(fromByteOffset: 32, as: Vector.self)
        let fourth = unsafe block.loadUnaligned(fromByteOffset: 48, as: Vector.self)
        let quotes = Vector(repeating: 0x22)
        others ^= ByteWords.nonZeros(first ^ quotes) ^ ByteWords.nonZeros(second ^ quotes)
        others ^= ByteWords.nonZeros(third ^ quotes) ^ ByteWords.nonZeros(fourth ^ quotes)
        filled &= ByteWords.nonZeros(first) & ByteWords.nonZeros(second)
        filled &= ByteWords.nonZeros(third) & ByteWords.nonZeros(fourth)
        return Self.highs(first | second | third | fourth) != 0
    }

    /// The number of bytes seen in each place is a multiple of four, so the quotes are odd where the others are.
    var hasOddQuotes: Bool {
        let words = ByteWords.words(others)
        return ((words.0 ^ words.1) & ByteWords.highs).nonzeroBitCount & 1 == 1
    }

    var holdsZero: Bool {
        let words = ByteWords.words(filled)
        return words.0 & words.1 & ByteWords.highs != ByteWords.highs
    }

    @inline(__always)
    private static func highs(_ bytes: Vector) -> UInt64 {
        let words = ByteWords.words(bytes)
        return (words.0 | words.1) & ByteWords.highs
    }
}
