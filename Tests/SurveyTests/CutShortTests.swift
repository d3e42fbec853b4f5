import Diagnostics
import Report
import Testing

@testable import Survey

/// An export that breaks off anywhere, as after a copy that was ended.
@Suite struct CutShortTests {
    private static let rows = (0..<8).map { number in
        let comment = number % 3 == 0 ? "\"Longer, and\nover two lines, Größe \(number)\"" : "ok"
        return "p\(number),2026-02-0\(number + 1),,Passenger,Finance,Satisfied,\(comment)\n"
    }.joined()

    @Test func everyLengthIsReadToAnAccountOrToAnError() throws {
        let whole = SurveyFixture(Self.rows)
        let full = try whole.result()
        #expect(full.account.rows == 8)
        let bytes = Array(whole.csv.utf8)
        var refused = 0
        for length in 0..<bytes.count {
            var cut = whole
            // A character that was cut in two becomes U+FFFD, as reading would make it.
            cut.csv = String(decoding: bytes.prefix(length), as: UTF8.self)
            let collected: Outcome<SurveyResult?>
            do {
                collected = try cut.collect()
            } catch let error as SurveyFixture.FixtureError {
                #expect(error.messages.contains { $0.contains("surveys/pulse.csv") && $0.contains("error[") })
                refused += 1
                continue
            }
            guard let result = collected.value, !collected.hasErrors else {
                #expect(collected.hasErrors, "\(length) bytes: no result and no error")
                refused += 1
                continue
            }
            // Whatever was read is accounted for, and rows that were whole count as they did.
            #expect(result.account.rows == result.account.ledger.reduce(0) { $0 + $1.rows })
            #expect(result.account.rows <= 8)
            let fullRatings = full.ratingTexts.count
            #expect(result.ratingTexts.count <= fullRatings)
        }
        #expect(refused > 0)
    }
}
