import Content
import Report
import Testing

@testable import Site

/// What an action was to move, and from when on it is told how that moved.
@Suite struct ActionMovementTests {
    private let finance = 5
    private let it = 7

    private static func figure(_ value: Double, half: Double = 0.06, base: Int = 100, change: Difference? = nil) -> Cell
    {
        .published(
            PublishedCell(
                histogram: [0, 0, base, 0, 0],
                figures: [
                    Figure(
                        statistic: .csat,
                        estimate: Estimate(value: value, low: value - half, high: value + half), change: change)
                ]))
    }

    private static func since(_ wave: Int, _ other: Double, _ value: Double, _ verdict: Verdict?) -> Difference {
        Difference(
            against: .wave(SampleReport.waves[wave].id), other: other,
            estimate: Estimate(value: value - other, low: value - other - 0.05, high: value - other + 0.05),
            verdict: verdict)
    }

    /// Finance, internal customers, headline question: 58 %, 66 % and 72 % in summer, autumn and winter.
    private func edition(
        summer: Cell = figure(0.58), autumn: Cell = figure(0.66), winter: Cell? = nil, scores: [ThemeScore] = [],
        days: Bool = true
    ) -> Edition {
        var cells = SampleReport.cells
        let newest = winter ?? Self.figure(0.72, change: Self.since(1, 0.66, 0.72, .similar))
        for (wave, cell) in [summer, autumn, newest].enumerated() {
            cells[unit: finance, side: .internal, wave: wave, question: 0] = cell
        }
        let report = SampleReport.report(cells: cells)
        return SampleReport.edition(
            Report(
                organisation: report.organisation,
                waves: days ? report.waves : report.waves.map { Wave(id: $0.id, name: $0.name) }, trees: report.trees,
                questions: report.questions, headline: report.headline, themes: report.themes,
                confidentiality: report.confidentiality, cells: report.cells, asked: report.asked, links: report.links,
                surveys: report.surveys, rulebook: report.rulebook, themeScores: scores,
                association: report.association, comments: [], standards: [], newestResponse: nil))
    }

    private func moved(_ edition: Edition, done: CalendarDate? = nil, moves: String = "overall") -> String? {
        edition.movement(of: SampleNotes.action("a", done: done, moves: moves, note: "waiting"))
    }

    private func overall(_ rest: String) -> String {
        "“Overall, how satisfied are you with the service?”, internal customers: \(rest)"
    }

    @Test func whatIsNotDoneIsToldWithTheLastChange() {
        #expect(moved(edition()) == overall("66% in Autumn 2025, now 72%, could be chance"))
        let first = edition(winter: Self.figure(0.72))
        #expect(moved(first) == overall("72% in Winter 2026"))
    }

