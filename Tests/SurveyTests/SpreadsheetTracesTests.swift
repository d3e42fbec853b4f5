import Diagnostics
import Report
import Testing

@testable import Survey

/// What `inspect` says of a file, as `code line count-of-cells`.
private func traces(_ text: String) throws -> [String] {
    try withSurveyFile(text) { path in
        Inspection.inspect(path: path, displayPath: "export.csv").diagnostics.map { found in
            #expect(found.severity == .warning && found.remedy != nil)
            return "\(found.code) \(found.location.line ?? 0) \(found.message.prefix { $0 != " " })"
        }
    }
}

@Suite struct SpreadsheetTracesTests {
    private func column(_ cells: [String]) -> String {
        "Timestamp,Version\n" + cells.map { "2022-03-14 10:00:00,\"\($0)\"\n" }.joined()
    }

    @Test(
        arguments: [
            // A list kept the number that single cells lost.
            (["3.9", "3.1", "3.8", "3.1", "3.8, 3.9, 3.10", "3.11"], "cut-numbers 3 2"),
            (["3.9", "3.1", "3.9;3.10"], "cut-numbers 3 1"),
            // Two members of a sequence lost their zeros and are no neighbours of each other.
            (["0.19", "0.2", "0.9", "0.1", "0.11, 0.10", "0.21, 0.20"], "cut-numbers 3 2"),
            // Without a list both neighbours are needed.
            (["3.9", "3.1", "3.10", "3.11"], "cut-numbers 3 1"),
            (["3.9", "3.1", "3.10"], nil),
            // Nothing else holds the longer number.
            (["3.9", "3.1", "3.11"], nil),
            // The sequence passes through 3.1.
            (["3.0", "3.1", "3.2", "3.9", "3.9, 3.10", "3.11"], nil),
            (["3.9", "3.1", "3.1, 3.9, 3.10"], nil),
            // No neighbour.
            (["2.7", "3.1", "2.7, 3.10"], nil),
            // The cells that stand alone kept their zeros.
            (["3.9", "3.10", "3.9, 3.10", "3.11"], nil),
            // Decimal numbers.
            (["3.05", "3.1", "3.9", "3.11", "3.10"], nil),
            (["3.1 or 3.10", "3.9", "3.11"], nil),
        ] as [([String], String?)])
    func numbersThatLostAZero(_ cells: [String], _ expected: String?) throws {
        #expect(try traces(column(cells)) == (expected.map { [$0] } ?? []))
    }

    private func lost(_ ids: [String]) -> [Int]? {
        var zeros = LostZeros()
        for (row, id) in ids.enumerated() { zeros.observe(Array(id.utf8)[...], line: row + 2) }
        return zeros.finding.map { [$0.count, $0.line] }
    }

    @Test func idsThatLostZeros() {
        let padded = ["52017", "04711", "88120", "00042", "31999", "70563", "15002"]
        #expect(lost(padded) == nil)
        let stripped = padded.map { String($0.drop { $0 == "0" }) }
        #expect(lost(stripped) == [2, 3])
        #expect(lost(stripped + ["x1"]) == nil)
        #expect(lost(stripped + ["00017"]) == nil)
        #expect(lost(stripped + ["1234567890123456789012345"]) == nil)
        #expect(lost(Array(stripped.prefix(4))) == nil)
        #expect(lost([]) == nil)
        var numbers = SeededNumbers(7)
        let drawn = (0..<500).map { _ in Int.random(in: 1...9_999_999, using: &numbers) }
        #expect(lost(drawn.map(String.init))?.first == drawn.count { $0 < 1_000_000 })
    }

    @Test func countersLostNothing() {
        var numbers = SeededNumbers(9)
        for last in [5, 9, 10, 14, 99, 101, 140, 950, 1000, 1200, 10_050] {
            let counter = (1...last).map(String.init)
            #expect(lost(counter) == nil)
            #expect(lost(counter.reversed()) == nil)
            #expect(lost(counter.shuffled(using: &numbers)) == nil)
        }
        // With gaps, in the order of the file.
        #expect(lost(stride(from: 3, to: 90_000, by: 41).map(String.init)) == nil)
        // A counter that begins late and has just got another digit, in any order.
        let late = stride(from: 9_900_000, to: 10_900_000, by: 1009).map(String.init)
        #expect(lost(late.shuffled(using: &numbers)) == nil)
    }

