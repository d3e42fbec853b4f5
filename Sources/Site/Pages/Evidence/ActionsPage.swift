import Content
import Report

/// `actions.html`: every action, overdue first.
///
/// A long list is cut: what is left out stands on the pages of its departments.
func actionsPage(_ edition: Edition) -> Page {
    let words = edition.words
    let path = PagePath.actions
    let actions = edition.ordered(edition.content.actions)
    let most = 60
    func group(_ status: ActionStatus) -> TemplateRecord? {
        let some = actions.filter { edition.status(of: $0) == status }
        guard !some.isEmpty else { return nil }
        return [
            "heading": .text(words.count("actions-\(status.rawValue)", some.count)),
            "id": .text(status.rawValue),
            "rows": .records(edition.actionRows(Array(some.prefix(most)), on: path, departments: true)),
            "more": .optional(some.count > most ? words.count("actions-more", some.count - most) : nil),
        ]
    }
    let overdue = actions.filter { edition.status(of: $0) == .overdue }.count
    let heading =
        actions.isEmpty
        ? words("actions-none") : words.count("actions-heading", overdue, ["total": words.whole(actions.count)])
    return Page(
        path: path, template: "actions", heading: heading, title: words("nav-actions"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "groups": .records(ActionStatus.allCases.compactMap(group)),
            "counts": .text(edition.actionCounts(actions)),
        ])
}
