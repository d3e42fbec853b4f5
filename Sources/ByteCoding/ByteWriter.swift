package import Diagnostics

/// Writes values one after the other, for `ByteReader`; texts and lists with their length before them.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// As seven bits a byte, small ones first, the sign in the lowest bit: most numbers are small.
    package mutating func put(_ number: Int) {
        var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1))))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// As eight bytes, the lowest first.
    package mutating func put(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    package mutating func put(_ number: Double) { put(number.bitPattern) }

    package mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func put(_ more: [UInt8]) {
        put(more.count)
        bytes.append(contentsOf: more)
    }

    package mutating func put(_ digest: ContentDigest) {
        put(digest.first)
        put(digest.second)
    }

    package mutating func put(_ diagnostic: Diagnostic) {
        put(diagnostic.severity.rawValue)
        put(diagnostic.code)
        put(diagnostic.location.file)
        put(diagnostic.location.line ?? 0)
        put(diagnostic.location.column ?? 0)
        put(diagnostic.message)
        put(diagnostic.remedy) { $0.put($1) }
        put(diagnostic.excerpt) { $0.put($1) }
    }

    /// A value that may be absent.
    package mutating func put<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    package mutating func put<Element>(_ list: [Element], _ write: (inout ByteWriter, Element) -> Void) {
        put(list.count)
        for element in list { write(&self, element) }
    }

    /// The digest of what was written.
    package func digest(_ key: ContentDigest.Key) -> ContentDigest { ContentDigest(bytes, key: key) }
}
