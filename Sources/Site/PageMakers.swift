import ByteCoding
import Content
import Report
import Synchronization

/// Makes some pages of the site.
struct PageMaker: Sendable {
    /// Of what they are made of, besides what every page of the site is; nil where that is not known.
    let key: ContentDigest?
    let make: @Sendable () -> [Page]
}

/// The makers of a site. Each gets an edition with those texts only that its key covers, so that no page can depend on
/// anything without its key changing.
struct PageMakers: Sendable {
    private let edition: Edition
    private let memory: SiteMemory?
    /// The edition without any text, for all pages that show none.
    private let bare: Shared
    private let heads: Heads
    private let texts: [DepartmentID: [DepartmentPage]]

    /// An edition that thousands of makers have in common.
    private final class Shared: Sendable {
        let edition: Edition
        init(_ edition: Edition) { self.edition = edition }
    }

    /// The edition with the heads of all notes, made where a list is.
    private final class Heads: Sendable {
        private let whole: Edition
        private let made = Mutex<Edition?>(nil)

        init(_ whole: Edition) { self.whole = whole }

        var edition: Edition {
            made.withLock { made in
                if let made { return made }
                let heads = whole.with(
                    notes: whole.content.notes.map(\.head),
                    ofDepartments: whole.notes.mapValues { $0.map(\.head) })
                made = heads
                return heads
            }
        }
    }

    init(_ edition: Edition, memory: SiteMemory?) {
        self.edition = edition
        self.memory = memory
        bare = Shared(edition.with())
        heads = Heads(edition)
        texts = Dictionary(grouping: edition.content.departments, by: \.department.id)
    }

    /// All but those of search. What takes longest comes first.
    var all: [PageMaker] {
        var makers = lists
        makers += [overview, maker("departments") { departmentIndexPages($0) }, serviceMap, actions]
        makers += edition.organisation.units.compactMap(department)
        makers += [
            maker("customers") { [customersPage($0)] }, maker("method") { [methodPage($0)] },
            maker("surveys") { [surveyIndexPage($0)] },
        ]
        makers += edition.report.surveys.map { survey in
            maker("survey \(survey.id)") { [surveyPage(survey, $0)] }
        }
        makers += edition.content.notes.map(note)
        return makers + comments
    }

    /// Pages that show no text.
    private func maker(_ name: String, _ make: @escaping @Sendable (Edition) -> [Page]) -> PageMaker {
        PageMaker(key: memory?.digest(name, []), make: { [bare] in make(bare.edition) })
    }

    private func key(_ name: String, _ parts: some Sequence<ContentDigest?>, number: Int = 0) -> ContentDigest? {
        memory?.digest(name, parts, number: number)
    }

    private func digests(_ notes: some Sequence<Note>) -> [ContentDigest?] { notes.map { $0.fingerprint?.head } }

    /// Of all actions, in their order.
    private var actionParts: [ContentDigest?] {
        let departments = edition.content.departments.map(\.fingerprint)
        let notes = edition.content.notes.filter { !$0.actions.isEmpty }.map(\.fingerprint)
        return (departments + notes).filter { $0 == nil || $0?.actions != nil }.map { $0?.actions }
    }

    /// - Parameter parts: paths of the search index.
    func search(_ parts: [String]) -> PageMaker {
        PageMaker(
            key: key("search", digests(edition.content.notes), number: parts.count),
            make: { [heads] in searchPages(heads.edition, parts) })
    }

    private var overview: PageMaker {
        PageMaker(
            key: key("overview", digests(edition.content.notes) + actionParts),
            make: { [edition, heads] in
                [overviewPage(edition.with(notes: heads.edition.content.notes, actions: edition.content.actions))]
            })
    }

    private var actions: PageMaker {
        let seen = edition.with(actions: edition.content.actions)
        return PageMaker(key: key("actions", actionParts), make: { actionPages(seen) })
    }

    private var serviceMap: PageMaker {
        let delays = edition.content.notes.filter { if case .delay = $0.kind { true } else { false } }
        let seen = edition.with(notes: delays.map(\.head))
        return PageMaker(key: key("service map", digests(delays)), make: { [serviceMapPage(seen)] })
    }

    private func department(_ unit: Int) -> PageMaker? {
        guard let id = edition.organisation.department(unit)?.id else { return nil }
        let notes = edition.notes[id] ?? []
        let own = texts[id] ?? []
        let actions = edition.actions[id] ?? []
        let seen = edition.with(
            notes: notes, ofDepartments: [id: notes], actions: actions, ofDepartment: [id: actions], departments: own)
        let parts = own.map { $0.fingerprint?.whole } + notes.map { $0.fingerprint?.whole }
        return PageMaker(
            key: key("department \(id)", parts), make: { departmentPage(unit, seen).map { [$0] } ?? [] })
    }

    private func note(_ note: Note) -> PageMaker {
        PageMaker(key: key("note", [note.fingerprint?.whole]), make: { [bare] in [notePage(note, bare.edition)] })
    }

    private var lists: [PageMaker] {
        let pages = NoteList(of: edition).pages
        let parts = digests(edition.content.notes)
        var makers = (1...pages.count).map { number in
            // The first page tells of all others, and names the departments.
            let covered = number == 1 ? parts[...] : parts[pages.entries(on: number, of: parts.count)]
            return PageMaker(
                key: key("notes \(parts.count)", covered, number: number),
                make: { [heads] in [NoteList(of: heads.edition).page(number)] })
        }
        for department in edition.organisation.departments {
            guard let notes = edition.notes[department.id], edition.organisation.unit(department.id) != nil else {
                continue
            }
            makers.append(
                PageMaker(
                    key: key("notes of \(department.id)", digests(notes)),
                    make: { [bare] in
                        let seen = bare.edition.with(ofDepartments: [department.id: notes.map(\.head)])
                        return NoteList(of: department, seen).map(\.all) ?? []
                    }))
        }
        return makers
    }

    private var comments: [PageMaker] {
        guard edition.content.settings.comments != .none else { return [] }
        let byUnit = Dictionary(grouping: edition.report.comments, by: \.unit)
        return byUnit.keys.sorted().map { unit in
            maker("comments \(unit)") { [commentsPage(unit, byUnit[unit] ?? [], $0)] }
        }
    }
}
