import Content
import Report

/// `customers.html`: whom this site calls a customer, by which rules, and how many responses each decided.
func customersPage(_ edition: Edition) -> Page {
    let words = edition.words
    let path = PagePath.customers
    let rulebook = edition.report.rulebook
    func examples(_ side: Side) -> String? {
        let kinds = rulebook.rules.filter { $0.side == side && $0.total != .exactly(0) }.map(\.kind)
        var seen: Set<String> = []
        let unique = kinds.filter { seen.insert($0).inserted }
        return unique.isEmpty
            ? nil : words("customers-examples", ["kinds": edition.list(unique.map { kindWord($0, words) })])
    }
    return Page(
        path: path, template: "customers", heading: words("customers-heading"), title: words("nav-customers"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "sides": .records(
                [Side.external, .internal, .connected, .selfView].map { side in
                    [
                        "symbol": .html(Charts.symbol(side)), "side": .text(words.side(side).capitalisedFirst),
                        "definition": .text(words("definition-\(side.rawValue)")),
                        "examples": .optional(examples(side)),
                    ]
                }),
            "isDefault": .flag(rulebook.isDefault),
            "rules": .records(
                rulebook.rules.enumerated().map { index, rule in
                    [
                        "number": .text(words.whole(index + 1)), "name": .text(rule.name),
                        "symbol": .html(Charts.symbol(rule.side)), "side": .text(words.side(rule.side)),
                        "kind": .text(kindWord(rule.kind, words)), "because": .text(rule.because),
                        "conditions": .texts(rule.conditions.map { edition.text(of: $0) }),
                        "responses": .text(edition.text(of: rule.total)),
                    ]
                }),
            "contested": .text(edition.text(of: rulebook.contested)),
            "unclassified": .text(edition.text(of: rulebook.unclassified)),
            "hasOpenQuestions": .flag(rulebook.contested != .exactly(0) || rulebook.unclassified != .exactly(0)),
            "connected": .optional(edition.questionTable(of: 0, .connected)),
            "disputed": .records(disputed(rulebook, words)),
        ])
}

/// The kinds on which the texts disagree, and how this site counts each.
private func disputed(_ rulebook: RulebookAccount, _ words: Words) -> [TemplateRecord] {
    ["supplier", "distributor", "shareholder"].compactMap { kind in
        let sides = rulebook.rules.filter { $0.kind == kind }.map(\.side)
        guard let side = sides.first else { return nil }
        return ["text": .text(words("disputed", ["kind": kindWord(kind, words), "who": words.side(side)]))]
    }
}

/// The word for a kind; a kind of the site's own is shown as it is written.
func kindWord(_ kind: String, _ words: Words) -> String {
    words.has("kind-\(kind)") ? words("kind-\(kind)") : kind
}

extension Edition {
    /// A condition of a rule: "relationship is Employee or Manager".
    func text(of condition: RuleCondition) -> String {
        let either: String
        if let last = condition.values.last, condition.values.count > 1 {
            let first = condition.values.dropLast().joined(separator: words("list-separator"))
            either = words("list-or", ["first": first, "last": last])
        } else {
            either = condition.values.first ?? words("rule-nothing")
        }
        return words(
            "rule-\(condition.test.rawValue)",
            [
                "field": condition.field, "values": either, "low": condition.values.first ?? "",
                "high": condition.values.last ?? "",
            ])
    }
}
