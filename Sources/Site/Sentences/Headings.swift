import Report

extension Edition {
    /// A page's h1 for a unit: the finding of its headline question, both sides where both are shown.
    func heading(of unit: Int) -> String {
        let name = organisation.displayName(unit)
        guard let question = headline else { return words("heading-nothing-asked", ["name": name]) }
        let statistic = report.questions[question].headlineStatistic
        let shown = [Side.external, .internal].compactMap { side -> (side: Side, value: String)? in
            guard let figure = newestCell(unit, side, question)?.cell.published?.figure(statistic) else { return nil }
            return (side, words.value(figure.estimate.value, of: statistic.kind))
        }
        if shown.count == 2 {
            return words(
                "heading-both-\(statistic.rawValue)", ["name": name, "value": shown[0].value, "other": shown[1].value])
        }
        if let only = shown.first {
            return words(
                "heading-\(statistic.rawValue)", ["name": name, "value": only.value, "who": words.side(only.side)])
        }
        let isHidden = [Side.external, .internal].contains { newestCell(unit, $0, question)?.cell == .suppressed }
        return words(isHidden ? "heading-hidden" : "heading-no-answers", ["name": name])
    }

    /// One or two sentences under the h1: range, base and change of each side that is shown.
    func lede(of unit: Int) -> [String] {
        guard let question = headline else { return [] }
        let statistic = report.questions[question].headlineStatistic
        return [Side.external, .internal].compactMap { side in
            guard let (cell, wave) = newestCell(unit, side, question), let published = cell.published,
                let figure = published.figure(statistic)
            else { return nil }
            let findings = Findings(edition: self, question: question, side: side, wave: wave, unit: unit)
            let first = words(
                "lede-figure",
                [
                    "who": words.side(side), "n": words.whole(published.base),
                    "value": words.value(figure.estimate.value, of: statistic.kind),
                    "low": words.value(figure.estimate.low, of: statistic.kind),
                    "high": words.value(figure.estimate.high, of: statistic.kind), "wave": waveName(wave),
                ])
            return [first, findings.shortChange(statistic)].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// The sentence that goes once on a page with hidden figures: why, and the nearest unit that is shown, unless the
    /// page starts with it.
    func hiddenSentence(for unit: Int) -> String? {
        guard headline != nil else { return nil }
        guard visibility(of: unit).shows, let near = nearestShown(to: unit) else { return words("hidden-why") }
        return words("hidden-use", near.values)
    }
}
