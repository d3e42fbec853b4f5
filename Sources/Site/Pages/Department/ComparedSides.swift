import Content
import Report

/// Two views of one thing under each other on one axis: the department's own beside its customers', what it receives
/// beside what it gives.
extension Edition {
    /// The department's own view beside that of its internal customers, question by question.
    func selfView(of unit: Int) -> TemplateRecord? {
        let questions = report.questions.indices.filter { question in
            guard let own = newestCell(unit, .selfView, question)?.cell else { return false }
            return own != .none && !report.questions[question].isReceived
        }
        let shown = questions.filter { newestCell(unit, .selfView, $0)?.cell.published != nil }
        let rows = shown.map { question in
            compared(unit, question, [(.internal, question), (.selfView, question)], against: .internalCustomers)
        }
        return comparedTable([.internal, .selfView], rows, hidden: shown.count < questions.count)
    }

    /// What the department receives from the others beside what its own customers say of it, by the headline question.
    func receivedView(of unit: Int) -> TemplateRecord? {
        guard let headline else { return nil }
        let measure = report.questions[headline].measure
        let questions = report.questions.indices.filter { question in
            guard report.questions[question].isReceived, report.questions[question].measure == measure,
                report.questions[question].scale.count == report.questions[headline].scale.count,
                let cell = newestCell(unit, .received, question)?.cell
            else { return false }
            return cell != .none
        }
        let shown = questions.filter { newestCell(unit, .received, $0)?.cell.published != nil }
        let rows = shown.map { question in
            compared(
                unit, question, [(.external, headline), (.internal, headline), (.received, question)], against: nil)
        }
        return comparedTable([.external, .internal, .received], rows, hidden: shown.count < questions.count)
    }

    /// The rows that can be shown, and the marker once where there are others.
    private func comparedTable(_ sides: [Side], _ rows: [TemplateRecord], hidden: Bool) -> TemplateRecord? {
        guard !rows.isEmpty || hidden else { return nil }
        return [
            "hasRows": .flag(!rows.isEmpty),
            "hidden": .optional(hidden ? words(rows.isEmpty ? "hidden" : "hidden-others") : nil),
            "legend": .html(Charts.sideLegend(sides.map { ($0, words.side($0).capitalisedFirst) })),
            "heads": .records(
                sides.map { ["symbol": .html(Charts.symbol($0)), "side": .text(words.side($0).capitalisedFirst)] }),
            "rows": .records(rows),
        ]
    }

    private func compared(
        _ unit: Int, _ question: Int, _ views: [(side: Side, question: Int)], against: Difference.Against?
    ) -> TemplateRecord {
        let asked = report.questions[question]
        let statistic = asked.headlineStatistic
        let axis = ValueAxis(statistic, scale: asked.scale)
        var marks: [DotMark] = []
        var figures: [TemplateRecord] = []
        for (side, question) in views {
            let cell = newestCell(unit, side, question)?.cell ?? .none
            if let estimate = cell.published?.figure(statistic)?.estimate {
                marks.append(DotMark(side: side, estimate: estimate))
            }
            var record = text(of: cell, statistic).record
            record["symbol"] = .html(Charts.symbol(side))
            record["sideName"] = .text(words.side(side).capitalisedFirst)
            figures.append(record)
        }
        var sentence: String?
        if let against, let last = views.last, let wave = wave(last.side, question) {
            sentence = Findings(edition: self, question: question, side: last.side, wave: wave, unit: unit)
                .comparison(statistic, with: against)
        }
        return [
            "label": .text(wording(question, asked.isReceived ? .received : .internal, of: unit)),
            "unit": .text(words("unit-\(statistic.rawValue)", scaleEnds(question))),
            "chart": .html(Charts.dotRow(marks, lanes: views.map(\.side), axis: axis)),
            "axis": .html(Charts.axisRow(axis) { words.tick($0, of: statistic.kind) }),
            "figures": .records(figures), "sentence": .optional(sentence),
        ]
    }
}
