import Content
import Report

/// How much of a large organisation its map holds; what is left out is counted, and stands on the departments' pages.
private enum Most {
    /// Departments of all steps of the pyramid together.
    static let inSteps = 200
    static let unconnected = 60
    static let declared = 80
    static let providers = 40
    static let pairs = 140
    static let differences = 30
    static let delays = 20
}

/// `service-map.html`: who serves whom, as declared and as answered.
func serviceMapPage(_ edition: Edition) -> Page {
    let words = edition.words
    let path = PagePath.serviceMap
    let organisation = edition.organisation
    func department(_ unit: Int) -> TemplateRecord {
        [
            "name": .text(organisation.displayName(unit)),
            "href": .text(PagePath.relative(from: path, to: edition.page(of: unit))),
        ]
    }
    let exists = edition.tree.exists
    let steps = edition.chain.steps
    let delays = edition.content.notes.filter { if case .delay = $0.kind { true } else { false } }
    let unconnected = edition.chain.unconnected.filter { exists[$0] }
    let declaring = organisation.departments.filter { !$0.serves.isEmpty }
    let answered = Answered(edition, path)
    let undeclared = undeclared(edition)
    let inStep = max(10, Most.inSteps / max(1, steps.count))
    return Page(
        path: path, template: "service-map", heading: heading(edition), title: words("nav-service-map"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "steps": .records(
                steps.enumerated().map { index, units in
                    [
                        "label": .text(
                            index == 0 ? words("step-front") : words("step-behind", ["n": words.whole(index + 1)])),
                        "departments": .records(units.prefix(inStep).map(department)),
                        "more": .optional(edition.more(units.count - inStep)),
                    ]
                }),
            "hasUnconnected": .flag(!unconnected.isEmpty),
            "unconnected": .records(unconnected.prefix(Most.unconnected).map(department)),
            "unconnectedMore": .optional(edition.more(unconnected.count - Most.unconnected)),
            "matrix": .optional(matrix(edition, path)),
            "declared": .records(
                declaring.prefix(Most.declared).map { department in
                    [
                        "name": .text(department.name),
                        "href": .text(PagePath.relative(from: path, to: PagePath.department(department.id))),
                        "serves": .text(
                            edition.list(
                                department.serves.prefix(12).map { edition.name(of: $0) }
                                    + [edition.more(department.serves.count - 12)].compactMap { $0 })),
                    ]
                }),
            "declaredMore": .optional(elsewhere(declaring.count - Most.declared, words)),
            "caption": .optional(answered.caption), "answered": .records(answered.records),
            "answeredMore": .optional(elsewhere(answered.left, words)),
            "undeclared": .records(
                undeclared.prefix(Most.differences).map { pair($0.provider, $0.customer, edition) }),
            "undeclaredMore": .optional(edition.more(undeclared.count - Most.differences)),
            "unrated": .records(
                edition.unansweredLinks.prefix(Most.differences).map { pair($0.provider, $0.customer, edition) }),
            "unratedMore": .optional(edition.more(edition.unansweredLinks.count - Most.differences)),
            "rows": .records(delays.prefix(Most.delays).map { edition.delayRecord($0, on: path) }),
            "delaysMore": .optional(elsewhere(delays.count - Most.delays, words)),
        ])
}

/// "12 more are on the pages of their departments."
private func elsewhere(_ count: Int, _ words: Words) -> String? {
    count > 0 ? words.count("more-elsewhere", count) : nil
}

private func heading(_ edition: Edition) -> String {
    let front = edition.chain.steps.first?.count ?? 0
    return front == 0
        ? edition.words("map-heading-none")
        : edition.words.count("map-heading", front, ["steps": edition.words.whole(edition.chain.steps.count)])
}

