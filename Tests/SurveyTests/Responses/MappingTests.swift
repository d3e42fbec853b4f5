import Diagnostics
import LocatedYAML
import Report
import Testing

@testable import Survey

@Suite struct MappingTests {
    private func read(_ files: [String: String], others: [String] = [], themes: [String] = []) -> Outcome<[Mapping]> {
        let documents = files.sorted { $0.key < $1.key }.map { name, text in
            (name: "\(name).yml", document: YAMLDocument.read(text, file: "surveys/\(name).yml").value)
        }
        let names = others + files.keys.map { "\($0).yml" }
        return Mapping.read(
            MappingSources(documents: documents, files: names, folder: "surveys"),
            context: MappingContext(
                themes: themes.map { ThemeID($0) }, calendar: WaveCalendar(period: .quarter),
                organisation: SurveyFixture.organisation))
    }

    private func codes(_ outcome: Outcome<[Mapping]>) -> [String] {
        outcome.diagnostics.map { "\($0.location.file):\($0.location.line ?? 0) \($0.code)" }.sorted()
    }

    private let complete = """
        title: Pulse
        platform: auto
        encoding: windows-1252
        delimiter: ";"
        wave: 2026-Q1
        dates: day-month
        respondent:
          id: Id
          department: Mine
          relationship: I am
        department: { is: finance }
        duplicates: keep
        questions:
          - { id: overall, column: "Overall", measure: satisfaction }
          - { id: informed, column: "Informed [*]", measure: agreement, scale: agreement-7, theme: informed }
          - { id: received, column: Received, department: own, measure: satisfaction, scale: satisfaction-5 }
          - { id: queue, column: Queue, department: payroll, measure: rating, scale: { from: 1, to: 6, reversed: true, top: 2 } }
        comments:
          - { column: Better }
          - Worse
        invited: 400
        """

