import Content
import Report
import Testing

@testable import Site

extension SampleReport {
    static func edition(_ report: Report, content: ContentFolder = content) -> Edition {
        Edition(
            report: report, content: content, asOf: asOf, words: english, release: "0", stylesheet: "assets/site.css",
            script: nil)
    }

    /// The sample with cells of its own for the newest wave's headline question.
    static func edition(_ changes: [(unit: Int, side: Side, cell: Cell)]) -> Edition {
        var table = cells
        for change in changes { table[unit: change.unit, side: change.side, wave: 2, question: 0] = change.cell }
        return edition(report(cells: table))
    }
}

/// The first words of a page.
@Suite struct HeadingTests {
    private func csat(_ value: Double) -> Cell {
        .published(
            PublishedCell(
                histogram: [0, 0, 40, 0, 0],
                figures: [Figure(statistic: .csat, estimate: Estimate(value: value, low: 0, high: 1))]))
    }

    @Test func findingOfBothSidesOfOneOrOfNone() {
        #expect(
            SampleReport.edition([(5, .external, csat(0.6)), (5, .internal, csat(0.8))]).heading(of: 5)
                == "Finance: 60% of external customers and 80% of internal customers who answered are satisfied")
        #expect(
            SampleReport.edition([(5, .external, .suppressed), (5, .internal, csat(0.8))]).heading(of: 5)
                == "Finance: 80% of the internal customers who answered are satisfied")
        #expect(
            SampleReport.edition([(5, .external, .suppressed), (5, .internal, .suppressed)]).heading(of: 5)
                == "Finance: the figures are not shown, to protect confidentiality")
        #expect(
            SampleReport.edition([(5, .external, Cell.none), (5, .internal, Cell.none)]).heading(of: 5)
                == "Finance: no answers yet")
        #expect(
            SampleReport.edition(SampleReport.unasked.report).heading(of: 5) == "Finance: nothing has been asked yet")
    }

    /// The nearest unit above that is shown, on the side that is hidden.
    @Test func hiddenSentenceNamesTheNearestShownUnit() {
        let support = 9
        #expect(SampleReport.organisation.id(support).text == "support")
        let edition = SampleReport.edition([(5, .external, .suppressed), (support, .external, csat(0.64))])
        #expect(
            edition.hiddenSentence(for: 5)?.hasSuffix(
                "The nearest that is shown: Support services, 64% satisfied (external customers).")
                == true)
        let further = SampleReport.edition([
            (5, .external, .suppressed), (support, .external, .suppressed), (0, .external, csat(0.5)),
        ])
        #expect(further.hiddenSentence(for: 5)?.contains("Northline Buses, 50% satisfied (external customers)") == true)
        // Where nothing is shown, the page starts with it.
        let archive = SampleReport.organisation.unit(DepartmentID("archive")) ?? 0
        #expect(edition.hiddenSentence(for: archive)?.hasSuffix("can be worked out.") == true)
    }

    @Test func hiddenAndShownFiguresInWords() {
        let edition = SampleReport.edition(SampleReport.report)
        let hidden = edition.text(of: .suppressed, .csat)
        #expect(hidden.value == "Not shown, to protect confidentiality")
        #expect([hidden.range, hidden.base, hidden.answers, hidden.change, hidden.verdict] == ["", "", "", "", ""])
        #expect(edition.text(of: Cell.none, .csat).value == "No answers")
        #expect(edition.text(of: csat(0.715), .csat).answers == "40 answers")
    }
}
