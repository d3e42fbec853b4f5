import Content
import Report
import Testing

@testable import Site

/// What a department head is told to look at first, and what is said of actions.
@Suite struct StartHereTests {
    private let finance = 5

    private func edition(_ actions: [Action], standards: [StandardResult] = []) -> Edition {
        var content = SampleReport.content
        content.actions = actions
        var cells = SampleReport.cells
        // No change has a verdict, so that only what a test puts in stands out.
        for question in SampleReport.questions.indices {
            for side in Side.allCases {
                cells[unit: finance, side: side, wave: 2, question: question] = .suppressed
            }
        }
        let report = SampleReport.report(cells: cells, standards: standards)
        let quiet = Report(
            organisation: report.organisation, waves: report.waves, trees: report.trees, questions: report.questions,
            headline: report.headline, themes: report.themes, confidentiality: report.confidentiality,
            cells: report.cells,
            asked: report.asked, links: report.links, surveys: report.surveys, rulebook: report.rulebook,
            themeScores: [],
            association: report.association, comments: [], standards: standards, newestResponse: nil)
        return SampleReport.edition(quiet, content: content)
    }

    private func action(_ text: String, _ due: CalendarDate?, done: CalendarDate? = nil) -> Action {
        SampleNotes.action(text, done: done, due: due, note: "waiting")
    }

    @Test func oldestOverdueActionAndFurthestStandard() {
        func standard(_ target: Double, _ value: Double, _ status: StandardResult.Status) -> StandardResult {
            StandardResult(
                department: DepartmentID("finance"), side: .internal, question: QuestionID("overall"), statistic: .csat,
                target: target, wave: nil, estimate: Estimate(value: value, low: 0, high: 1), status: status, source: 0)
        }
        let entries = edition(
            [
                action("Second", SampleReport.date(2026, 4, 9)), action("First", SampleReport.date(2026, 4, 1)),
                action("Done", SampleReport.date(2026, 1, 1), done: SampleReport.date(2026, 1, 2)),
            ],
            standards: [standard(80, 0.7, .missed), standard(90, 0.6, .missed), standard(99, 0.1, .cannotTell)]
        ).startHere(finance).suffix(2)
        #expect(
            entries.map(\.text) == [
                "“Overall, how satisfied are you with the service?”, internal customers: 60%, and the standard is 90%.",
                "First (Finance, overdue by 9 days).",
            ])
    }

    @Test func dueOnTheDayIsStillOpen() {
        let edition = edition([])
        #expect(edition.status(of: action("a", SampleReport.asOf)) == .open)
        #expect(edition.status(of: action("a", SampleReport.date(2026, 4, 9))) == .overdue)
        #expect(edition.status(of: action("a", nil)) == .open)
        #expect(edition.status(of: action("a", SampleReport.date(2020, 1, 1), done: SampleReport.asOf)) == .done)
    }

    @Test func orderOfActions() {
        let actions = [
            action("done early", nil, done: SampleReport.date(2026, 1, 1)), action("no date", nil),
            action("later", SampleReport.date(2026, 6, 1)), action("late", SampleReport.date(2026, 3, 1)),
            action("done late", nil, done: SampleReport.date(2026, 3, 1)),
            action("later too", SampleReport.date(2026, 6, 1)),
            action("latest", SampleReport.date(2025, 3, 1)),
        ]
        #expect(
            edition([]).ordered(actions).map(\.plain)
                == ["latest", "late", "later", "later too", "no date", "done late", "done early"])
    }

    @Test func doneSinceTheLastWave() {
        let edition = edition([])
        #expect(edition.isDoneSinceLastWave(action("a", nil, done: SampleReport.date(2026, 1, 1))))
        #expect(!edition.isDoneSinceLastWave(action("a", nil, done: SampleReport.date(2025, 12, 31))))
        #expect(!edition.isDoneSinceLastWave(action("a", SampleReport.date(2026, 2, 1))))
    }

    @Test func whatAnActionMoved() {
        let edition = SampleReport.edition(SampleReport.report)
        func moved(_ what: String) -> String? {
            edition.movement(of: SampleNotes.action("a", moves: what, note: "waiting"))
        }
        #expect(
            moved("informed")?.hasPrefix("Keeps me informed, internal customers: ") == true
                || moved("informed")?.hasPrefix("“I am kept informed”") == true)
        #expect(
            moved("overall")?.hasPrefix("“Overall, how satisfied are you with the service?”, internal customers: ")
                == true)
        // At several departments it says whose customers they are.
        let shared = SampleNotes.action("a", moves: "overall", note: "waiting", departments: ["finance", "it"])
        #expect(
            edition.movement(of: shared)?.hasPrefix(
                "“Overall, how satisfied are you with the service?”, internal customers of Finance: ") == true)
        let hidden = self.edition([])
        #expect(
            hidden.movement(of: SampleNotes.action("a", moves: "overall", note: "waiting"))
                == "“Overall, how satisfied are you with the service?”: no figure is shown")
    }
}
