import Content
import Report

/// Questions of one side as rows of diverging bars, grouped by theme, on one scale.
extension Edition {
    func questionTable(of unit: Int, _ side: Side, received: Bool = false) -> TemplateRecord? {
        let asked = report.questions.indices.filter { question in
            report.questions[question].isReceived == received && newestCell(unit, side, question) != nil
                && newestCell(unit, side, question)?.cell != Cell.none
        }
        guard !asked.isEmpty else { return nil }
        let scale = DivergingScale(asked.compactMap { shares(unit, side, $0) })
        var groups: [TemplateRecord] = []
        let order: [ThemeID?] = [nil] + report.themes.map(\.id)
        let known = Set(report.themes.map(\.id))
        for theme in order {
            let questions = asked.filter { question in
                let own = report.questions[question].theme
                return theme == nil ? own.map { !known.contains($0) } ?? true : own == theme
            }
            guard !questions.isEmpty else { continue }
            groups.append([
                "theme": .text(theme.map { themeName($0) } ?? words("theme-none")),
                "rows": .records(questions.map { questionRow(unit, side, $0, scale) }),
            ])
        }
        let tones = asked.compactMap { AnswerShares.tones(of: report.questions[$0]) }.max { $0.count < $1.count } ?? []
        return [
            "hasRows": .flag(asked.contains { newestCell(unit, side, $0)?.cell.published != nil }),
            "allHidden": .text(words("hidden")),
            "symbol": .html(Charts.symbol(side)), "side": .text(words.side(side).capitalisedFirst),
            "sideClass": .text(Charts.sideClass(side)),
            "caption": .text(words("caption-questions", ["who": words.side(side)])),
            "legend": .html(Charts.answerLegend(tones, names: tones.map { words("tone-\($0.rawValue)") })),
            "groups": .records(groups),
            "extremes": .optional(extremes(unit, side, asked)),
        ]
    }

    private func shares(_ unit: Int, _ side: Side, _ question: Int) -> AnswerShares? {
        newestCell(unit, side, question)?.cell.published.flatMap {
            AnswerShares(histogram: $0.histogram, question: report.questions[question])
        }
    }

    private func questionRow(_ unit: Int, _ side: Side, _ question: Int, _ scale: DivergingScale) -> TemplateRecord {
        let statistic = report.questions[question].headlineStatistic
        let (cell, wave) = newestCell(unit, side, question) ?? (.none, 0)
        var record = text(of: cell, statistic).record
        let findings = Findings(edition: self, question: question, side: side, wave: wave, unit: unit)
        record["label"] = .text(wording(question, side, of: unit))
        record["unit"] = .text(words("unit-\(statistic.rawValue)", scaleEnds(question)))
        record["bar"] = .optional(shares(unit, side, question).map { Charts.divergingBar($0, scale: scale) })
        let isOlder = wave != wave0(side)
        record["wave"] = .optional(isOlder ? waveName(wave) : nil)
        if let earlier = waveBefore(wave, side, question), findings.wordingChanged(since: earlier) {
            record["change"] = .text(words("wording-changed-short"))
            record["verdict"] = ""
        }
        return record
    }

    /// The newest wave in which a side answered anything.
    private func wave0(_ side: Side) -> Int? { report.questions.indices.compactMap { wave(side, $0) }.max() }

    /// The questions with the highest and the lowest share.
    ///
    /// Of three or more questions of one measure kind that are shown.
    private func extremes(_ unit: Int, _ side: Side, _ questions: [Int]) -> String? {
        let shares = questions.compactMap { question -> (question: Int, value: Double)? in
            let statistic = report.questions[question].statistics.first { $0.kind == .share }
            guard let statistic, question != headline,
                let figure = newestCell(unit, side, question)?.cell.published?.figure(statistic)
            else { return nil }
            return (question, figure.estimate.value)
        }
        guard shares.count >= 3, let high = shares.max(by: { $0.value < $1.value }),
            let low = shares.min(by: { $0.value < $1.value }), high.value > low.value
        else { return nil }
        return words(
            "finding-extremes",
            [
                "highest": wording(high.question, side, of: unit), "high": words.value(high.value, of: .share),
                "lowest": wording(low.question, side, of: unit), "low": words.value(low.value, of: .share),
            ])
    }
}
