import Parallel

/// The search index as classic scripts, `search/index-1.js` on: loaded on the search page alone, one after the other.
///
/// Each calls the search script's function with entries of five texts: kind, title, path, context, text.
package struct SearchIndex: Sendable {
    /// In the order in which they are to be loaded; none without entries.
    package let files: [OutputFile]

    /// A part is closed once it holds so many bytes, so that results appear while the rest is still on its way.
    static let partSize = 256 * 1024

    /// Entries in the order given: better first, where two match equally well.
    package init(_ entries: [SearchEntry], partSize: Int = SearchIndex.partSize) {
        // Entries are written on all cores, some at a time; the parts are closed in their order.
        let stride = 64
        let parts = Parallel.machine.fold(
            (entries.count + stride - 1) / stride, into: Parts(size: partSize),
            make: { number in
                entries[(number * stride)..<min(entries.count, (number + 1) * stride)].map(Self.text)
            },
            take: { parts, texts in for text in texts { parts.add(text) } })
        files = parts.finished()
    }

    /// The files so far, and the one that is being filled.
    private struct Parts: Sendable {
        let size: Int
        private var files: [OutputFile] = []
        private var bytes: [UInt8] = []

        init(size: Int) { self.size = size }

        mutating func add(_ entry: [UInt8]) {
            if bytes.isEmpty { bytes.reserveCapacity(size + size / 8) }
            bytes.append(contentsOf: (bytes.isEmpty ? "throughlineSearch([\n" : ",\n").utf8)
            bytes.append(contentsOf: entry)
            if bytes.count >= size { close() }
        }

        private mutating func close() {
            guard !bytes.isEmpty else { return }
            bytes.append(contentsOf: "\n]);\n".utf8)
            files.append(OutputFile(path: "search/index-\(files.count + 1).js", bytes: bytes))
            bytes = []
        }

        func finished() -> [OutputFile] {
            var copy = self
            copy.close()
            return copy.files
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
        let source = Array(text.utf8)
        bytes.append(UInt8(ascii: "\""))
        if isPlain(source) {
            bytes.append(contentsOf: source)
            bytes.append(UInt8(ascii: "\""))
            return
        }
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
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        var wasBlank = true
        for byte in bytes {
            switch byte {
            case 0x20:
                if wasBlank { return false }
                wasBlank = true
            case 0x22, 0x3C, 0x5C, 0...0x1F, 0x7F: return false
            // First bytes of characters among which are other blanks and control characters.
            case 0xC2, 0xE1...0xE3, 0xEF: return false
            default: wasBlank = false
            }
        }
        return !wasBlank || bytes.isEmpty
    }
}
