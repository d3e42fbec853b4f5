import Diagnostics
import LocatedYAML

/// Plain texts are read without the parser: what is read must be what the parser says, places and all.
func yamlFaults(_ text: String) -> [String] {
    let read = YAMLDocument.read(text, file: "f")
    let parsed = YAMLDocument.parse(text, file: "f", firstLine: 1)
    let same = shown(read.value.root) == shown(parsed.value.root) && read.diagnostics == parsed.diagnostics
    return same
        ? [] : ["read as \(shown(read.value.root)), parsed as \(shown(parsed.value.root)): \(text.debugDescription)"]
}

private func shown(_ value: YAMLValue) -> String {
    let place = "\(value.location)|\(value.excerpt ?? "")|"
    return switch value.kind {
    case .null: place + "null"
    case .scalar(let text): place + text.debugDescription
    case .sequence(let values): place + "[" + values.map(shown).joined(separator: ",") + "]"
    case .mapping(let pairs):
        place + "{" + pairs.map { shown($0.key) + ":" + shown($0.value) }.joined(separator: ",") + "}"
    }
}
