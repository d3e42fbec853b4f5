import Content
import Report

/// What may be said of an action against the as-of date.
enum ActionStatus: String, CaseIterable, Sendable {
    case overdue, open, done
}

extension Edition {
    /// Overdue is open and due before the as-of date; due on the day itself is still open.
    func status(of action: Action) -> ActionStatus {
        if action.isDone { return .done }
        if let due = action.due, due < asOf { return .overdue }
        return .open
    }

    /// Overdue first, the longest overdue first; then open by due date, those without one last; then done, newest first.
    func ordered(_ actions: [Action]) -> [Action] {
        func rank(_ action: Action) -> (Int, Int) {
            switch status(of: action) {
            case .overdue: (0, action.due?.dayNumber ?? 0)
            case .open: (1, action.due?.dayNumber ?? Int.max)
            case .done: (2, -(action.done?.dayNumber ?? action.due?.dayNumber ?? 0))
            }
        }
        let ranks = actions.map(rank)
        return actions.indices
            .sorted { (ranks[$0].0, ranks[$0].1, $0) < (ranks[$1].0, ranks[$1].1, $1) }
            .map { actions[$0] }
    }

    /// Done since the day after the wave before the newest ended.
    func isDoneSinceLastWave(_ action: Action) -> Bool {
        guard action.isDone, let done = action.done, report.waves.count >= 2,
            let end = report.waves[report.waves.count - 2].days?.upperBound
        else { return false }
        return done > end
    }
}
