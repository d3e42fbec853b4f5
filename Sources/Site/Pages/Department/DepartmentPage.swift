import Content
import Report

/// `departments/NAME.html`: one department, for the people who lead it.
func departmentPage(_ unit: Int, _ edition: Edition) -> Page? {
    guard let department = edition.organisation.department(unit) else { return nil }
    let path = PagePath.department(department.id)
    // By index: a loop over the texts themselves would copy each.
    let texts = edition.content.departments
    let own = texts.indices.first { texts[$0].department.id == department.id }.map { texts[$0] }
    let notes = edition.notes[department.id] ?? []
    let actions = edition.ordered(edition.actions[department.id] ?? [])
    var below = Children(of: unit, edition)
    let children = edition.departmentTable(below.rows, on: path)
    if children == nil { below = Children(of: unit, edition, rows: 0) }
    let siblings = siblings(of: unit, edition, path)
    let servedBy = edition.servers[department.id] ?? []
    let standards = edition.standards.filter { $0.department == department.id }
    var content: TemplateRecord = [
        "name": .text(department.name),
        "lede": .texts(edition.lede(of: unit)),
        "hiddenSentence": .nothing,
        "start": .records(
            edition.startHere(unit).map {
                ["heading": .text($0.heading), "text": .text($0.text), "anchor": .text($0.anchor)]
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
        "hasChildren": .flag(!edition.tree.children[unit].isEmpty), "children": .optional(children),
        "hasFurther": .flag(!below.further.isEmpty), "further": .records(links(below.further, edition, path)),
        "furtherMore": .optional(edition.more(below.left)),
        "siblings": .records(siblings), "hasSiblings": .flag(!siblings.isEmpty),
        "chain": .records(chain(unit, edition, path)),
        "serves": .records(links(Array(department.serves.prefix(mostLinks)), edition, path)),
        "servesMore": .optional(edition.more(department.serves.count - mostLinks)),
        "servedBy": .records(links(Array(servedBy.prefix(mostLinks)), edition, path)),
        "servedByMore": .optional(edition.more(servedBy.count - mostLinks)),
        "isFrontline": .flag(department.isFrontline),
        "body": .optional(own.flatMap { $0.body.isEmpty ? nil : SafeHTML(trusted: $0.body.html(on: path)) }),
        "ended": .optional(department.until.map { edition.words("department-ended", ["wave": edition.waveName($0)]) }),
        "headcount": .optional(department.headcount.map { edition.words.count("headcount", $0) }),
        "downloadHref": .text(PagePath.relative(from: path, to: "data/figures.csv")),
        "departmentsHref": .text(PagePath.relative(from: path, to: PagePath.departments)),
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
            "rows": .records(edition.actionRows(Array(actions.prefix(15)), on: path, departments: false)),
            "more": .flag(actions.count > 15),
        ])
    }
    content.merge(edition.noteSections(notes, department.id, on: path)) { first, _ in first }
    return Page(
        path: path, template: "department", heading: edition.heading(of: unit), title: department.name,
        trail: edition.trail(of: unit), content: content)
}

/// A list of departments beside the evidence names so many, and says how many more there are.
private let mostLinks = 40

/// What lies below a department, as much as a page can hold: all of it is in the tree of departments.
private struct Children {
    static let mostLinks = 80

    /// Rows with figures: two levels where they are few, else the first of one.
    let rows: [(unit: Int, depth: Int)]
    /// Those of the first level that have no row.
    let further: [DepartmentID]
    /// How many of the first level are not named.
    let left: Int

    /// - Parameter most: no more rows than that; none before there is a figure to show.
    init(of unit: Int, _ edition: Edition, rows most: Int = 20) {
        let two = edition.below(unit, levels: 2)
        let one = two.filter { $0.depth == 0 }
        rows = two.count <= most ? two : Array(one.prefix(most))
        let others = one.dropFirst(two.count <= most ? one.count : most)
        further = others.prefix(Self.mostLinks).map { edition.organisation.id($0.unit) }
        left = others.count - Self.mostLinks
    }
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

private func siblings(of unit: Int, _ edition: Edition, _ path: String) -> [TemplateRecord] {
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
    /// "and 12 more", after a list that was cut; nil if nothing was.
    func more(_ count: Int) -> String? { count > 0 ? words.count("and-more", count) : nil }

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
        guard content.settings.comments != .none, commentedUnits.contains(unit) else { return nil }
        return PagePath.comments(organisation.id(unit))
    }
}
