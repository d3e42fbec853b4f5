import Diagnostics
import Foundation
import LocatedYAML
import Report
import Testing

@testable import Survey

@Suite struct DraftTests {
    private func draft(_ csv: String, organisation: Organisation? = SurveyFixture.organisation) throws -> MappingDraft {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("draft-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("pulse.csv").path
        try Data(csv.utf8).write(to: URL(fileURLWithPath: path))
        let inspection = try #require(Inspection.inspect(path: path, displayPath: "surveys/pulse.csv").value)
        return MappingDraft.of(inspection, title: "Pulse \"one\"", organisation: organisation)
    }

    private static let export = """
        Timestamp,Respondent ID,Which department do you work in?,What describes you best?,Which department do you rate?,"Overall: ""satisfied""?",Informed [Finance],Informed [Stations],Colour,What should we do better?
        1/14/2026 9:00:01,a,Payroll,Employee,Finance,Satisfied,Agree,Disagree,red,Be on time at last
        1/15/2026 9:00:02,b,Stations,Customer,Payroll,Very satisfied,,Agree,blue,Answer the phone one day
        1/16/2026 9:00:03,c,Finance,Employee,Stations,Dissatisfied,Neither agree nor disagree,,red,Nothing really comes to mind

        """

    @Test func aDraftBuildsWithoutAnyChange() throws {
        let draft = try draft(Self.export)
        #expect(draft.gaps.isEmpty)
        var fixture = SurveyFixture()
        fixture.csv = Self.export
        fixture.yaml = draft.text
        let read = fixture.readMapping()
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.rendered)) \(draft.text)")
        let mapping = try #require(read.value.first)
        #expect(mapping.title == "Pulse \"one\"" && mapping.respondentID?.text == "Respondent ID")
        #expect(mapping.fields.map(\.name) == ["department", "relationship"])
        #expect(mapping.questions.map(\.about) == [.row, .rated])
        #expect(mapping.questions.map(\.measure) == [.agreement, .satisfaction])
        #expect(mapping.dates == .monthDay)
        let result = try fixture.result()
        #expect(result.ledgerText == ["unclassified 1", "counted 2"], "the fixture's rules do not know customers")
        #expect(result.responses.comments.count == 2)
    }

    @Test func whatCannotBeKnownIsAGap() throws {
        let unknown = try draft(Self.export, organisation: nil)
        #expect(unknown.gaps == ["department"] && unknown.text.contains("department: { column: FILL IN }"))
        let dateless = try draft("A,B\nSatisfied,x\nNeutral,x\nVery satisfied,y\n")
        #expect(dateless.gaps == ["wave", "department"])
        #expect(dateless.text.contains("# rows_are_people: true") && dateless.text.contains("# respondent:"))
        #expect(!YAMLDocument.read(dateless.text, file: "x.yml").hasErrors)
        let open = try draft("Timestamp,B\n1/2/2026 10:00:00,Satisfied\n3/4/2026 11:00:00,Neutral\n")
        #expect(open.gaps.contains("dates"))
    }

    /// What looks like an anchor, where a value could begin.
    @Test func ampersandsInHeadersLeaveADraftThatIsRead() throws {
        let names = ["&overall", "Overall -&gt; us", "This, &that", "?&a", "[ &b", "{&c", "D:&nbsp;", "R&D, R & D"]
        let header = names.map { "\"\($0)\"" }.joined(separator: ",")
        let rows = ["Satisfied", "Neutral", "Very satisfied"].map { answer in
            names.map { _ in answer }.joined(separator: ",")
        }
        let csv = "\(header)\n\(rows.joined(separator: "\n"))\n"
        let draft = try draft(csv)
        let read = YAMLDocument.read(draft.text, file: "x.yml")
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.rendered)) \(draft.text)")
        func value(_ key: String, of value: YAMLValue) -> YAMLValue? {
            guard case .mapping(let pairs) = value.kind else { return nil }
            return pairs.first { if case .scalar(key) = $0.key.kind { true } else { false } }?.value
        }
        guard case .sequence(let questions) = value("questions", of: read.value.root)?.kind else {
            Issue.record("no questions in \(draft.text)")
            return
        }
        let columns = questions.compactMap { question -> String? in
            if case .scalar(let column) = value("column", of: question)?.kind { column } else { nil }
        }
        let file = try ReadFile(csv)
        #expect(columns == file.names && columns.contains("This, &that"), "\(draft.text)")
    }

    /// Words beside the numbers of a scale may be any, and stand in a comment.
    @Test func signsInAnswersLeaveADraftThatIsRead() throws {
        for sign in ["&so", "\u{0}so", "\u{7F}so", "s\u{1}o", "so\u{FFFE}", "so\u{2028}so", "s\u{FEFF}o"] {
            let draft = try draft("Id,Overall\na,\(sign):10\nb,2\nc,7\n")
            #expect(draft.text.contains("# found: "), "\(draft.text)")
            let read = YAMLDocument.read(draft.text, file: "x.yml")
            #expect(read.diagnostics.isEmpty, "\(sign.debugDescription): \(read.diagnostics.map(\.rendered))")
        }
    }

    @Test func hostileHeadersStayText() throws {
        let csv =
            "\"a\"\"b: [*]\",\"#x\",\"c\\d\n{e}\",\"a\"\"b: [*]\"\nSatisfied,Neutral,Satisfied,Neutral\nVery satisfied,Satisfied,Neutral,Satisfied\n"
        let draft = try draft(csv)
        let document = YAMLDocument.read(draft.text, file: "x.yml")
        #expect(!document.hasErrors, "\(document.diagnostics.map(\.rendered)) \(draft.text)")
    }

    @Test func spellingsThatMatchNoDepartment() throws {
        let fixture = SurveyFixture(
            """
            a,2026-01-05,Payrol,Employee,Fnance,Satisfied,
            b,2026-01-05,Mars,Employee,Fnance,Satisfied,
            c,2026-01-05,Payroll,Employee,finance,Satisfied,
            d,2026-01-05,Payroll,Employee,"Zoo ",Satisfied,

            """)
        let mapping = try #require(fixture.readMapping().value.first)
        let found = try fixture.withFile(mapping) {
            DepartmentSpellings.unmatched(in: mapping, from: $0, context: fixture.context)
        }
        let spellings = try #require(found.value).spellings
        #expect(
            spellings.map { "\($0.column): \($0.text) \($0.rows)" } == [
                "Department: Fnance 2", "Department: Zoo  1", "My department: Mars 1", "My department: Payrol 1",
            ])
        #expect(spellings.first?.nearest == "Finance")
        #expect(found.value?.text.contains("  2  Fnance   (Finance?)") == true)
    }

    @Test func changesSinceTheSurveyThatThisOneIsLike() throws {
        let first = SurveyFixture(
            "a,2026-01-05,,Employee,Finance,Satisfied,\nb,2026-01-05,,Employee,Payroll,Neutral,\n")
        var second = SurveyFixture(
            "a,2026-01-05,,Employee,Finance,4,,x\nb,2026-01-05,,Employee,Stations,Glad,,x\nc,2026-01-05,,Employee,Mars,Satisfied,,x\n",
            header: "Id,Date,My department,I am,Department,Overall,Comment,Colour\n")
        second.yaml = "like: other\n"
        let base = try #require(first.readMapping().value.first)
        var mapping = base
        mapping.like = (SurveyID("other"), SourceLocation(file: "surveys/pulse.yml", line: 1, column: 7))
        let found = try first.withFile(base) { old in
            try second.withFile(mapping) {
                LikeComparison.compare(mapping, $0, with: base, old, context: first.context)
            }
        }
        #expect(found.allSatisfy { $0.severity == .note && $0.location.line == 1 })
        #expect(
            found.map { $0.message.replacing("compared with pulse.csv, ", with: "") } == [
                "this column is new: \"Colour\"", "answers of `overall` come with new labels: \"numbers\"",
                "answers of `overall` come with 1 labels that cannot be read, 0 before",
                "nobody rates \"Payroll\" any more",
                "\"Stations\" is rated for the first time", "1 spellings of departments are not known, 0 before",
            ])
    }

    @Test func rowsThatStandAgainInAnotherFile() throws {
        func result(_ name: String, _ rows: [String]) throws -> SurveyResult {
            var fixture = SurveyFixture(rows.joined())
            fixture.name = name
            return try fixture.result()
        }
        let timed = (0..<5).map { "p\($0),2026-01-05 10:00:0\($0 + 1),,Passenger,Finance,Satisfied,\n" }
        let first = try result("a", Array(timed[0..<3]))
        let found = try [first, result("b", timed)].checkRepeatedRows()
        #expect(
            found.map(\.rendered).first?.hasPrefix(
                "surveys/b.csv:2: error[repeated-rows]: 3 rows of surveys/a.csv stand again") == true)
        #expect(try [first, result("b", Array(timed[3...]))].checkRepeatedRows().isEmpty)
        // Without a time of day a few equal rows are people who said the same again.
        let daily = (0..<20).map { "p\($0),2026-01-05,,Passenger,Finance,Satisfied,\n" }
        #expect(try [result("a", Array(daily[0..<12])), result("b", Array(daily[8...]))].checkRepeatedRows().isEmpty)
        #expect(try [result("a", Array(daily[0..<12])), result("b", daily)].checkRepeatedRows().count == 1)
    }
}
