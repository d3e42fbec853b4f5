package import Diagnostics
package import Report

/// HTML that came out of Markdown in safe mode: it may stand in a page as it is.
package struct SafeHTML: Sendable, Hashable {
    package let html: String
    package init(trusted html: String) { self.html = html }
}

/// A department's file: what the tree needs, and its text.
package struct DepartmentPage: Sendable {
    package let department: Department
    package let file: String
    package let location: SourceLocation
    package let body: SafeHTML
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
    package let owner: String?
    package let due: CalendarDate?
    /// Theme or question that it is to move.
    package let moves: String?
    package let departments: [DepartmentID]
    /// Slug of the note it stands in; nil for a department text.
    package let note: String?
    package let location: SourceLocation
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
}

/// All that people wrote in `content/` but the surveys, read and checked.
package struct ContentFolder: Sendable {
    package var settings: SiteSettings
    package var organisation: Organisation
    package var departments: [DepartmentPage]
    /// Newest first, then by id.
    package var notes: [Note]
    /// Actions of all notes and department texts.
    package var actions: [Action]
    /// From notes of kind `standard` and from `targets.csv`.
    package var standards: [(standard: DeclaredStandard, location: SourceLocation)]
}
