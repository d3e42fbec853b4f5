import Content
import Report

/// `index.html`: the organisation as a whole, for a reader with five minutes.
func overviewPage(_ edition: Edition) -> Page {
    let path = PagePath.overview
    let standards = edition.standards
    let actions = edition.content.actions
    let rows = edition.overviewRows
    var content: TemplateRecord = [
        "lede": .texts(edition.lede(of: 0)),
        "hiddenSentence": .optional(edition.report.hidesAnything ? edition.words("hidden-why") : nil),
        "counts": .records(responseCounts(edition)),
        "tiles": edition.tiles(of: 0),
        "departments": .optional(edition.departmentTable(rows.rows, on: path)),
        "departmentsHref": .text(PagePath.departments),
        "departmentsMore": .flag(rows.isCut), "departmentParts": DepartmentParts(edition).links(on: path),
        "trend": .optional(edition.trend(of: 0)),
        "association": .text(edition.associationSentence),
        "themes": .optional(edition.themeTable(of: 0)),
        "commentsHref": .optional(edition.commentsPath(of: 0)),
        "standards": .nothing, "actions": .nothing,
        "new": .records(newSinceLastWave(edition)),
        "customersHref": .text(PagePath.customers), "serviceMapHref": .text(PagePath.serviceMap),
        "actionsHref": .text(PagePath.actions), "notesHref": .text(PagePath.notes),
    ]
    if !standards.isEmpty {
        let telling = standards.filter { $0.status == .missed || $0.status == .met }
        content["standards"] = .record([
            "counts": .text(edition.standardCounts(standards)),
            "rows": .records(
                edition.standardRows(Array((telling.isEmpty ? standards : telling).prefix(12)), on: path, named: true)),
        ])
    }
    if !actions.isEmpty {
        let open = edition.ordered(actions).filter { edition.status(of: $0) != .done }
        content["actions"] = .record([
            "counts": .text(edition.actionCounts(actions)),
            "rows": .records(edition.actionRows(Array(open.prefix(6)), on: path, departments: true)),
        ])
    }
    return Page(
        path: path, template: "index", heading: edition.heading(of: 0), title: edition.content.settings.title,
        content: content)
}

/// Responses, people invited, response rate, unclassified: of all surveys.
private func responseCounts(_ edition: Edition) -> [TemplateRecord] {
    let words = edition.words
    let surveys = edition.report.surveys
    func entry(_ key: String, _ value: String, _ href: String) -> TemplateRecord {
        ["label": .text(words(key)), "value": .text(value), "href": .text(href)]
    }
    var entries = [
        entry("count-responses", words.whole(surveys.reduce(0) { $0 + $1.rows(.counted) }), PagePath.surveys)
    ]
    let invited = surveys.compactMap(\.invited)
    if !invited.isEmpty {
        let people = invited.reduce(0, +)
        entries.append(entry("count-invited", words.whole(people), PagePath.surveys))
        let answered = surveys.filter { $0.invited != nil }.reduce(0) { $0 + $1.rows(.counted) }
        if people > 0, answered <= people {
            entries.append(
                entry("count-rate", words.value(Double(answered) / Double(people), of: .share), PagePath.surveys))
        }
    }
    entries.append(
        entry(
            "count-unclassified", edition.text(of: edition.report.rulebook.unclassified),
            PagePath.customers + "#unclassified"))
    return entries
}

/// What came in after the wave before the newest ended: notes by kind, actions done.
private func newSinceLastWave(_ edition: Edition) -> [TemplateRecord] {
    guard edition.report.waves.count >= 2,
        let end = edition.report.waves[edition.report.waves.count - 2].days?.upperBound
    else { return [] }
    return edition.content.notes.filter { $0.date > end }.prefix(8).map { edition.noteLink($0, on: PagePath.overview) }
}

extension Report {
    /// True if any figure of the newest wave is hidden.
    var hidesAnything: Bool {
        guard let wave = waves.indices.last else { return false }
        return organisation.units.contains { unit in
            Side.allCases.contains { side in
                questions.indices.contains { cells[unit: unit, side: side, wave: wave, question: $0] == .suppressed }
            }
        }
    }
}

extension Edition {
    /// The top level with its children, or without them where that is too long for one table.
    var overviewRows: (rows: [(unit: Int, depth: Int)], isCut: Bool) {
        let two = below(0, levels: 2)
        if two.count <= 40 { return (two, below(0, levels: 3).count > two.count) }
        let one = below(0, levels: 1)
        return (Array(one.prefix(40)), true)
    }

    /// A count that may hide itself.
    func text(of count: GuardedCount) -> String {
        switch count {
        case .exactly(let number): words.whole(number)
        case .fewer: words("fewer")
        case .atLeast(let number): words("at-least", ["n": words.whole(number)])
        }
    }

    /// Whether departments that are served better serve better, or why that cannot be told.
    var associationSentence: String {
        switch report.association {
        case .cannotTell(let departments):
            return words("association-cannot-tell", ["n": words.whole(departments)])
        case .measured(let departments, let coefficient, let from, let to):
            let key =
                coefficient.low > 0
                ? "association-positive" : coefficient.high < 0 ? "association-negative" : "association-none"
            return words(
                key,
                [
                    "n": words.whole(departments), "value": words.number(coefficient.value, decimals: 2),
                    "low": words.number(coefficient.low, decimals: 2),
                    "high": words.number(coefficient.high, decimals: 2),
                    "from": waveName(from), "to": waveName(to),
                ])
        }
    }

    /// True if the figure of one of a theme's questions may not be shown.
    private func hidesQuestion(of theme: ThemeID, _ unit: Int, _ side: Side) -> Bool {
        report.questions.indices.contains {
            report.questions[$0].theme == theme && newestCell(unit, side, $0)?.cell == .suppressed
        }
    }

    /// "+9 (+4 to +14)".
    private func changeWithRange(_ change: Estimate) -> String {
        words(
            "theme-change",
            [
                "change": words.signed(change.value, of: .share), "low": words.signed(change.low, of: .share),
                "high": words.signed(change.high, of: .share),
            ])
    }

    /// Theme scores of a unit, a column for each side; nil where none is published.
    func themeTable(of unit: Int) -> TemplateRecord? {
        let sides = [Side.external, .internal].filter { side in
            report.themes.contains { themeScore($0.id, unit, side) != nil }
        }
        guard !sides.isEmpty else { return nil }
        return [
            "heads": .records(
                sides.map { ["symbol": .html(Charts.symbol($0)), "side": .text(words.side($0).capitalisedFirst)] }),
            "rows": .records(
                report.themes.map { theme in
                    [
                        "theme": .text(theme.name),
                        "scores": .records(
                            sides.map { side in
                                let score = themeScore(theme.id, unit, side)
                                return [
                                    "side": .text(words.side(side).capitalisedFirst),
                                    "value": .text(
                                        score.map { words.value($0.estimate.value, of: .share) }
                                            ?? words(hidesQuestion(of: theme.id, unit, side) ? "hidden" : "no-answers")),
                                    "range": .text(score.map { words.range($0.estimate, of: .share) } ?? ""),
                                    "change": .optional(themeChange(theme.id, unit, side).map(changeWithRange)),
                                    "shown": .flag(score != nil),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
