import Report
import Testing

@testable import Site

/// Sentences about one figure, each under its condition.
@Suite struct FindingsTests {
    private static let newest = 2
    private static let finance = 5

    /// The sample in which a unit's internal headline figure is this one, and that of the wave before that one.
    private func findings(
        unit: Int = finance, _ cell: Cell, before: Cell? = nil, wave: Int = newest, wording: String? = nil
    ) -> Findings {
        var cells = SampleReport.cells
        cells[unit: unit, side: .internal, wave: wave, question: 0] = cell
        if let before, wave > 0 { cells[unit: unit, side: .internal, wave: wave - 1, question: 0] = before }
        let edition = SampleReport.edition(SampleReport.report(cells: cells, asking: wording))
        return Findings(edition: edition, question: 0, side: .internal, wave: wave, unit: unit)
    }

    private func cell(_ verdict: Verdict?, _ now: Double, _ before: Double, base: Int = 212, compared: Bool = true)
        -> Cell
    {
        let change = Difference(
            against: .wave(SampleReport.waves[1].id), other: before,
            estimate: Estimate(value: now - before, low: now - before - 0.07, high: now - before + 0.07),
            verdict: verdict)
        return .published(
            PublishedCell(
                histogram: [0, 0, base, 0, 0],
                figures: [
                    Figure(
                        statistic: .csat, estimate: Estimate(value: now, low: now - 0.06, high: now + 0.06),
                        change: compared ? change : nil)
                ]))
    }

    @Test func headlineAndRange() {
        let findings = findings(cell(.similar, 0.72, 0.66))
        #expect(findings.headline(.csat) == "72% of the 212 internal customers who answered were satisfied.")
        #expect(findings.range(.csat) == "Chance alone could put the true figure anywhere from 66% to 78%.")
    }

    @Test(arguments: [
        (Verdict.higher, 0.72, "This is 6 percentage points higher than in Autumn 2025 (66%): clearly above."),
        (.lower, 0.60, "This is 6 percentage points lower than in Autumn 2025 (66%): clearly below."),
        (.similar, 0.72, "This is similar to Autumn 2025 (66%): a difference of 6 percentage points could be chance."),
        (.similar, 0.662, "This is the same as in Autumn 2025 (66%), as far as the answers can tell."),
        (.few, 0.72, "In Autumn 2025 it was 66%: too few answers to tell whether it changed."),
        (
            nil, 0.72,
            "In Autumn 2025 it was 66%: a difference of 6 percentage points, which chance could put anywhere from \u{2212}1 to +13."
        ),
    ])
    func change(_ verdict: Verdict?, _ now: Double, _ sentence: String) {
        #expect(findings(cell(verdict, now, 0.66)).change(.csat) == sentence)
    }

    @Test func changeInTheLineUnderTheHeading() {
        #expect(
            findings(cell(.similar, 0.72, 0.66)).shortChange(.csat)
                == "+6 percentage points since Autumn 2025, which could be chance.")
        #expect(
            findings(cell(.similar, 0.662, 0.66)).shortChange(.csat)
                == "No change since Autumn 2025, as far as the answers can tell.")
    }

    @Test func whyNothingIsCompared() {
        let figure = cell(nil, 0.72, 0.66, compared: false)
        #expect(
            findings(figure, wave: 0).change(.csat) == "This is the first wave, so there is nothing to compare with.")
        #expect(
            findings(figure, before: .suppressed).change(.csat)
                == "The figure of Autumn 2025 is not shown, so we do not compare.")
        #expect(
            findings(figure, before: Cell.none).change(.csat)
                == "There were no answers in Autumn 2025, so there is nothing to compare with.")
        #expect(findings(.suppressed).change(.csat) == nil)
        #expect(findings(Cell.none).headline(.csat) == nil)
    }

    @Test func anotherWordingIsNotCompared() {
        let changed = findings(cell(.higher, 0.72, 0.66), wording: "How content are you?")
        #expect(changed.change(.csat) == "The question changed since Autumn 2025, so we do not compare.")
        // Letter case, spaces and punctuation are not another wording.
        let same = findings(cell(.higher, 0.72, 0.66), wording: "overall how satisfied  are you with the service")
        #expect(same.change(.csat)?.hasPrefix("This is 6 percentage points higher") == true)
    }

    @Test func fewAnswers() {
        let sentence = "Only 18 people answered, so one person changes the result by about 6 points."
        let leaf = 6
        #expect(SampleReport.organisation.id(leaf).text == "it")
        #expect(findings(unit: leaf, cell(nil, 0.7, 0.6, base: 18)).smallBase(.csat) == sentence)
        #expect(findings(unit: leaf, cell(nil, 0.7, 0.6, base: 29)).smallBase(.csat) != nil)
        #expect(findings(unit: leaf, cell(nil, 0.7, 0.6, base: 30)).smallBase(.csat) == nil)
        #expect(findings(unit: leaf, .suppressed).smallBase(.csat) == nil)
        // Above single departments a person may have given several of the answers.
        #expect(
            findings(unit: 0, cell(nil, 0.7, 0.6, base: 18)).smallBase(.csat)
                == "There are only 18 answers, so one answer changes the result by about 6 points.")
    }

    /// No sentence of any language ranks or claims significance.
    @Test(arguments: ["en"])
    func wordsThatNeverAppear(_ language: String) {
        let words = SampleReport.words(language)
        for key in words.keys where key != "section-association" {
            let text = words(key).lowercased()
            for word in ["better", "worse", "significant", "nan"] {
                #expect(!text.split { !$0.isLetter }.contains { $0 == word }, "\(key)")
            }
        }
    }
}
