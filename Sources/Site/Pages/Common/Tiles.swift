import Content
import Report

extension Edition {
    /// The two tiles of a unit, external first: satisfaction with recommendation outside, with ease inside.
    func tiles(of unit: Int) -> TemplateValue {
        .records([tile(unit, .external, second: .recommendation), tile(unit, .internal, second: .ease)])
    }

    private func tile(_ unit: Int, _ side: Side, second: Measure) -> TemplateRecord {
        var record: TemplateRecord = [
            "symbol": .html(Charts.symbol(side)), "side": .text(words.side(side).capitalisedFirst),
            "sideClass": .text(Charts.sideClass(side)), "label": .nothing, "figure": .nothing, "wave": .nothing,
            "sentences": .list([]), "second": .nothing, "reach": .nothing,
        ]
        guard let question = headline, let (cell, wave) = newestCell(unit, side, question) else {
            record["figure"] = .record(FigureText(state: .none, value: words("no-answers")).record)
            return record
        }
        let statistic = report.questions[question].headlineStatistic
        let findings = Findings(edition: self, question: question, side: side, wave: wave, unit: unit)
        record["figure"] = .record(text(of: cell, statistic).record)
        if cell == .none { record["reach"] = .optional(reach(of: unit, side, question, wave)) }
        record["label"] = .text(words("label-\(statistic.rawValue)"))
        record["wave"] = .text(waveName(wave))
        record["sentences"] = .texts(
            [
                findings.change(statistic), findings.yearAgo(statistic), findings.comparison(statistic, with: .rest),
                findings.smallBase(statistic),
            ].compactMap { $0 })
        if let other = report.questions.indices.first(where: {
            report.questions[$0].measure == second && $0 != question && !report.questions[$0].isReceived
                && newestCell(unit, side, $0) != nil
        }), let (second, wave) = newestCell(unit, side, other), cell != .none || second != .none {
            let statistic = report.questions[other].headlineStatistic
            let findings = Findings(edition: self, question: other, side: side, wave: wave, unit: unit)
            record["second"] = .record([
                "label": .text(words("label-\(statistic.rawValue)", scaleEnds(other)).capitalisedFirst),
                "figure": .record(text(of: second, statistic).record),
                "sentence": .optional(findings.change(statistic)),
            ])
        }
        return record
    }

    /// Where the work of a department that has no paying customers of its own reaches them: the chain to the front line, and
    /// what is said there, where that is shown.
    ///
    /// Nil on other sides, and where no chain leads.
    private func reach(of unit: Int, _ side: Side, _ question: Int, _ wave: Int) -> String? {
        let chain = chain.chain(from: unit).dropFirst()
        guard side == .external, let front = chain.last else { return nil }
        var values = [
            "who": words.side(.external),
            "names": chain.map { organisation.displayName($0) }.joined(separator: words("chain-separator")),
        ]
        let statistic = report.questions[question].headlineStatistic
        let figure = text(of: cell(front, side, wave, question), statistic)
        guard figure.state == .shown else { return words("reach", values) }
        values["name"] = organisation.displayName(front)
        values["value"] = figure.value
        values["label"] = words("label-\(statistic.rawValue)", scaleEnds(question))
        values["range"] = figure.range
        values["answers"] = figure.answers
        return words(chain.count == 1 ? "reach-one" : "reach-chain", values)
    }

    /// `{low}` and `{high}` of a question's scale, for labels of means.
    func scaleEnds(_ question: Int) -> [String: String] {
        let scale = report.questions[question].scale
        return ["low": words.whole(scale.low), "high": words.whole(scale.high)]
    }
}
