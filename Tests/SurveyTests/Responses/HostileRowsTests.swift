import Diagnostics
import Report
import Testing

@testable import Survey

/// Random rows, checked against a second, slow reading of the rules written down here.
@Suite struct HostileRowsTests {
    private struct Row {
        var id: String
        var date: String
        var own: String
        var relationship: String
        var department: String
        var answer: String
        var cells: [String] { [id, date, own, relationship, department, answer, ""] }
    }

    private static let dates = [
        "2026-01-05 10:00:00", "2026-01-05 11:00:00", "2025-12-31 23:59:59", "2026-04-01 00:00:00", "", "soon",
        "2026-02-30",
    ]
    private static let departments = [
        "Finance", "payroll ", "MONEY TEAM", "Stations", "Operations", "Nowhere", "", "\u{FEFF}Finance",
    ]
    private static let relationships = [
        "Employee", "manager", "Passenger", "Supplier", "", "Martian", "Employee\u{A0}",
    ]
    private static let answers = [
        "Very satisfied", "4", "n/a", "", "Dissatisfied.", "9", "5 - Very satisfied", "\u{1F600} Neutral", "what?",
    ]

    private func rows(_ count: Int, _ dice: inout Dice) -> [Row] {
        func pick(_ texts: [String]) -> String { texts[dice.below(texts.count)] }
        return (0..<count).map { _ in
            Row(
                id: dice.chance(0.05) ? "" : "p\(dice.below(count / 3 + 1))", date: pick(Self.dates),
                own: pick(Self.departments),
                relationship: pick(Self.relationships), department: pick(Self.departments), answer: pick(Self.answers))
        }
    }

