import Content
import Report

/// `notes/SLUG.html`: one note as it was written, with what its kind adds.
func notePage(_ note: Note, _ edition: Edition) -> Page {
    let path = PagePath.note(note.id)
    let words = edition.words
    var content: TemplateRecord = [
        "date": .text(words.date(note.date)), "kind": .text(words("note-kind-\(note.kind.name)")),
        "author": .optional(note.author), "side": .optional(note.side.map { words.side($0) }),
        "departments": .records(
            Edition.departments(of: note).filter { edition.organisation.unit($0) != nil }.map {
                [
                    "name": .text(edition.name(of: $0)),
                    "href": .text(PagePath.relative(from: path, to: PagePath.department($0))),
                ]
            }),
        "body": .html(SafeHTML(trusted: note.body.html(on: path))),
        "delay": .nothing, "youSaid": .nothing, "standard": .nothing, "actions": .nothing,
    ]
    switch note.kind {
    case .delay: content["delay"] = .record(edition.delayRecord(note, on: path))
    case .youSaid(let said, let did): content["youSaid"] = .record(["said": .text(said), "did": .text(did)])
    case .standard(let question, let statistic, let side, let target):
        let position = edition.report.questions.firstIndex { $0.id == question }
        content["standard"] = .text(
            words(
                "standard-declared",
                [
                    "question": position.map { edition.wording($0) } ?? question.text, "who": words.side(side),
                    "target": words.target(target, of: statistic.kind),
                ]))
    case .note, .thanks, .decision: break
    }
    if !note.actions.isEmpty {
        content["actions"] = .record([
            "rows": .records(edition.actionRows(edition.ordered(note.actions), on: path, departments: false))
        ])
    }
    return Page(
        path: path, template: "note", heading: note.title,
        title: words("note-title", ["title": note.title, "date": words.date(note.date)]),
        trail: [
            Page.Trail(path: PagePath.overview, label: words("nav-overview")),
            Page.Trail(path: PagePath.notes, label: words("nav-notes")),
        ], content: content)
}

/// Where the lists of notes stand: 50 a page, all of them under `notes/`, in folders that no note can be named like.
enum NoteLists {
    static let pageSize = 50

    static func all(page: Int) -> String { page == 1 ? PagePath.notes : "notes/pages/\(page).html" }

    static func department(_ id: DepartmentID, page: Int) -> String {
        "notes/of/\(PageName.file(id.text))/\(page).html"
    }
}

/// `notes/index.html` with its further pages, and the lists of each department that has notes.
func noteListPages(_ edition: Edition) -> [Page] {
    let words = edition.words
    let home = Page.Trail(path: PagePath.overview, label: words("nav-overview"))
    let list = Page.Trail(path: PagePath.notes, label: words("nav-notes"))
    let everything = edition.content.notes
    let counts = everything.isEmpty ? words("notes-none") : words.count("notes-heading", everything.count)
    var pages = listPages(
        everything, edition, heading: counts, title: words("nav-notes"), trail: [home], path: NoteLists.all)
    for department in edition.organisation.departments {
        guard let notes = edition.notes[department.id], let unit = edition.organisation.unit(department.id) else {
            continue
        }
        pages += listPages(
            notes, edition,
            heading: words.count("notes-of", notes.count, ["name": department.name]),
            title: words("notes-of-title", ["name": department.name]),
            trail: [home, list, Page.Trail(path: edition.page(of: unit), label: department.name)],
            path: { NoteLists.department(department.id, page: $0) })
    }
    return pages
}

private func listPages(
    _ notes: [Note], _ edition: Edition, heading: String, title: String, trail: [Page.Trail], path: (Int) -> String
) -> [Page] {
    let words = edition.words
    let count = max(1, (notes.count + NoteLists.pageSize - 1) / NoteLists.pageSize)
    return (1...count).map { number in
        let here = path(number)
        let part = notes.dropFirst((number - 1) * NoteLists.pageSize).prefix(NoteLists.pageSize)
        let isFirst = number == 1
        return Page(
            path: here, template: "notes",
            heading: isFirst
                ? heading : words("page-number-of", ["page": heading, "n": String(number), "count": String(count)]),
            title: isFirst
                ? title : words("page-number-of", ["page": title, "n": String(number), "count": String(count)]),
            trail: trail,
            content: [
                "notes": .records(
                    part.map { note in
                        var record = edition.noteLink(note, on: here)
                        record["departments"] = .text(
                            edition.list(Edition.departments(of: note).map { edition.name(of: $0) }))
                        return record
                    }),
                "hasDepartments": .flag(here == PagePath.notes && !notes.isEmpty),
                "departmentLists": .records(
                    here == PagePath.notes
                        ? edition.organisation.departments.filter { edition.notes[$0.id] != nil }.map {
                            [
                                "name": .text($0.name), "count": .text(words.whole(edition.notes[$0.id]?.count ?? 0)),
                                "href": .text(PagePath.relative(from: here, to: NoteLists.department($0.id, page: 1))),
                            ]
                        } : []),
                "pager": count == 1
                    ? .nothing
                    : .record([
                        "previous": .optional(number > 1 ? PagePath.relative(from: here, to: path(number - 1)) : nil),
                        "next": .optional(number < count ? PagePath.relative(from: here, to: path(number + 1)) : nil),
                        "position": .text(words("pager-position", ["n": String(number), "count": String(count)])),
                    ]),
            ])
    }
}
