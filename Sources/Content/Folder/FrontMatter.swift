import Diagnostics
import LocatedYAML

/// A Markdown file taken apart: the YAML between a first line `---` and the next line `---`, and the text below.
struct FrontMatter: Sendable {
    let yaml: YAMLValue
    /// The YAML as text.
    let header: String
    var body: String
    /// Line of the file on which the body begins.
    let bodyLine: Int

    /// A missing or unclosed front matter is an error and never text of the page; the value is then nil.
    static func read(_ file: SourceFile) -> Outcome<FrontMatter?> {
        var text = file.text
        if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { text = String(text.unicodeScalars.dropFirst()) }
        let bytes = LineEnds.unified(Array(text.utf8))
        func refuse(_ message: String, _ remedy: String) -> Outcome<FrontMatter?> {
            let source = SourceText(text, file: file.path)
            return Outcome(
                nil, [source.diagnostic(.error, "front-matter", line: 1, column: 1, message, remedy: remedy)])
        }
        /// Where the line from a place ends, if it is a fence; nil otherwise.
        func fence(from start: Int) -> Int? {
            guard bytes.count - start >= 3, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D
            else { return nil }
            var index = start + 3
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            return index == bytes.count || bytes[index] == 0x0A ? index : nil
        }
        guard let first = fence(from: 0) else {
            return refuse(
                "the file does not begin with front matter",
                "begin with a line `---`, then the keys, then another line `---`")
        }
        let begin = min(first + 1, bytes.count)
        var start = begin
        var line = 2
        var end: Int?
        while first < bytes.count, start <= bytes.count {
            end = fence(from: start)
            if end != nil { break }
            guard let next = bytes[start...].firstIndex(of: 0x0A) else { break }
            start = next + 1
            line += 1
        }
        guard let end else {
            return refuse("the front matter has no end", "write a line `---` between the keys and the text")
        }
        let header = String(decoding: bytes[begin..<max(begin, start - 1)], as: UTF8.self)
        let document = YAMLDocument.read(header, file: file.path, firstLine: 2)
        guard !document.hasErrors else { return Outcome(nil, document.diagnostics) }
        let body = String(decoding: bytes[min(end + 1, bytes.count)...], as: UTF8.self)
        return Outcome(
            FrontMatter(yaml: document.value.root, header: header, body: body, bodyLine: line + 1), document.diagnostics
        )
    }
}

/// The ends of lines.
enum LineEnds {
    /// The text with every CR LF and lone CR as LF.
    static func unified(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.holds(0x0D) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
            result.append(byte == 0x0D ? 0x0A : byte)
        }
        return result
    }
}
