import Report

/// Keys of persons: SipHash-2-4 (Aumasson and Bernstein 2012) of the respondent's id, or of the whole row, keyed by the
/// site's secret.
///
/// Without the secret a key says nothing of the id behind it.
struct PersonKeys: Sendable {
    private let first: UInt64
    private let second: UInt64

    init(_ secret: Secret) {
        // The secret may have any length, a hash key has 128 bits.
        let bytes = Array(secret.text.utf8)
        first = SipHash.hash(bytes[...], 0x7468_726F_7567_686C, 0x696E_652D_6B65_7931)
        second = SipHash.hash(bytes[...], 0x7468_726F_7567_686C, 0x696E_652D_6B65_7932)
    }

    func key(_ bytes: ArraySlice<UInt8>) -> UInt64 { SipHash.hash(bytes, first, second) }

    /// The same of bytes in a buffer.
    @inline(__always)
    func key(_ bytes: CellBytes) -> UInt64 { SipHash.hash(bytes, first, second) }

    /// The key of the nth of several equal rows: they are different people.
    static func occurrence(_ key: UInt64, _ number: Int) -> UInt64 {
        number == 0 ? key : ByteHash.mix(key &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
    }
}

enum SipHash {
    static func hash(_ bytes: ArraySlice<UInt8>, _ first: UInt64, _ second: UInt64) -> UInt64 {
        unsafe bytes.withUnsafeBytes { buffer in
            // An empty slice may have no place at all.
            unsafe withUnsafeBytes(of: 0 as UInt64) { nothing in
                guard let base = unsafe buffer.baseAddress ?? nothing.baseAddress else { return 0 }
                return unsafe hash(CellBytes(base, 0, buffer.count, limit: buffer.count), first, second)
            }
        }
    }

    /// Unsafe code: two words of eight bytes for each respondent's id, twenty and more for each row that is compared with
    /// those of other files.
    static func hash(_ bytes: CellBytes, _ first: UInt64, _ second: UInt64) -> UInt64 {
        var v0 = first ^ 0x736F_6D65_7073_6575
        var v1 = second ^ 0x646F_7261_6E64_6F6D
        var v2 = first ^ 0x6C79_6765_6E65_7261
        var v3 = second ^ 0x7465_6462_7974_6573
        func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
        func round() {
            v0 = v0 &+ v1
            v1 = rotate(v1, 13) ^ v0
            v0 = rotate(v0, 32)
            v2 = v2 &+ v3
            v3 = rotate(v3, 16) ^ v2
            v0 = v0 &+ v3
            v3 = rotate(v3, 21) ^ v0
            v2 = v2 &+ v1
            v1 = rotate(v1, 17) ^ v2
            v2 = rotate(v2, 32)
        }
        var rest = bytes
        while rest.length >= 8 {
            let word = rest.beginning
            v3 ^= word
            round()
            round()
            v0 ^= word
            rest = rest.withoutBeginning
        }
        let word = rest.beginning | UInt64(truncatingIfNeeded: bytes.length & 0xFF) << 56
        v3 ^= word
        round()
        round()
        v0 ^= word
        v2 ^= 0xFF
        round()
        round()
        round()
        round()
        return v0 ^ v1 ^ v2 ^ v3
    }
}
