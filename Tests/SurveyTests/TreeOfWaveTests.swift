import Diagnostics
import Report
import Testing

@testable import Survey

@Suite struct TreeOfWaveTests {
    /// A department moves in a wave in which nobody was asked: the next wave has it under its new parent.
    @Test func aWaveWithoutResponsesStillEndsAMembership() throws {
        func id(_ text: String) -> DepartmentID { DepartmentID(text) }
        let organisation = Organisation(
            name: "O",
            departments: [
                Department(id: id("a"), name: "A"), Department(id: id("b"), name: "B"),
                Department(
                    id: id("c"), name: "C",
                    memberships: [
                        .init(parent: id("a"), to: WaveID("2025-Q2")), .init(parent: id("b"), from: WaveID("2025-Q3")),
                    ]),
                Department(id: id("d"), name: "D", until: WaveID("2025-Q2")),
            ])
        let ratings = (0..<2).map { wave in
            TestRating(person: wave, unit: 3, side: .internal, wave: wave, customer: 0, answers: [4])
        }
        let survey = surveyResult("s", waves: ["2025-Q1", "2025-Q4"], questions: [overall], ratings)
        let frame = makeFrame(
            [survey], organisation: organisation, calendar: WaveCalendar(period: .quarter), headline: overall.id
        ).value
        let unit = try #require(organisation.unit(id("c")))
        #expect(frame.trees.map { $0.parents[unit] } == [organisation.unit(id("a")), organisation.unit(id("b"))])
        #expect(frame.trees.map { $0.exists[4] } == [true, false])
    }
}