    @Test func lostZerosOfAFile() throws {
        let ids = ["52017", "4711", "88120", "42", "31999", "70563", "15002"]
        let rows = ids.map { "\($0),1,2026-01-02,5\n" }.joined()
        #expect(try traces("Respondent ID,Collector ID,Start Date,Q\n" + rows) == ["lost-zeros 3 2"])
    }

    @Test func eachColumnOfIdsIsLookedAtAlone() throws {
        // The counter of the platform beside tokens of the organisation.
        let tokens = ["52017", "47110", "88120", "42000", "31999", "70563", "15002"]
        let rows = tokens.enumerated().map { "\($0 + 1),2026-01-02 10:00:00,9,en,\($1),5\n" }.joined()
        #expect(try traces("id,submitdate,lastpage,startlanguage,token,Q1\n" + rows).isEmpty)
    }

    @Test func lostZerosAreSeenWhereTheSiteIsBuilt() throws {
        func codes(_ ids: [String]) throws -> [Int?] {
            let rows = ids.map { "\($0),2026-01-05,,Passenger,Finance,Satisfied,\n" }.joined()
            return try SurveyFixture(rows).collect().diagnostics.filter { $0.code == "lost-zeros" }
                .map { $0.location.line }
        }
        #expect(try codes(["52017", "4711", "88120", "42", "31999", "70563", "15002"]) == [3])
        #expect(try codes((1...12).map(String.init)).isEmpty)
    }

    private func typeform(_ dates: [String]) -> String {
        "#,Are you content?,Start Date (UTC),Submit Date (UTC),Network ID\n"
            + dates.enumerated().map { "a\($0)f3,Yes,2018-12-01 10:00:00,\($1),n\($0)\n" }.joined()
    }

    @Test func datesThatWereSavedAgain() throws {
        #expect(
            try traces(typeform(["2018-12-29 23:46:00", "29-12-2018 23:46", "05-12-2018 01:10"]))
                == ["resaved-dates 3 2"])
        #expect(try traces(typeform(["29/12/2018 23:46", "5/12/2018 01:10"])) == ["resaved-dates 2 2"])
        #expect(try traces(typeform(["2018-12-29 23:46:00", "2018-12-05 01:10:00"])).isEmpty)
        // Other platforms write the dates of their user's country.
        #expect(try traces("Timestamp,Q\n29/12/2018 23:46,5\n").isEmpty)
    }

    @Test func datesThatWereSavedAgainAreSeenWhereTheSiteIsBuilt() throws {
        func found(_ dates: [String]) throws -> [String] {
            let rows = dates.enumerated()
                .map { "a\($0)f3,,Passenger,Finance,Satisfied,,2026-01-02 10:00:00,\($1),n\n" }.joined()
            let header =
                "#,My department,I am,Department,Overall,Comment,Start Date (UTC),Submit Date (UTC),Network ID\n"
            let yaml = SurveyFixture.mapping.replacing("column: Date", with: "column: Submit Date (UTC)")
                .replacing("id: Id", with: "id: \"#\"")
            return try SurveyFixture(rows, header: header, yaml: yaml).collect().diagnostics
                .map { "\($0.code) \($0.location.line ?? 0) \($0.message.prefix { $0 != " " })" }
        }
        #expect(
            try found(["2026-01-05 08:00:00", "29-01-2026 23:46", "05-02-2026 01:10"]) == ["resaved-dates 3 2"])
        #expect(try found(["2026-01-05 08:00:00", "2026-01-29 23:46:00"]).isEmpty)
    }

    @Test func noCellIsQuoted() throws {
        try withSurveyFile(column(["7.9", "7.1", "7.9, 7.10", "7.11"])) { path in
            let found = Inspection.inspect(path: path, displayPath: "export.csv").diagnostics
            #expect(found.count == 1)
            #expect(found.allSatisfy { !$0.rendered.contains("7.") })
        }
    }
}
