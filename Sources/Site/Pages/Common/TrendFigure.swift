import Content
import Report

extension Edition {
    /// The headline figure over the waves, a line for each side; nil before the second wave or where nothing is shown.
    func trend(of unit: Int) -> SafeHTML? {
        guard let question = headline, report.waves.count >= 2 else { return nil }
        let asked = report.questions[question]
        let statistic = asked.headlineStatistic
        let recent = Array(report.waves.indices.suffix(12))
        var anyShown = false
        let series = [Side.external, .internal].compactMap { side -> TrendChart.Series? in
            guard recent.contains(where: { cell(unit, side, $0, question) != .none }) else { return nil }
            let points = recent.map { wave -> TrendChart.Point in
                switch cell(unit, side, wave, question) {
                case .published(let published):
                    guard let estimate = published.figure(statistic)?.estimate else { return .gap(words("no-answers")) }
                    anyShown = true
                    return .value(
                        estimate, label: words.value(estimate.value, of: statistic.kind),
                        range: words.range(estimate, of: statistic.kind))
                case .suppressed: return .gap(words("hidden"))
                case .none: return .gap(words("no-answers"))
                }
            }
            return TrendChart.Series(side: side, name: words.side(side).capitalisedFirst, points: points)
        }
        guard anyShown else { return nil }
        let axis = ValueAxis(statistic, scale: asked.scale)
        return Charts.trend(
            TrendChart(
                id: "trend",
                title: words(
                    "trend-title",
                    [
                        "name": organisation.displayName(unit),
                        "label": words("label-\(statistic.rawValue)", scaleEnds(question)),
                    ]),
                description: words(
                    "trend-description", ["question": quotedWording(question, series.map(\.side), of: unit)]),
                waves: recent.map { waveName($0) }, series: series, axis: axis,
                tickLabels: axis.ticks.map { words.tick($0, of: statistic.kind) },
                words: TrendChart.Words(
                    showTable: words("show-table"), wave: words("column-wave"), range: words("column-range"))))
    }
}
