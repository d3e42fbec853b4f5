import Content
import Report

/// `actions.html` with its further pages: every action, overdue first.
func actionPages(_ edition: Edition) -> [Page] {
    let words = edition.words
    let actions = edition.ordered(edition.content.actions)
    let statuses = actions.map { edition.status(of: $0) }
    let overdue = statuses.count { $0 == .overdue }
    let heading =
        actions.isEmpty
        ? words("actions-none") : words.count("actions-heading", overdue, ["total": words.whole(actions.count)])
    let counts = edition.actionCounts(actions)
    let list = PagedList(entries: actions.count) { $0 == 1 ? PagePath.actions : "actions/\($0).html" }
    return (1...list.count).map { number in
        let path = list.path(number)
        let here = list.entries(on: number, of: actions.count)
        let groups: [TemplateRecord] = ActionStatus.allCases.compactMap { status in
            let some = here.filter { statuses[$0] == status }.map { actions[$0] }
            guard !some.isEmpty else { return nil }
            return [
                "heading": .text(words.count("actions-\(status.rawValue)", statuses.count { $0 == status })),
                "id": .text(status.rawValue),
                "rows": .records(edition.actionRows(some, on: path, departments: true)),
            ]
        }
        return Page(
            path: path, template: "actions", heading: list.name(heading, page: number, words),
            title: list.name(words("nav-actions"), page: number, words),
            trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
            content: [
                "groups": .records(groups), "counts": .text(counts),
                "pager": list.pager(
                    on: number, words,
                    group: { page in
                        let first = statuses[list.entries(on: page, of: actions.count).lowerBound]
                        return words("status-\(first.rawValue)").capitalisedFirst
                    }, label: { words.whole($0) }),
            ])
    }
}
