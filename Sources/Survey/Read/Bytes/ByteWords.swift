/// Eight bytes at a time: tests of all bytes of a 64-bit word at once (Warren, Hacker's Delight, section 6-1).
enum ByteWords {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The byte in all eight places.
    static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

    /// Not zero if a byte of the word is zero: the lowest bit that is set stands in the first of them, those above it
    /// may be false.
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

    /// The high bit of exactly those bytes that are zero.
    @inline(__always)
    static func exactZeros(_ word: UInt64) -> UInt64 {
        let lows = ~highs
        return ~(((word & lows) &+ lows) | word | lows)
    }

    /// The same of sixteen bytes: the highest bit of each byte is set where the byte is not zero.
    ///
    /// Only additions and logic, which become instructions for vectors; comparisons of vectors do not.
    @inline(__always)
    static func nonZeros(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
        let lows = SIMD16<UInt8>(repeating: 0x7F)
        return ((bytes & lows) &+ lows) | bytes
    }

    /// Sixteen bytes as two words.
    @inline(__always)
    static func words(_ bytes: SIMD16<UInt8>) -> (UInt64, UInt64) {
        let words = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
        return (UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
    }

    /// The first byte in the lowest place.
    @inline(__always)
    static func load(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
