import Diagnostics
import Report
import Statistics
import Testing

@testable import Survey

@Suite struct ReleaseFigureTests {
    private let waves = ["2024-Q1", "2024-Q4", "2025-Q1"]

    /// Ratings from histograms; people are numbered on from `from`.
    private func ratings(_ unit: Int, wave: Int, _ histogram: [Int], side: Side = .external, from: Int) -> [TestRating]
    {
        histogram.enumerated().flatMap { point, count in Array(repeating: point, count: count) }.enumerated().map {
            TestRating(person: from + $0, unit: unit, side: side, wave: wave, answers: [$1])
        }
    }

    private func report(_ organisation: Organisation, _ all: [TestRating], yearAgo: Bool = false) -> Report {
        var made = input(organisation, [surveyResult("s", waves: waves, questions: [overall], all)])
        made.comparesYearAgo = yearAgo
        return makeReport(made).value
    }

    private func share(_ histogram: [Int]) -> Sample {
        .share(Share(hits: Double(histogram[3] + histogram[4]), count: Double(histogram.reduce(0, +))))
    }

    @Test func changesAndVerdicts() throws {
        let (low, high, few) = ([10, 10, 10, 5, 5], [1, 2, 7, 20, 30], [1, 2, 3, 4, 5])
        let all =
            ratings(1, wave: 0, high, from: 0) + ratings(1, wave: 1, low, from: 100)
            + ratings(1, wave: 2, high, from: 200) + ratings(2, wave: 1, few, from: 300)
            + ratings(2, wave: 2, high, from: 400)
        let report = report(organisation(parents: [-1, -1]), all, yearAgo: true)
        func figure(_ unit: Int, _ wave: Int) -> Figure? {
            report.cells[unit: unit, side: .external, wave: wave, question: 0].published?.figure(.csat)
        }
        #expect(figure(1, 0)?.change == nil)
        let change = try #require(figure(1, 2)?.change)
        let expected = SampleDifference(share(high), share(low))
        #expect(change.against == .wave(WaveID("2024-Q4")))
        #expect(change.other == share(low).estimate)
        #expect(change.estimate.value == expected.estimate)
        #expect(change.estimate.low == expected.interval().low)
        #expect(change.verdict == .higher)
        #expect(figure(1, 1)?.change?.verdict == .lower)
        #expect(figure(1, 2)?.yearAgo?.against == .wave(WaveID("2024-Q1")))
        #expect(figure(1, 2)?.yearAgo?.verdict == .similar)
        #expect(figure(2, 2)?.change?.verdict == .few)
        // The rest of the organisation is the other department.
        let rest = try #require(figure(1, 1)?.comparisons.first { $0.against == .rest })
        #expect(rest.other == share(few).estimate)
    }

    @Test func aHiddenWaveIsNotJumpedOver() {
        let good = [1, 2, 7, 20, 30]
        let all =
            ratings(1, wave: 0, good, from: 0) + ratings(1, wave: 1, [0, 0, 1, 1, 0], from: 100)
            + ratings(1, wave: 2, good, from: 200)
        let report = report(organisation(parents: [-1]), all)
        #expect(report.cells[unit: 1, side: .external, wave: 1, question: 0] == .suppressed)
        #expect(report.cells[unit: 1, side: .external, wave: 2, question: 0].published?.figures[0].change == nil)
    }

