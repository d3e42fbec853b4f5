import Content
import Report

/// The tree of departments, cut into pages that stay small: the first is `departments/index.html`.
///
/// The overview links all of them, so that every department is two clicks from it.
struct DepartmentParts {
    /// Up to here the tree has figures.
    static let mostWithFigures = 45
    static let mostOnPage = 550
    static let mostBytes = 45_000

    /// Units with their depth, in the order of the tree, by page; never empty.
    let parts: [[(unit: Int, depth: Int)]]
    private let edition: Edition

    init(_ edition: Edition) {
        self.edition = edition
        var parts: [[(unit: Int, depth: Int)]] = [[]]
        var bytes = 0
        for row in edition.below(0, levels: 32) {
            let size =
                edition.organisation.displayName(row.unit).utf8.count + edition.page(of: row.unit).utf8.count + 32
            if parts[parts.count - 1].count == Self.mostOnPage || bytes + size > Self.mostBytes {
                parts.append([])
                bytes = 0
            }
            parts[parts.count - 1].append(row)
            bytes += size
        }
        self.parts = parts
    }

    func path(_ part: Int) -> String { part == 0 ? PagePath.departments : "departments/pages/\(part + 1).html" }

    /// "All departments", or the first and the last department of each page.
    func links(on page: String) -> TemplateValue {
        .records(
            parts.indices.map { part in
                let names = [parts[part].first, parts[part].last].compactMap { $0 }
                    .map { edition.organisation.displayName($0.unit) }
                return [
                    "href": .text(PagePath.relative(from: page, to: path(part))),
                    "name": .text(
                        parts.count == 1 || names.count < 2
                            ? edition.words("all-departments")
                            : edition.words("pager-from-to", ["from": names[0], "to": names[1]])),
                ]
            })
    }
}

/// `departments/index.html` with its further pages: the tree of departments, with figures where that stays readable.
func departmentIndexPages(_ edition: Edition) -> [Page] {
    let words = edition.words
    let tree = DepartmentParts(edition)
    let total = tree.parts.reduce(0) { $0 + $1.count }
    let ended = edition.organisation.departments.filter { department in
        edition.organisation.unit(department.id).map { !edition.tree.exists[$0] } ?? false
    }
    let showsFigures = total <= DepartmentParts.mostWithFigures && edition.headline != nil
    let heading = words.count("departments-heading", total)
    return tree.parts.indices.map { part in
        let path = tree.path(part)
        let rows = tree.parts[part]
        let isLast = part == tree.parts.count - 1
        func numbered(_ text: String) -> String {
            guard part > 0 else { return text }
            return words(
                "page-number-of",
                ["page": text, "n": words.whole(part + 1), "count": words.whole(tree.parts.count)])
        }
        return Page(
            path: path, template: "departments", heading: numbered(heading), title: numbered(words("nav-departments")),
            trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
            content: [
                "table": .optional(showsFigures ? edition.departmentTable(rows, on: path) : nil),
                "tree": .records(
                    (showsFigures ? [] : rows).map { unit, depth in
                        [
                            "name": .text(edition.organisation.displayName(unit)),
                            "href": .text(PagePath.relative(from: path, to: edition.page(of: unit))),
                            "depth": .text(String(min(depth, 4))),
                        ]
                    }),
                "hasTree": .flag(!showsFigures),
                "hasParts": .flag(tree.parts.count > 1), "departmentParts": tree.links(on: path),
                "hasEnded": .flag(isLast && !ended.isEmpty),
                "ended": .records(
                    (isLast ? ended : []).map {
                        [
                            "name": .text($0.name),
                            "href": .text(PagePath.relative(from: path, to: PagePath.department($0.id))),
                            "until": .text($0.until.map { edition.waveName($0) } ?? ""),
                        ]
                    }),
                "hiddenSentence": .optional(
                    showsFigures && edition.report.hidesAnything ? words("hidden-why") : nil),
            ])
    }
}
