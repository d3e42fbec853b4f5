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
        var files: [OutputFile] = []
        var bytes: [UInt8] = []
        func close() {
            guard !bytes.isEmpty else { return }
            bytes.append(contentsOf: "\n]);\n".utf8)
            files.append(OutputFile(path: "search/index-\(files.count + 1).js", bytes: bytes))
            bytes = []
        }
        for entry in entries {
            bytes.append(contentsOf: (bytes.isEmpty ? "throughlineSearch([\n[" : ",\n[").utf8)
            for (index, text) in [entry.kind.rawValue, entry.title, entry.path, entry.context, entry.text].enumerated()
            {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.appendString(text, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
            if bytes.count >= partSize { close() }
        }
        close()
        self.files = files
    }

    /// Appends a JavaScript string: quotes, backslashes, control characters and the two line separators escaped, `<`
    /// too, so that the text could stand in a page.
    ///
    /// Runs of white space become one space.
    private static func appendString(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var pendingSpace = false
        var isStart = true
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                pendingSpace = !isStart
                continue
            }
            if pendingSpace { bytes.append(UInt8(ascii: " ")) }
            (pendingSpace, isStart) = (false, false)
            switch scalar {
            case "\"", "\\":
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case "<": bytes.append(contentsOf: "\\u003c".utf8)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FEFF}": continue
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
