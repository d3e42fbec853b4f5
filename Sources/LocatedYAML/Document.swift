package import Diagnostics
import Yams

/// A YAML file, or the front matter of a Markdown file, whose values know where they stand.
///
/// Scalars are text: `2026`, `no` and `007` stay what was typed until a reader asks for another type.
package struct YAMLDocument: Sendable {
    package let root: YAMLValue
    package let file: String

    /// Reads one document.
    ///
    /// An empty text is an empty mapping. Syntax errors, duplicate keys, anchors and aliases, control characters,
    /// nesting deeper than 32 levels and more than a mebibyte are diagnostics; the value is then an empty mapping, and
    /// what else is wrong with the file cannot be told before that is mended.
    ///
    /// - Parameters:
    ///   - text: the YAML itself.
    ///   - file: its path for messages.
    ///   - firstLine: the line of the file on which `text` begins, for front matter.
    package static func read(_ text: String, file: String, firstLine: Int = 1) -> Outcome<YAMLDocument> {
        if let root = PlainMapping.read(text, file: file, firstLine: firstLine) {
            return Outcome(YAMLDocument(root: root, file: file))
        }
        return parse(text, file: file, firstLine: firstLine)
    }

    /// The same by the parser alone.
    package static func parse(_ text: String, file: String, firstLine: Int) -> Outcome<YAMLDocument> {
        // The parser would count these as ends of lines, which no editor does; one character stays one character.
        var scalars = String.UnicodeScalarView()
        for (index, scalar) in text.unicodeScalars.enumerated() where !(index == 0 && scalar == "\u{FEFF}") {
            scalars.append(["\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) ? " " : scalar)
        }
        let text = String(scalars)
        let source = SourceText(text, file: file, firstLine: firstLine)
        let empty = YAMLDocument(
            root: YAMLValue(
                kind: .mapping([]), location: SourceLocation(file: file, line: firstLine, column: 1), excerpt: nil),
            file: file)
        if let problem = YAMLGuard.problem(in: text, source) { return Outcome(empty, [problem]) }
        let places = YAMLPlaces(source: source)
        do {
            guard let node = try Parser(yaml: text, resolver: .basic).singleRoot() else { return Outcome(empty) }
            var diagnostics: [Diagnostic] = []
            let root = YAMLValue(node, places: places, depth: 0, diagnostics: &diagnostics)
            return diagnostics.hasErrors
                ? Outcome(empty, diagnostics) : Outcome(YAMLDocument(root: root, file: file), diagnostics)
        } catch {
            return Outcome(empty, [places.diagnose(error)])
        }
    }
}
