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

/// Where the lists of notes stand: all of them under `notes/`, in folders that no note can be named like.
enum NoteLists {
    /// Up to here the departments that have notes are listed beside the notes.
    static let mostDepartments = 300
    /// A department's page links so many pages of its list; the first of these links the rest.
    static let linkedPages = 40

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
    _ notes: [Note], _ edition: Edition, heading: String, title: String, trail: [Page.Trail],
    path: @escaping (Int) -> String
) -> [Page] {
    let words = edition.words
    let list = PagedList(entries: notes.count, path: path)
    func first(on page: Int) -> CalendarDate { notes[list.entries(on: page, of: notes.count).lowerBound].date }
    return (1...list.count).map { number in
        let here = path(number)
        let departments =
            here == PagePath.notes ? edition.organisation.departments.filter { edition.notes[$0.id] != nil } : []
        let isShort = departments.count <= NoteLists.mostDepartments
        return Page(
            path: here, template: "notes", heading: list.name(heading, page: number, words),
            title: list.name(title, page: number, words), trail: trail,
            content: [
                "notes": .records(
                    notes[list.entries(on: number, of: notes.count)].map { note in
                        var record = edition.noteLink(note, on: here)
                        record["departments"] = .text(
                            edition.list(Edition.departments(of: note).map { edition.name(of: $0) }))
                        return record
                    }),
                "hasDepartments": .flag(!departments.isEmpty),
                "departmentLists": .records(
                    (isShort ? departments : []).map {
                        [
                            "name": .text($0.name), "count": .text(words.whole(edition.notes[$0.id]?.count ?? 0)),
                            "href": .text(PagePath.relative(from: here, to: NoteLists.department($0.id, page: 1))),
                        ]
                    }),
                "departmentsHref": .optional(
                    isShort ? nil : PagePath.relative(from: here, to: PagePath.departments)),
                "pager": list.pager(
                    on: number, words, group: { String(first(on: $0).year) },
                    label: {
                        words("pager-month", ["month": words("month-\(first(on: $0).month)"), "n": words.whole($0)])
                    }),
            ])
    }
}
