/// 128 bits that tell contents apart, under a key that only this machine knows: two 64-bit hashes of folded
/// multiplications, each over all bytes. Fast enough to read a whole content folder before every build. It is made against
/// accidents, and nobody who does not know the key can make two contents that share one; it is never published.
package struct ContentDigest: Sendable, Hashable {
    package let first: UInt64
    package let second: UInt64

    package init(first: UInt64, second: UInt64) {
        self.first = first
        self.second = second
    }

    /// A key: any two numbers, the better the less they can be guessed.
    package struct Key: Sendable, Hashable {
        package let first: UInt64
        package let second: UInt64

        package init(first: UInt64, second: UInt64) {
            self.first = first
            self.second = second
        }

        /// A new one.
        package static func random() -> Key {
            Key(first: .random(in: .min ... .max), second: .random(in: .min ... .max))
        }
    }

    package init(_ bytes: [UInt8], key: Key) {
        var one = key.first ^ 0x9E37_79B9_7F4A_7C15
        var two = key.second ^ 0xC2B2_AE3D_27D4_EB4F
        let (salt, pepper) = (key.second | 1, key.first | 1)
        func take(_ left: UInt64, _ right: UInt64) {
            one = Self.fold(one ^ left, salt ^ right) &+ right
            two = Self.fold(two ^ right, pepper ^ left) &+ left
        }
        // Byte by byte this would be the slowest part of a build in which nothing changed.
        unsafe bytes.withUnsafeBytes { buffer in
            var index = 0
            while index &+ 16 <= buffer.count {
                take(
                    UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)),
                    UInt64(littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)))
                index &+= 16
            }
            var left: UInt64 = 0
            var right: UInt64 = 0
            for place in index..<buffer.count {
                let byte = UInt64(unsafe buffer[place])
                let offset = place &- index
                if offset < 8 {
                    left |= byte &<< UInt64(offset &* 8)
                } else {
                    right |= byte &<< UInt64((offset &- 8) &* 8)
                }
            }
            take(left, right)
        }
        let length = UInt64(truncatingIfNeeded: bytes.count)
        take(length, 0x27D4_EB2F_1656_67C5)
        first = Self.fold(one ^ salt, two ^ 0x1656_67B1_9E37_79F9)
        second = Self.fold(two ^ pepper, one ^ 0x85EB_CA77_C2B2_AE63)
    }

    /// The product's halves, put over each other.
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// Sixteen bytes.
    package var bytes: [UInt8] {
        [first, second].flatMap { word in
            stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }
}
