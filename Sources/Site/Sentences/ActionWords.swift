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

    /// What an action was to move and how that moved: "kept informed 58% to 66%, could be chance".
    ///
    /// For the first of its
    /// departments with a shown figure, internal customers before external ones.
    func movement(of action: Action) -> String? {
        guard let moves = action.moves else { return nil }
        let units = action.departments.compactMap { organisation.unit($0) }
        for unit in units {
            for side in [Side.internal, .external] {
                if let text = movement(moves, unit, side, named: units.count > 1) { return text }
            }
        }
        return words("moves-not-shown", ["what": nameOfMoved(moves, .internal)])
    }

    /// - Parameter named: says whose customers they are, where the action stands at several departments.
    private func movement(_ moves: String, _ unit: Int, _ side: Side, named: Bool) -> String? {
        let what = nameOfMoved(moves, side)
        let who =
            named
            ? words("who-of", ["who": words.side(side), "name": organisation.displayName(unit)]) : words.side(side)
        if let question = report.questions.firstIndex(where: { $0.id.text == moves }) {
            let statistic = report.questions[question].headlineStatistic
            guard let (cell, wave) = newestCell(unit, side, question), let figure = cell.published?.figure(statistic)
            else { return nil }
            let findings = Findings(edition: self, question: question, side: side, wave: wave, unit: unit)
            guard let change = figure.change, case .wave(let earlier) = change.against,
                waveBefore(wave, side, question).map({ !findings.wordingChanged(since: $0) }) ?? true
            else {
                return words(
                    "moves-now",
                    [
                        "what": what, "who": who,
                        "value": words.value(figure.estimate.value, of: statistic.kind),
                    ])
            }
            let verdict =
                change.verdict.map { words("moved-\($0.rawValue)") }
                ?? words(
                    "moved-interval",
                    [
                        "low": words.signed(change.estimate.low, of: statistic.kind),
                        "high": words.signed(change.estimate.high, of: statistic.kind),
                    ])
            return words(
                "moves-changed",
                [
                    "what": what, "who": who,
                    "before": words.value(change.other, of: statistic.kind), "wave": waveName(earlier),
                    "now": words.value(figure.estimate.value, of: statistic.kind), "verdict": verdict,
                ])
        }
        guard let score = themeScore(ThemeID(moves), unit, side) else { return nil }
        guard let change = score.change else {
            return words(
                "moves-now",
                ["what": what, "who": who, "value": words.value(score.value, of: .share)])
        }
        return words(
            "moves-theme",
            [
                "what": what, "who": who,
                "before": words.value(score.value - change, of: .share), "now": words.value(score.value, of: .share),
            ])
    }

    /// The newest score of a theme.
    func themeScore(_ theme: ThemeID, _ unit: Int, _ side: Side) -> ThemeScore? {
        themeScores[ThemePlace(theme: theme, unit: unit, side: side)]
    }

    private func nameOfMoved(_ moves: String, _ side: Side) -> String {
        if let theme = report.themes.first(where: { $0.id.text == moves }) { return theme.name }
        return report.questions.firstIndex { $0.id.text == moves }.map { words("quoted", ["text": wording($0, side)]) }
            ?? moves
    }
}
