import Content
import Report

/// What a department head should look at first: a few sentences, each under its condition, or the honest ones that its
/// figures are not shown, that nobody answered, that nothing stands out.
extension Edition {
    /// What an entry is about, a sentence or two, and where it leads.
    typealias StartEntry = (heading: String, text: String, anchor: String)

    func startHere(_ unit: Int) -> [StartEntry] {
        let visibility = visibility(of: unit)
        var entries: [StartEntry] = []
        if !visibility.shows {
            entries += visibility.hides ? startHidden(unit) : [startUnanswered()]
        }
        if let text = furthestBelowStandard(unit) { entries.append((words("start-standard"), text, "#standards")) }
        if let text = oldestOverdue(unit) { entries.append((words("start-action"), text, "#actions")) }
        if let text = lowestTheme(unit) { entries.append((words("start-theme"), text, "#questions")) }
        let changes = clearChanges(unit)
        if !changes.isEmpty {
            var sentences = Array(changes.prefix(2))
            if changes.count > 2 { sentences.append(words.count("start-change-more", changes.count - 2)) }
            entries.append((words("start-change"), sentences.joined(separator: " "), "#questions"))
        }
        if entries.isEmpty {
            entries.append((words("start-nothing-heading"), nothing(unit, visibility), "#questions"))
        }
        return entries
    }

    /// The missed standard whose figure lies furthest below its target, in shares of the scale.
    private func furthestBelowStandard(_ unit: Int) -> String? {
        let id = organisation.id(unit)
        let missed = standards.filter { $0.department == id && $0.status == .missed }
        func gap(_ standard: StandardResult) -> Double {
            guard let estimate = standard.estimate,
                let question = report.questions.first(where: { $0.id == standard.question })
            else { return 0 }
            let axis = ValueAxis(standard.statistic, scale: question.scale)
            let target = standard.target / standard.statistic.printFactor
            return axis.position(target) - axis.position(estimate.value)
        }
        guard let worst = missed.max(by: { gap($0) < gap($1) }), let estimate = worst.estimate,
            let question = report.questions.firstIndex(where: { $0.id == worst.question })
        else { return nil }
        return words(
            "start-standard-text",
            [
                "question": wording(question, worst.side, of: unit), "who": words.side(worst.side),
                "value": words.value(estimate.value, of: worst.statistic.kind),
                "target": words.target(worst.target, of: worst.statistic.kind),
            ])
    }

    private func oldestOverdue(_ unit: Int) -> String? {
        let overdue = (actions[organisation.id(unit)] ?? []).filter { status(of: $0) == .overdue }
        guard let oldest = ordered(overdue).first, let due = oldest.due else { return nil }
        let days = asOf.dayNumber - due.dayNumber
        return words(
            "start-action-text",
            ["action": oldest.plain, "owner": oldest.owner ?? words("no-owner"), "days": words.count("days", days)])
    }

    /// Of two or more themes of one side; the side with the lowest one speaks.
    private func lowestTheme(_ unit: Int) -> String? {
        var lowest: (score: ThemeScore, side: Side)?
        for side in [Side.external, .internal] {
            let scores = report.themes.compactMap { themeScore($0.id, unit, side) }
            guard scores.count >= 2, let low = scores.min(by: { $0.estimate.value < $1.estimate.value }),
                let high = scores.map(\.estimate.value).max(), low.estimate.value < high
            else { continue }
            if lowest.map({ low.estimate.value < $0.score.estimate.value }) ?? true { lowest = (low, side) }
        }
        return lowest.map {
            words(
                "start-theme-text",
                [
                    "theme": themeName($0.score.theme), "value": words.value($0.score.estimate.value, of: .share),
                    "range": words.range($0.score.estimate, of: .share),
                    "who": words.side($0.side),
                ])
        }
    }

    /// Changes with a verdict higher or lower, of leading statistics, external first.
    func clearChanges(_ unit: Int) -> [String] {
        [Side.external, .internal].flatMap { side in
            report.questions.indices.compactMap { question -> String? in
                guard !report.questions[question].isReceived, let (cell, wave) = newestCell(unit, side, question),
                    let figure = cell.published?.figures.first, let change = figure.change,
                    change.verdict == .higher || change.verdict == .lower, case .wave(let earlier) = change.against
                else { return nil }
                let findings = Findings(edition: self, question: question, side: side, wave: wave, unit: unit)
                if let before = waveBefore(wave, side, question), findings.wordingChanged(since: before) { return nil }
                return words(
                    change.verdict == .higher ? "start-change-higher" : "start-change-lower",
                    [
                        "question": wording(question, side, of: unit), "who": words.side(side),
                        "wave": waveName(earlier),
                        "before": words.value(change.other, of: figure.statistic.kind),
                        "now": words.value(figure.estimate.value, of: figure.statistic.kind),
                    ])
            }
        }
    }
}
