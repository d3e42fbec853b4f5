package import Content
import Report

extension Charts {
    /// A trend as a stand-alone figure: points with intervals and labels on the whole range of the statistic, a gap
    /// over every wave without a figure, and the table behind it.
    package static func trend(_ chart: TrendChart) -> SafeHTML {
        let layout = TrendLayout(chart)
        var drawing = Markup()
        for (tick, label) in zip(chart.axis.ticks, chart.tickLabels) {
            let y = layout.y(tick)
            drawing.raw("<line class=\"grid\" x1=\"0%\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>")
            drawing.element("text", "class=\"s\" x=\"0%\" y=\"\(y - 4)\"", label)
        }
        for (wave, name) in chart.waves.enumerated() {
            for place in layout.nameAttributes(wave) {
                drawing.element("text", "\(place) y=\"\(TrendLayout.height - 8)\"", name)
            }
        }
        for series in chart.series.indices { append(series, of: chart, layout, to: &drawing) }
        appendLabels(of: chart, layout, to: &drawing)
        let legend =
            chart.series.count > 1 ? sideLegend(chart.series.map { (side: $0.side, name: $0.name) }) : nil
        return figure(
            id: chart.id, title: chart.title, description: chart.description, legend: legend, kind: "trend",
            height: TrendLayout.height, drawing: drawing, table: table(of: chart), showTable: chart.words.showTable)
    }

    private static func append(
        _ index: Int, of chart: TrendChart, _ layout: TrendLayout, to drawing: inout Markup
    ) {
        let series = chart.series[index]
        let side = sideClass(series.side)
        drawing.raw("<g class=\"\(side)\" transform=\"translate(\(layout.shift(index)) 0)\">")
        var last: (wave: Int, estimate: Estimate)?
        var marks = ""
        for (wave, point) in series.points.prefix(chart.waves.count).enumerated() {
            guard case .value(let estimate, _, _) = point else {
                last = nil
                continue
            }
            let (x, y) = (layout.x(wave), layout.y(estimate.value))
            if let last {
                drawing.raw("<line class=\"l\" x1=\"\(layout.x(last.wave))\" x2=\"\(x)\"")
                drawing.raw(" y1=\"\(layout.y(last.estimate.value))\" y2=\"\(y)\"/>")
            }
            marks += "<line class=\"w\" x1=\"\(x)\" x2=\"\(x)\""
            marks += " y1=\"\(layout.y(estimate.high))\" y2=\"\(layout.y(estimate.low))\"/>"
            marks += "<svg x=\"\(x)\" y=\"\(y)\">\(shape(series.side))</svg>"
            last = (wave, estimate)
        }
        drawing.raw(marks + "</g>")
    }

    /// Labels stand above the highest interval of their wave and, for the series that is lower there, below the lowest;
    /// clear of the marks too, which are larger than a short interval, and of the lines to the next waves.
    private static func appendLabels(of chart: TrendChart, _ layout: TrendLayout, to drawing: inout Markup) {
        for wave in chart.waves.indices {
            guard let shown = layout.labelClass(wave) else { continue }
            let values = chart.series.indices.compactMap { index -> (series: Int, estimate: Estimate, label: String)? in
                guard wave < chart.series[index].points.count,
                    case .value(let estimate, let label, _) = chart.series[index].points[wave]
                else { return nil }
                return (index, estimate, label)
            }
            // The earlier series of two equal ones goes above.
            guard let top = values.max(by: { ($0.estimate.value, -$0.series) < ($1.estimate.value, -$1.series) }) else {
                continue
            }
            let high = values.map { layout.y($0.estimate.high) }.min() ?? 0
            let low = values.map { layout.y($0.estimate.low) }.max() ?? 0
            let marks = values.map { layout.y($0.estimate.value) }
            let (highest, lowest) = (marks.min() ?? high, marks.max() ?? low)
            let lines = values.flatMap { passing(wave, chart.series[$0.series].points, layout) }
            let above = min(high - 7, highest - 12, (lines.min() ?? high) - 5)
            let below = max(low + 16, lowest + 20, (lines.max() ?? low) + 13)
            for value in values where value.series == top.series || values.count == 2 {
                let y = value.series == top.series ? max(above, 12) : min(below, TrendLayout.height - 22)
                let x = layout.x(wave)
                drawing.raw("<g transform=\"translate(\(layout.shift(value.series)) 0)\">")
                drawing.element(
                    "text", "class=\"v \(sideClass(chart.series[value.series].side))\(shown)\" x=\"\(x)\" y=\"\(y)\"",
                    value.label)
                drawing.raw("</g>")
            }
        }
    }

    /// Heights of a series' line where the label of a wave ends, on either side that it goes on.
    private static func passing(_ wave: Int, _ points: [TrendChart.Point], _ layout: TrendLayout) -> [Int] {
        func height(_ wave: Int) -> Int? {
            guard points.indices.contains(wave), case .value(let estimate, _, _) = points[wave] else { return nil }
            return layout.y(estimate.value)
        }
        guard let here = height(wave) else { return [] }
        return [wave - 1, wave + 1].compactMap(height).map { next in
            here + Int((layout.labelReach * Double(next - here)).rounded(.awayFromZero))
        }
    }

    private static func table(of chart: TrendChart) -> Markup {
        var table = Markup()
        table.raw("<table class=\"stack\"><thead><tr>")
        table.element("th", "scope=\"col\"", chart.words.wave)
        for series in chart.series {
            table.element("th", "scope=\"col\" class=\"num\"", "\(series.name) (\(chart.words.range))")
        }
        table.raw("</tr></thead><tbody>")
        for (wave, name) in chart.waves.enumerated() {
            table.raw("<tr>")
            table.element("th", "scope=\"row\"", name)
            for series in chart.series {
                let cell = "class=\"num\" data-label=\"\(Markup.escape(series.name))\""
                switch wave < series.points.count ? series.points[wave] : .gap("") {
                case .value(_, let label, let range): table.element("td", cell, "\(label) (\(range))")
                case .gap(let words): table.element("td", cell, words)
                }
            }
            table.raw("</tr>")
        }
        table.raw("</tbody></table>")
        return table
    }
}
