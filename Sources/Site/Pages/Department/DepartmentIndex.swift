import Content
import Report

/// `departments/index.html`: the tree of departments, with figures where that stays readable.
func departmentIndexPage(_ edition: Edition) -> Page {
    let words = edition.words
    let path = PagePath.departments
    let all = edition.below(0, levels: 32)
    let ended = edition.organisation.departments.filter { department in
        edition.organisation.unit(department.id).map { !edition.tree.exists[$0] } ?? false
    }
    let showsFigures = all.count <= 45
    return Page(
        path: path, template: "departments", heading: words.count("departments-heading", all.count),
        title: words("nav-departments"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "table": .optional(showsFigures ? edition.departmentTable(all, on: path) : nil),
            "tree": showsFigures && edition.headline != nil
                ? .list([])
                : .records(
                    all.map { unit, depth in
                        [
                            "name": .text(edition.organisation.displayName(unit)),
                            "href": .text(PagePath.relative(from: path, to: edition.page(of: unit))),
                            "depth": .text(String(min(depth, 4))),
                        ]
                    }),
            "hasTree": .flag(!showsFigures || edition.headline == nil), "hasEnded": .flag(!ended.isEmpty),
            "ended": .records(
                ended.map {
                    [
                        "name": .text($0.name),
                        "href": .text(PagePath.relative(from: path, to: PagePath.department($0.id))),
                        "until": .text($0.until.map { edition.waveName($0) } ?? ""),
                    ]
                }),
            "hiddenSentence": .optional(edition.report.hidesAnything ? words("hidden-why") : nil),
        ])
}
