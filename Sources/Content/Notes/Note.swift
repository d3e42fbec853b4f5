package import Diagnostics
package import Report

/// A department's file: what the tree needs, and its text.
package struct DepartmentPage: Sendable {
    package let department: Department
    package let file: String
    package let location: SourceLocation
    /// The text under the front matter; empty where there is none.
    package let body: SafeHTML
    /// The same as plain text, for search.
    package let plain: String
    /// Of what it is made of; nil where nothing is kept from one build to the next.
    package let fingerprint: Fingerprint?

    package init(
        department: Department, file: String, location: SourceLocation, body: SafeHTML, plain: String = "",
        fingerprint: Fingerprint? = nil
    ) {
        self.department = department
        self.file = file
        self.location = location
        self.body = body
        self.plain = plain
        self.fingerprint = fingerprint
    }
}

/// A task-list item of a note or a department text.
package struct Action: Sendable, Hashable {
    /// Its words as HTML, without the bracketed part.
    package let text: SafeHTML
    /// The same as plain text.
    package let plain: String
    package let isDone: Bool
    /// Day on which it was done, where given with `done:`.
    package let done: CalendarDate?
    /// Who is to do it, as written.
    package let owner: String?
    /// The department whose name, alias or id the owner is; nil for a person or where none is given.
    package let ownerDepartment: DepartmentID?
    package let due: CalendarDate?
    /// Theme or question that it is to move.
    package let moves: String?
    package let departments: [DepartmentID]
    /// Slug of the note it stands in; nil for a department text.
    package let note: String?
    /// Title of that note.
    package let noteTitle: String?
    package let location: SourceLocation

    package init(
        text: SafeHTML, plain: String, isDone: Bool = false, done: CalendarDate? = nil, owner: String? = nil,
        ownerDepartment: DepartmentID? = nil, due: CalendarDate? = nil, moves: String? = nil,
        departments: [DepartmentID] = [], note: String? = nil, noteTitle: String? = nil, location: SourceLocation
    ) {
        self.text = text
        self.plain = plain
        self.isDone = isDone
        self.done = done
        self.owner = owner
        self.ownerDepartment = ownerDepartment
        self.due = due
        self.moves = moves
        self.departments = departments
        self.note = note
        self.noteTitle = noteTitle
        self.location = location
    }
}

/// A note: something that was heard, promised, decided. It never changes; there are many of them in many lists, and a list
/// of thousands is sorted faster where its elements are of one word.
package final class Note: Sendable, Identifiable {
    package enum Kind: Sendable {
        case note, thanks, decision
        case standard(question: QuestionID, statistic: Statistic, side: Side, target: Double)
        case youSaid(said: String, did: String)
        case delay(provider: DepartmentID, customer: DepartmentID, days: Int?, reply: String?, agreed: String?)

        /// The word of the front matter.
        package var name: String {
            switch self {
            case .note: "note"
            case .thanks: "thanks"
            case .decision: "decision"
            case .standard: "standard"
            case .youSaid: "you-said"
            case .delay: "delay"
            }
        }
    }
    /// Slug: unique among notes, at most 40 characters of `[a-z0-9-]`.
    package let id: String
    package let title: String
    package let date: CalendarDate
    package let departments: [DepartmentID]
    package let side: Side?
    package let kind: Kind
    package let author: String?
    package let text: PageText
    package let actions: [Action]
    package let file: String
    package let location: SourceLocation
    /// Of what it is made of; nil where nothing is kept from one build to the next.
    package let fingerprint: Fingerprint?

    package var body: SafeHTML { text.parts.body }
    /// The body as plain text, for search.
    package var plain: String { text.parts.plain }

    /// The note as far as its front matter tells.
    package var head: Note {
        Note(
            id: id, title: title, date: date, departments: departments, side: side, kind: kind, author: author,
            text: PageText(body: SafeHTML(trusted: ""), plain: ""), file: file, location: location)
    }

    package convenience init(
        id: String, title: String, date: CalendarDate, departments: [DepartmentID] = [], side: Side? = nil,
        kind: Kind = .note, author: String? = nil, body: SafeHTML, plain: String = "", actions: [Action] = [],
        file: String, location: SourceLocation
    ) {
        self.init(
            id: id, title: title, date: date, departments: departments, side: side, kind: kind, author: author,
            text: PageText(body: body, plain: plain), actions: actions, file: file, location: location)
    }

    init(
        id: String, title: String, date: CalendarDate, departments: [DepartmentID], side: Side?, kind: Kind,
        author: String?, text: PageText, actions: [Action] = [], file: String, location: SourceLocation,
        fingerprint: Fingerprint? = nil
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.departments = departments
        self.side = side
        self.kind = kind
        self.author = author
        self.text = text
        self.actions = actions
        self.file = file
        self.location = location
        self.fingerprint = fingerprint
    }
}
