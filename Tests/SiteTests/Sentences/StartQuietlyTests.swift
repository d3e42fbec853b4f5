import Content
import Report
import Testing

@testable import Site

/// What "Start here" says where no figure asks for anything: only as far as figures, standards and actions carry it.
@Suite struct StartQuietlyTests {
    private static let finance = 5

    /// The sample without themes, in which every figure of finance is this cell.
    private func edition(
        _ cell: (_ question: Question) -> Cell, standards: [StandardResult] = [], actions: [Action] = [],
        notes: [Note] = []
    ) -> Edition {
        var cells = SampleReport.cells
        for (position, question) in SampleReport.questions.enumerated() {
            for side in Side.allCases {
                cells[unit: Self.finance, side: side, wave: 2, question: position] = cell(question)
            }
        }
        var content = SampleReport.content
        content.actions = actions
        content.notes = notes
        let report = SampleReport.report(cells: cells, standards: standards)
        return SampleReport.edition(
            Report(
                organisation: report.organisation, waves: report.waves, trees: report.trees,
                questions: report.questions, headline: report.headline, themes: report.themes,
                confidentiality: report.confidentiality, cells: report.cells, asked: report.asked,
                links: report.links, surveys: report.surveys, rulebook: report.rulebook, themeScores: [],
                association: report.association, comments: [], standards: standards, newestResponse: nil),
            content: content)
    }

    private func published(_ verdict: Verdict?, compared: Bool = true) -> (Question) -> Cell {
        { question in
            let change = Difference(
                against: .wave(SampleReport.waves[1].id), other: 0.6,
                estimate: Estimate(value: 0, low: -0.1, high: 0.1), verdict: verdict)
            return .published(
                PublishedCell(
                    histogram: [Int](repeating: 8, count: question.scale.count),
                    figures: [
                        Figure(
                            statistic: question.headlineStatistic, estimate: Estimate(value: 0.6, low: 0.5, high: 0.7),
                            change: compared ? change : nil)
                    ]))
        }
    }

    private func standard(_ estimate: Estimate?) -> StandardResult {
        StandardResult(
            department: DepartmentID("finance"), side: .internal, question: QuestionID("overall"), statistic: .csat,
            target: 40, wave: nil, estimate: estimate, status: estimate == nil ? .noFigure : .met, source: 0)
    }

    private func quiet(_ edition: Edition) -> String? {
        let entries = edition.startHere(Self.finance)
        return entries.count == 1 && entries[0].heading == "Nothing stands out" ? entries[0].text : nil
    }

    private var open: Action { SampleNotes.action("Later", due: SampleReport.date(2026, 6, 1), note: "waiting") }

    @Test func nothingStandsOutAsFarAsThereIsSomething() {
        let similar = published(.similar)
        #expect(
            quiet(edition(similar, standards: [standard(Estimate(value: 0.6, low: 0.5, high: 0.7))], actions: [open]))
                == "No standard is missed. No action is overdue. No change is larger than chance could make it.")
        #expect(
            quiet(edition(similar))
                == "No standard has been set. No action has been written down. No change is larger than chance could make it."
        )
        #expect(quiet(edition(similar, standards: [standard(nil)]))?.hasPrefix("None of the standards has") == true)
        #expect(
            quiet(edition(published(.few)))?.hasSuffix("There are too few answers to tell whether anything changed.")
                == true)
        #expect(
            quiet(edition(published(nil, compared: false)))?.hasSuffix("There is no earlier figure to compare with.")
                == true)
    }

    /// One question is hidden, the others are shown.
    @Test func whatIsHiddenIsNotSpokenFor() {
        let some = edition { $0.id.text == "promises" ? .suppressed : published(.similar)($0) }
        #expect(quiet(some)?.hasSuffix("This goes for the figures that are shown.") == true)
    }

    @Test func hiddenFiguresLeadToTheNearestThatIsShown() throws {
        let hidden = edition({ _ in .suppressed }, standards: [standard(nil)], notes: SampleNotes.notes)
        let entries = hidden.startHere(Self.finance)
        #expect(entries.map(\.heading) == ["Figures are not shown", "The nearest that is shown"])
        #expect(entries[0].text.hasSuffix("What can be looked at: its standards and notes."))
        let near = try #require(entries.last)
        #expect(near.text.hasPrefix("Support services, ") && near.text.contains("% satisfied (external customers)"))
        #expect(near.anchor == "support.html")
        #expect(!entries.contains { $0.text.contains("No change") })
        // What is overdue is named all the same.
        let late = SampleNotes.action("Late", due: SampleReport.date(2026, 4, 1), note: "waiting")
        #expect(
            edition({ _ in .suppressed }, actions: [late]).startHere(Self.finance).last?.heading
                == "Oldest overdue action")
        #expect(
            edition({ _ in .suppressed }).startHere(Self.finance)[0].text.hasSuffix("or whether that changed."))
    }

    @Test func noAnswersAreSaidToBeNone() {
        #expect(edition { _ in Cell.none }.startHere(Self.finance).map(\.heading) == ["No answers yet"])
        let before = Edition(
            report: SampleReport.unasked.report, content: SampleReport.content, asOf: SampleReport.asOf,
            words: SampleReport.english, release: "0", stylesheet: "assets/site.css", script: nil)
        #expect(before.startHere(Self.finance).first?.heading == "No answers yet")
    }

    @Test func aStandardThatIsDeclaredTwiceCountsOnce() {
        let met = standard(Estimate(value: 0.6, low: 0.5, high: 0.7))
        let twice = edition(published(.similar), standards: [met, standard(nil), met])
        #expect(twice.standards.count == 1)
        #expect(twice.standardCounts(twice.standards) == "1 met.")
        #expect(twice.standardCounts([met, standard(nil)]) == "1 met, 1 without a figure.")
        #expect(twice.actionCounts([open, open]) == "2 open.")
    }
}
