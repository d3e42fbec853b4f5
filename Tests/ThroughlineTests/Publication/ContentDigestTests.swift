import ByteCoding
import Testing

/// Contents that differ anywhere have other digests.
@Suite struct ContentDigestTests {
    private static let key = ContentDigest.Key(first: 0x0123_4567_89AB_CDEF, second: 0xFEDC_BA98_7654_3210)

    @Test func everyBitAndEveryLengthCounts() {
        var seen: Set<ContentDigest> = []
        var count = 0
        for length in [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            seen.insert(ContentDigest(bytes, key: Self.key))
            count += 1
            for bit in 0..<(length * 8) {
                var other = bytes
                other[bit / 8] ^= UInt8(1 << (bit % 8))
                seen.insert(ContentDigest(other, key: Self.key))
                count += 1
            }
        }
        // Nothing but zeros, of every length; one zero stood above.
        for length in 2..<200 {
            seen.insert(ContentDigest([UInt8](repeating: 0, count: length), key: Self.key))
            count += 1
        }
        #expect(seen.count == count)
    }

    @Test func halvesThatChangePlacesCount() {
        let bytes = (0..<64).map { UInt8($0) }
        let swapped = Array(bytes[16..<32] + bytes[..<16] + bytes[32...])
        let turned = Array(bytes[8..<16] + bytes[..<8] + bytes[16...])
        #expect(Set([bytes, swapped, turned].map { ContentDigest($0, key: Self.key) }).count == 3)
    }

    @Test func anotherKeyGivesOtherDigests() {
        let other = ContentDigest.Key(first: 1, second: 2)
        #expect(ContentDigest([1, 2, 3], key: Self.key) != ContentDigest([1, 2, 3], key: other))
        #expect(ContentDigest([1, 2, 3], key: Self.key) == ContentDigest([1, 2, 3], key: Self.key))
        #expect(ContentDigest([1, 2, 3], key: Self.key).bytes.count == 16)
    }
}
