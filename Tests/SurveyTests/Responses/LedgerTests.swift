import Diagnostics
import Report
import Testing

@testable import Survey

@Suite struct LedgerTests {
    @Test func everyOutcomeInItsOrder() throws {
        let result = try SurveyFixture(
            """
            a,2026-01-05,,Passenger,Finance,Satisfied,
            a,2026-01-06,,Passenger,Finance,Very satisfied,
            b,,,Passenger,Finance,Satisfied,
            c,gone,,Passenger,Finance,Satisfied,
            d,2026-01-05,,Passenger,Finance,,
            e,2026-01-05,,Passenger,Finance,N/A,
            f,2026-04-05,,Passenger,Finance,Satisfied,
            g,2026-04-05,,Passenger,Finance,,
            h,2026-01-05,,Passenger,Nowhere,Satisfied,
            i,2026-01-05,,Passenger,,Satisfied,
            j,2026-01-05,,Martian,Finance,Satisfied,
            k,2026-01-05,,Passenger,Finance,Rather nice,
            l,2026-01-05,,Passenger

            """
        ).result()
        #expect(
            result.ledgerText == [
                "unreadable/date 1", "unreadable/no-date 1", "unreadable/ragged 1", "incomplete/no-answer 4", "open 1",
                "unknown-department/no-department 1", "unknown-department 1", "duplicate 1", "unclassified 1",
                "counted 1",
            ])
        #expect(result.account.rows == 13)
        #expect(result.ratingTexts == ["2026-Q1 2 external 4 0 1"])
        #expect(result.account.waves.map(\.text) == ["2026-Q1"])
        #expect(result.newestResponse?.description == "2026-04-05")
        let asked = try #require(result.account.questions.first)
        #expect(asked.answers == 5 && asked.notApplicable == 1 && asked.unread == 1)
    }

    @Test func theLastByTimeThenByPositionStands() throws {
        let result = try SurveyFixture(
            """
            a,2026-01-05 09:00,,Passenger,Finance,Very satisfied,
            a,2026-01-05 08:00,,Passenger,Finance,Very dissatisfied,
            b,2026-01-05 08:00,,Passenger,Finance,Very dissatisfied,
            b,2026-01-05 08:00,,Passenger,Finance,Dissatisfied,
            c,2026-01-05,,Passenger,Finance,Satisfied,
            c,2026-01-05,,Passenger,Payroll,Satisfied,
            c,2025-12-05,,Passenger,Finance,Satisfied,
            d,2026-01-05,,Passenger,Stations,Satisfied,
            d,2026-01-09,,Passenger,Stations,,

            """
        ).result()
        #expect(result.ledgerText == ["incomplete/no-answer 1", "duplicate 2", "counted 6"])
        #expect(
            result.ratingTexts == [
                "2025-Q4 2 external 3 0 1", "2026-Q1 2 external 1 0 1", "2026-Q1 2 external 3 0 1",
                "2026-Q1 2 external 4 0 1",
                "2026-Q1 4 external 3 0 1", "2026-Q1 5 external 3 0 1",
            ])
    }

    @Test func duplicatesCanBeKeptAndAreOnePerson() throws {
        let rows = "a,2026-01-05,,Passenger,Finance,Satisfied,\na,2026-01-06,,Passenger,Finance,Satisfied,\n"
        let result = try SurveyFixture(rows, yaml: SurveyFixture.mapping + "\nduplicates: keep\n").result()
        #expect(result.ledgerText == ["counted 2"])
        #expect(result.responses.person == [0, 0] && result.responses.keys.count == 1)
    }

    @Test func rowsWithoutAnIdAreOnePersonUnlessTheSurveySaysOtherwise() throws {
        let rows =
            ",2026-01-05,,Passenger,Finance,Satisfied,\n,2026-01-05,,Passenger,Finance,Satisfied,\nx,2026-01-05,,Passenger,Finance,Satisfied,\n"
        let unsaid = try SurveyFixture(rows).collect()
        #expect(Set(try #require(unsaid.value).responses.person).count == 2)
        #expect(unsaid.diagnostics.map(\.code) == ["missing-id"])
        let said = try SurveyFixture(rows, yaml: SurveyFixture.mapping + "\nrows_are_people: true\n").collect()
        #expect(said.value?.responses.keys.count == 3, "equal rows are different people")
        #expect(said.diagnostics.isEmpty)
    }

    @Test func anUnknownDepartmentBesideCountedAnswersIsOneWarning() throws {
        let collected = try SurveyFixture(
            """
            a,2026-01-05,Moon base,Satisfied,Agree
            b,2026-01-05,Finance,Satisfied,Agree
            c,2026-01-05,Sea bed,Satisfied,Agree
            d,2026-01-05,Moon base,Satisfied,Agree
            e,2026-01-05,Moon base,,Agree
            f,2026-01-05,Cave,Satisfied,
            g,2026-01-05,,Satisfied,Agree

            """,
            header: "Id,Date,Department,Overall,Informed [Stations]\n",
            yaml: """
                title: Pulse
                wave: { column: Date }
                respondent: { id: Id }
                department: { column: Department }
                questions:
                  - { id: overall, column: Overall, measure: satisfaction }
                  - { id: informed, column: "Informed [*]", department: row, measure: agreement, scale: agreement-5 }
                """
        ).collect()
        #expect(
            collected.diagnostics.map { "\($0.location) \($0.code) \($0.message.prefix(94))" } == [
                "surveys/pulse.csv:2 unknown-department-beside 3 rows name a rated department by 2 spellings (the others first in line 4) that are not known;",
                "surveys/pulse.csv:7 unknown-department-in-row 1 row rates a department that is not known, or not in that wave",
            ])
        #expect(!collected.diagnostics.contains { $0.rendered.contains("Moon") }, "what somebody wrote is never quoted")
    }

    /// Words are kept with the department that they are about, so that no page shows those of another.
    @Test func columnsOfOneQuestionKeepTheirWords() throws {
        func words(_ header: String, _ department: String, _ questions: String) throws -> [[AskedWords]] {
            try SurveyFixture(
                "a,2026-01-05,Satisfied,Satisfied\n", header: "Id,Date,\(header)\n",
                yaml: """
                    title: Pulse
                    wave: { column: Date }
                    respondent: { id: Id }
                    \(department)
                    questions:
                    \(questions)
                    """
            ).result().account.questions.map(\.words)
        }
        let finance = DepartmentID("finance")
        let payroll = DepartmentID("payroll")
        #expect(
            try words(
                "Finance?,The payroll?", "",
                "  - { id: overall, column: Finance?, department: finance, measure: satisfaction }\n"
                    + "  - { id: overall, column: The payroll?, department: payroll, measure: satisfaction }")
                == [[AskedWords("Finance?", about: finance), AskedWords("The payroll?", about: payroll)]])
        #expect(
            try words(
                "All in all?,Else", "department: { is: payroll }",
                "  - { id: overall, column: All in all?, measure: satisfaction }")
                == [[AskedWords("All in all?", about: payroll)]])
        // Rows of a matrix share its words, whatever departments they are.
        #expect(
            try words(
                "How were they? [Finance],How were they? [Payroll]", "",
                "  - { id: overall, column: \"How were they? [*]\", department: row, measure: satisfaction }")
                == [[AskedWords("How were they?")]])
    }

    @Test func matrixRowsAreDepartments() throws {
        let result = try SurveyFixture(
            """
            a,2026-01-05,Stations,Employee,Agree,,Strongly agree,Very satisfied,Slow
            a,2026-01-06,Stations,Employee,Disagree,,,,
            b,2026-01-05,Payroll,Employee,,,Agree,,n/a
            c,2026-01-05,Payroll,Employee,,,,,Only words
            d,2026-01-05,Nowhere,Employee,,,,Satisfied,
            e,2026-01-05,Stations,Employee,Agree,,,,

            """,
            header: "Id,Date,Mine,I am,Informed [ finance ],Informed [Stations],Informed [The moon],Received,Comment\n",
            yaml: """
                title: Pulse
                wave: { column: Date }
                respondent: { id: Id, department: Mine, relationship: I am }
                questions:
                  - { id: informed, column: "Informed [*]", measure: agreement, scale: agreement-5 }
                  - { id: received, column: Received, department: own, measure: satisfaction }
                comments: [ Comment ]
                """
        ).collect()
        let value = try #require(result.value)
        #expect(
            value.ledgerText == ["incomplete/no-answer 1", "unknown-department 2", "counted 3"],
            "the older row of `a` still counts for what was received")
        #expect(
            value.ratingTexts == [
                "2026-Q1 2 internal 1/- 5 1", "2026-Q1 2 internal 3/- 5 1", "2026-Q1 5 received -/4 5 1",
            ])
        #expect(value.decided == [3, 0, 0], "a row that rates several departments is one response")
        #expect(result.diagnostics.filter { $0.code == "unknown-department-row" }.count == 1)
        #expect(value.responses.comments.map(\.text) == ["Slow"])
        #expect(value.responses.questions.map(\.isReceived) == [false, true])
        #expect(value.responses.questions[0].wording == [WaveID("2026-Q1"): "Informed"])
    }

    @Test func receivedIsSaidByADepartmentsOwnPeople() throws {
        // A supplier and a passenger name a department as theirs; only staff are its customers inside.
        let result = try SurveyFixture(
            """
            a,2026-01-05,Stations,Employee,Agree,Satisfied
            b,2026-01-05,Stations,Passenger,Agree,Satisfied
            c,2026-01-05,Stations,Supplier,,Satisfied

            """,
            header: "Id,Date,Mine,I am,Informed [ finance ],Received\n",
            yaml: """
                title: Pulse
                wave: { column: Date }
                respondent: { id: Id, department: Mine, relationship: I am }
                questions:
                  - { id: informed, column: "Informed [*]", measure: agreement, scale: agreement-5 }
                  - { id: received, column: Received, department: own, measure: satisfaction }
                """
        ).collect()
        let value = try #require(result.value)
        #expect(value.ledgerText == ["incomplete/not-a-member 1", "counted 2"])
        #expect(
            value.ratingTexts == [
                "2026-Q1 2 external 3/- 0 1", "2026-Q1 2 internal 3/- 5 1", "2026-Q1 5 received -/3 5 1",
            ])
    }

    @Test func commentsSayWhatTheyAreAbout() throws {
        let yaml = """
            title: Pulse
            wave: 2026-Q1
            rows_are_people: true
            respondent: { department: Mine, relationship: I am }
            questions:
              - { id: informed, column: "Informed [*]", measure: agreement, scale: agreement-5 }
            comments: [ Comment ]
            """
        let header = "Mine,I am,Informed [Stations],Informed [Control Room],Informed [Payroll],Comment\n"
        let value = try SurveyFixture(
            """
            Finance,Employee,Agree,Agree,,Both of operations
            Finance,Employee,Agree,,Agree,Far apart
            Stations,Employee,Agree,,,My own
            Finance,Employee,,Agree,,-

            """, header: header, yaml: yaml
        ).result()
        let about = value.responses.comments.map { "\($0.text): \($0.unit ?? 99) \($0.side?.rawValue ?? "")" }
        #expect(about == ["Both of operations: 3 internal", "Far apart: 0 self", "My own: 5 self"])
    }

    @Test func nothingThatARespondentWroteIsQuoted() throws {
        let secret = "Zwiebelkuchen"
        let collected = try SurveyFixture(
            """
            1.1E+10,2026-01-05,\(secret),\(secret),\(secret),\(secret),\(secret)
            \(secret),\(secret),\(secret),\(secret),\(secret),\(secret),\(secret)
            \(secret),2026-01-05,\(secret),Passenger,Finance,\(secret),\(secret)
            ,2026-01-05,\(secret),Passenger,\(secret),Satisfied,\(secret)

            """
        ).collect()
        #expect(!collected.diagnostics.isEmpty)
        for found in collected.diagnostics { #expect(!found.rendered.contains(secret), "\(found.rendered)") }
        let printed = String(describing: try #require(collected.value).responses)
        #expect(!printed.contains(secret))
    }

    @Test func unknownAnswersAreReportedOncePerLabel() throws {
        let rows = ["Splendid", "Splendid", "Satisfied", "Meh", "6"].enumerated()
            .map { "p\($0),2026-01-05,,Passenger,Finance,\($1)," }.joined(separator: "\n")
        let collected = try SurveyFixture(rows + "\n").collect()
        let unknown = collected.diagnostics.filter { $0.code == "unknown-answer" }
        #expect(unknown.map { $0.location.line } == [2, 5, 6])
        #expect(unknown.first?.message == "2 answers of column 'Overall' cannot be read on the scale of `overall`")
    }

    @Test func roundedIdsAreAnError() throws {
        let collected = try SurveyFixture(
            "1.1E+10,2026-01-05,,Passenger,Finance,Satisfied,\n1,1.2E+10,,Passenger,Finance,Satisfied,\n"
        ).collect()
        #expect(collected.diagnostics.filter { $0.code == "rounded-ids" }.map { $0.location.line } == [2])
    }

    @Test func ambiguousDatesAreAnErrorUnlessDeclared() throws {
        let rows = "a,03/04/2026,,Passenger,Finance,Satisfied,\n"
        let unsaid = try SurveyFixture(rows).collect()
        #expect(unsaid.hasErrors && unsaid.diagnostics.contains { $0.code == "ambiguous-dates" })
        let said = try SurveyFixture(rows, yaml: SurveyFixture.mapping + "\ndates: month-day\n").result()
        #expect(said.responses.waves.map(\.text) == ["2026-Q1"] && said.account.dateOrder == "month-day")
        let fixed = try SurveyFixture(
            rows, yaml: SurveyFixture.mapping.replacing("wave: { column: Date }", with: "wave: 2026-Q1")
        ).collect()
        #expect(!fixed.hasErrors, "dates that no wave depends on may be anything")
    }

    @Test func columnsThatAreNotThere() throws {
        let collected = try SurveyFixture("", header: "Id,Date,My departement,I am,Department,Overal,Comment\n")
            .collect()
        #expect(collected.value == nil)
        #expect(collected.diagnostics.map { $0.location.line } == [5, 10])
        #expect(collected.diagnostics.first?.remedy?.hasPrefix("did you mean \"My departement\"") == true)
        #expect(collected.diagnostics.last?.remedy == "did you mean \"Overal\"?")
    }
}