    @Test func everyKeyIsRead() throws {
        let outcome = read(["a": complete], others: ["a.csv"], themes: ["informed"])
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics.map(\.rendered))")
        let mapping = try #require(outcome.value.first)
        #expect(mapping.title == "Pulse" && mapping.platform == nil && mapping.encoding == .windows1252)
        #expect(mapping.delimiter == 0x3B && mapping.dates == .dayMonth && mapping.duplicates == .keep)
        #expect(mapping.invited == 400 && mapping.comments.map(\.text) == ["Better", "Worse"])
        #expect(mapping.respondentID?.text == "Id" && mapping.fields.map(\.name) == ["department", "relationship"])
        #expect(mapping.questions.map(\.about) == [.rated, .row, .own, .fixed(DepartmentID("payroll"))])
        #expect(mapping.questions[3].scale.reversed && mapping.questions[3].scale.top == 2)
        #expect(mapping.questions[0].column.location == SourceLocation(file: "surveys/a.yml", line: 14, column: 28))
    }

    @Test func allProblemsAtOnceWithTheirPlaces() {
        let outcome = read(
            [
                "a": """
                titel: Pulse
                wave: spring
                rows_are_people: yes
                department: { is: fnance }
                questions:
                  - { id: row, column: A, measure: satisfaction }
                  - { id: b, column: B, measure: agreement, scale: satisfaction-5 }
                  - { id: c, column: C, measure: rating }
                  - { id: d, column: D, measure: happiness, scale: satisfaction-5, theme: nope }
                  - { id: e, column: E, measure: satisfaction, scale: { labels: [Bad, Good] } }
                  - { id: f, column: F, department: nowhere, measure: satisfaction }
                  - { id: g, column: G, department: row, measure: satisfaction }
                  - { id: h, column: H, department: own, measure: satisfaction }
                  - { id: i, column: I, measure: satisfaction, scale: { from: 1, to: 5, top: 2 } }
                  - { id: J j, column: J, measure: satisfaction }
                """
            ], others: ["a.csv"])
        let wanted = [
            1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14, 15,
        ]
        let found = outcome.diagnostics.filter { $0.severity == .error }.compactMap(\.location.line).sorted()
        #expect(found == wanted, "\(outcome.diagnostics.map(\.rendered))")
        #expect(outcome.diagnostics.allSatisfy { ($0.location.column ?? 0) > 0 || $0.location.line == nil })
    }

    @Test func filesWithoutTheirPartner() {
        let outcome = read(
            ["a": "title: A\nwave: 2026\nquestions: []\nrows_are_people: true\n"],
            others: ["b.csv", "c.XLSX", ".hidden.csv"])
        #expect(
            codes(outcome) == [
                "surveys/a.yml:0 survey-missing", "surveys/b.csv:0 mapping-missing", "surveys/c.XLSX:0 workbook",
            ])
        #expect(outcome.diagnostics.contains { $0.remedy?.contains("inspect surveys/b.csv --write") == true })
    }

    @Test func likeTakesOverWhatIsNotSaid() throws {
        let outcome = read(
            [
                "a": complete, "b": "title: Next\nlike: a\nwave: 2026-Q2\nrespondent: { id: Code }\n",
                "c": "like: b\nquestions:\n  - { id: overall, column: Other, measure: satisfaction }\n",
            ], others: ["a.csv", "b.csv", "c.csv"], themes: ["informed"])
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics.map(\.rendered))")
        let b = try #require(outcome.value.first { $0.id.text == "b" })
        let c = try #require(outcome.value.first { $0.id.text == "c" })
        #expect(b.title == "Next" && b.respondentID?.text == "Code" && b.respondentDepartment?.text == "Mine")
        #expect(b.questions.count == 4 && b.invited == nil && b.like?.id.text == "a")
        guard case .literal(let wave) = b.wave else {
            Issue.record("no wave")
            return
        }
        #expect(wave.text == "2026-Q2")
        #expect(c.title == "c" && c.questions.map(\.column.text) == ["Other"] && c.respondentID?.text == "Code")
    }

    @Test func likeMustLeadSomewhere() {
        let circle = read(["a": "like: b\n", "b": "like: a\n", "c": "like: d\n"], others: ["a.csv", "b.csv", "c.csv"])
        #expect(circle.diagnostics.contains { $0.code == "like-circle" && $0.location.file == "surveys/b.yml" })
        #expect(circle.diagnostics.contains { $0.code == "unknown-mapping" && $0.location.file == "surveys/c.yml" })
    }

    @Test func oneQuestionOneMeasureAndScale() {
        func file(_ question: String) -> String {
            "title: T\nwave: 2026\nrows_are_people: true\ndepartment: { is: finance }\nquestions:\n  - { id: q, column: Q, \(question) }\n"
        }
        func differs(_ left: String, _ right: String) -> Bool {
            read(["a": file(left), "b": file(right)], others: ["a.csv", "b.csv"]).diagnostics.contains {
                $0.code == "question-differs"
            }
        }
        #expect(!differs("measure: satisfaction", "measure: satisfaction, scale: { from: 10, to: 14 }"))
        #expect(!differs("measure: satisfaction", "measure: satisfaction, scale: { labels: [a, b, c, d, e] }"))
        #expect(differs("measure: satisfaction", "measure: agreement, scale: agreement-5"))
        #expect(differs("measure: agreement, scale: agreement-7", "measure: agreement, scale: agreement-5"))
        #expect(
            differs("measure: rating, scale: { from: 1, to: 5 }", "measure: rating, scale: { from: 1, to: 5, top: 2 }"))
        #expect(differs("measure: rating, scale: { from: 1, to: 5 }", "measure: rating, scale: { from: 0, to: 4 }"))
    }

    @Test func peopleMustBeKnown() {
        let nobody = read(["a": "title: T\nwave: 2026\nquestions: []\n"], others: ["a.csv"])
        #expect(nobody.diagnostics.map(\.code) == ["people-unknown"] && !nobody.hasErrors)
        #expect(nobody.value.first?.countsPeople == false)
        let counts = read(["a": "title: T\ncount: n\nquestions: []\n"], others: ["a.csv"])
        #expect(counts.diagnostics.map(\.code) == ["counts-of-people"] && counts.hasErrors)
    }

    @Test func namesThatWouldShareAPage() {
        let empty = "title: T\nwave: 2026\nrows_are_people: true\nquestions: []\n"
        let outcome = read(["Pulse 1": empty, "pulse-1": empty], others: ["Pulse 1.csv", "pulse-1.csv"])
        #expect(outcome.diagnostics.map(\.code) == ["name-collision"])
    }
}
