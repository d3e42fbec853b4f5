import Diagnostics
import Storage

/// Writes values one after the other; texts and lists with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64(number))) }

    mutating func put(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func put(_ text: String?) {
        put(text == nil ? 0 : 1)
        if let text { put(text) }
    }

    mutating func put(_ digest: ContentDigest) {
        put(digest.first)
        put(digest.second)
    }

    mutating func put(_ stamp: FileStamp) {
        put(stamp.size)
        put(stamp.modified)
        put(stamp.changed)
        put(stamp.number)
    }

    mutating func put(_ diagnostic: Diagnostic) {
        put(diagnostic.severity.rawValue)
        put(diagnostic.code)
        put(diagnostic.location.file)
        put(diagnostic.location.line ?? 0)
        put(diagnostic.location.column ?? 0)
        put(diagnostic.message)
        put(diagnostic.remedy)
        put(diagnostic.excerpt)
    }
}

/// Reads them again. Whatever does not fit is an error, never a trap: the bytes come from a disk.
struct ByteReader {
    struct Damaged: Error {}
    private let bytes: [UInt8]
    private var place: Int

    init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    var isAtEnd: Bool { place == bytes.count }

    mutating func word() throws(Damaged) -> UInt64 {
        guard bytes.count - place >= 8 else { throw Damaged() }
        var number: UInt64 = 0
        for index in 0..<8 { number |= UInt64(bytes[place + index]) << UInt64(index * 8) }
        place += 8
        return number
    }

    mutating func number() throws(Damaged) -> Int {
        guard let number = Int(exactly: Int64(bitPattern: try word())) else { throw Damaged() }
        return number
    }

    /// A number of things that take at least a byte each.
    mutating func count() throws(Damaged) -> Int {
        let count = try number()
        guard count >= 0, count <= bytes.count - place else { throw Damaged() }
        return count
    }

    mutating func text() throws(Damaged) -> String {
        let count = try count()
        defer { place += count }
        guard let text = String(validating: bytes[place..<(place + count)], as: UTF8.self) else { throw Damaged() }
        return text
    }

    mutating func optionalText() throws(Damaged) -> String? { try number() == 0 ? nil : try text() }

    mutating func digest() throws(Damaged) -> ContentDigest {
        ContentDigest(first: try word(), second: try word())
    }

    mutating func stamp() throws(Damaged) -> FileStamp {
        FileStamp(size: try number(), modified: try number(), changed: try number(), number: try word())
    }

    mutating func diagnostic() throws(Damaged) -> Diagnostic {
        guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Damaged() }
        let code = try text()
        let file = try text()
        let (line, column) = (try number(), try number())
        let location = SourceLocation(
            file: file, line: line == 0 ? nil : line, column: column == 0 ? nil : column)
        return Diagnostic(
            severity, code, at: location, try text(), remedy: try optionalText(), excerpt: try optionalText())
    }
}
