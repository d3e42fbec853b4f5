import Diagnostics
import LocatedYAML
import Parallel
import Report
import Testing

@testable import Survey

/// A file with more rows than are read is refused, and nothing of it is counted: the limit is a small one here, since the
/// program's own is more rows than a test can write.
@Suite("More rows than are read") struct RowLimitTests {
    private static let limit = Limit(Limits.rows.what, 20, Limits.rows.code)

    /// How a file is read: in pieces by some workers, or in one go.
    enum Way: CaseIterable, Sendable {
        case onePiece, smallPieces, inOneGo

        func file(_ opened: SurveyFile) -> SurveyFile {
            var file = SurveyFile(
                path: opened.path, displayPath: opened.displayPath, layout: opened.layout, size: opened.size,
                long: opened.long, isWellFormed: opened.isWellFormed, parts: opened.parts,
                oddQuotes: self == .inOneGo ? [] : opened.oddQuotes)
            file.rowLimit = RowLimitTests.limit
            return file
        }

        var parts: FilePieces {
            self == .smallPieces ? FilePieces(size: 100, parallel: Parallel(workers: 3)) : .standard
        }
    }

    private static func responses(_ rows: Int, _ way: Way) -> SurveyFixture {
        var fixture = SurveyFixture(
            (0..<rows).map { "\($0),2026-02-03,Payroll,Employee,Finance,Satisfied,Good\n" }.joined())
        fixture.parts = way.parts
        return fixture
    }

    private static func counts(_ rows: Int, _ way: Way) -> SurveyFixture {
        let yaml = """
            title: Counts
            count: count
            one_rating_per_person: true
            questions:
              - { id: overall, column: overall, measure: satisfaction, scale: satisfaction-5 }
            """
        var fixture = SurveyFixture(
            (0..<rows).map { "finance,2026-Q1,external,overall,\(1 + $0 % 5),\(10 + $0)\n" }.joined(),
            header: "department,wave,side,question,answer,count\n", yaml: yaml)
        fixture.parts = way.parts
        return fixture
    }

    private static func collect(_ fixture: SurveyFixture, _ way: Way) throws -> (Outcome<SurveyResult?>, [Diagnostic]) {
        let read = fixture.readMapping()
        try #require(!read.hasErrors, "\(read.diagnostics.map(\.rendered))")
        let mapping = try #require(read.value.first)
        return try fixture.withFile(mapping) { opened in
            let file = way.file(opened)
            return (SurveyResult.collect(mapping, from: file, in: fixture.context), file.forEachBatch { _ in })
        }
    }

    @Test("as many as are read are counted", arguments: Way.allCases)
    func most(way: Way) throws {
        for fixture in [Self.responses(20, way), Self.counts(20, way)] {
            let (collected, found) = try Self.collect(fixture, way)
            #expect(!collected.hasErrors && !found.hasErrors, "\(collected.diagnostics.map(\.rendered))")
            #expect(collected.value?.account.rows == 20)
        }
    }

    @Test("one more, or many, are an error that names the file and what to do", arguments: Way.allCases, [21, 400])
    func more(way: Way, rows: Int) throws {
        for fixture in [Self.responses(rows, way), Self.counts(rows, way)] {
            let (collected, found) = try Self.collect(fixture, way)
            #expect(collected.value == nil, "rows were counted")
            for diagnostics in [collected.diagnostics, found] {
                let errors = diagnostics.filter { $0.severity == .error }
                let error = try #require(errors.first)
                #expect(errors.count == 1 && error.code == "too-many-rows", "\(errors.map(\.rendered))")
                #expect(error.location == SourceLocation(file: "surveys/pulse.csv"))
                #expect(error.message == "there are more than 20 rows of a survey file")
                #expect(error.remedy?.contains("tabulated") == true)
            }
        }
    }

    @Test("a file keeps to the program's own limit")
    func own() throws {
        try withSurveyFile("a,b\n1,2\n") { path in
            let file = try #require(SurveyFile.open(path: path, displayPath: "survey.csv").value)
            #expect(file.rowLimit == Limits.rows)
        }
    }
}
