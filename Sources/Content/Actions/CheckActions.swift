package import Diagnostics
package import Report

extension ContentFolder {
    /// Open actions that nobody owns, and those whose day has passed. Nothing is wrong with the files; somebody should
    /// look.
    ///
    /// - Parameter day: the day on which the site speaks; an action due on it is not overdue yet.
    package func checkActions(asOf day: CalendarDate) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for action in actions where !action.isDone {
            if action.owner == nil {
                found.append(
                    warning(
                        "action-without-owner", action, "nobody owns this action, so nobody will be asked about it",
                        "write `(owner: …)` at its end, a department or a person"))
            }
            if let due = action.due, due < day {
                found.append(
                    warning(
                        "action-overdue", action, "this action was due on \(due), before \(day)",
                        "tick its box with `done: YYYY-MM-DD`, or agree on another day"))
            }
        }
        return found
    }

    /// A finding at the box of an action.
    private func warning(_ code: String, _ action: Action, _ message: String, _ remedy: String) -> Diagnostic {
        finding(.warning, code, action.location, message, remedy)
    }
}
