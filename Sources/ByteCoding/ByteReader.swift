package import Diagnostics

/// Reads what `ByteWriter` wrote. Whatever does not fit is an error, never a trap: the bytes come from a disk.
package struct ByteReader: Sendable {
    package struct Damaged: Error {
        package init() {}
    }
    private let bytes: [UInt8]
    package private(set) var place: Int
    private let end: Int

    package init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = min(max(0, place), bytes.count)
        end = bytes.count
    }

    /// Reads a part of bytes that others read too.
    package init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        let range = range.clamped(to: 0..<bytes.count)
        place = range.lowerBound
        end = range.upperBound
    }

    package var isAtEnd: Bool { place == end }
    /// Bytes that are not read yet.
    package var left: Int { end - place }

    package mutating func number() throws(Damaged) -> Int {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while place < end, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                guard
                    let value = Int(exactly: Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
                else { throw Damaged() }
                return value
            }
            shift += 7
        }
        throw Damaged()
    }

    package mutating func word() throws(Damaged) -> UInt64 {
        guard end - place >= 8 else { throw Damaged() }
        var number: UInt64 = 0
        for index in 0..<8 { number |= UInt64(bytes[place + index]) << UInt64(index * 8) }
        place += 8
        return number
    }

    package mutating func double() throws(Damaged) -> Double { Double(bitPattern: try word()) }

    package mutating func flag() throws(Damaged) -> Bool {
        guard place < end, bytes[place] < 2 else { throw Damaged() }
        defer { place += 1 }
        return bytes[place] == 1
    }

    /// A number of things that take at least a byte each.
    package mutating func count() throws(Damaged) -> Int {
        let count = try number()
        guard count >= 0, count <= end - place else { throw Damaged() }
        return count
    }

    package mutating func text() throws(Damaged) -> String {
        let part = try range()
        guard let text = String(validating: bytes[part], as: UTF8.self) else { throw Damaged() }
        return text
    }

    /// Bytes with their length before them.
    package mutating func list() throws(Damaged) -> [UInt8] { Array(bytes[try range()]) }

    /// Where such bytes stand.
    package mutating func range() throws(Damaged) -> Range<Int> {
        let count = try count()
        defer { place += count }
        return place..<(place + count)
    }

    package mutating func digest() throws(Damaged) -> ContentDigest {
        ContentDigest(first: try word(), second: try word())
    }

    package mutating func diagnostic() throws(Damaged) -> Diagnostic {
        guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Damaged() }
        let code = try text()
        let file = try text()
        let (line, column) = (try number(), try number())
        let location = SourceLocation(
            file: file, line: line == 0 ? nil : line, column: column == 0 ? nil : column)
        let message = try text()
        let remedy = try flag() ? try text() : nil
        let excerpt = try flag() ? try text() : nil
        return Diagnostic(severity, code, at: location, message, remedy: remedy, excerpt: excerpt)
    }

    package mutating func optional<Value>(_ read: (inout ByteReader) throws -> Value) throws -> Value? {
        try flag() ? try read(&self) : nil
    }

    package mutating func list<Element>(_ read: (inout ByteReader) throws -> Element) throws -> [Element] {
        let count = try count()
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }
}
