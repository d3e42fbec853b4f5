import Diagnostics
import Report
import Statistics
import Testing

@testable import Survey

/// Scores of themes: means of shares, with ranges that hold whatever the questions have in common.
@Suite struct ThemeScoreTests {
    private static let waves = ["2025-Q1", "2025-Q2", "2025-Q3"]
    private static let theme = Theme(id: ThemeID("quality"), name: "Gets it right")

    private static func question(_ id: String, _ measure: Measure, _ count: Int) -> Question {
        Question(
            id: QuestionID(id), measure: measure, scale: Scale(low: measure == .yesNo ? 0 : 1, count: count),
            theme: theme.id)
    }
    private let questions = [
        question("promises", .agreement, 5), question("solved", .yesNo, 2), question("recommend", .recommendation, 11),
    ]

    /// People of one department, outside; each answers the first question with `favourable` of `count`, the second with
    /// `yes` of those who come first.
    private func people(wave: Int, _ count: Int, favourable: Int, yes: Int, asked: Int) -> [TestRating] {
        (0..<count).map { person in
            TestRating(
                person: wave * 1000 + person, unit: 1, wave: wave,
                answers: [person < favourable ? 4 : 1, person < asked ? (person < yes ? 1 : 0) : nil, 10])
        }
    }

    private func scores(_ ratings: [TestRating]) -> [ThemeScore] {
        var input = input(
            organisation(parents: [-1]), [surveyResult("s", waves: Self.waves, questions: questions, ratings)])
        input.themes = [Self.theme]
        return makeReport(input).value.themeScores.filter { $0.unit == 1 && $0.side == .external }
    }

    private func share(_ hits: Int, _ count: Int) -> Estimate {
        let share = Share(hits: Double(hits), count: Double(count))
        let limits = share.interval()
        return Estimate(value: share.estimate, low: limits.low, high: limits.high)
    }

    @Test func theRangeIsTheMeanOfTheLimits() throws {
        let scores = scores(
            people(wave: 0, 60, favourable: 30, yes: 20, asked: 40)
                + people(wave: 1, 80, favourable: 60, yes: 30, asked: 50))
        #expect(scores.map(\.wave) == [0, 1])
        let first = [share(30, 60), share(20, 40)]
        let second = [share(60, 80), share(30, 50)]
        for (score, shares) in zip(scores, [first, second]) {
            #expect(score.questions == [QuestionID("promises"), QuestionID("solved")], "no share of recommendation")
            #expect(abs(score.estimate.value - (shares[0].value + shares[1].value) / 2) < 1e-12)
            #expect(abs(score.estimate.low - (shares[0].low + shares[1].low) / 2) < 1e-12)
            #expect(abs(score.estimate.high - (shares[0].high + shares[1].high) / 2) < 1e-12)
        }
        #expect(scores.map(\.base) == [40, 50])
        #expect(scores[0].change == nil)
        let change = try #require(scores[1].change)
        let (now, before) = (scores[1].estimate, scores[0].estimate)
        #expect(abs(change.value - 0.175) < 1e-12)
        func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        #expect(abs(change.low - (change.value - root(now.value - now.low, before.high - before.value))) < 1e-12)
        #expect(abs(change.high - (change.value + root(now.high - now.value, before.value - before.low))) < 1e-12)
    }

    /// Two questions that the same people answer alike are worth one: the range must not be narrower than that one's.
    @Test func answersThatHangTogetherDoNotNarrowTheRange() {
        let score = scores(people(wave: 0, 50, favourable: 35, yes: 35, asked: 50)).first
        let one = share(35, 50)
        #expect(
            score.map { abs($0.estimate.low - one.low) < 1e-12 && abs($0.estimate.high - one.high) < 1e-12 } == true)
    }

    @Test func otherQuestionsOrAWaveBetweenGiveNoChange() {
        let full = people(wave: 0, 60, favourable: 30, yes: 20, asked: 40)
        // Too few were asked the second question, so it is hidden and another score.
        #expect(scores(full + people(wave: 1, 60, favourable: 30, yes: 2, asked: 3)).last?.change == nil)
        // Of the second wave nothing is shown.
        let gap = full + people(wave: 1, 3, favourable: 1, yes: 1, asked: 3)
        let later = scores(gap + people(wave: 2, 60, favourable: 30, yes: 20, asked: 40))
        #expect(later.map(\.wave) == [0, 2] && later.last?.change == nil)
    }
}
