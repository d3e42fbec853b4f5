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
        let words = edition.words
        let settings = edition.content.settings
        var record = content
        record["lang"] = .text(words.language)
        record["siteTitle"] = .text(settings.title)
        record["organisation"] = .text(edition.organisation.name)
        record["pageTitle"] = .text(
            title == settings.title ? title : words("page-title", ["page": title, "site": settings.title]))
        record["heading"] = .text(heading)
        record["asOf"] = .text(words("as-of", ["date": words.date(edition.asOf)]))
        record["homeHref"] = .text(href(PagePath.overview))
        record["methodHref"] = .text(href(PagePath.method))
        record["confidentialityHref"] = .text(href(PagePath.method) + "#confidentiality")
        record["surveysHref"] = .text(href(PagePath.surveys))
        record["stylesheet"] = .text(href(edition.stylesheet))
        record["script"] = .optional(edition.script.map(href))
        record["release"] = .text(edition.release)
        record["nav"] = .records(
            Self.navigation.map { entry in
                [
                    "href": .text(href(entry.path)), "label": .text(words(entry.key)),
                    "current": .flag(entry.path == path),
                    "within": .flag(entry.path != path && isBelow(entry.path)),
                ]
            })
        record["trail"] = .records(
            trail.map { ["href": .text(href($0.path)), "label": .text($0.label)] })
        record["trailEnd"] = .text(title)
        record["hasTrail"] = .flag(!trail.isEmpty)
        return record
    }

    /// True if this page belongs to a section of the navigation: `departments/` to `departments/index.html`, `actions/`
    /// to `actions.html`.
    private func isBelow(_ section: String) -> Bool {
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
