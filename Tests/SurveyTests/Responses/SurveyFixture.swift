import Diagnostics
import Foundation
import LocatedYAML
import Report

@testable import Survey

/// A survey as tests write it: the text of its export and of its mapping, in an organisation of three levels.
struct SurveyFixture {
    var csv: String
    var yaml: String
    var rulebook = SurveyFixture.rulebook(SurveyFixture.rules)
    var calendar = WaveCalendar(
        period: .quarter,
        listed: [
            Wave(id: WaveID("2026-Q1"), name: "Winter 2026", days: Period.range(of: WaveID("2026-Q1"))),
            Wave(
                id: WaveID("2026-Q2"), name: "Spring 2026", isOpen: true, days: Period.range(of: WaveID("2026-Q2"))),
        ])
    var organisation = SurveyFixture.organisation
    var key = Secret("a secret")
    var name = "pulse"
    var parts = FilePieces.standard

    /// Units: 0 all, 1 control-room, 2 finance, 3 operations, 4 payroll, 5 stations.
    static let organisation = Organisation(
        name: "Northline",
        departments: [
            Department(id: DepartmentID("finance"), name: "Finance", aliases: ["Money team"]),
            Department(
                id: DepartmentID("payroll"), name: "Payroll",
                memberships: [Department.Membership(parent: DepartmentID("finance"))]),
            Department(id: DepartmentID("operations"), name: "Operations"),
            Department(
                id: DepartmentID("stations"), name: "Stations",
                memberships: [Department.Membership(parent: DepartmentID("operations"))]),
            Department(
                id: DepartmentID("control-room"), name: "Control Room",
                memberships: [Department.Membership(parent: DepartmentID("operations"))]),
        ])

    static let rules = """
        rules:
          - name: Staff
            when: { relationship: [Employee, Manager] }
            side: internal
            kind: employee
            because: Works here.
          - name: Passenger
            when: { relationship: Passenger }
            side: external
            kind: person
            because: Pays.
          - name: Supplier
            when: { relationship: Supplier }
            side: connected
            kind: supplier
            because: Sells.
        """

    static let mapping = """
        title: Pulse
        wave: { column: Date }
        respondent:
          id: Id
          department: My department
          relationship: I am
        department: { column: Department }
        questions:
          - id: overall
            column: Overall
            measure: satisfaction
            scale: satisfaction-5
        comments:
          - { column: Comment }
        """

    static let header = "Id,Date,My department,I am,Department,Overall,Comment\n"

    static func rulebook(_ text: String) -> Rulebook {
        Rulebook.read(YAMLDocument.read(text, file: "customers.yml").value).value
    }

    init(_ rows: String = "", header: String = SurveyFixture.header, yaml: String = SurveyFixture.mapping) {
        csv = header + rows
        self.yaml = yaml
    }

    var context: CollectionContext {
        CollectionContext(rulebook: rulebook, organisation: organisation, calendar: calendar, key: key)
    }

    /// The mapping, and what reading it found.
    func readMapping(themes: [String] = ["informed"]) -> Outcome<[Mapping]> {
        let document = YAMLDocument.read(yaml, file: "surveys/\(name).yml")
        let sources = MappingSources(
            documents: [("\(name).yml", document.value)], files: ["\(name).csv", "\(name).yml"], folder: "surveys")
        let read = Mapping.read(
            sources,
            context: MappingContext(themes: themes.map { ThemeID($0) }, calendar: calendar, organisation: organisation))
        return Outcome(read.value, document.diagnostics + read.diagnostics)
    }

    /// Opens the export as a file, for as long as the body runs.
    func withFile<Value>(_ mapping: Mapping, _ body: (SurveyFile) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("responses-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("\(name).csv").path
        try Data(csv.utf8).write(to: URL(fileURLWithPath: path))
        let hints = LayoutHints(platform: mapping.platform, encoding: mapping.encoding, delimiter: mapping.delimiter)
        let opened = SurveyFile.open(path: path, displayPath: "surveys/\(name).csv", hints: hints, parts: parts)
        guard let file = opened.value else { throw FixtureError(messages: opened.diagnostics.map(\.rendered)) }
        return try body(file)
    }

    struct FixtureError: Error {
        let messages: [String]
    }

    private var onlyMapping: Mapping {
        get throws {
            let read = readMapping()
            guard !read.hasErrors, let mapping = read.value.first else {
                throw FixtureError(messages: read.diagnostics.map(\.rendered))
            }
            return mapping
        }
    }

    /// The survey read and classified, with everything found on the way.
    func collect() throws -> Outcome<SurveyResult?> {
        let mapping = try onlyMapping
        return try withFile(mapping) { SurveyResult.collect(mapping, from: $0, in: context) }
    }

    /// The result of a survey that can be read.
    func result() throws -> SurveyResult {
        let collected = try collect()
        guard let result = collected.value else { throw FixtureError(messages: collected.diagnostics.map(\.rendered)) }
        return result
    }

    func explanation(row: Int) throws -> String {
        let mapping = try onlyMapping
        return try withFile(mapping) { file in
            RowExplanation.of(row: row, in: mapping, from: file, context: context).value?.text ?? ""
        }
    }
}

extension SurveyResult {
    /// Rows by outcome and reason, such as `counted 3`, `unreadable/date 1`.
    var ledgerText: [String] {
        account.ledger.map { line in
            let name = line.outcome.rawValue == line.reason ? line.reason : "\(line.outcome.rawValue)/\(line.reason)"
            return "\(name) \(line.rows)"
        }
    }

    /// Every rating as text: wave, unit, side, answers, customer; sorted, so that the order of rows does not matter.
    var ratingTexts: [String] {
        (0..<responses.count).map { index in
            let answers = responses.answers.map { $0[index] == Responses.noAnswer ? "-" : String($0[index]) }
            let weight = responses.weight.isEmpty ? 1 : responses.weight[index]
            return [
                responses.waves[Int(responses.wave[index])].text, String(responses.unit[index]),
                responses.side[index].rawValue, answers.joined(separator: "/"), String(responses.customer[index]),
                String(weight),
            ].joined(separator: " ")
        }.sorted()
    }
}
