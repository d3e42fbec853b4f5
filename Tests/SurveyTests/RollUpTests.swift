import Diagnostics
import Report
import Testing

@testable import Survey

@Suite struct RollUpTests {
    private func tally(_ organisation: Organisation, _ surveys: [SurveyResult], tablesFrom: Int = 0) -> Tally {
        let frame = makeFrame(
            surveys, organisation: organisation, calendar: WaveCalendar(period: .quarter), headline: overall.id)
        return rollUp(surveys, frame: frame.value, tablesFrom: tablesFrom)
    }

    /// Everything counted again with sets, from single answers.
    @Test(arguments: 0..<60, [0, Int.max])
    func agreesWithSets(seed: Int, tablesFrom: Int) throws {
        var dice = Dice(UInt64(seed))
        let count = 1 + dice.below(7)
        let parents = (0..<count).map { $0 == 0 ? -1 : dice.below($0 + 1) - 1 }
        let organisation = organisation(parents: parents)
        let waves = ["2025-Q1", "2025-Q2"]
        var all: [[TestRating]] = []
        for _ in 0..<2 {
            let ratings = (0..<dice.below(60)).map { _ in
                TestRating(
                    person: dice.below(25), unit: dice.below(count + 1),
                    side: [.external, .internal, .selfView][dice.below(3)], wave: dice.below(2),
                    customer: dice.below(count + 1),
                    answers: [dice.chance(0.8) ? dice.below(5) : nil, dice.chance(0.5) ? dice.below(5) : nil])
            }
            all.append(ratings)
        }
        let surveys = all.enumerated().map {
            surveyResult("s\($0)", waves: waves, questions: [overall, informed], $1)
        }
        let tally = tally(organisation, surveys, tablesFrom: tablesFrom)
        for (wave, listed) in tally.frame.waves.enumerated() {
            let tree = tally.frame.trees[wave]
            for unit in organisation.units {
                for question in 0..<2 {
                    try check(
                        tally, all, tree, wave: wave, named: waves.firstIndex(of: listed.id.text) ?? -1, unit, question)
                }
            }
        }
    }

    private func check(
        _ tally: Tally, _ all: [[TestRating]], _ tree: DepartmentTree, wave: Int, named: Int, _ unit: Int,
        _ question: Int
    ) throws {
        func people(_ test: (TestRating) -> Bool) -> Set<[Int]> {
            var found: Set<[Int]> = []
            for (survey, ratings) in all.enumerated() {
                for rating in ratings where rating.wave == named && rating.answers[question] != nil && test(rating) {
                    found.insert([survey, rating.person])
                }
            }
            return found
        }
        for side in [Side.external, .internal, .selfView] {
            var histogram = [Int](repeating: 0, count: 5)
            var ownHistogram = histogram
            for rating in all.joined() where rating.wave == named && rating.side == side {
                guard let point = rating.answers[question] else { continue }
                if tree.isWithin(rating.unit, unit) { histogram[point] += 1 }
                if rating.unit == unit { ownHistogram[point] += 1 }
            }
            let within = people { $0.side == side && tree.isWithin($0.unit, unit) }
            let outside = people { $0.side == side && !tree.isWithin($0.unit, unit) }
            guard let found = tally.side(side, wave: wave)?.questions[question] else {
                #expect(histogram.allSatisfy { $0 == 0 })
                continue
            }
            #expect(found.histogram(unit) == histogram)
            #expect(found.ownHistogram(unit) == ownHistogram)
            #expect(found.people[unit] == within.count)
            #expect(found.ownPeople[unit] == people { $0.side == side && $0.unit == unit }.count)
            #expect(tally.peopleOfRest(side, wave: wave, question: question)[unit] == outside.count)
        }
        let both = people { [.external, .internal].contains($0.side) && tree.isWithin($0.unit, unit) }
        #expect(tally.peopleOfAll(wave: wave, question: question)[unit] == both.count)
        let rest = people { [.external, .internal].contains($0.side) && !tree.isWithin($0.unit, unit) }
        #expect(tally.peopleOfRest(.all, wave: wave, question: question)[unit] <= rest.count)
        for link in tally.links[wave] where link.provider == unit && question == 0 {
            #expect(
                link.people
                    == people { $0.side == .internal && $0.unit == unit && $0.customer == link.customer }.count)
        }
    }

    @Test func tabulatedLinesAreThatManyPeople() throws {
        let organisation = organisation(parents: [-1, 0])
        let survey = surveyResult(
            "s", waves: ["2025-Q1"], questions: [overall, informed],
            [
                TestRating(person: 0, unit: 2, answers: [4, nil], weight: 7),
                TestRating(person: 0, unit: 2, answers: [3, nil], weight: 2),
                TestRating(person: 0, unit: 2, answers: [nil, 1], weight: 8),
            ], tabulated: true)
        let side = try #require(tally(organisation, [survey]).side(.external, wave: 0))
        #expect(side.questions[0]?.people == [9, 9, 9])
        #expect(side.questions[0]?.histogram(0) == [0, 0, 0, 2, 7])
        #expect(side.respondents == [9, 9, 9])
        #expect(side.ownRespondents == [0, 0, 9])
    }

    @Test func openWavesAreNotCounted() {
        let survey = surveyResult(
            "s", waves: ["2025-Q1", "2025-Q2"], questions: [overall],
            [TestRating(person: 0, unit: 1, answers: [1]), TestRating(person: 1, unit: 1, wave: 1, answers: [1])])
        let calendar = WaveCalendar(period: .quarter, listed: [Wave(id: WaveID("2025-Q2"), name: "x", isOpen: true)])
        let frame = makeFrame(
            [survey], organisation: organisation(parents: [-1]), calendar: calendar, headline: overall.id)
        #expect(frame.value.waves.map(\.id.text) == ["2025-Q1"])
        #expect(rollUp([survey], frame: frame.value).side(.external, wave: 0)?.questions[0]?.people == [1, 1])
    }

    /// Too many departments for a table of pairs, as many as fit into one, and no table at all.
    @Test(arguments: [6, 1_400])
    func pairsOfDepartmentsAreCountedInAnyWay(departments: Int) {
        var dice = Dice(4)
        let organisation = organisation(parents: Array(repeating: -1, count: departments))
        let ratings = (0..<200).map { person in
            TestRating(
                person: person % 190, unit: 1 + dice.below(5), side: [.external, .internal][dice.below(2)],
                wave: dice.below(2), customer: dice.below(3), answers: [dice.chance(0.8) ? dice.below(5) : nil])
        }
        let survey = surveyResult("s", waves: ["2025-Q1", "2025-Q2"], questions: [overall], ratings)
        func links(_ tablesFrom: Int) -> [[[Int]]] {
            tally(organisation, [survey], tablesFrom: tablesFrom).links.map { links in
                links.map { [$0.provider, $0.customer, $0.people] + $0.histogram }
            }
        }
        #expect(links(0) == links(.max))
        #expect(links(0).joined().count > 20)
    }

    @Test func hostileIndicesAreLeftOut() {
        var survey = surveyResult(
            "s", waves: ["2025-Q1"], questions: [overall],
            [TestRating(person: 5, unit: 99, answers: [1]), TestRating(person: 3, unit: 1, answers: [77])])
        survey.responses.person[1] = .max
        survey.responses.weight = [.max, .max]
        let tally = tally(organisation(parents: [-1]), [survey])
        #expect(tally.side(.external, wave: 0)?.questions[0]?.people == [0, 0])
    }
}
