import Diagnostics
import LocatedYAML

/// A Markdown file taken apart: the YAML between a first line `---` and the next line `---`, and the text below.
struct FrontMatter {
    let yaml: YAMLValue
    let body: String
    /// Line of the file on which the body begins.
    let bodyLine: Int

    /// A missing or unclosed front matter is an error and never text of the page; the value is then nil.
    static func read(_ file: SourceFile) -> Outcome<FrontMatter?> {
        var text = file.text
        if text.unicodeScalars.first == "\u{FEFF}" { text = String(text.unicodeScalars.dropFirst()) }
        let lines = SourceText.split(text)
        let source = SourceText(text, file: file.path)
        func isFence(_ line: Substring) -> Bool {
            line.utf8.starts(with: "---".utf8) && line.utf8.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
        }
        guard isFence(lines[0]) else {
            return Outcome(
                nil,
                [
                    source.diagnostic(
                        .error, "front-matter", line: 1, column: 1, "the file does not begin with front matter",
                        remedy: "begin with a line `---`, then the keys, then another line `---`")
                ])
        }
        guard let end = lines.indices.dropFirst().first(where: { isFence(lines[$0]) }) else {
            return Outcome(
                nil,
                [
                    source.diagnostic(
                        .error, "front-matter", line: 1, column: 1, "the front matter has no end",
                        remedy: "write a line `---` between the keys and the text")
                ])
        }
        let header = lines[1..<end].joined(separator: "\n")
        let document = YAMLDocument.read(header, file: file.path, firstLine: 2)
        guard !document.hasErrors else { return Outcome(nil, document.diagnostics) }
        let body = lines[(end + 1)...].joined(separator: "\n")
        return Outcome(FrontMatter(yaml: document.value.root, body: body, bodyLine: end + 2), document.diagnostics)
    }
}
