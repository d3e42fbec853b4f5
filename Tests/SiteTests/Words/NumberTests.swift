import Report
import Testing

@testable import Site

/// Numbers as readers see them.
@Suite struct NumberTests {
    let words = SampleReport.english

    @Test(arguments: [
        (0.715, "72%"), (0.7149, "71%"), (0.285, "29%"), (0.005, "1%"), (0.0049, "0%"), (-0.004, "0%"), (1, "100%"),
        (0, "0%"),
    ])
    func shares(_ value: Double, _ text: String) { #expect(words.value(value, of: .share) == text) }

    @Test(arguments: [
        (0.384, "+38"), (-0.384, "\u{2212}38"), (0.004, "0"), (-0.004, "0"), (1, "+100"), (-1, "\u{2212}100"),
    ])
    func netPromoterScores(_ value: Double, _ text: String) { #expect(words.value(value, of: .netPromoter) == text) }

    @Test(arguments: [
        (4.05, "4.1"), (4.04, "4.0"), (0.04, "0.0"), (-0.04, "0.0"), (-0.05, "\u{2212}0.1"), (12.34, "12.3"),
    ])
    func means(_ value: Double, _ text: String) { #expect(words.value(value, of: .mean) == text) }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func whatIsNoNumber(_ value: Double) {
        #expect(words.value(value, of: .share) == "not known%")
        #expect(words.value(value, of: .mean) == "not known")
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1000"), (9_999, "9999"), (10_000, "10,000"), (1_234_567, "1,234,567"),
        (-12_345, "\u{2212}12,345"), (Int.min, "\u{2212}9,223,372,036,854,775,808"),
    ])
    func wholeNumbers(_ value: Int, _ text: String) { #expect(words.whole(value) == text) }

    @Test func oneAndMany() {
        #expect(words.count("answers", 1) == "1 answer")
        #expect(words.count("answers", 0) == "0 answers")
        #expect(words.count("answers", 212) == "212 answers")
        #expect(words.points(-0.01, of: .share) == "1 percentage point")
        #expect(words.points(0.058, of: .share) == "6 percentage points")
        #expect(words.points(0.4, of: .mean) == "0.4 points")
        #expect(words.signedPoints(-0.058, of: .share) == "\u{2212}6 percentage points")
        #expect(words.signedPoints(0.004, of: .share) == "0 percentage points")
    }

    @Test func rangesTargetsAndDates() {
        #expect(words.range(Estimate(value: 0.72, low: 0.66, high: 0.78), of: .share) == "66% to 78%")
        #expect(words.range(Estimate(value: 0, low: -0.1, high: 0.1), of: .netPromoter) == "\u{2212}10 to +10")
        #expect(words.target(85, of: .share) == "85%")
        #expect(words.target(5, of: .mean) == "5.0")
        #expect(words.target(30, of: .netPromoter) == "+30")
        #expect(words.date(SampleReport.date(2026, 3, 4)) == "4 March 2026")
        #expect(words.tick(4, of: .mean) == "4")
        #expect(words.tick(4.5, of: .mean) == "4.5")
    }
}
