/// A cell as it lies in a buffer.
///
/// Unsafe code: it is made for every cell of every survey, and an array slice costs more than all that is done with it.
/// Whoever makes one sees to it that the buffer is there as long as the cell.
@safe
struct CellBytes {
    private let base: UnsafeRawPointer
    private let start: Int
    private let end: Int
    /// Bytes of the buffer.
    private let limit: Int

    @unsafe @inline(__always)
    init(_ base: UnsafeRawPointer, _ start: Int, _ end: Int, limit: Int) {
        unsafe (self.base = base)
        self.start = start
        self.end = end
        self.limit = limit
    }

    var length: Int { end - start }
    var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: base + start, count: length) }

    /// The first eight bytes as a word, zeros behind a shorter cell.
    @inline(__always)
    var beginning: UInt64 {
        let length = length
        if length >= 8 { return unsafe ByteWords.load(base, start) }
        if length == 0 { return 0 }
        if start + 8 <= limit {
            return unsafe ByteWords.load(base, start) & (~0 >> UInt64(64 - 8 * length))
        }
        var word: UInt64 = 0
        for place in 0..<length {
            word |= unsafe UInt64(base.load(fromByteOffset: start + place, as: UInt8.self)) << UInt64(8 * place)
        }
        return word
    }

    /// A fast hash for tables in memory; never written anywhere.
    ///
    /// Two words are multiplied to 128 bits and folded, as wyhash (Wang Yi 2019) does.
    @inline(__always)
    func hash(_ beginning: UInt64) -> UInt64 {
        let length = length
        let start = UInt64(truncatingIfNeeded: length) ^ 0xE703_7ED1_A0B4_28DB
        if length <= 8 { return Self.fold(beginning ^ Self.first, start) }
        // The last words overlap those before them.
        if length <= 16 { return unsafe Self.fold(beginning ^ Self.first, start ^ ByteWords.load(base, end - 8)) }
        var hash = unsafe Self.fold(beginning ^ Self.first, start ^ ByteWords.load(base, self.start + 8))
        var place = self.start + 16
        while place + 16 < end {
            hash = unsafe Self.fold(
                ByteWords.load(base, place) ^ Self.second, hash ^ ByteWords.load(base, place + 8))
            place += 16
        }
        return unsafe Self.fold(ByteWords.load(base, end - 16) ^ Self.second, hash ^ ByteWords.load(base, end - 8))
    }

    private static let first: UInt64 = 0xA076_1D64_78BD_642F
    private static let second: UInt64 = 0x8EBC_6AF0_9C88_C6E3

    @inline(__always)
    private static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }

    /// The last byte of a cell that is not empty.
    @inline(__always)
    var last: UInt8 { self[length - 1] }

    /// A byte, counted from the cell's first.
    @inline(__always)
    subscript(_ place: Int) -> UInt8 {
        assert(place >= 0 && place < length)
        return unsafe base.load(fromByteOffset: start + place, as: UInt8.self)
    }

    /// The first bytes, of which it has as many.
    func prefix(_ length: Int) -> CellBytes { unsafe CellBytes(base, start, start + length, limit: limit) }

    /// The cell without its first eight bytes, of which it has as many.
    var withoutBeginning: CellBytes { unsafe CellBytes(base, start + 8, end, limit: limit) }

    /// True if the same bytes stand at the other place, of which as many can be read; for more than eight bytes.
    @inline(__always)
    func equals(_ other: UnsafeRawPointer) -> Bool {
        let length = length
        var place = 8
        while place + 8 < length {
            if unsafe ByteWords.load(base, start + place) != ByteWords.load(other, place) { return false }
            place += 8
        }
        return unsafe ByteWords.load(base, end - 8) == ByteWords.load(other, length - 8)
    }
}

enum ByteHash {
    /// The finalizer of SplitMix64.
    static func mix(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
