import ByteCoding
import Parallel

/// The search index as classic scripts, `search/index-1.js` on: loaded on the search page alone, one after the other.
///
/// Each calls the search script's function with entries of five texts: kind, title, path, context, text.
package struct SearchIndex: Sendable {
    /// Paths in the order in which they are to be loaded; none without entries.
    package let paths: [String]
    /// The files of these that are to be written, and those that are there already, by what they were made of.
    package let files: [OutputFile]
    let made: [ContentDigest: [String]]
    let kept: [ContentDigest: [String]]
    /// Bytes of the entries, by what they were made of.
    let lengths: [ContentDigest: Int]

    /// A part is closed once it holds so many bytes, so that results appear while the rest is still on its way.
    static let partSize = 256 * 1024

    /// Entries in the order given: better first, where two match equally well.
    package init(_ entries: [SearchEntry], partSize: Int = SearchIndex.partSize) {
        self.init(
            entries.map { entry in SearchItem(kind: entry.kind, key: nil, make: { entry }) }, memory: nil,
            partSize: partSize)
    }

    /// - Parameter memory: what the last build left: an entry of which the length is known is not made for its length,
    ///   and a part of which all entries are as they were is not made at all.
    init(_ items: [SearchItem], memory: SiteMemory?, partSize: Int = SearchIndex.partSize) {
        // Entries are written on all cores, some at a time; the parts are closed in their order.
        let stride = 64
        let parts = Parallel.machine.fold(
            (items.count + stride - 1) / stride, into: Parts(size: partSize),
            make: { number in
                items[(number * stride)..<min(items.count, (number + 1) * stride)].map { item -> Parts.Entry in
                    if let key = item.key, let length = memory?.entries[key] { return .known(length) }
                    return .made(Self.text(item.make()))
                }
            },
            take: { parts, entries in for entry in entries { parts.add(entry) } }
        ).finished()
        paths = parts.indices.map { "search/index-\($0 + 1).js" }
        let keys = zip(paths, parts).map { path, part in
            memory?.digest(path, items[part.entries].lazy.map(\.key))
        }
        let standing = keys.map { key in key.flatMap { memory?.files[$0] } }
        files = Parallel.machine.map(parts.count) { [paths] number -> OutputFile? in
            let part = parts[number]
            if let bytes = part.bytes { return OutputFile(path: paths[number], bytes: bytes) }
            guard standing[number] == nil else { return nil }
            var whole = Parts(size: .max)
            for item in items[part.entries] { whole.add(.made(Self.text(item.make()))) }
            return OutputFile(path: paths[number], bytes: whole.finished().first?.bytes ?? [])
        }.compactMap(\.self)
        var made: [ContentDigest: [String]] = [:]
        var kept: [ContentDigest: [String]] = [:]
        for (number, key) in keys.enumerated() {
            guard let key else { continue }
            if parts[number].bytes == nil, standing[number] != nil {
                kept[key] = [paths[number]]
            } else {
                made[key] = [paths[number]]
            }
        }
        (self.made, self.kept) = (made, kept)
        var lengths: [ContentDigest: Int] = [:]
        for (item, length) in zip(items, parts.flatMap(\.lengths)) { if let key = item.key { lengths[key] = length } }
        self.lengths = lengths
    }

    /// The parts so far, and the one that is being filled.
    private struct Parts: Sendable {
        enum Entry: Sendable {
            case made([UInt8])
            /// One of so many bytes, which are not at hand.
            case known(Int)
        }
        struct Part: Sendable {
            /// Positions of its entries.
            var entries: Range<Int>
            var lengths: [Int] = []
            /// Nil where the bytes of an entry are not at hand.
            var bytes: [UInt8]? = []
            var size = 0
        }
        private static let head = Array("throughlineSearch([\n".utf8)
        private static let gap = Array(",\n".utf8)

        let size: Int
        private var parts: [Part] = []
        private var open = Part(entries: 0..<0)

        init(size: Int) { self.size = size }

        mutating func add(_ entry: Entry) {
            let lead = open.entries.isEmpty ? Self.head : Self.gap
            let length =
                switch entry {
                case .made(let bytes): bytes.count
                case .known(let length): length
                }
            if case .made(let bytes) = entry {
                if open.entries.isEmpty, size < .max { open.bytes?.reserveCapacity(size + size / 8) }
                open.bytes?.append(contentsOf: lead)
                open.bytes?.append(contentsOf: bytes)
            } else {
                open.bytes = nil
            }
            open.lengths.append(length)
            open.size += lead.count + length
            open.entries = open.entries.lowerBound..<(open.entries.upperBound + 1)
            if open.size >= size { close() }
        }

        private mutating func close() {
            guard !open.entries.isEmpty else { return }
            open.bytes?.append(contentsOf: "\n]);\n".utf8)
            parts.append(open)
            open = Part(entries: open.entries.upperBound..<open.entries.upperBound)
        }

        func finished() -> [Part] {
            var copy = self
            copy.close()
            return copy.parts
        }
    }

    /// An entry as a list of strings.
    private static func text(_ entry: SearchEntry) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.text.utf8.count + 256)
        for (index, text) in [entry.kind.rawValue, entry.title, entry.path, entry.context, entry.text].enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
            appendString(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    /// Appends a JavaScript string: quotes, backslashes, control characters and the two line separators escaped, `<`
    /// too, so that the text could stand in a page.
    ///
    /// Runs of white space become one space.
    private static func appendString(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        if isPlain(bytes[start...]) {
            bytes.append(UInt8(ascii: "\""))
            return
        }
        let source = Array(bytes[start...])
        bytes.removeSubrange(start...)
        var pendingSpace = false
        var isStart = true
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte < 0x80 {
                index += 1
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    pendingSpace = !isStart
                    continue
                }
                if pendingSpace { bytes.append(0x20) }
                (pendingSpace, isStart) = (false, false)
                switch byte {
                case 0x22, 0x5C:
                    bytes.append(0x5C)
                    bytes.append(byte)
                case 0x3C: bytes.append(contentsOf: "\\u003c".utf8)
                case 0...0x1F, 0x7F: continue
                default: bytes.append(byte)
                }
            } else {
                // A character of several bytes: all that follow its first begin with the bits 10.
                var end = index + 1
                while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
                let character = source[index..<end]
                index = end
                guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else { continue }
                if scalar.properties.isWhitespace {
                    pendingSpace = !isStart
                    continue
                }
                if pendingSpace { bytes.append(0x20) }
                (pendingSpace, isStart) = (false, false)
                if (0x80...0x9F).contains(scalar.value) || scalar.value == 0xFEFF { continue }
                bytes.append(contentsOf: character)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// True for what stands as it is: words with one blank between them, nothing to escape. Most texts are.
    private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        // Nothing in it branches, so the compiler looks at many bytes at a time.
        var doubtful: UInt8 = 0
        var before: UInt8 = 0x20
        for byte in bytes {
            let isSecondBlank: UInt8 = byte == 0x20 && before == 0x20 ? 1 : 0
            let isEscaped: UInt8 = byte == 0x22 || byte == 0x3C || byte == 0x5C || byte == 0x7F || byte < 0x20 ? 1 : 0
            // First bytes of characters among which are other blanks and control characters.
            let isLead: UInt8 = byte == 0xC2 || byte == 0xEF || (byte >= 0xE1 && byte <= 0xE3) ? 1 : 0
            doubtful |= isSecondBlank | isEscaped | isLead
            before = byte
        }
        return doubtful == 0 && (before != 0x20 || bytes.isEmpty)
    }
}
