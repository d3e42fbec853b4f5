import Content
import Diagnostics
import Report

/// Notes of every kind, with actions in every state.
enum SampleNotes {
    static let place = SourceLocation(file: "content/notes/a.md", line: 1)

    static func note(
        _ id: String, _ title: String, _ day: CalendarDate, _ departments: [String], _ kind: Note.Kind = .note,
        actions: [Action] = []
    ) -> Note {
        Note(
            id: id, title: title, date: day, departments: departments.map { DepartmentID($0) }, kind: kind,
            author: "A. Author", body: SafeHTML(trusted: "<p>What was said &amp; meant.</p>"),
            plain: "What was said & meant.",
            actions: actions, file: "content/notes/\(id).md", location: place)
    }

    static func action(
        _ text: String, done: CalendarDate? = nil, due: CalendarDate? = nil, moves: String? = nil, note: String,
        departments: [String] = ["finance"], owner: String? = nil
    ) -> Action {
        Action(
            text: SafeHTML(trusted: text), plain: text, isDone: done != nil, done: done, owner: "Finance",
            ownerDepartment: owner.map { DepartmentID($0) }, due: due,
            moves: moves, departments: departments.map { DepartmentID($0) }, note: note,
            noteTitle: "The note \(note)", location: place)
    }

    static var notes: [Note] {
        let finance = DepartmentID("finance")
        return [
            note(
                "waiting", "Waiting for invoices", SampleReport.date(2026, 3, 4), ["finance"],
                actions: [
                    action(
                        "Publish the queue times", due: SampleReport.date(2026, 3, 1), moves: "informed",
                        note: "waiting"),
                    action(
                        "Call back within a day", due: SampleReport.date(2026, 5, 1), moves: "promises", note: "waiting"
                    ),
                    action("Name a contact", done: SampleReport.date(2026, 2, 12), moves: "overall", note: "waiting"),
                ]),
            note(
                "heard", "Shorter forms", SampleReport.date(2026, 2, 2), ["finance"],
                .youSaid(said: "Too long", did: "One page")),
            note(
                "late-parts", "Late parts", SampleReport.date(2026, 1, 20), [],
                .delay(
                    provider: finance, customer: DepartmentID("depot"), days: 9, reply: "A form was missing",
                    agreed: nil)),
            note("thank-you", "Thank you, finance", SampleReport.date(2025, 12, 20), ["finance"], .thanks),
            note("two-desks", "One desk for both", SampleReport.date(2025, 11, 2), ["it", "customer-desk"], .decision),
            note(
                "aim", "Our standard", SampleReport.date(2025, 10, 1), ["finance"],
                .standard(question: QuestionID("overall"), statistic: .csat, side: .internal, target: 85)),
        ]
    }
}
