/// SipHash-2-4 (Aumasson and Bernstein 2012) under a key that is made from a text: the same on every system, and of no use
/// to anybody without the text.
struct KeyedHash: Sendable {
    private let first: UInt64
    private let second: UInt64

    init(_ secret: Secret) {
        let bytes = Array(secret.text.utf8)
        first = sipHash(bytes, 0x7468_726F_7567_686C, 0x696E_652D_6669_7273)
        second = sipHash(bytes, 0x7468_726F_7567_686C, 0x696E_652D_7365_636F)
    }

    func callAsFunction(_ bytes: [UInt8]) -> UInt64 { sipHash(bytes, first, second) }

    /// Hash of whole numbers, eight bytes each.
    func callAsFunction(_ numbers: UInt64...) -> UInt64 { hash(numbers) }

    func hash(_ numbers: [UInt64]) -> UInt64 {
        var state = SipState(first, second)
        for number in numbers { state.absorb(number) }
        return state.finish(UInt64(truncatingIfNeeded: numbers.count * 8) << 56)
    }
}

/// SipHash-2-4 of some bytes under a 128-bit key.
func sipHash(_ bytes: [UInt8], _ first: UInt64, _ second: UInt64) -> UInt64 {
    var state = SipState(first, second)
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
        word |= UInt64(byte) << UInt64(8 * (index % 8))
        if index % 8 == 7 {
            state.absorb(word)
            word = 0
        }
    }
    return state.finish(word | UInt64(truncatingIfNeeded: bytes.count & 0xFF) << 56)
}

private struct SipState {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    init(_ first: UInt64, _ second: UInt64) {
        v0 = first ^ 0x736F_6D65_7073_6575
        v1 = second ^ 0x646F_7261_6E64_6F6D
        v2 = first ^ 0x6C79_6765_6E65_7261
        v3 = second ^ 0x7465_6462_7974_6573
    }

    private mutating func mix() {
        func turned(_ x: UInt64, _ bits: UInt64) -> UInt64 { x << bits | x >> (64 - bits) }
        v0 &+= v1
        v1 = turned(v1, 13) ^ v0
        v0 = turned(v0, 32)
        v2 &+= v3
        v3 = turned(v3, 16) ^ v2
        v0 &+= v3
        v3 = turned(v3, 21) ^ v0
        v2 &+= v1
        v1 = turned(v1, 17) ^ v2
        v2 = turned(v2, 32)
    }

    mutating func absorb(_ word: UInt64) {
        v3 ^= word
        mix()
        mix()
        v0 ^= word
    }

    mutating func finish(_ last: UInt64) -> UInt64 {
        absorb(last)
        v2 ^= 0xFF
        for _ in 0..<4 { mix() }
        return v0 ^ v1 ^ v2 ^ v3
    }
}
