import Content
import Report

/// A page before its template is filled: where it stands, what it is called and what only it holds.
struct Page: Sendable {
    /// Relative to the site's folder.
    let path: String
    /// Name of its template.
    let template: String
    /// The h1: a finding where there is one.
    let heading: String
    /// Its name in the window's title and in breadcrumbs; unique on the site.
    let title: String
    /// The pages above it, from the overview down, without itself.
    var trail: [Trail] = []
    /// Names that only this page has.
    var content: [String: TemplateValue]

    struct Trail: Sendable {
        let path: String
        let label: String
    }

    func href(_ target: String) -> String { PagePath.relative(from: path, to: target) }

    /// The record for the template: the page's own names and those that every page has.
    func record(in edition: Edition) -> [String: TemplateValue] {
        records(PageFrame(path, edition), edition).reversed().reduce(into: [:]) { $0.merge($1) { _, first in first } }
    }

    /// The same as records, of which the first that has a name answers for it.
    func records(_ frame: PageFrame, _ edition: Edition) -> [[String: TemplateValue]] {
        let title = self.title
        let site = edition.content.settings.title
        let own: [String: TemplateValue] = [
            "pageTitle": .text(title == site ? title : edition.words("page-title", ["page": title, "site": site])),
            "heading": .text(heading),
            "trail": .records(trail.map { ["href": .text(href($0.path)), "label": .text($0.label)] }),
            "trailEnd": .text(title),
            "hasTrail": .flag(!trail.isEmpty),
        ]
        return [own, frame.record, content]
    }
}

/// What all pages of a folder share: site, navigation, style sheet.
struct PageFrame: Sendable {
    let record: [String: TemplateValue]

    /// The frame of a page; that of any page without an entry of its own in the navigation serves all others of its
    /// folder.
    init(_ path: String, _ edition: Edition) {
        let words = edition.words
        func href(_ target: String) -> String { PagePath.relative(from: path, to: target) }
        record = [
            "lang": .text(words.language),
            "siteTitle": .text(edition.content.settings.title),
            "organisation": .text(edition.organisation.name),
            "asOf": .text(words("as-of", ["date": words.date(edition.asOf)])),
            "homeHref": .text(href(PagePath.overview)),
            "methodHref": .text(href(PagePath.method)),
            "confidentialityHref": .text(href(PagePath.method) + "#confidentiality"),
            "surveysHref": .text(href(PagePath.surveys)),
            "stylesheet": .text(href(edition.stylesheet)),
            "script": .optional(edition.script.map(href)),
            "release": .text(edition.release),
            "nav": .records(
                Self.navigation.map { entry in
                    [
                        "href": .text(href(entry.path)), "label": .text(words(entry.key)),
                        "current": .flag(entry.path == path),
                        "within": .flag(entry.path != path && Self.isBelow(path, entry.path)),
                    ]
                }),
        ]
    }

    /// Pages with the same key have the same frame.
    static func key(_ path: String) -> String {
        if navigation.contains(where: { $0.path == path }) { return path }
        return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// True if a page belongs to a section of the navigation: `departments/` to `departments/index.html`, `actions/`
    /// to `actions.html`.
    private static func isBelow(_ path: String, _ section: String) -> Bool {
        let file = "/index.html"
        let folder = section.hasSuffix(file) ? section.dropLast(file.count) : section.dropLast(".html".count)
        return path.hasPrefix(folder + "/")
    }

    private static let navigation: [(path: String, key: String)] = [
        (PagePath.overview, "nav-overview"), (PagePath.departments, "nav-departments"),
        (PagePath.customers, "nav-customers"), (PagePath.serviceMap, "nav-service-map"),
        (PagePath.actions, "nav-actions"), (PagePath.notes, "nav-notes"),
        (PagePath.method, "nav-method"), (PagePath.search, "nav-search"),
    ]
}
