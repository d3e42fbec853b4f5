package import Diagnostics
package import LocatedYAML
import Report

extension Rulebook {
    /// Reads `customers.yml`.
    ///
    /// All problems are reported at once.
    package static func read(_ document: YAMLDocument) -> Outcome<Rulebook> {
        var reader = MappingReader(document.root, what: "the rulebook")
        var rules: [Rule] = []
        var places: [String: SourceLocation] = [:]
        if !reader.has("rules") { reader.miss("rules") }
        for value in reader.list("rules", atMost: Limits.rules) {
            var inner = MappingReader(value, what: "a rule")
            let rule = rule(&inner)
            reader.add(inner.finish())
            guard let rule else { continue }
            if let first = places[rule.name.lowercased()] {
                reader.fail(
                    "duplicate-rule", value, "a rule with this name stands already at \(first)",
                    remedy: "give each rule its own name")
            } else {
                places[rule.name.lowercased()] = value.location
            }
            rules.append(rule)
        }
        return Outcome(Rulebook(rules: rules), reader.finish())
    }

    private static func rule(_ reader: inout MappingReader) -> Rule? {
        let name = reader.text("name", required: true)
        let because = reader.text("because") ?? ""
        var side: Side?
        if let text = reader.text("side", required: true), let place = reader.value("side") {
            switch text {
            case "internal", "external", "connected": side = Side(rawValue: text)
            case "self":
                reader.fail(
                    "wrong-value", place, "`self` is never the side of a rule",
                    remedy: "write `internal`; answers about one's own department become the self view by themselves")
            default: reader.fail("wrong-value", place, "side must be one of internal, external, connected")
            }
        }
        let kind = reader.text("kind")
        if let kind, kind.isEmpty || kind.utf8.count > 60, let place = reader.value("kind") {
            reader.fail("wrong-value", place, "a kind is a word of at most 60 bytes")
        }
        var conditions: [Condition] = []
        if let when = reader.value("when") {
            var inner = MappingReader(when, what: "when")
            for (field, place, value) in inner.allEntries() {
                if let tests = tests(field, value, &inner) {
                    conditions.append(Condition(field: field, tests: tests, location: place))
                }
            }
            reader.add(inner.finish())
        }
        guard let name, let side else { return nil }
        return Rule(
            name: name, conditions: conditions, side: side, kind: kind ?? side.rawValue, because: because,
            location: reader.location)
    }

    private static func tests(_ field: String, _ value: YAMLValue, _ reader: inout MappingReader) -> [Test]? {
        switch value.kind {
        case .scalar(let text): return [.isOneOf([text])]
        case .sequence(let values):
            var texts: [String] = []
            for value in values {
                guard let text = value.text else {
                    reader.fail(
                        "wrong-type", value, "an entry of \(field) must be a single value, this is \(value.kindName)")
                    return nil
                }
                texts.append(text)
            }
            if texts.isEmpty { reader.fail("wrong-value", value, "an empty list matches nobody") }
            return [.isOneOf(texts)]
        case .null:
            reader.fail(
                "wrong-type", value, "\(field) needs a value", remedy: "for empty fields write { present: false }")
            return nil
        case .mapping: break
        }
        var inner = MappingReader(value, what: "a condition")
        var tests: [Test] = []
        let patterns = inner.texts("matches").map(\.text)
        if !patterns.isEmpty { tests.append(.matches(patterns)) }
        let domains = inner.texts("domain").map { $0.text.hasPrefix("@") ? String($0.text.dropFirst()) : $0.text }
        if !domains.isEmpty { tests.append(.domain(domains)) }
        if let present = inner.boolean("present") { tests.append(.present(present)) }
        let from = inner.number("from")
        let to = inner.number("to")
        if from != nil || to != nil {
            tests.append(.number(from: from, to: to))
            if let from, let to, from > to { inner.fail("wrong-value", value, "`from` is above `to`") }
        }
        let found = inner.finish()
        reader.add(found)
        if tests.isEmpty, found.isEmpty {
            reader.fail("missing-key", value, "a condition needs `matches`, `domain`, `present`, `from` or `to`")
        }
        return tests.isEmpty ? nil : tests
    }

    /// Conditions on fields that no survey maps: such a rule can never match. Nothing is said where a tabulated survey
    /// brings its sides and rules with it: its fields were mapped where it was tabulated.
    ///
    /// - Parameter mappings: all mappings of the site.
    package func checkFields(_ mappings: [Mapping]) -> [Diagnostic] {
        let areClassifiedBefore = mappings.contains { $0.count != nil && $0.fields.isEmpty }
        guard !isDefault, !areClassifiedBefore else { return [] }
        let known = Set(
            mappings.flatMap { mapping in mapping.fields.map(\.name) + (mapping.respondentID == nil ? [] : ["id"]) })
        var diagnostics: [Diagnostic] = []
        for rule in rules {
            for condition in rule.conditions where !known.contains(condition.field) {
                diagnostics.append(
                    .error(
                        "unknown-field", at: condition.location,
                        "the rule \"\(rule.name)\" asks for `\(condition.field)`, which no survey names under `respondent:`",
                        remedy: NearestNames.hint(condition.field, among: known.sorted())
                            ?? "name the column in a survey's mapping, or remove the condition"))
            }
        }
        return diagnostics
    }
}
