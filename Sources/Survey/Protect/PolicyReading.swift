package import Diagnostics
package import LocatedYAML
import Report

extension DisclosurePolicy {
    /// The smallest group that may be asked for: smaller ones are refused.
    static let smallestGroup = 5

    /// Reads the section `confidentiality` of `site.yml`; nil stands for an absent one.
    package static func read(_ value: YAMLValue?) -> Outcome<DisclosurePolicy> {
        guard let value else { return Outcome(DisclosurePolicy()) }
        var reader = MappingReader(value, what: "confidentiality")
        let standard = ConfidentialityRule()
        func group(_ key: String, _ standard: Int) -> Int {
            guard let number = reader.integer(key, in: 0...Int(Int32.max)), let place = reader.value(key) else {
                return standard
            }
            guard number >= smallestGroup else {
                reader.fail(
                    "group-too-small", place, "groups of fewer than \(smallestGroup) people are never shown",
                    remedy: "write \(smallestGroup) or more, or leave `\(key)` out")
                return standard
            }
            return number
        }
        let rule = ConfidentialityRule(
            external: group("external", standard.external), internal: group("internal", standard.internal),
            selfView: group("self", standard.selfView), comments: group("comments", standard.comments))
        let key = reader.text("key") ?? ""
        if let place = reader.value("key"), place.text != nil, key.allSatisfy(\.isWhitespace) {
            reader.fail(
                "empty-key", place, "the key is empty, so what is remembered of a publication could be guessed",
                remedy:
                    "write a secret of your own, of twenty characters or more, and never change it; or leave `key` out")
        }
        let names = reader.texts("mask").map(\.text).filter { !$0.isEmpty }
        // A message about this section shows no line of it: the key stands there.
        let diagnostics = reader.finish().map {
            Diagnostic($0.severity, $0.code, at: $0.location, $0.message, remedy: $0.remedy)
        }
        return Outcome(DisclosurePolicy(rule: rule, key: Secret(key), maskedNames: names), diagnostics)
    }
}
