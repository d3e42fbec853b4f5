import Content
import Report

/// `departments/NAME.html`: one department, for the people who lead it.
func departmentPage(_ unit: Int, _ edition: Edition) -> Page? {
    guard let department = edition.organisation.department(unit) else { return nil }
    let path = PagePath.department(department.id)
    let own = edition.content.departments.first { $0.department.id == department.id }
    let notes = edition.notes[department.id] ?? []
    let actions = edition.ordered(edition.actions[department.id] ?? [])
    let children = edition.below(unit, levels: 2)
    let standards = edition.report.standards.filter { $0.department == department.id }
    var content: TemplateRecord = [
        "name": .text(department.name),
        "lede": .texts(edition.lede(of: unit)),
        "hiddenSentence": .nothing,
        "start": .records(
            edition.startHere(unit).map {
                ["heading": .text($0.heading), "text": .text($0.text), "anchor": .text("#\($0.anchor)")]
            }),
        "tiles": edition.tiles(of: unit),
        "questionTables": .records(
            [Side.external, .internal, .connected].compactMap { edition.questionTable(of: unit, $0) }),
        "selfView": .optional(edition.selfView(of: unit)),
        "receivedView": .optional(edition.receivedView(of: unit)),
        "customers": .optional(edition.customers(of: unit, on: path)),
        "providers": .optional(edition.providers(of: unit, on: path)),
        "trend": .optional(edition.trend(of: unit)),
        "standards": .nothing, "actions": .nothing,
        "commentsHref": .optional(edition.commentsPath(of: unit).map { PagePath.relative(from: path, to: $0) }),
        "children": .optional(edition.departmentTable(children, on: path)),
        "siblings": .records(siblings(unit, edition, path)),
        "hasSiblings": .flag(!siblings(unit, edition, path).isEmpty),
        "chain": .records(chain(unit, edition, path)),
        "serves": .records(links(department.serves, edition, path)),
        "servedBy": .records(
            links(
                edition.organisation.departments.filter { $0.serves.contains(department.id) }.map(\.id), edition, path)),
        "isFrontline": .flag(department.isFrontline),
        "body": .optional(own.flatMap { $0.body.isEmpty ? nil : SafeHTML(trusted: $0.body.html(on: path)) }),
        "ended": .optional(department.until.map { edition.words("department-ended", ["wave": edition.waveName($0)]) }),
        "headcount": .optional(department.headcount.map { edition.words.count("headcount", $0) }),
        "downloadHref": .text(PagePath.relative(from: path, to: "data/figures.csv")),
        "actionsHref": .text(PagePath.relative(from: path, to: PagePath.actions)),
    ]
    if hidesAnything(unit, edition) { content["hiddenSentence"] = .optional(edition.hiddenSentence(for: unit)) }
    if !standards.isEmpty {
        content["standards"] = .record([
            "counts": .text(edition.standardCounts(standards)),
            "rows": .records(edition.standardRows(standards, on: path, named: false)),
        ])
    }
    if !actions.isEmpty {
        content["actions"] = .record([
            "counts": .text(edition.actionCounts(actions)),
            "rows": .records(edition.actionRows(Array(actions.prefix(20)), on: path, departments: false)),
            "more": .flag(actions.count > 20),
        ])
    }
    content.merge(edition.noteSections(notes, department.id, on: path)) { first, _ in first }
    return Page(
        path: path, template: "department", heading: edition.heading(of: unit), title: department.name,
        trail: edition.trail(of: unit), content: content)
}

/// True if a figure of the page is hidden, so that the page says why.
private func hidesAnything(_ unit: Int, _ edition: Edition) -> Bool {
    edition.report.questions.indices.contains { question in
        [Side.external, .internal, .connected, .selfView, .received].contains {
            edition.newestCell(unit, $0, question)?.cell == .suppressed
        }
    }
}

private func links(_ ids: [DepartmentID], _ edition: Edition, _ path: String) -> [TemplateRecord] {
    ids.filter { edition.organisation.unit($0) != nil }.map {
        [
            "name": .text(edition.name(of: $0)),
            "href": .text(PagePath.relative(from: path, to: PagePath.department($0))),
        ]
    }
}

private func siblings(_ unit: Int, _ edition: Edition, _ path: String) -> [TemplateRecord] {
    guard let parent = edition.tree.parents[unit] else { return [] }
    let all = edition.tree.children[parent].filter { $0 != unit }
    // A long list is not a quiet one: the tree of departments has them all.
    return links(all.prefix(12).map { edition.organisation.id($0) }, edition, path)
}

/// From the department to the front line, which the template leads on to the paying customer.
///
/// Empty where no chain leads.
private func chain(_ unit: Int, _ edition: Edition, _ path: String) -> [TemplateRecord] {
    edition.chain.chain(from: unit).map { step in
        [
            "name": .text(edition.organisation.displayName(step)),
            "href": .text(PagePath.relative(from: path, to: edition.page(of: step))), "current": .flag(step == unit),
        ]
    }
}

extension Edition {
    /// Overview, then the departments above.
    func trail(of unit: Int) -> [Page.Trail] {
        var trail = [Page.Trail(path: PagePath.overview, label: words("nav-overview"))]
        trail.append(Page.Trail(path: PagePath.departments, label: words("nav-departments")))
        for above in tree.ancestors(of: unit).reversed() where above != 0 {
            trail.append(Page.Trail(path: page(of: above), label: organisation.displayName(above)))
        }
        return trail
    }

    /// The comments page of a unit, where comments of it are released and the site shows them.
    func commentsPath(of unit: Int) -> String? {
        guard content.settings.comments != .none, report.comments.contains(where: { $0.unit == unit }) else {
            return nil
        }
        return PagePath.comments(organisation.id(unit))
    }
}
