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

    package init(department: Department, file: String, location: SourceLocation, body: SafeHTML, plain: String = "") {
        self.department = department
        self.file = file
        self.location = location
        self.body = body
        self.plain = plain
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
    package let location: SourceLocation

    package init(
        text: SafeHTML, plain: String, isDone: Bool = false, done: CalendarDate? = nil, owner: String? = nil,
        ownerDepartment: DepartmentID? = nil, due: CalendarDate? = nil, moves: String? = nil,
        departments: [DepartmentID] = [], note: String? = nil, location: SourceLocation
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
        self.location = location
    }
}

/// A note: something that was heard, promised, decided.
package struct Note: Sendable, Identifiable {
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
    package let body: SafeHTML
    /// The body as plain text, for search.
    package let plain: String
    package let actions: [Action]
    package let file: String
    package let location: SourceLocation

    package init(
        id: String, title: String, date: CalendarDate, departments: [DepartmentID] = [], side: Side? = nil,
        kind: Kind = .note, author: String? = nil, body: SafeHTML, plain: String = "", actions: [Action] = [],
        file: String, location: SourceLocation
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.departments = departments
        self.side = side
        self.kind = kind
        self.author = author
        self.body = body
        self.plain = plain
        self.actions = actions
        self.file = file
        self.location = location
    }
}
