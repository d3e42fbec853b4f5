import Content
import Report
import Testing

@testable import Site

@Suite("Dots with whiskers")
struct DotRowTests {
    private let percent = ValueAxis(.csat, scale: Scale(low: 1, count: 5))

    @Test("The whole drawing of a row of two sides")
    func golden() {
        let marks = [
            DotMark(side: .internal, estimate: Estimate(value: 0.5, low: 0.4, high: 0.605)),
            DotMark(side: .external, estimate: Estimate(value: 0.72, low: 0.66, high: 0.78), reference: 0.7),
        ]
        #expect(
            Charts.dotRow(marks, lanes: [.external, .internal], axis: percent).html
                == #"<svg class="c dots g4" width="100%" height="36" aria-hidden="true">"#
                + #"<line class="ref ext" x1="70%" x2="70%" y1="2" y2="18"/>"#
                + #"<line class="w ext" x1="66%" x2="78%" y1="10" y2="10"/>"#
                + #"<svg x="72%" y="10"><circle class="m ext" r="5"/></svg>"#
                + #"<line class="w int" x1="40%" x2="60.5%" y1="26" y2="26"/>"#
                + #"<svg x="50%" y="26"><path class="m int" d="M0 -6l6 6-6 6-6-6Z"/></svg></svg>"#)
    }

    @Test("A side keeps its lane where another has no figure; a side without a lane is not drawn")
    func lanes() {
        let mark = DotMark(side: .internal, estimate: Estimate(value: 0.5, low: 0.4, high: 0.6))
        let html = Charts.dotRow([mark], lanes: [.external, .internal], axis: percent).html
        #expect(drawn(html, "line").allSatisfy { $0.attributes["y1"] == "26" })
        #expect(drawn(Charts.dotRow([mark], lanes: [.external], axis: percent).html).count == 1)
        #expect(drawn(Charts.dotRow([], lanes: [.external, .internal], axis: percent).html).count == 1)
    }

    @Test("Whiskers hold their dot and stay on the axis, for every statistic")
    func onTheAxis() throws {
        for statistic in Statistic.allCases {
            for scale in [
                Scale(low: 1, count: 5), Scale(low: 0, count: 11), Scale(low: 1, count: 7), Scale(low: -3, count: 2),
            ] {
                let axis = ValueAxis(statistic, scale: scale)
                #expect(axis.ticks.first == axis.low && axis.ticks.last == axis.high)
                #expect((2...7).contains(axis.ticks.count))
                for step in 0...20 {
                    let value = axis.low + (axis.high - axis.low) * Double(step) / 20
                    let estimate = Estimate(value: value, low: value - 0.3, high: value + 0.3)
                    let html = Charts.dotRow(
                        [DotMark(side: .external, estimate: estimate, reference: value)], lanes: [.external], axis: axis
                    ).html
                    let whisker = try #require(drawn(html, "line").first { $0.has("w") })
                    let dot = try #require(drawn(html, "svg").last).percent("x")
                    let (low, high) = (try whisker.percent("x1"), try whisker.percent("x2"))
                    #expect(0 <= low && low <= dot && dot <= high && high <= 100)
                    #expect(abs(dot - Double(step) * 5) < 0.006)
                    expectWellFormed(html)
                }
            }
        }
    }

    @Test("Net promoter scores have zero in the middle, means their own scale")
    func axes() {
        let nps = ValueAxis(.nps, scale: Scale(low: 0, count: 11))
        #expect(nps.position(0) == 50 && nps.position(-1) == 0 && nps.ticks == [-1, -0.5, 0, 0.5, 1])
        let ease = ValueAxis(.ces, scale: Scale(low: 1, count: 7))
        #expect(ease.position(4) == 50 && ease.ticks == [1, 2, 3, 4, 5, 6, 7])
        #expect(ValueAxis(.rating, scale: Scale(low: 0, count: 11)).ticks == [0, 2, 4, 6, 8, 10])
        #expect(ValueAxis(.rating, scale: Scale(low: 1, count: 100)).ticks == [1, 34, 67, 100])
        #expect(percent.position(.nan) == 0 && percent.position(.infinity) == 0 && percent.position(7) == 100)
    }

    @Test("Sides differ by shape, not by colour alone")
    func symbols() {
        let shapes = [Side.external, .internal, .received, .all].map { side in
            drawn(Charts.symbol(side).html).map { $0.name + ($0.attributes["d"] ?? "") }
        }
        #expect(Set(shapes).count == 4)
        for side in Side.allCases { expectWellFormed(Charts.symbol(side).html) }
    }

    @Test("The axis prints every tick, the outer ones inside the drawing")
    func axisRow() {
        let html = Charts.axisRow(percent) { "<\(Int($0 * 100))>" }.html
        #expect(drawn(html, "text").map { $0.attributes["class"] } == ["s", "wide", nil, "wide", "e"])
        #expect(html.contains("&lt;75&gt;"))
        expectWellFormed(html)
    }
}
