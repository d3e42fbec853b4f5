import Diagnostics
import Report
import Testing

@testable import Survey

/// Two publications, held together by somebody who kept the first.
@Suite struct RepublicationTests {
    private func input(
        _ organisation: Organisation, _ ratings: [TestRating], memory: [MemoryFile] = []
    ) -> ReportInput {
        let survey = surveyResult("s", waves: ["2025-Q1"], questions: [overall], ratings)
        return ReportInput(
            organisation: organisation, calendar: WaveCalendar(period: .quarter),
            policy: DisclosurePolicy(rule: ConfidentialityRule(external: 5, internal: 5), key: Secret("key")),
            headline: overall.id, surveys: [survey], memory: memory, wasPublished: !memory.isEmpty)
    }

    private func people(
        _ unit: Int, _ count: Int, from first: Int = 0, side: Side = .external
    ) -> [TestRating] {
        (0..<count).map {
            TestRating(person: unit * 100 + first + $0, unit: unit, side: side, answers: [(first + $0) % 5])
        }
    }

    private func bases(_ input: ReportInput, _ side: Side = .external) -> [Int?] {
        let report = makeReport(input).value
        return report.organisation.units.map {
            report.cells[unit: $0, side: side, wave: 0, question: 0].published?.base
        }
    }

    @Test func anAtomThatShrinksBelowTheSmallestGroupStands() {
        let tree = organisation(parents: [-1, -1])
        let all = people(1, 16) + people(2, 20)
        let memory = rememberPublication(input(tree, all)).value
        // Thirteen of sixteen are taken back: enough went, but too few are left.
        let fewer = people(1, 3) + people(2, 20)
        let after = input(tree, fewer, memory: memory)
        #expect(bases(after) == [36, 16, 20])
        #expect(makeReport(after).diagnostics.map(\.code) == ["earlier-figures-stand"])
        // All of them: nobody is left to show, and who went is what was published.
        #expect(bases(input(tree, people(2, 20), memory: memory)) == [20, nil, 20])
    }

    @Test func anAtomOfOneMindStands() {
        let tree = organisation(parents: [-1, -1])
        let agreed = (0..<6).map { TestRating(person: 190 + $0, unit: 1, answers: [4]) }
        let all = people(1, 6) + agreed + people(2, 20)
        let memory = rememberPublication(input(tree, all)).value
        #expect(bases(input(tree, all, memory: memory)) == [32, 12, 20])
        // Those who are left all say the same; or those who came do.
        #expect(bases(input(tree, agreed + people(2, 20), memory: memory)) == [32, 12, 20])
        let came = (0..<6).map { TestRating(person: 180 + $0, unit: 1, answers: [0]) }
        #expect(bases(input(tree, all + came, memory: memory)) == [32, 12, 20])
        #expect(bases(input(tree, all + people(1, 6, from: 50), memory: memory)) == [38, 18, 20])
    }

    @Test func peopleWhoMoveAreCountedOnce() {
        // Four who were counted for the organisation alone come under a department that three others joined.
        let all = people(0, 6) + people(1, 10) + people(2, 4)
        let memory = rememberPublication(input(organisation(parents: [-1, -1]), all)).value
        let moved = input(organisation(parents: [-1, 0]), all + people(1, 3, from: 50), memory: memory)
        #expect(bases(moved) == [20, 10, nil])
        // Five move, and nobody else: both atoms are taken anew.
        let five = people(0, 6) + people(1, 10) + people(2, 5)
        let withFive = rememberPublication(input(organisation(parents: [-1, -1]), five)).value
        for after in [five, five + people(1, 6, from: 50)] {
            let bases = bases(input(organisation(parents: [-1, 0]), after, memory: withFive))
            let sum = bases[0] ?? 0
            #expect(sum == 21 || sum == after.count)
        }
    }

    @Test func bothSidesFollowFromWhatStands() throws {
        let tree = organisation(parents: [-1, -1])
        // Some people stand on both sides.
        func all(_ dropped: Int) -> [TestRating] {
            let outside = people(1, 12) + people(2, 12)
            let inside = (people(1, 12, side: .internal) + people(2, 12, side: .internal)).map { rating in
                var rating = rating
                if rating.person % 100 > 3 { rating.person += 50 }
                return rating
            }
            return outside + inside.dropFirst(dropped)
        }
        let memory = rememberPublication(input(tree, all(0))).value
        func figures(_ input: ReportInput) -> [Cell] {
            let report = makeReport(input).value
            return report.organisation.units.flatMap { unit in
                Side.allCases.map { report.cells[unit: unit, side: $0, wave: 0, question: 0] }
            }
        }
        let before = figures(input(tree, all(0)))
        #expect(bases(input(tree, all(0)), .all) == [48, 24, 24])
        #expect(figures(input(tree, all(0), memory: memory)) == before)
        for dropped in 1...4 { #expect(figures(input(tree, all(dropped), memory: memory)) == before) }
        // Without a memory of both sides together the fewest people that the sides allow.
        let released = prepare(input(tree, all(0))).value.protected.table[0, .all, 0, 0].cell
        #expect(try #require(released).people == 40)
    }

    /// Every sum and difference of the atoms of both publications, taken once or not at all.
    @Test(arguments: 0..<120)
    func nothingSmallCanBeWorkedOut(seed: Int) {
        var dice = Dice(UInt64(70_000 + seed))
        let departments = 2 + dice.below(4)
        func tree() -> Organisation {
            organisation(parents: (0..<departments).map { $0 == 0 ? -1 : dice.below($0 + 1) - 1 })
        }
        func some(_ count: Int, from first: Int) -> [TestRating] {
            (0..<count).map {
                TestRating(person: first + $0, unit: dice.below(departments + 1), answers: [dice.below(5)])
            }
        }
        let first = tree()
        let all = some(10 + dice.below(40), from: 0)
        let second = dice.chance(0.5) ? tree() : first
        let unit = dice.below(departments + 1)
        var changed = dice.chance(0.5) ? all.filter { $0.unit != unit || !dice.chance(0.8) } : all
        if dice.chance(0.5) { changed += some(dice.below(15), from: 1000) }
        let memory = rememberPublication(input(first, all)).value
        let old = nodes(prepare(input(first, all), remembers: true).value)
        let new = nodes(prepare(input(second, changed, memory: memory), remembers: true).value)
        for node in new where node.atomPeople > 0 {
            #expect(node.atomPeople >= 5)
            #expect(node.atomPeople >= 10 || node.atomHistogram.count { $0 > 0 } > 1)
        }
        let atoms = (old + new).map(\.marks.values)
        guard atoms.count <= 8 else { return }
        #expect(Set(new.flatMap(\.marks.values)).count == new.reduce(0) { $0 + $1.atomPeople })
        var total = 1
        for _ in atoms { total *= 3 }
        for choice in 1..<total {
            var rest = choice
            var sum: [UInt64: Int] = [:]
            for atom in atoms {
                let factor = rest % 3 - 1
                rest /= 3
                if factor != 0 { for mark in atom { sum[mark, default: 0] += factor } }
            }
            guard sum.values.allSatisfy({ abs($0) <= 1 }) else { continue }
            for sign in [1, -1] {
                let people = sum.values.count { $0 == sign }
                #expect(people == 0 || people >= 5, "seed \(seed): \(people) people")
            }
        }
    }

    private func nodes(_ prepared: Preparation) -> [PublishedNode] {
        prepared.protected.publications.first { $0.side == .external }?.questions.first?.generations.last?.nodes ?? []
    }
}
