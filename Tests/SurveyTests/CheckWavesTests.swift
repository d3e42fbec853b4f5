import Diagnostics
import Report
import Testing

@testable import Survey

struct CheckWavesTests {
    /// What is found of two surveys whose mappings name waves that site.yml lists without dates.
    private func found(listed: [String], first: String, second: String) throws -> [String] {
        let calendar = WaveCalendar(period: .quarter, listed: listed.map { Wave(id: WaveID($0), name: $0) })
        func mapping(_ name: String, _ wave: String) throws -> Mapping {
            let yaml = SurveyFixture.mapping.replacing("wave: { column: Date }", with: "wave: \(wave)")
            var fixture = SurveyFixture(yaml: yaml)
            fixture.name = name
            fixture.calendar = calendar
            return try #require(fixture.readMapping().value.first)
        }
        func result(_ name: String, _ newest: CalendarDate?) -> SurveyResult {
            var result = surveyResult(name, waves: [], questions: [overall], [])
            result.newestResponse = newest
            return result
        }
        let found = try [mapping("first", first), mapping("second", second)].checkWaves(
            [
                result("second", CalendarDate(iso: "2026-06-02")), result("first", CalendarDate(iso: "2026-03-01")),
            ], calendar: calendar)
        return found.map { "\($0.location) \($0.code): \($0.message)" }
    }

    @Test func listedWavesStandInTheOrderOfTheirResponses() throws {
        #expect(try found(listed: ["launch", "review"], first: "launch", second: "review") == [])
        #expect(
            try found(listed: ["review", "launch"], first: "launch", second: "review") == [
                "surveys/second.yml:2:7 wave-against-dates: the newest response of second.csv is of 2026-06-02, but it is counted in review: first.csv, of the later wave launch, ends on 2026-03-01"
            ])
    }

    @Test func aPeriodHoldsItsResponsesAndLateOnes() throws {
        #expect(try found(listed: [], first: "2026-Q1", second: "2026-Q2") == [])
        // Within six weeks of the end answers are late, not wrong.
        #expect(try found(listed: [], first: "2026-01", second: "2026-05") == [])
        #expect(
            try found(listed: [], first: "2026-Q1", second: "2026-Q1") == [
                "surveys/second.yml:2:7 wave-against-dates: the newest response of second.csv is of 2026-06-02, but it is counted in 2026-Q1: the wave ended on 2026-03-31"
            ])
        #expect(
            try found(listed: [], first: "2026-Q2", second: "2026-Q2") == [
                "surveys/first.yml:2:7 wave-against-dates: the newest response of first.csv is of 2026-03-01, but it is counted in 2026-Q2: the wave begins on 2026-04-01"
            ])
    }
}
