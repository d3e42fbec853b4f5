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
        "body": .html(note.body.on(path)),
        "delay": .nothing, "youSaid": .nothing, "standard": .nothing, "actions": .nothing,
    ]
    switch note.kind {
    case .delay: content["delay"] = .record(edition.delayRecord(note, on: path))
    case .youSaid(let said, let did): content["youSaid"] = .record(["said": .text(said), "did": .text(did)])
    case .standard(let question, let statistic, let side, let target):
        let position = edition.report.questions.firstIndex { $0.id == question }
        let unit = note.departments.first.flatMap { edition.organisation.unit($0) } ?? 0
        content["standard"] = .text(
            words(
                "standard-declared",
                [
                    "question": position.map { edition.wording($0, side, of: unit) } ?? question.text,
                    "who": words.side(side),
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

/// A list of notes with all its pages: `notes/index.html` with its further pages, or that of a department.
struct NoteList: Sendable {
    let pages: PagedList
    private let edition: Edition
    private let notes: [Note]
    private let heading: String
    private let title: String
    private let trail: [Page.Trail]

    /// The list of all notes.
    init(of edition: Edition) {
        let words = edition.words
        self.edition = edition
        notes = edition.content.notes
        pages = PagedList(entries: notes.count, path: NoteLists.all)
        heading = notes.isEmpty ? words("notes-none") : words.count("notes-heading", notes.count)
        title = words("nav-notes")
        trail = [Page.Trail(path: PagePath.overview, label: words("nav-overview"))]
    }

    /// The list of a department; nil where it has no note.
    init?(of department: Department, _ edition: Edition) {
        guard let notes = edition.notes[department.id], let unit = edition.organisation.unit(department.id) else {
            return nil
        }
        let words = edition.words
        self.edition = edition
        self.notes = notes
        pages = PagedList(entries: notes.count) { NoteLists.department(department.id, page: $0) }
        heading = words.count("notes-of", notes.count, ["name": department.name])
        title = words("notes-of-title", ["name": department.name])
        trail = [
            Page.Trail(path: PagePath.overview, label: words("nav-overview")),
            Page.Trail(path: PagePath.notes, label: words("nav-notes")),
            Page.Trail(path: edition.page(of: unit), label: department.name),
        ]
    }

    var all: [Page] { (1...pages.count).map(page) }

    private func firstDay(on page: Int) -> CalendarDate {
        notes[pages.entries(on: page, of: notes.count).lowerBound].date
    }

    /// A page shows its own notes. The first besides tells the first day of all others, and the departments.
    func page(_ number: Int) -> Page {
        let words = edition.words
        let here = pages.path(number)
        let departments =
            here == PagePath.notes ? edition.organisation.departments.filter { edition.notes[$0.id] != nil } : []
        let isShort = departments.count <= NoteLists.mostDepartments
        return Page(
            path: here, template: "notes", heading: pages.name(heading, page: number, words),
            title: pages.name(title, page: number, words), trail: trail,
            content: [
                "notes": .records(
                    notes[pages.entries(on: number, of: notes.count)].map { note in
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
                "pager": pages.pager(
                    on: number, words, group: { String(firstDay(on: $0).year) },
                    label: {
                        words("pager-month", ["month": words("month-\(firstDay(on: $0).month)"), "n": words.whole($0)])
                    }),
            ])
    }
}
