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
            "sentences": .list([]), "second": .nothing,
        ]
        guard let question = headline, let (cell, wave) = newestCell(unit, side, question) else {
            record["figure"] = .record(FigureText(state: .none, value: words("no-answers")).record)
            return record
        }
        let statistic = report.questions[question].headlineStatistic
        let findings = Findings(edition: self, question: question, side: side, wave: wave, unit: unit)
        record["figure"] = .record(text(of: cell, statistic).record)
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

    /// `{low}` and `{high}` of a question's scale, for labels of means.
    func scaleEnds(_ question: Int) -> [String: String] {
        let scale = report.questions[question].scale
        return ["low": words.whole(scale.low), "high": words.whole(scale.high)]
    }
}
