import Content
import Report

extension Edition {
    /// Actions as rows: status in a word, words, owner, due, what they were to move.
    ///
    /// - Parameters:
    ///   - departments: names the departments of each; not on a department's own page.
    func actionRows(_ actions: [Action], on page: String, departments: Bool) -> [TemplateRecord] {
        actions.map { action in
            let status = status(of: action)
            return [
                "status": .text(words("status-\(status.rawValue)")), "statusClass": .text(status.rawValue),
                "text": .html(action.text.on(page)),
                "owner": .text(action.owner ?? words("no-owner")),
                "when": .text(when(action, status)),
                "isNew": .flag(isDoneSinceLastWave(action)),
                "moved": .optional(movement(of: action)),
                "departments": .records(
                    departments
                        ? action.departments.map {
                            [
                                "href": .text(PagePath.relative(from: page, to: PagePath.department($0))),
                                "name": .text(name(of: $0)),
                            ]
                        } : []),
                "noteHref": .optional(
                    // A note needs no link to itself.
                    action.note.map { PagePath.note($0) }.flatMap { note in
                        note == page ? nil : PagePath.relative(from: page, to: note)
                    }),
                "noteLink": .text(words("note-link", ["title": action.noteTitle ?? ""])),
            ]
        }
    }

    private func when(_ action: Action, _ status: ActionStatus) -> String {
        switch status {
        case .done: action.done.map { words("done-on", ["date": words.date($0)]) } ?? words("status-done")
        case .open, .overdue: action.due.map { words("due-on", ["date": words.date($0)]) } ?? words("no-due-date")
        }
    }

    /// How many actions are overdue, open and done; none is not counted.
    func actionCounts(_ actions: [Action]) -> String {
        let parts = ActionStatus.allCases.compactMap { status -> String? in
            let count = actions.reduce(0) { $0 + (self.status(of: $1) == status ? 1 : 0) }
            return count == 0 ? nil : words.count("actions-\(status.rawValue)", count)
        }
        return words("counts", ["counts": parts.joined(separator: words("list-separator"))])
    }
}
