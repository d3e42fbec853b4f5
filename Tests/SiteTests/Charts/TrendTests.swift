import Content
import Report
import Testing

@testable import Site

@Suite("Trends")
struct TrendTests {
    private func point(_ value: Double) -> TrendChart.Point {
        .value(
            Estimate(value: value, low: max(0, value - 0.1), high: min(1, value + 0.1)), label: "\(Int(value * 100))%",
            range: "a to b")
    }

    private func chart(_ series: [[TrendChart.Point]], waves: [String], title: String = "T") -> TrendChart {
        let axis = ValueAxis(.csat, scale: Scale(low: 1, count: 5))
        return TrendChart(
            id: "t", title: title, description: "D", waves: waves,
            series: zip(series, [Side.external, .internal]).map {
                TrendChart.Series(side: $1, name: $1.rawValue, points: $0)
            }, axis: axis, tickLabels: axis.ticks.map { "\(Int($0 * 100))%" },
            words: .init(showTable: "Show", wave: "Wave", range: "range"))
    }

    @Test("A gap over a missing wave: no line across it, no mark in it, its words in the table")
    func gap() throws {
        let html = Charts.trend(
            chart([[point(0.2), point(0.4), .gap("Not shown"), point(0.6)]], waves: ["A", "B", "C", "D"])
        ).html
        let lines = drawn(html, "line")
        #expect(lines.count { $0.has("l") } == 1)
        #expect(lines.count { $0.has("w") } == 3)
        #expect(drawn(html, "circle").count == 3)
        #expect(html.components(of: "Not shown") == 1)
        let line = try #require(lines.first { $0.has("l") })
        #expect(try line.percent("x1") == 20.38 && line.percent("x2") == 43.13)
        expectWellFormed(html)
    }

    @Test("A figure that stands alone says what it shows, and has unique ids and its table")
    func standsAlone() {
        let html = Charts.trend(chart([[point(0.2), point(0.4)], [point(0.3), point(0.3)]], waves: ["A", "B"])).html
        let ids = drawn(html).compactMap { $0.attributes["id"] }
        #expect(ids == ["t", "t-t", "t-d"])
        #expect(drawn(html, "svg").first { $0.attributes["role"] == "img" }?.attributes["aria-labelledby"] == "t-t t-d")
        #expect(drawn(html, "details").count == 1 && drawn(html, "tr").count == 3 && drawn(html, "td").count == 4)
        #expect(html.contains("<td class=\"num\" data-label=\"external\">20% (a to b)</td>"))
    }

    @Test("Series stand beside each other, each as far from the middle, so that none hides another")
    func beside() {
        let places = { (count: Int) -> Set<String> in
            let html = Charts.trend(self.chart((0..<count).map { _ in [self.point(0.4)] }, waves: ["A"])).html
            // Those of the series and their labels; marks have some of their own.
            return Set(drawn(html, "g").compactMap { $0.attributes["transform"] }.filter { $0.hasSuffix(" 0)") })
        }
        #expect(places(1) == ["translate(0 0)"])
        #expect(places(2) == ["translate(-4 0)", "translate(4 0)"])
    }

    @Test("Every value is drawn inside the figure, labels too")
    func inside() throws {
        for value in stride(from: 0.0, through: 1.0, by: 0.125) {
            for count in [1, 2, 5, 13] {
                let names = (0..<count).map { "Wave \($0)" }
                let series = [
                    [TrendChart.Point](repeating: point(value), count: count),
                    [TrendChart.Point](repeating: point(1 - value), count: count),
                ]
                let html = Charts.trend(chart(series, waves: names)).html
                for line in drawn(html, "line") {
                    for x in [try line.percent("x1"), try line.percent("x2")] { #expect((0...100).contains(x)) }
                    for y in ["y1", "y2"] {
                        let number = try #require(line.attributes[y].flatMap { Int($0) })
                        #expect((0...TrendLayout.height).contains(number))
                    }
                }
                for text in drawn(html, "text") {
                    let y = try #require(text.attributes["y"].flatMap { Int($0) })
                    #expect(y >= 12 && y <= TrendLayout.height)
                }
                // The newest wave always has its name.
                #expect(html.components(of: "Wave \(count - 1)<") >= 2)
            }
        }
    }

    @Test("A label is clear of the marks of its wave, however short their intervals")
    func labelsClearOfMarks() throws {
        for value in [0.05, 0.4, 0.97] {
            for other in [value, value + 0.01, value - 0.03] {
                func sharp(_ value: Double) -> TrendChart.Point {
                    .value(Estimate(value: value, low: value, high: value), label: "42 %", range: "")
                }
                let html = Charts.trend(chart([[sharp(value)], [sharp(other)]], waves: ["A"])).html
                let marks = drawn(html, "svg").compactMap { $0.attributes["y"].flatMap { Int($0) } }
                let labels = drawn(html, "text").filter { $0.has("v") }
                    .compactMap { $0.attributes["y"].flatMap { Int($0) } }
                #expect(marks.count == 2 && labels.count == 2)
                // A mark reaches 7 px from its middle; letters stand 9 px above their line and hang 3 px below it.
                for mark in marks { for label in labels { #expect(label + 3 < mark - 7 || label - 9 > mark + 7) } }
            }
        }
    }

    @Test("No line crosses a label on a wide screen, however it climbs or falls")
    func labelsClearOfLines() throws {
        let values: [[Double]] = [[0.45, 0.8, 0.3, 0.42, 0.9, 0.1], [0.4, 0.35, 0.5, 0.41, 0.38, 0.6]]
        let html = Charts.trend(chart(values.map { $0.map(point) }, waves: (0..<6).map { "W\($0)" })).html
        let lines = drawn(html, "line").filter { $0.has("l") }
        #expect(lines.count == 10)
        for label in drawn(html, "text").filter({ $0.has("v") }) {
            let (x, y) = (try label.percent("x"), try #require(label.attributes["y"].flatMap { Double($0) }))
            for line in lines {
                let (x1, x2) = (try line.percent("x1"), try line.percent("x2"))
                let y1 = try #require(line.attributes["y1"].flatMap { Double($0) })
                let y2 = try #require(line.attributes["y2"].flatMap { Double($0) })
                // Half a label of three letters, in percent of 1100 pixels.
                for end in [x - 1.2, x, x + 1.2] where (x1...x2).contains(end) {
                    let height = y1 + (y2 - y1) * (end - x1) / (x2 - x1)
                    #expect(height > y + 2 || height < y - 9)
                }
            }
        }
    }

    @Test("More series than points, more points than waves, no wave at all: nothing traps")
    func odd() {
        for waves in [[], ["A"], ["A", "B", "C"]] {
            for points in [[], [point(0.5)], [point(0.5), .gap("-"), point(1), point(0)]] {
                expectWellFormed(Charts.trend(chart([points, []], waves: waves)).html)
            }
        }
    }

    @Test("Hostile names stay text")
    func hostile() {
        let long = String(repeating: "Ж", count: 300)
        let names = ["<script>alert(1)</script>", "\" onload=\"x", "\u{202E}مرحبا", "👩‍👩‍👧", long, "a\u{0}\u{1B}b&amp;"]
        let html = Charts.trend(
            chart([names.map { _ in point(0.5) }], waves: names, title: "</title><script>1</script>")
        ).html
        expectWellFormed(html)
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(html.contains(long) && !html.contains("\u{0}") && !html.contains("\u{1B}"))
        #expect(
            html
                == Charts.trend(
                    chart([names.map { _ in point(0.5) }], waves: names, title: "</title><script>1</script>")
                ).html)
    }
}

extension String {
    /// How often a text stands in this one.
    func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
