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
        return endOfBuffer
    }

    /// The beginning of a cell that has fewer bytes than a word and stands at the end of the buffer.
    @inline(never)
    private var endOfBuffer: UInt64 {
        var word: UInt64 = 0
        for place in 0..<length {
            word |= unsafe UInt64(base.load(fromByteOffset: start + place, as: UInt8.self)) << UInt64(8 * place)
        }
        return word
    }

    /// What a cell that is not empty is told from others by.
    ///
    /// The same steps for every length, since lengths follow no pattern and a wrong guess costs as much as all of them.
    @inline(__always)
    var key: CellKey {
        let length = length
        // Words that overlap each other; of a cell of fewer than eight bytes all are the same.
        let last = max(0, length - 8)
        guard length >= 8 || start + 8 <= limit else { return CellKey(endOfBuffer, length) }
        let filled: UInt64 = ~(~0 << UInt64(8 * min(8, length)))
        return unsafe CellKey(
            first: ByteWords.load(base, start) & filled,
            second: ByteWords.load(base, start + min(8, last)) & filled,
            third: ByteWords.load(base, start + min(16, last)) & filled,
            fourth: ByteWords.load(base, start + min(24, last)) & filled,
            last: ByteWords.load(base, start + last) & filled, length: length)
    }

    /// A fast hash for tables in memory; never written anywhere.
    @inline(__always)
    func hash(_ key: CellKey) -> UInt64 {
        length <= CellKey.longest ? key.hash : longHash(key.hash)
    }

    @inline(never)
    private func longHash(_ beginning: UInt64) -> UInt64 {
        var hash = beginning
        for place in stride(from: start + CellKey.longest - 8, to: end - 8, by: 8) {
            hash = unsafe CellKey.fold(hash ^ ByteWords.load(base, place), 0x8EBC_6AF0_9C88_C6E3)
        }
        return hash
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

/// The words that a cell is told from others by: all of it up to 40 bytes, the first 32 and the last eight of a longer one.
struct CellKey: Sendable {
    /// Bytes up to which two cells are the same if their keys are.
    static let longest = 40

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64
    private let last: UInt64
    let length: Int

    @inline(__always)
    init(first: UInt64, second: UInt64, third: UInt64, fourth: UInt64, last: UInt64, length: Int) {
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
        self.last = last
        self.length = length
    }

    /// Of a cell of one word.
    init(_ word: UInt64, _ length: Int) {
        self.init(first: word, second: word, third: word, fourth: word, last: word, length: length)
    }

    @inline(__always)
    static func == (left: CellKey, right: CellKey) -> Bool {
        let differences =
            (left.first ^ right.first) | (left.second ^ right.second) | (left.third ^ right.third)
            | (left.fourth ^ right.fourth) | (left.last ^ right.last)
        return differences | UInt64(truncatingIfNeeded: left.length ^ right.length) == 0
    }

    /// Pairs of words are multiplied to 128 bits and folded, as wyhash (Wang Yi 2019) does.
    @inline(__always)
    var hash: UInt64 {
        let length = UInt64(truncatingIfNeeded: length)
        return Self.fold(first ^ 0xA076_1D64_78BD_642F, last ^ length ^ 0xE703_7ED1_A0B4_28DB)
            ^ Self.fold(second ^ 0x8EBC_6AF0_9C88_C6E3, third ^ 0x5899_65CC_7537_4CC3)
            ^ Self.fold(fourth ^ length, 0x1D8E_4E27_C47D_124F)
    }

    @inline(__always)
    static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
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
