import Content
import Report

/// What "Start here" says where no figure stands out: each sentence only as far as figures, standards and actions carry it.
extension Edition {
    /// Whether any figure of what customers answered about a unit is shown, and whether any is hidden.
    func visibility(of unit: Int) -> (shows: Bool, hides: Bool) {
        var result = (shows: false, hides: false)
        for question in report.questions.indices where !report.questions[question].isReceived {
            for side in [Side.external, .internal] {
                guard let cell = newestCell(unit, side, question)?.cell else { continue }
                switch cell {
                case .published: result.shows = true
                case .suppressed: result.hides = true
                case .none: break
                }
            }
        }
        return result
    }

    /// That the figures are hidden, what the page has all the same, and the nearest figure that is shown.
    func startHidden(_ unit: Int) -> [StartEntry] {
        var text = words("start-hidden")
        let id = organisation.id(unit)
        let left = [
            standards.contains { $0.department == id } ? words("start-see-standards") : nil,
            actions[id]?.isEmpty == false ? words("start-see-actions") : nil,
            notes[id]?.isEmpty == false ? words("start-see-notes") : nil,
        ].compactMap { $0 }
        if !left.isEmpty { text += " " + words("start-see", ["what": list(left)]) }
        var entries: [StartEntry] = [(words("start-hidden-heading"), text, "#questions")]
        if let near = nearestShown(to: unit) {
            let text = words("start-near-text", near.values)
            let page = PagePath.relative(from: self.page(of: unit), to: self.page(of: near.unit))
            entries.append((words("start-near"), text, page))
        }
        return entries
    }

    func startUnanswered() -> StartEntry {
        (words("start-unanswered-heading"), words("start-unanswered"), "#questions")
    }

    /// The nearest unit above whose headline figure is shown on a side where this one's is not, external first, with
    /// the values of a sentence about it.
    func nearestShown(to unit: Int) -> (unit: Int, values: [String: String])? {
        guard let question = headline else { return nil }
        let statistic = report.questions[question].headlineStatistic
        for side in [Side.external, .internal] {
            guard let (cell, wave) = newestCell(unit, side, question), cell == .suppressed else { continue }
            for above in tree.ancestors(of: unit) {
                guard let figure = self.cell(above, side, wave, question).published?.figure(statistic) else { continue }
                let value = words.value(figure.estimate.value, of: statistic.kind)
                let unit = words("unit-\(statistic.rawValue)", scaleEnds(question))
                let values = [
                    "name": organisation.displayName(above), "who": words.side(side),
                    "value": value + (statistic.kind == .netPromoter ? ", " : " ") + unit,
                ]
                return (above, values)
            }
        }
        return nil
    }

    /// That nothing stands out, in as many sentences as there are things that could have.
    func nothing(_ unit: Int, _ visibility: (shows: Bool, hides: Bool)) -> String {
        let id = organisation.id(unit)
        let own = standards.filter { $0.department == id }
        let hasActions = actions[id]?.isEmpty == false
        return [
            words(
                own.isEmpty
                    ? "start-standards-none"
                    : own.contains { $0.estimate != nil } ? "start-standards-kept" : "start-standards-untold"),
            words(hasActions ? "start-actions-kept" : "start-actions-none"),
            words(unchanged(unit)),
        ].joined(separator: " ") + (visibility.hides ? " " + words("start-some-hidden") : "")
    }

    /// Why no change is named: nothing to compare with, too few answers, or none beyond chance.
    private func unchanged(_ unit: Int) -> String {
        var verdicts: [Verdict?] = []
        for question in report.questions.indices where !report.questions[question].isReceived {
            for side in [Side.external, .internal] {
                guard let figure = newestCell(unit, side, question)?.cell.published?.figures.first,
                    let change = figure.change, case .wave = change.against
                else { continue }
                verdicts.append(change.verdict)
            }
        }
        if verdicts.isEmpty { return "start-change-none" }
        return verdicts.allSatisfy { $0 == .few } ? "start-change-few" : "start-change-chance"
    }
}
