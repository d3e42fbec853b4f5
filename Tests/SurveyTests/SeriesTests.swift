import Diagnostics
import Report
import Testing

@testable import Survey

/// Which of two groups is shown, where only one of them can be, follows what was shown in the wave before.
@Suite struct SeriesTests {
    /// People who rated three departments in two waves: by wave and department all of them, and those of them who answered
    /// the second question.
    private func protected(
        _ people: [[Int]], answering: [[Int]], of departments: Organisation = organisation(parents: [-1, -1, -1])
    ) -> Protected {
        var ratings: [TestRating] = []
        for wave in people.indices {
            for department in people[wave].indices {
                for number in 0..<people[wave][department] {
                    let answers = number < answering[wave][department]
                    ratings.append(
                        TestRating(
                            person: ratings.count, unit: department + 1, wave: wave,
                            answers: [number % 5, answers ? number % 5 : nil]))
                }
            }
        }
        let surveys = [surveyResult("s", waves: ["2025-Q1", "2025-Q2"], questions: [overall, informed], ratings)]
        let frame = makeFrame(
            surveys, organisation: departments, calendar: WaveCalendar(period: .quarter),
            headline: overall.id)
        return protect(rollUp(surveys, frame: frame.value), rule: ConfidentialityRule(external: 5, internal: 5))
    }

    private func shown(_ protected: Protected, wave: Int, question: Int, units: Int = 4) -> [Int] {
        (0..<units).filter {
            if case .published = protected.table[$0, .external, wave, question] { true } else { false }
        }
    }

    /// In the second wave the first department is too small, and either of the others has to hide it.
    private static let second = [3, 6, 6]

    @Test("of a question", arguments: [(shown: 1, first: [2, 12, 3]), (2, [2, 3, 12])])
    func questions(shown department: Int, first: [Int]) {
        let released = protected([[12, 12, 12], [12, 12, 12]], answering: [first, Self.second])
        #expect(shown(released, wave: 1, question: 0) == [0, 1, 2, 3])
        #expect(shown(released, wave: 0, question: 1) == [0, department + 1])
        #expect(shown(released, wave: 1, question: 1) == [0, department + 1])
    }

    @Test("of a side", arguments: [(shown: 1, first: [2, 12, 3]), (2, [2, 3, 12])])
    func sides(shown department: Int, first: [Int]) {
        let released = protected([first, Self.second], answering: [first, Self.second])
        for question in 0..<2 {
            #expect(shown(released, wave: 0, question: question) == [0, department + 1])
            #expect(shown(released, wave: 1, question: question) == [0, department + 1])
        }
    }

    @Test("of a department that goes on another", arguments: [2, 3])
    func continued(goingOn heir: Int) {
        let departments = (0..<4).map { number in
            Department(
                id: DepartmentID("d\(number)"), name: "D\(number)",
                continues: number == heir ? [DepartmentID("d1")] : [])
        }
        let released = protected(
            [[12, 12, 12, 12], [12, 12, 12, 12]], answering: [[2, 12, 3, 0], [3, 0, 6, 6]],
            of: Organisation(name: "O", departments: departments))
        #expect(shown(released, wave: 0, question: 1) == [0, 2])
        #expect(shown(released, wave: 1, question: 1, units: 5) == [0, heir + 1])
    }

    /// What is left of a unit when what is shown below it is taken off.
    @Test func remaindersAreWhatIsNotShownBelow() throws {
        let released = protected([[12, 12, 12], [12, 12, 12]], answering: [[2, 12, 3], Self.second])
        let rest = try #require(released.remainders.first { $0.wave == 1 && $0.question == 1 && $0.unit == 0 })
        #expect(rest.cell.histogram == [3, 2, 2, 1, 1] && rest.cell.people == 9)
    }
}
