package import Diagnostics
import Yams

/// A value of a YAML document with its place.
package struct YAMLValue: Sendable {
    package enum Kind: Sendable {
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
    private static let deepest = Limits.yamlDepth.most

    init(_ node: Node, places: YAMLPlaces, depth: Int, diagnostics: inout [Diagnostic]) {
        let (location, excerpt) = places.locate(node.mark)
        self.location = location
        self.excerpt = excerpt
        func refuse(_ code: String, _ message: String, _ remedy: String) {
            diagnostics.append(.error(code, at: location, message, remedy: remedy, excerpt: excerpt))
        }
        guard depth < Self.deepest else {
            refuse(Limits.yamlDepth.code, "nested deeper than \(Self.deepest) levels", "no file needs more than four")
            kind = .null
            return
        }
        switch node {
        case .scalar(let scalar):
            kind = scalar.string.isEmpty && scalar.style == .plain ? .null : .scalar(scalar.string)
        case .sequence(let sequence):
            var values: [YAMLValue] = []
            for element in sequence {
                values.append(YAMLValue(element, places: places, depth: depth + 1, diagnostics: &diagnostics))
            }
            kind = .sequence(values)
        case .mapping(let mapping):
            var pairs: [(key: YAMLValue, value: YAMLValue)] = []
            for (key, value) in mapping {
                let key = YAMLValue(key, places: places, depth: depth + 1, diagnostics: &diagnostics)
                let value = YAMLValue(value, places: places, depth: depth + 1, diagnostics: &diagnostics)
                pairs.append((key, value))
            }
            kind = .mapping(pairs)
        case .alias:
            refuse(Limits.yamlAliases.code, "anchors and aliases are not read", "write the value out")
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