/// Provider × customer department, a number or the marker in every cell: only where a third or more of the pairs are
/// shown, and up to 25 × 25.
private func matrix(_ edition: Edition, _ path: String) -> TemplateRecord? {
    let links = edition.newestLinks
    guard let question = edition.headline, !links.isEmpty else { return nil }
    let shown = links.filter { $0.cell.published != nil }.count
    let providers = Set(links.map(\.provider)).sorted()
    let customers = Set(links.map(\.customer)).sorted()
    guard shown * 3 >= providers.count * customers.count, providers.count <= 25, customers.count <= 25 else {
        return nil
    }
    var byPair: [DepartmentID: [DepartmentID: Cell]] = [:]
    for link in links { byPair[link.provider, default: [:]][link.customer] = link.cell }
    let statistic = edition.report.questions[question].headlineStatistic
    let axis = ValueAxis(statistic, scale: edition.report.questions[question].scale)
    return [
        "caption": .text(
            edition.words("map-matrix-caption", ["question": edition.wording(question, .internal, of: 0)])),
        "customers": .records(customers.map { ["name": .text(edition.name(of: $0))] }),
        "rows": .records(
            providers.map { provider in
                [
                    "name": .text(edition.name(of: provider)),
                    "href": .text(PagePath.relative(from: path, to: PagePath.department(provider))),
                    "cells": .records(
                        customers.map { customer in
                            // Of a pair that is not listed nobody may know whether somebody answered.
                            let cell = byPair[provider]?[customer] ?? .suppressed
                            let figure = edition.text(of: cell, statistic)
                            let value = cell.published?.figure(statistic)?.estimate.value
                            return [
                                "value": .text(
                                    figure.value),
                                "mark": .text(figure.state == .shown ? "number" : "marker"),
                                "heat": .text(
                                    value.map { Charts.heatClass($0, axis: axis) }
                                        ?? (figure.state == .hidden ? "hidden" : "none")),
                            ]
                        }),
                ]
            }),
    ]
}

/// Providers by name with what each of their customer departments says, as sentences for phones and screen readers.
private struct Answered {
    var records: [TemplateRecord] = []
    /// What they were asked; nil where nothing is listed.
    var caption: String?
    /// Providers that are not listed.
    var left = 0

    init(_ edition: Edition, _ path: String) {
        guard let question = edition.headline else { return }
        let statistic = edition.report.questions[question].headlineStatistic
        let providers = edition.linksOfProvider.keys.sorted()
        var pairs = 0
        for provider in providers {
            let links = (edition.linksOfProvider[provider] ?? []).sorted { $0.customer < $1.customer }
            let shown = links.filter { $0.cell.published != nil }
            guard records.count < Most.providers, pairs < Most.pairs else { break }
            let listed = shown.prefix(25)
            pairs += listed.count
            records.append([
                "name": .text(edition.name(of: provider)),
                "href": .text(PagePath.relative(from: path, to: PagePath.department(provider))),
                "pairs": .records(
                    listed.map { link in
                        let figure = edition.text(of: link.cell, statistic)
                        return [
                            "customer": .text(edition.name(of: link.customer)), "value": .text(figure.value),
                            "range": .text(figure.range), "answers": .text(figure.answers),
                        ]
                    }),
                "more": .optional(edition.more(shown.count - listed.count)),
                "hidden": .optional(shown.count == links.count ? nil : edition.words("pairs-hidden-some")),
            ])
        }
        left = providers.count - records.count
        if !records.isEmpty { caption = edition.pairsCaption(question) }
    }
}

/// Shown pairs that no department declares.
///
/// Of declared pairs that are not shown nobody may know whether somebody answered; `Edition.unansweredLinks` are those
/// whose provider nobody answered about at all.
private func undeclared(_ edition: Edition) -> [ServiceLink] {
    edition.newestLinks.filter { link in
        guard let unit = edition.organisation.unit(link.provider),
            let provider = edition.organisation.department(unit)
        else { return false }
        return link.cell.published != nil && !provider.serves.contains(link.customer)
    }
}

private func pair(_ provider: DepartmentID, _ customer: DepartmentID, _ edition: Edition) -> TemplateRecord {
    [
        "text": .text(
            edition.words("map-pair", ["provider": edition.name(of: provider), "customer": edition.name(of: customer)]))
    ]
}
