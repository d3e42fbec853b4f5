import Diagnostics
import Parallel
import Testing

@testable import Survey

/// Exports beyond any survey: a located message in bounded time.
struct HostileTableTests {
    private func codes(_ text: String) throws -> [String] {
        try withSurveyFile(text) { path in
            let opened = SurveyFile.open(path: path, displayPath: "survey.csv")
            let found = opened.value?.forEachBatch { _ in } ?? []
            return (opened.diagnostics + found).map { "\($0.location) \($0.code)" }
        }
    }

    @Test func tooManyColumnsAreAnError() throws {
        let wide = String(repeating: "c,", count: Limits.columns.most)
        #expect(try codes("title\n\(wide)c\n\(wide)1\n") == ["survey.csv:2 too-many-columns"])
        // A wide row under a header of its own width is as unreadable as any.
        #expect(try codes("a,b\n1,2\n\(String(repeating: "x,", count: 60_000))\n") == ["survey.csv:3 too-many-columns"])
    }

    @Test func aCellBeyondAnyAnswerIsAnError() throws {
        let long = String(repeating: "x", count: Limits.cell.most + 1)
        #expect(try codes("a,b\n1,2\n3,\(long)\n") == ["survey.csv:3 cell-too-long"])
        #expect(try codes("a,b\n1,2\n3,\(long.dropLast())\n") == [])
    }

    @Test func longCellsAreNamedAlikeInAnyPieces() throws {
        let long = String(repeating: "x", count: Limits.cell.most + 1)
        let rows = ["1,2", "\(long),2", "3,4", "5,\(long)", "6", "\"\(long)\",7"].joined(separator: "\n")
        try withSurveyFile("a,b\n\(rows)\n") { path in
            for parts in [
                FilePieces(size: 600_000, parallel: Parallel(workers: 3)), .standard, FilePieces(size: 8 << 20),
            ] {
                let file = try #require(SurveyFile.open(path: path, displayPath: "survey.csv", parts: parts).value)
                let found = file.forEachBatch { _ in }.map { "\($0.location) \($0.code) \($0.message.prefix(6))" }
                #expect(
                    found.sorted() == [
                        "survey.csv:3 cell-too-long cell 1", "survey.csv:5 cell-too-long cell 2",
                        "survey.csv:6 ragged-row the ro", "survey.csv:7 cell-too-long cell 1",
                    ], "\(parts)")
            }
        }
    }

    @Test func datesOfAllTimesAreAnError() throws {
        let years = (1900...2001).flatMap { year in ["02", "05", "08", "11"].map { "\(year)-\($0)-01" } }
        let rows = years.map { "p,\($0),,Passenger,Finance,Satisfied,\n" }.joined()
        let collected = try SurveyFixture(rows).collect()
        #expect(collected.diagnostics.map(\.code).contains("too-many-waves"))
        #expect(collected.hasErrors)
        let fewer = years.prefix(Limits.waves.most).map { "p,\($0),,Passenger,Finance,Satisfied,\n" }.joined()
        #expect(try !SurveyFixture(fewer).collect().hasErrors)
    }

    @Test func freeTextIsNoAnswer() throws {
        let rows = (0...Limits.answers.most).map { "p,2026-01-05,,Passenger,Finance,text \($0),\n" }.joined()
        let collected = try SurveyFixture(rows).collect()
        #expect(collected.value == nil)
        let found = try #require(collected.diagnostics.first { $0.code == "too-many-answers" })
        #expect(found.location.line == Limits.answers.most + 1)
        #expect(found.message.contains("'Overall'") && !found.message.contains("text 1"))
    }

    @Test func morePeopleThanLiveAreNotInvited() {
        var fixture = SurveyFixture()
        fixture.yaml += "\ninvited: 9223372036854775807\n"
        #expect(fixture.readMapping().diagnostics.map(\.code) == ["wrong-type"])
    }

    @Test func moreQuestionsThanAnybodyAnswersAreCut() {
        var fixture = SurveyFixture()
        let question = "  - { id: q, column: Overall, measure: satisfaction }\n"
        fixture.yaml =
            "title: T\nwave: 2026-Q1\nrows_are_people: true\nquestions:\n"
            + String(repeating: question, count: Limits.questions.most + 1)
        let read = fixture.readMapping()
        let found = read.diagnostics.first { $0.code == "too-many-questions" }
        #expect(found?.location.line == Limits.questions.most + 5)
        #expect(read.value.first?.questions.count == Limits.questions.most)
    }

    @Test func departmentsInOtherLettersAreTold() throws {
        let rows = "a,2026-01-05,,Passenger,Fin\u{430}nce,Satisfied,\nb,2026-01-05,,Passenger,Finance,Satisfied,\n"
        let collected = try SurveyFixture(rows).collect()
        let found = try #require(collected.diagnostics.first { $0.code == "look-alike" })
        #expect(found.rendered.hasPrefix("surveys/pulse.csv:2: warning[look-alike]: 1 cell names a department"))
        #expect(!found.rendered.contains("Fin\u{430}nce"))
    }
}