    @Test func aSeriesGoesOnUnderAnotherName() throws {
        let old = [5, 5, 5, 10, 10]
        let new = [1, 2, 7, 20, 30]
        let departments = [
            Department(id: DepartmentID("a"), name: "A", until: WaveID("2024-Q4")),
            Department(id: DepartmentID("b"), name: "B", until: WaveID("2024-Q4")),
            Department(id: DepartmentID("c"), name: "C", continues: [DepartmentID("a"), DepartmentID("b")]),
        ]
        let organisation = Organisation(name: "Test", departments: departments)
        let all =
            ratings(1, wave: 1, old, from: 0) + ratings(2, wave: 1, new, from: 100)
            + ratings(3, wave: 2, new, from: 200)
        let report = report(organisation, all)
        let change = try #require(
            report.cells[unit: 3, side: .external, wave: 1, question: 0].published?.figures[0].change)
        #expect(change.other == share(zip(old, new).map(+)).estimate)
    }

    @Test func severalAnswersOfOnePersonWidenTheInterval() {
        // Each of 40 people rates both teams: the division has 80 answers of 40 people.
        let organisation = organisation(parents: [-1, 0, 0])
        let all = (0..<80).map { TestRating(person: $0 / 2, unit: 2 + $0 % 2, wave: 2, answers: [$0 % 3 + 2]) }
        let cell = report(organisation, all).cells[unit: 1, side: .external, wave: 0, question: 0].published
        let hits = Double(all.count { ($0.answers[0] ?? 0) >= 3 })
        let expected = Share(hits: hits / 2, count: 40).interval()
        #expect(cell?.base == 80)
        #expect(cell?.figures[0].estimate.low == expected.low)
        #expect(cell?.figures[0].estimate.high == expected.high)
    }

    @Test func rowsAndSurveysInAnyOrder() {
        var dice = Dice(11)
        let organisation = organisation(parents: [-1, 0, 0, -1, 3])
        let all = (0..<300).map {
            TestRating(
                person: $0, unit: 1 + dice.below(5), side: [.external, .internal][dice.below(2)], wave: dice.below(3),
                customer: dice.below(5), answers: [dice.below(5)])
        }
        func text(_ surveys: [SurveyResult]) -> String {
            var text = ""
            dump(makeReport(input(organisation, surveys)).value, to: &text)
            return text
        }
        func surveys(_ rows: [TestRating]) -> [SurveyResult] {
            ["a", "b"].enumerated().map { index, id in
                surveyResult(id, waves: waves, questions: [overall], rows.filter { $0.person % 2 == index })
            }
        }
        #expect(text(surveys(all)) == text(surveys(all.shuffled(using: &dice)).reversed()))
    }

    @Test func smallRuleCountsHideTogether() {
        #expect(guardCounts([3, 40, 7]) == [.fewer, .exactly(40), .fewer])
        #expect(guardCounts([3, 4, 7]) == [.fewer, .fewer, .exactly(7)])
        #expect(guardCounts([0, 5, 9]) == [.exactly(0), .exactly(5), .exactly(9)])
        #expect(guardCounts([2]) == [.fewer])
        #expect(guardCounts([]) == [])
        let surveys = [[3, 40, 7], [10, 20, 30]].enumerated().map {
            surveyResult("s\($0)", waves: waves, questions: [overall], [], decided: $1)
        }
        let rules = ["a", "b", "c"].map {
            RulebookDescription.Rule(name: $0, side: .external, kind: "person", because: "", conditions: [])
        }
        let account = accountRules(surveys, RulebookDescription(rules: rules, isDefault: false))
        #expect(account.rules.map(\.total) == [.atLeast(10), .exactly(60), .atLeast(30)])
        #expect(account.rules[0].responses == [SurveyID("s0"): .fewer, SurveyID("s1"): .exactly(10)])
    }

    @Test(arguments: [
        (50.0, StandardResult.Status.met), (95, .missed), (80, .cannotTell),
        // The ends as they are printed: 71.97 % and 90.69 % are 72 % and 91 %.
        (72, .met), (91, .cannotTell), (92, .missed),
    ])
    func theIntervalDecidesAStandard(target: Double, status: StandardResult.Status) {
        // 50 of 60 satisfied: 83 %, from 72 % to 91 %.
        var made = input(
            organisation(parents: [-1]),
            [surveyResult("s", waves: waves, questions: [overall], ratings(1, wave: 2, [1, 2, 7, 20, 30], from: 0))])
        made.standards = [
            DeclaredStandard(
                department: DepartmentID("d00"), side: .external, question: overall.id, statistic: .csat, target: target
            ),
            DeclaredStandard(
                department: DepartmentID("d00"), side: .internal, question: overall.id, statistic: .csat, target: target
            ),
            DeclaredStandard(
                department: DepartmentID("d00"), side: .external, question: overall.id, statistic: .csat,
                target: target,
                from: WaveID("2025-Q2")),
        ]
        let results = makeReport(made).value.standards
        #expect(results.map(\.status) == [status, .noFigure, .noFigure])
    }

    @Test func associationNeedsTwentyDepartments() {
        func association(_ count: Int) -> Association {
            var dice = Dice(5)
            let organisation = organisation(parents: Array(repeating: -1, count: count))
            var all: [TestRating] = []
            for unit in 1...count {
                for wave in [1, 2] {
                    for index in 0..<12 {
                        for (side, answers) in [
                            (Side.received, [nil, dice.below(5)]), (.external, [dice.below(5), nil]),
                        ] {
                            all.append(
                                TestRating(
                                    person: all.count + index * 0, unit: unit, side: side, wave: wave, answers: answers)
                            )
                        }
                    }
                }
            }
            return makeReport(
                input(organisation, [surveyResult("s", waves: waves, questions: [overall, received], all)])
            ).value.association
        }
        #expect(association(19) == .cannotTell(departments: 19))
        guard case .measured(let departments, let coefficient, let from, let to) = association(24) else {
            Issue.record("not measured")
            return
        }
        #expect(departments == 24)
        #expect(from == WaveID("2024-Q4") && to == WaveID("2025-Q1"))
        #expect(coefficient.low < coefficient.value && coefficient.value < coefficient.high)
    }

    /// Organisations in which nothing changes: how often an arrow appears all the same.
    @Test func fewArrowsWhereNothingChanges() {
        var comparisons = 0
        var arrows = 0
        var unadjusted = 0
        for seed in 0..<10 {
            var dice = Dice(UInt64(900 + seed))
            let organisation = organisation(parents: Array(repeating: -1, count: 30))
            var all: [TestRating] = []
            for unit in 1...30 {
                for wave in 1...2 {
                    for _ in 0..<(30 + dice.below(60)) {
                        all.append(
                            TestRating(
                                person: all.count, unit: unit, wave: wave,
                                answers: [min(4, dice.below(3) + dice.below(4))]))
                    }
                }
            }
            let report = report(organisation, all)
            for unit in 1...30 {
                for figure in report.cells[unit: unit, side: .external, wave: 1, question: 0].published?.figures ?? [] {
                    guard let change = figure.change else { continue }
                    comparisons += 1
                    if change.estimate.low > 0 || change.estimate.high < 0 { unadjusted += 1 }
                    if change.verdict == .higher || change.verdict == .lower { arrows += 1 }
                }
            }
        }
        #expect(comparisons == 600)
        #expect(unadjusted > 10)
        #expect(arrows <= 6, "\(arrows) of \(comparisons), unadjusted \(unadjusted)")
    }

    @Test func aReceiptSaysWhereAFigureComesFrom() throws {
        let all =
            ratings(1, wave: 2, [1, 2, 7, 20, 30], from: 0) + ratings(2, wave: 2, [1, 1, 1, 0, 0], from: 100)
            + ratings(3, wave: 2, [1, 2, 3, 0, 0], from: 200)
        let made = input(
            organisation(parents: [-1, -1, -1]), [surveyResult("s", waves: waves, questions: [overall], all)])
        let shown = try #require(explainFigure("d00/external/2025-Q1/overall", made).value)
        #expect(shown.contains("Answers (external): 60 of 60 people"))
        #expect(shown.contains("csat = 83.3333, 95 % interval 71.9684 to 90.6868"))
        #expect(shown.contains("50 of 60 answers from point 4 up; Wilson score interval"))
        let hidden = try #require(explainFigure("d01/external/2025-Q1/overall", made).value)
        #expect(hidden.contains("Hidden: 5 people are needed, and 3 answered."))
        #expect(explainFigure("d01/internal/2025-Q1/overall", made).value?.contains("No answers: nobody") == true)
        for wrong in [
            "", "d00", "x/external/2025-Q1/overall", "d00/x/2025-Q1/overall", "d00/all/2024-Q1/overall",
            "d00/all/2025-Q1/x",
        ] {
            let outcome = explainFigure(wrong, made)
            #expect(outcome.value == nil)
            #expect(outcome.diagnostics.map(\.code) == ["unknown-figure"])
        }
    }

    @Test func aPlanSaysWhatCouldBeTold() throws {
        let plan = planSurvey(
            organisation(parents: [-1, 0, 0], headcounts: [nil, 200, 9]), calendar: WaveCalendar(period: .quarter),
            rule: ConfidentialityRule(), response: "40%")
        let lines = try #require(plan.value).split(separator: "\n").map(String.init)
        #expect(lines[1].hasPrefix("department") && lines[1].hasSuffix("smallest change"))
        // Nine people, four answers: too few, and the larger team beside them cannot be shown with its division.
        #expect(lines.contains { $0.contains("Department 0") && $0.contains("84") && $0.contains("shown") })
        #expect(lines.contains { $0.contains("Department 1") && $0.contains("80") && !$0.contains("shown") })
        #expect(lines.contains { $0.contains("Department 2") && !$0.contains("shown") })
        #expect(smallestChange(80) == "15 points")
        #expect(smallestChange(29) == "too few to tell")
        for wrong in ["", "0%", "101%", "x", "nan", "-1"] {
            let outcome = planSurvey(
                organisation(parents: [-1]), calendar: WaveCalendar(period: .quarter), rule: ConfidentialityRule(),
                response: wrong)
            #expect(outcome.diagnostics.map(\.code) == ["response-rate"])
        }
    }
}
