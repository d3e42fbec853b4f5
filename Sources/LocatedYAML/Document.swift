package import Diagnostics
import Yams

/// A YAML file, or the front matter of a Markdown file, whose values know where they stand. Scalars are text: `2026`,
/// `no` and `007` stay what was typed until a reader asks for another type.
package struct YAMLDocument: Sendable {
    package let root: YAMLValue
    package let file: String

    /// Reads one document. An empty text is an empty mapping. Syntax errors, duplicate keys, anchors and aliases are
    /// diagnostics; the value is then an empty mapping.
    ///
    /// - Parameters:
    ///   - text: the YAML itself.
    ///   - file: its path for messages.
    ///   - firstLine: the line of the file on which `text` begins, for front matter.
    package static func read(_ text: String, file: String, firstLine: Int = 1) -> Outcome<YAMLDocument> {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func locate(_ mark: Mark?) -> (SourceLocation, String?) {
            guard let mark else { return (SourceLocation(file: file), nil) }
            let line = max(1, mark.line)
            let excerpt = lines.indices.contains(line - 1) ? lines[line - 1] : nil
            // libyaml counts characters; locations count UTF-8 bytes.
            let column = excerpt.map { $0.unicodeScalars.prefix(max(0, mark.column - 1)).reduce(1) { $0 + UTF8.width($1) } }
            return (SourceLocation(file: file, line: line + firstLine - 1, column: column ?? mark.column), excerpt)
        }
        let empty = YAMLDocument(
            root: YAMLValue(kind: .mapping([]), location: SourceLocation(file: file, line: firstLine, column: 1), excerpt: nil),
            file: file)
        do {
            guard let node = try Parser(yaml: text, resolver: .basic).singleRoot() else { return Outcome(empty) }
            var diagnostics: [Diagnostic] = []
            let root = YAMLValue(node, locate: locate, depth: 0, diagnostics: &diagnostics)
            return Outcome(YAMLDocument(root: root, file: file), diagnostics)
        } catch {
            return Outcome(empty, [diagnose(error, locate)])
        }
    }

    private static func diagnose(_ error: any Error, _ locate: (Mark?) -> (SourceLocation, String?)) -> Diagnostic {
        var mark: Mark?
        var problem = "the file is not valid YAML"
        switch error {
        case let YamlError.scanner(_, text, at, _), let YamlError.parser(_, text, at, _), let YamlError.composer(_, text, at, _):
            mark = at
            problem = "the file is not valid YAML: \(text)"
        case let YamlError.duplicatedKeysInMapping(keys, context):
            mark = context.mark
            problem = "the key \(keys.joined(separator: ", ")) stands twice in one mapping"
        case YamlError.reader(_, _, _, _):
            problem = "the file is not valid UTF-8"
        default:
            break
        }
        let (location, excerpt) = locate(mark)
        return .error(
            "yaml-syntax", at: location, problem, remedy: "check indentation and quotes around the place shown",
            excerpt: excerpt)
    }
}

/// A value of a YAML document with its place.
package struct YAMLValue: Sendable {
    package indirect enum Kind: Sendable {
        case scalar(String)
        case sequence([YAMLValue])
        case mapping([(key: YAMLValue, value: YAMLValue)])
        /// Nothing written after the colon.
        case null
    }
    package let kind: Kind
    package let location: SourceLocation
    /// The line on which it begins, for messages.
    package let excerpt: String?

    package init(kind: Kind, location: SourceLocation, excerpt: String?) {
        self.kind = kind
        self.location = location
        self.excerpt = excerpt
    }

    /// Deeper nesting than any file of ours needs; stops stack exhaustion by hostile input.
    private static let deepest = 32

    init(
        _ node: Node, locate: (Mark?) -> (SourceLocation, String?), depth: Int, diagnostics: inout [Diagnostic]
    ) {
        let (location, excerpt) = locate(node.mark)
        self.location = location
        self.excerpt = excerpt
        guard depth < Self.deepest else {
            diagnostics.append(.error("yaml-depth", at: location, "nested deeper than \(Self.deepest) levels", excerpt: excerpt))
            kind = .null
            return
        }
        switch node {
        case .scalar(let scalar):
            kind = scalar.string.isEmpty && scalar.style == .plain ? .null : .scalar(scalar.string)
        case .sequence(let sequence):
            var values: [YAMLValue] = []
            for element in sequence {
                values.append(YAMLValue(element, locate: locate, depth: depth + 1, diagnostics: &diagnostics))
            }
            kind = .sequence(values)
        case .mapping(let mapping):
            var pairs: [(key: YAMLValue, value: YAMLValue)] = []
            for (key, value) in mapping {
                pairs.append(
                    (
                        YAMLValue(key, locate: locate, depth: depth + 1, diagnostics: &diagnostics),
                        YAMLValue(value, locate: locate, depth: depth + 1, diagnostics: &diagnostics)
                    ))
            }
            kind = .mapping(pairs)
        case .alias:
            diagnostics.append(.error("yaml-alias", at: location, "aliases are not read", remedy: "write the value out", excerpt: excerpt))
            kind = .null
        }
    }

    /// The text of a scalar.
    package var text: String? {
        if case .scalar(let text) = kind { text } else { nil }
    }

    /// What this is, for a message.
    package var kindName: String {
        switch kind {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .null: "nothing"
        }
    }
}
