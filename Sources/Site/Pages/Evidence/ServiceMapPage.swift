import Content
import Report

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
    return Page(
        path: path, template: "service-map", heading: heading(edition), title: words("nav-service-map"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "steps": .records(
                steps.enumerated().map { index, units in
                    [
                        "label": .text(
                            index == 0 ? words("step-front") : words("step-behind", ["n": words.whole(index + 1)])),
                        "departments": .records(units.map(department)),
                    ]
                }),
            "hasUnconnected": .flag(edition.chain.unconnected.contains { exists[$0] }),
            "unconnected": .records(edition.chain.unconnected.filter { exists[$0] }.map(department)),
            "matrix": .optional(matrix(edition, path)),
            "declared": .records(
                organisation.departments.filter { !$0.serves.isEmpty }.prefix(120).map { department in
                    [
                        "name": .text(department.name),
                        "href": .text(PagePath.relative(from: path, to: PagePath.department(department.id))),
                        "serves": .text(edition.list(department.serves.map { edition.name(of: $0) })),
                    ]
                }),
            "answered": .records(answered(edition, path)),
            "undeclared": .records(undeclared(edition)),
            "unrated": .records(unrated(edition)),
            "rows": .records(delays.prefix(30).map { edition.delayRecord($0, on: path) }),
        ])
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
        "caption": .text(edition.words("map-matrix-caption", ["question": edition.wording(question)])),
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
private func answered(_ edition: Edition, _ path: String) -> [TemplateRecord] {
    guard let question = edition.headline else { return [] }
    let statistic = edition.report.questions[question].headlineStatistic
    let byProvider = Dictionary(grouping: edition.newestLinks, by: \.provider)
    return byProvider.keys.sorted().prefix(60).map { provider in
        let links = (byProvider[provider] ?? []).sorted { $0.customer < $1.customer }
        let shown = links.filter { $0.cell.published != nil }
        return [
            "name": .text(edition.name(of: provider)),
            "href": .text(PagePath.relative(from: path, to: PagePath.department(provider))),
            "pairs": .records(
                shown.prefix(25).map { link in
                    let figure = edition.text(of: link.cell, statistic)
                    return [
                        "customer": .text(edition.name(of: link.customer)), "value": .text(figure.value),
                        "range": .text(figure.range), "answers": .text(figure.answers),
                    ]
                }),
            "hidden": .optional(
                shown.count == links.count ? nil : edition.words("pairs-hidden-some")),
        ]
    }
}

/// Shown pairs that no department declares.
private func undeclared(_ edition: Edition) -> [TemplateRecord] {
    edition.newestLinks.filter { link in
        guard let unit = edition.organisation.unit(link.provider),
            let provider = edition.organisation.department(unit)
        else { return false }
        return link.cell.published != nil && !provider.serves.contains(link.customer)
    }.prefix(40).map { pair($0.provider, $0.customer, edition) }
}

/// Pairs that a department declares and nobody can have been heard on, since nobody answered about the department at all.
///
/// Of other declared pairs that are not shown nobody may know whether somebody answered.
private func unrated(_ edition: Edition) -> [TemplateRecord] {
    edition.unansweredLinks.prefix(40).map { pair($0.provider, $0.customer, edition) }
}

private func pair(_ provider: DepartmentID, _ customer: DepartmentID, _ edition: Edition) -> TemplateRecord {
    [
        "text": .text(
            edition.words("map-pair", ["provider": edition.name(of: provider), "customer": edition.name(of: customer)]))
    ]
}
