import Diagnostics
import Report
import Testing

@testable import Survey

@Suite struct TabulationTests {
    private static let mapping = """
        title: Pulse
        wave: { column: Date }
        respondent:
          id: Id
          department: My department
          relationship: I am
        department: { column: Department }
        one_rating_per_person: true
        questions:
          - { id: overall, column: Overall, measure: satisfaction }
          - { id: queue, column: Queue, measure: rating, scale: { from: 1, to: 6, reversed: true, top: 2 } }
          - { id: tone, column: Tone, measure: rating, scale: { labels: [=Bad, "So, so", Good], top: 1 } }
          - { id: received, column: Received, department: own, measure: satisfaction }
        comments: [ Comment ]
        """
    private static let header = "Id,Date,My department,I am,Department,Overall,Queue,Tone,Received,Comment\n"

    private func rows(_ count: Int, seed: UInt64) -> String {
        var dice = Dice(seed)
        func pick(_ texts: [String]) -> String { texts[dice.below(texts.count)] }
        return (0..<count).map { index in
            [
                "p\(index)", pick(["2026-01-05", "2025-11-30", "2026-05-01", ""]),
                pick(["Payroll", "Finance", "Stations", "", "Mars"]),
                pick(["Employee", "Passenger", "Supplier", "Martian"]),
                pick(["Payroll", "Finance", "Stations", "Mars"]),
                pick(["Satisfied", "Very satisfied", "n/a", "", "5"]), pick(["1", "6", "3", "-1", ""]),
                pick(["=Bad", "\"So, so\"", "good", ""]),
                pick(["Dissatisfied", "", "Neutral"]), "Words",
            ].joined(separator: ",") + "\n"
        }.joined()
    }

    private func tabulate(_ fixture: SurveyFixture) throws -> Outcome<[UInt8]?> {
        let mapping = try #require(fixture.readMapping().value.first)
        return try fixture.withFile(mapping) { Tabulation.write(mapping, from: $0, in: fixture.context) }
    }

    /// All that figures and links are made of: answers by wave, unit, side, customer, question and point.
    private func counts(_ result: SurveyResult) -> [String: Int] {
        let responses = result.responses
        var counts: [String: Int] = [:]
        for index in 0..<responses.count {
            for (question, answers) in responses.answers.enumerated() where answers[index] != Responses.noAnswer {
                let key = [
                    responses.waves[Int(responses.wave[index])].text, String(responses.unit[index]),
                    responses.side[index].rawValue,
                    String(responses.customer[index]), responses.questions[question].id.text, String(answers[index]),
                ].joined(separator: " ")
                counts[key, default: 0] += responses.weight.isEmpty ? 1 : responses.weight[index]
            }
        }
        return counts
    }

    @Test(arguments: 1..<6) func tabulatedIsTheSameAsRaw(seed: UInt64) throws {
        let raw = SurveyFixture(rows(200, seed: seed), header: Self.header, yaml: Self.mapping)
        let result = try raw.result()
        let table = try tabulate(raw)
        #expect(!table.hasErrors, "\(table.diagnostics.map(\.rendered))")
        var tabulated = SurveyFixture(yaml: Self.mapping + "\ncount: count\n")
        tabulated.csv = String(decoding: try #require(table.value), as: UTF8.self)
        let again = try tabulated.collect()
        let value = try #require(again.value)
        #expect(again.diagnostics.isEmpty, "\(again.diagnostics.map(\.rendered))")
        #expect(!counts(result).isEmpty && counts(value) == counts(result))
        #expect(value.account.isTabulated && value.account.ledger.map(\.outcome) == [.counted])
        #expect(
            value.responses.countsPeople && value.responses.questions.map(\.id) == result.responses.questions.map(\.id))
    }