    private func csv(_ rows: [Row]) -> String {
        rows.map { row in
            row.cells.map { $0.contains(",") || $0.contains("\n") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
        }.joined()
    }

    private static let unit = [
        "finance": 2, "payroll": 4, "money team": 2, "stations": 5, "operations": 3, "\u{FEFF}finance": 2,
    ]
    private static let point = [
        "Very satisfied": 4, "4": 3, "Dissatisfied.": 1, "5 - Very satisfied": 4, "\u{1F600} Neutral": 2,
    ]

    /// The ledger and ratings of rows, by the rules one after another.
    private func oracle(_ rows: [Row]) -> (ledger: [String: Int], ratings: [String]) {
        func trimmed(_ text: String) -> String {
            text.filter { $0 != "\u{A0}" && $0 != " " || text.contains("n") && $0 == " " }
        }
        func unit(_ text: String) -> Int? {
            Self.unit[text.lowercased()] ?? Self.unit[text.lowercased().replacing("payroll ", with: "payroll")]
        }
        var ledger: [String: Int] = [:]
        var standing: [(row: Row, wave: String, unit: Int, place: Int)] = []
        for (place, row) in rows.enumerated() {
            let wave: String? =
                row.date.hasPrefix("2026-01")
                ? "2026-Q1" : row.date.hasPrefix("2025") ? "2025-Q4" : row.date.hasPrefix("2026-04") ? "2026-Q2" : nil
            guard let wave else {
                ledger["unreadable", default: 0] += 1
                continue
            }
            guard Self.point[row.answer] != nil else {
                ledger["incomplete", default: 0] += 1
                continue
            }
            guard wave != "2026-Q2" else {
                ledger["open", default: 0] += 1
                continue
            }
            guard let rated = unit(row.department) else {
                ledger["unknown-department", default: 0] += 1
                continue
            }
            standing.append((row, wave, rated, place))
        }
        var ratings: [String] = []
        for item in standing {
            let isRepeated =
                !item.row.id.isEmpty
                && standing.contains { other in
                    other.row.id == item.row.id && other.wave == item.wave && other.unit == item.unit
                        && (other.row.date, other.place) > (item.row.date, item.place)
                }
            if isRepeated {
                ledger["duplicate", default: 0] += 1
                continue
            }
            let relationship = item.row.relationship.replacing("\u{A0}", with: "").lowercased()
            let side = [
                "employee": "internal", "manager": "internal", "passenger": "external", "supplier": "connected",
            ][relationship]
            guard var side else {
                ledger["unclassified", default: 0] += 1
                continue
            }
            ledger["counted", default: 0] += 1
            let own = unit(item.row.own)
            let above = [4: 2, 5: 3]
            if side == "internal", let own, own == item.unit || above[own] == item.unit { side = "self" }
            let customer = side == "internal" || side == "self" ? own ?? 0 : 0
            ratings.append("\(item.wave) \(item.unit) \(side) \(Self.point[item.row.answer] ?? 0) \(customer) 1")
        }
        return (ledger, ratings.sorted())
    }

    @Test(arguments: 0..<12) func everyRowIsInTheLedgerOnce(seed: UInt64) throws {
        var dice = Dice(seed)
        let rows = rows(40 + dice.below(160), &dice)
        let result = try SurveyFixture(csv(rows)).result()
        #expect(result.account.ledger.reduce(0) { $0 + $1.rows } == rows.count)
        #expect(result.account.rows == rows.count)
        let expected = oracle(rows)
        for outcome in RowOutcome.allCases {
            #expect(result.account.rows(outcome) == expected.ledger[outcome.rawValue] ?? 0, "\(outcome.rawValue)")
        }
        #expect(result.ratingTexts == expected.ratings)
        #expect(result.decided.reduce(0, +) == result.account.rows(.counted))
        #expect(result.unclassified == result.account.rows(.unclassified))
    }

    /// People, by what they said: the set of their keys with their ratings.
    private func people(_ result: SurveyResult) -> [String] {
        let responses = result.responses
        return (0..<responses.count).map { index in
            "\(responses.keys[Int(responses.person[index])]) \(responses.unit[index]) \(responses.side[index]) \(responses.answers[0][index])"
        }.sorted()
    }

    @Test(arguments: 20..<28) func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
        var dice = Dice(seed)
        // Every row its own second, so that no two duplicates share a time.
        let rows = rows(150, &dice).enumerated().map { index, row in
            var row = row
            if row.date.hasPrefix("2026-01") {
                row.date = "2026-01-05 10:\(10 + index / 60):\(10 + index % 60 - (index % 60 > 49 ? 10 : 0)).\(index)"
            }
            if row.date.hasPrefix("2025") { row.date = "2025-12-31 10:\(10 + index / 60):30.\(100 + index)" }
            return row
        }
        let first = try SurveyFixture(csv(rows), yaml: SurveyFixture.mapping + "\nrows_are_people: true\n").result()
        let second = try SurveyFixture(
            csv(rows.shuffled(using: &dice)), yaml: SurveyFixture.mapping + "\nrows_are_people: true\n"
        ).result()
        #expect(first.ratingTexts == second.ratingTexts)
        #expect(people(first) == people(second))
        #expect(first.account == second.account)
        #expect(first.decided == second.decided && first.contested == second.contested)
    }

    @Test func keysDependOnTheSecretAndOnTheWholeId() throws {
        let rows = "a,2026-01-05,,Passenger,Finance,Satisfied,\nb,2026-01-05,,Passenger,Finance,Satisfied,\n"
        var other = SurveyFixture(rows)
        other.key = Secret("another")
        let first = try SurveyFixture(rows).result().responses.keys
        #expect(Set(first).count == 2)
        #expect(Set(first).isDisjoint(with: try other.result().responses.keys))
    }

    @Test func sipHashGivesTheReferenceValues() {
        // Appendix A of the SipHash paper: key 00 01 … 0f, message 00 01 … 0e.
        let message = (0..<15).map { UInt8($0) }
        #expect(SipHash.hash(message[...], 0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908) == 0xA129_CA61_49BE_45E5)
        #expect(SipHash.hash([], 0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908) == 0x726F_DB47_DD0E_0E31)
    }
}
