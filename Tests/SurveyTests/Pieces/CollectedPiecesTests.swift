import Diagnostics
import Parallel
import Report
import Testing

@testable import Survey

/// A survey is collected to the same result whatever the pieces in which it is read and the cores that read it.
@Suite("A survey in pieces") struct CollectedPiecesTests {
    /// Rows of all kinds: dates in two forms, duplicates, rows without id or department, ragged and blank ones, comments
    /// over several lines.
    private static func rows(_ count: Int, seed: UInt64) -> String {
        var dice = Dice(seed)
        let departments = ["Finance", "payroll", "Money team", "Stations", "Control Room", "Nowhere", "", "Operations"]
        let answers = ["Satisfied", "Very satisfied", "Dissatisfied", "", "n/a", "Neutral", "perhaps"]
        let comments = ["", "", "n/a", "Good", "\"Please,\nanswer\r\nthe \"\"phone\"\"\"", "' =1", "\u{E4}rgerlich"]
        return (0..<count).map { row in
            let id = dice.chance(0.05) ? "" : dice.chance(0.01) ? "1.1E+10" : "\(dice.below(count))"
            let date =
                dice.chance(0.03)
                ? ["", "soon"][dice.below(2)] : "2026-0\(1 + dice.below(5))-1\(dice.below(9)) 1\(dice.below(9)):30"
            let cells = [
                id, date, departments[dice.below(8)],
                ["Employee", "Passenger", "Supplier", "Ghost", ""][dice.below(5)],
                departments[dice.below(8)], answers[dice.below(7)], comments[dice.below(7)],
            ]
            if dice.chance(0.02) { return "\n" + cells.dropLast(2).joined(separator: ",") }
            return cells.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
    }

    private struct Summary: Equatable {
        let ratings: [String]
        let people: [UInt32]
        let keys: [UInt64]
        let comments: [String]
        let ledger: [String]
        let account: SurveyAccount
        let diagnostics: [Diagnostic]
        let decided: [Int]
        let other: [Int]
        let rowKeys: [UInt64]
        let lines: [Int]

        init(_ fixture: SurveyFixture) throws {
            let collected = try fixture.collect()
            let result = try #require(collected.value)
            let responses = result.responses
            ratings = (0..<responses.count).map { index in
                "\(responses.wave[index]) \(responses.unit[index]) \(responses.side[index]) \(responses.customer[index]) \(responses.answers.map { $0[index] })"
            }
            people = responses.person
            keys = responses.keys
            comments = responses.comments.map {
                "\($0.rating) \($0.unit ?? 99) \($0.side?.rawValue ?? "") \($0.column) \($0.text)"
            }
            ledger = result.ledgerText
            account = result.account
            diagnostics = collected.diagnostics
            decided = result.decided
            other = [result.contested, result.unclassified, result.newestResponse?.dayNumber ?? 0]
            let marks = try #require(result.marks)
            rowKeys = marks.keys
            lines = marks.keys.indices.map { marks.lines[$0] }
        }
    }

    @Test(arguments: [150], ["", "rows_are_people: true\n", "duplicates: keep\n"])
    func sameInAllPieces(count: Int, more: String) throws {
        var fixture = SurveyFixture(Self.rows(count, seed: UInt64(count)), yaml: more + SurveyFixture.mapping)
        fixture.parts = FilePieces(size: 1 << 20, parallel: Parallel(workers: 1))
        let expected = try Summary(fixture)
        #expect(expected.ratings.count > count / 9)
        #expect(expected.ledger.count > 6)
        #expect(expected.comments.count > 5)
        for (size, workers) in [(64, 2), (333, 16), (1500, 3)] {
            fixture.parts = FilePieces(size: size, parallel: Parallel(workers: workers))
            #expect(try Summary(fixture) == expected, "pieces of \(size), \(workers) workers")
        }
    }

    @Test("Without an id, equal rows are different people")
    func equalRows() throws {
        let yaml = SurveyFixture.mapping.replacing("  id: Id\n", with: "") + "\nrows_are_people: true"
        var fixture = SurveyFixture(
            String(repeating: "1,2026-02-03,Payroll,Employee,Finance,Satisfied,\n", count: 50), yaml: yaml)
        let keys = try Summary(fixture).keys
        #expect(Set(keys).count == 50)
        fixture.parts = FilePieces(size: 70, parallel: Parallel(workers: 3))
        #expect(try Summary(fixture).keys == keys)
    }
}