    /// In the wave of the day itself people answered before it and after it.
    @Test func whatIsDoneIsToldFromTheLastWaveThatWasOver() {
        let date = SampleReport.date
        // Done in autumn: summer stands before it. The intervals of both decide: 58 ± 6 and 72 ± 6.
        #expect(
            moved(edition(), done: date(2025, 10, 1)) == overall("58% in Summer 2025, now 72%, difference +6 to +22"))
        #expect(
            moved(edition(), done: date(2025, 12, 31)) == overall("58% in Summer 2025, now 72%, difference +6 to +22"))
        // Done in winter: the report has that change, and its verdict.
        #expect(moved(edition(), done: date(2026, 1, 1)) == overall("66% in Autumn 2025, now 72%, could be chance"))
        // Nothing was asked before it, or that is hidden.
        #expect(moved(edition(), done: date(2025, 8, 1)) == overall("72% in Winter 2026"))
        #expect(moved(edition(summer: .suppressed), done: date(2025, 11, 1)) == overall("72% in Winter 2026"))
        // Waves without days: nothing tells which was before it, so it is told with the last change.
        #expect(
            moved(edition(days: false), done: date(2025, 8, 1))
                == overall("66% in Autumn 2025, now 72%, could be chance"))
        // Nothing was asked since.
        #expect(
            moved(edition(), done: date(2026, 4, 1)) == overall("72% in Winter 2026, not asked since it was done"))
    }

    @Test func aDifferenceThatChanceOrFewAnswersExplainSaysSo() {
        let day = SampleReport.date(2025, 11, 1)
        #expect(
            moved(edition(summer: Self.figure(0.66, half: 0.09)), done: day)
                == overall("66% in Summer 2025, now 72%, could be chance"))
        #expect(
            moved(edition(summer: Self.figure(0.40, base: 29)), done: day)
                == overall("40% in Summer 2025, now 72%, too few answers to tell"))
        #expect(
            moved(edition(summer: Self.figure(0.40, base: 30)), done: day)
                == overall("40% in Summer 2025, now 72%, difference +24 to +40"))
    }

    @Test func themesAreToldFromTheSameWave() {
        func score(
            _ wave: Int, _ value: Double, half: Double = 0.1, base: Int = 90, change: Double? = nil,
            questions: [String] = ["promises"]
        ) -> ThemeScore {
            ThemeScore(
                theme: ThemeID("quality"), unit: finance, side: .internal, wave: wave,
                estimate: Estimate(value: value, low: value - half, high: value + half), base: base,
                questions: questions.map { QuestionID($0) },
                change: change.map { Estimate(value: $0, low: $0 - half, high: $0 + half) })
        }
        let scores = [score(0, 0.50), score(1, 0.55, change: 0.05), score(2, 0.61, change: 0.06)]
        func moved(_ scores: [ThemeScore], _ done: CalendarDate?) -> String? {
            self.moved(edition(scores: scores), done: done, moves: "quality")
        }
        let theme = "Gets it right, internal customers: "
        #expect(moved(scores, nil) == theme + "55% in Autumn 2025, now 61%, could be chance")
        #expect(moved(scores, SampleReport.date(2025, 11, 1)) == theme + "50% in Summer 2025, now 61%, could be chance")
        #expect(moved(scores, SampleReport.date(2025, 8, 1)) == theme + "61% in Winter 2026")
        #expect(
            moved([score(0, 0.3, half: 0.05), score(2, 0.61, half: 0.05)], SampleReport.date(2025, 11, 1))
                == theme + "30% in Summer 2025, now 61%, difference +24 to +38")
        #expect(
            moved([score(0, 0.3, base: 29), score(2, 0.61)], SampleReport.date(2025, 11, 1))
                == theme + "30% in Summer 2025, now 61%, too few answers to tell")
        // Other questions are another score.
        let others = [score(0, 0.50, questions: ["promises", "solved"]), score(2, 0.61)]
        #expect(moved(others, SampleReport.date(2025, 11, 1)) == theme + "61% in Winter 2026")
    }

    /// Nobody knows how much of a change is the other words.
    @Test func aThemeThatWasAskedInOtherWordsHasNoChange() {
        func edition(asking words: String?) -> Edition {
            let report = SampleReport.report(cells: SampleReport.cells, asking: words)
            func score(_ wave: Int, _ value: Double, _ change: Double?) -> ThemeScore {
                ThemeScore(
                    theme: ThemeID("quality"), unit: finance, side: .internal, wave: wave,
                    estimate: Estimate(value: value, low: value - 0.1, high: value + 0.1), base: 90,
                    questions: [QuestionID("overall")],
                    change: change.map { Estimate(value: $0, low: $0 - 0.1, high: $0 + 0.1) })
            }
            return SampleReport.edition(
                Report(
                    organisation: report.organisation, waves: report.waves, trees: report.trees,
                    questions: report.questions, headline: report.headline, themes: report.themes,
                    confidentiality: report.confidentiality, cells: report.cells, asked: report.asked,
                    links: report.links, surveys: report.surveys, rulebook: report.rulebook,
                    themeScores: [score(1, 0.5, nil), score(2, 0.6, 0.1)], association: report.association,
                    comments: [], standards: [], newestResponse: nil))
        }
        let theme = ThemeID("quality")
        #expect(edition(asking: nil).themeChange(theme, finance, .internal)?.value == 0.1)
        #expect(edition(asking: "Are you happy?").themeChange(theme, finance, .internal) == nil)
        #expect(
            moved(edition(asking: "Are you happy?"), moves: "quality")
                == "Gets it right, internal customers: 60% in Winter 2026")
    }

    /// The owner's service is the one that is to become better, wherever its name stands in the note.
    @Test func theOwnersFigureGoesFirst() {
        func who(_ departments: [String], owner: String?) -> String? {
            edition().movement(
                of: SampleNotes.action(
                    "a", moves: "overall", note: "waiting", departments: departments, owner: owner))
        }
        #expect(who(["it", "finance"], owner: nil)?.contains("internal customers of IT <service> desk:") == true)
        #expect(who(["it", "finance"], owner: "finance")?.contains("internal customers of Finance:") == true)
        // An owner that the note is not about only does the work.
        #expect(who(["it", "finance"], owner: "depot")?.contains("internal customers of IT <service> desk:") == true)
    }
}
