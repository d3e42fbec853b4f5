import Content
import Foundation
import Report
import Testing

@testable import Site

@Suite("Heat classes, legends and the style sheet")
struct HeatAndLegendTests {
    private let percent = ValueAxis(.csat, scale: Scale(low: 1, count: 5))

    @Test(
        "The printed value decides the class",
        arguments: [
            (0.0, "h1"), (0.394, "h1"), (0.395, "h2"), (0.4, "h2"), (0.594, "h2"), (0.596, "h3"), (0.744, "h3"),
            (0.75, "h4"), (0.894, "h4"), (0.896, "h5"), (1, "h5"),
        ])
    func shares(value: Double, expected: String) {
        #expect(Charts.heatClass(value, axis: percent) == expected)
    }

    @Test("Net promoter scores and means take their place on their range")
    func otherStatistics() {
        let nps = ValueAxis(.nps, scale: Scale(low: 0, count: 11))
        #expect([-0.5, -0.2, 0.2, 0.5, 0.8].map { Charts.heatClass($0, axis: nps) } == ["h1", "h2", "h3", "h4", "h5"])
        let mean = ValueAxis(.mean, scale: Scale(low: 1, count: 5))
        #expect([2.5, 3, 3.5, 4, 4.6].map { Charts.heatClass($0, axis: mean) } == ["h1", "h2", "h3", "h4", "h5"])
    }

    @Test("Legends escape their names and show one sign each")
    func legends() throws {
        let names = ["<b>", "\" onclick=\"", "&amp;", String(repeating: "W", count: 300), "\u{202E}abc"]
        let question = Question(id: QuestionID("q"), measure: .satisfaction, scale: Scale(low: 1, count: 5))
        let html = Charts.answerLegend(try #require(AnswerShares.tones(of: question)), names: names).html
        expectWellFormed(html)
        #expect(drawn(html, "rect").count == 5 && drawn(html, "li").count == 5 && drawn(html, "b").isEmpty)
        let sides = Charts.sideLegend(zip(Side.allCases, names).map { (side: $0, name: $1) }).html
        expectWellFormed(sides)
        #expect(drawn(sides, "svg").count == 5 && drawn(sides, "b").isEmpty)
    }

    @Test("Every tone, side and heat class has its rule in the style sheet, in light, dark and forced colours")
    func styleSheet() throws {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        func css(_ name: String) throws -> String {
            try String(contentsOf: folder.appendingPathComponent("templates/assets/\(name)"), encoding: .utf8)
        }
        let charts = try css("50-charts.css")
        let tones = (2...7).compactMap {
            AnswerShares.tones(of: Question(id: QuestionID("q"), measure: .rating, scale: Scale(low: 1, count: $0)))
        }.flatMap { $0.map(\.rawValue) }
        for tone in Set(tones) {
            #expect(charts.contains(".\(tone) { fill: var(--\(tone));"), "\(tone)")
            #expect(charts.contains("text.\(tone) { fill: var(--on-\(tone)); }"), "\(tone)")
            #expect(charts.components(of: "--\(tone): #") == 2, "\(tone) in light and dark")
        }
        for side in Side.allCases { #expect(charts.contains(".c .m.\(Charts.sideClass(side)) {"), "\(side)") }
        for steps in 1...6 { #expect(charts.contains(".g\(steps) {")) }
        for name in ["h1", "h2", "h3", "h4", "h5"] {
            #expect(charts.components(of: "--\(name): #") == 2)
            #expect(try css("55-map.css").contains(".heat .\(name) {"))
        }
        #expect(charts.contains("@media (forced-colors: active)"))
    }
}
