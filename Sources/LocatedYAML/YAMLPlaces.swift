import Diagnostics
import Yams

/// Turns the parser's marks and errors into places of the file and words for people.
struct YAMLPlaces {
    let source: SourceText

    /// The place of a mark and the line that it stands on, shortened where it is long.
    ///
    /// In a line of more than 4,096 bytes columns count characters, so that a file of one line is not walked for each of
    /// its values.
    func locate(_ mark: Mark?) -> (SourceLocation, String?) {
        guard let mark else { return (SourceLocation(file: source.file), nil) }
        let number = max(1, mark.line) + source.firstLine - 1
        var column = mark.column
        if source.length(ofLine: number) <= 4096, let line = source.line(number) {
            // The parser counts characters; columns are UTF-8 bytes.
            column = line.unicodeScalars.prefix(max(0, mark.column - 1)).reduce(1) { $0 + UTF8.width($1) }
        }
        return (source.location(line: number, column: column), source.excerpt(line: number, column: column))
    }

    func diagnose(_ error: any Error) -> Diagnostic {
        switch error {
        case let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
            let YamlError.composer(_, problem, mark, _):
            return syntax(problem, mark)
        case let YamlError.duplicatedKeysInMapping(keys, context):
            return duplicate(keys.first ?? "", first: context.mark)
        case let YamlError.reader(problem, _, _, _):
            return source.diagnostic(.error, "yaml-syntax", line: nil, "the file is not valid YAML: \(problem)")
        default:
            return source.diagnostic(.error, "yaml-syntax", line: nil, "the file is not valid YAML")
        }
    }

    private func syntax(_ problem: String, _ mark: Mark) -> Diagnostic {
        let (location, excerpt) = locate(mark)
        if let excerpt, let tab = excerpt.utf8.prefix(while: { $0 == 0x20 || $0 == 0x09 }).firstIndex(of: 0x09) {
            let column = excerpt.utf8.distance(from: excerpt.utf8.startIndex, to: tab) + 1
            return .error(
                "yaml-syntax", at: source.location(line: location.line, column: column),
                "the file is not valid YAML: a tab in the indentation", remedy: "indent with spaces", excerpt: excerpt)
        }
        return .error(
            "yaml-syntax", at: location, "the file is not valid YAML: \(problem)",
            remedy: "check indentation and quotes around the place shown", excerpt: excerpt)
    }

    /// The parser tells only one place of a key that stands twice; people want the second.
    private func duplicate(_ key: String, first mark: Mark) -> Diagnostic {
        let (first, _) = locate(mark)
        var line = first.line
        var column = first.column
        if let start = first.line, let indent = first.column {
            var number = start + 1
            while let text = source.line(number), number - start < 10_000 {
                let spaces = text.utf8.prefix { $0 == 0x20 }.count
                let isBlank = spaces == text.utf8.count
                if spaces < indent - 1, !isBlank { break }
                let rest = text.utf8.dropFirst(indent - 1)
                if spaces == indent - 1, Self.begins(String(decoding: rest, as: UTF8.self), with: key) {
                    (line, column) = (number, indent)
                    break
                }
                number += 1
            }
        }
        return source.diagnostic(
            .error, "duplicate-key", line: line, column: column, "the key `\(key)` stands twice in one mapping",
            remedy: "keep one of them")
    }

    private static func begins(_ text: String, with key: String) -> Bool {
        [key, "\"\(key)\"", "'\(key)'"].contains { form in
            text.hasPrefix(form) && text.dropFirst(form.count).drop { $0 == " " }.first == ":"
        }
    }
}