    @Test func theTableIsInAFixedOrder() throws {
        let fixture = SurveyFixture(
            """
            b,2026-01-05,Stations,Employee,Finance,Satisfied,,,,
            a,2025-11-05,,Passenger,Payroll,Satisfied,,"So, so",,
            c,2026-01-05,Stations,Employee,Finance,Satisfied,2,,Neutral,

            """, header: Self.header, yaml: Self.mapping)
        let table = try tabulate(fixture)
        #expect(
            String(decoding: try #require(table.value), as: UTF8.self) == """
                wave,department,side,kind,rule,customer,question,answer,count\r
                2025-Q4,payroll,external,person,Passenger,,overall,4,1\r
                2025-Q4,payroll,external,person,Passenger,,tone,"So, so",1\r
                2026-Q1,finance,internal,employee,Staff,stations,overall,4,2\r
                2026-Q1,finance,internal,employee,Staff,stations,queue,2,1\r
                2026-Q1,stations,received,employee,Staff,stations,received,3,1\r

                """)
        #expect(table.diagnostics.map(\.message) == ["3 rows are in the table"])
    }

    @Test func rawFieldsInPlaceOfSides() throws {
        var fixture = SurveyFixture(yaml: Self.mapping + "\ncount: n\n")
        fixture.csv = """
            wave,department,I am,My department,question,answer,n
            2026-Q1,Payroll,Employee,Payroll,overall,Satisfied,12
            2026-Q1,Payroll,Employee,Stations,overall,Satisfied,7
            Winter 2026,Payroll,Passenger,,overall,Very satisfied,3
            2026-Q1,Payroll,Passenger,,overall,Very satisfied,4
            2026-Q2,Payroll,Passenger,,overall,Very satisfied,4
            2026-Q1,Payroll,Martian,,overall,Very satisfied,4
            2026-Q1,Payroll,Passenger,,overall,Not applicable,4
            2026-Q1,Mars,Passenger,,overall,Satisfied,4
            2026-Q1,Payroll,Passenger,,colour,Satisfied,4
            2026-Q1,Payroll,Passenger,,overall,Satisfied,-4
            2026-Q1,Payroll,Passenger,,overall,Satisfied,4.5
            never,Payroll,Passenger,,overall,Satisfied,4

            """
        let collected = try fixture.collect()
        let result = try #require(collected.value)
        #expect(
            result.ledgerText == [
                "unreadable/count 2", "unreadable/date 1", "unreadable/unknown-question 1", "incomplete/no-answer 1",
                "open 1", "unknown-department 1",
                "unclassified 1", "counted 4",
            ])
        #expect(
            result.ratingTexts == [
                "2026-Q1 4 external 4/-/-/- 0 3", "2026-Q1 4 external 4/-/-/- 0 4", "2026-Q1 4 internal 3/-/-/- 5 7",
                "2026-Q1 4 self 3/-/-/- 4 12",
            ])
        #expect(result.decided == [19, 7, 0] && result.unclassified == 4)
        #expect(result.account.questions.first?.answers == 34 && result.account.questions.first?.notApplicable == 4)
    }

    @Test func whatCannotBeTabulated() throws {
        let row = "a,2026-01-05,,Passenger,Finance,Satisfied,,,,\n"
        let unsaid = SurveyFixture(
            row, header: Self.header, yaml: Self.mapping.replacing("one_rating_per_person: true\n", with: ""))
        #expect(try tabulate(unsaid).diagnostics.map(\.code) == ["counts-of-people"])
        let twice = SurveyFixture(
            row + row.replacing("Finance", with: "Payroll"), header: Self.header, yaml: Self.mapping)
        let found = try tabulate(twice)
        #expect(
            found.value == nil && found.diagnostics.last?.code == "several-ratings"
                && found.diagnostics.last?.location.line == 3)
        let already = SurveyFixture(row, header: Self.header, yaml: Self.mapping + "\ncount: n\n")
        #expect(try tabulate(already).diagnostics.map(\.code) == ["tabulated-already"])
    }

    @Test func columnsThatATableNeeds() throws {
        var fixture = SurveyFixture(yaml: Self.mapping + "\ncount: n\n")
        fixture.csv = "wave,department,side,question,n\n"
        #expect(try fixture.collect().diagnostics.map(\.code) == ["unknown-column"])
    }
}
