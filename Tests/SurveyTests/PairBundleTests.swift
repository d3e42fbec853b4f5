import Diagnostics
import Report
import Testing

@testable import Survey

/// Small pairs of the service map are one node together; that must not be seen in anything that is shown.
@Suite struct PairBundleTests {
    /// Customers of a few departments in two waves: most pairs are small, some are not, some people rated several times.
    private func tally(_ dice: inout Dice) -> Tally {
        let departments = 6 + dice.below(10)
        let organisation = organisation(parents: (0..<departments).map { $0 < 2 ? -1 : dice.below(2) })
        let busy = 1 + dice.below(3)
        let ratings = (0..<(60 + dice.below(500))).map { index in
            TestRating(
                person: dice.chance(0.2) ? dice.below(40) : 100 + index, unit: dice.below(departments + 1),
                side: dice.chance(0.85) ? .internal : .external, wave: dice.below(2),
                customer: dice.chance(0.4) ? dice.below(busy) : dice.below(departments + 1),
                answers: [dice.chance(0.9) ? (dice.chance(0.5) ? 4 : dice.below(5)) : nil, dice.below(5)])
        }
        let surveys = [surveyResult("s", waves: ["2025-Q1", "2025-Q2"], questions: [overall, informed], ratings)]
        let frame = makeFrame(
            surveys, organisation: organisation, calendar: WaveCalendar(period: .quarter), headline: overall.id)
        return rollUp(surveys, frame: frame.value)
    }

    @Test(arguments: 0..<120)
    func showsTheSameAsPairsOfTheirOwn(seed: Int) {
        var dice = Dice(UInt64(700 + seed))
        let tally = tally(&dice)
        let smallest = [5, 5, 7][seed % 3]
        let rule = ConfidentialityRule(external: 5, internal: smallest)
        let bundled = protect(tally, rule: rule)
        // What is remembered names every pair, so that each is a node of its own.
        let single = protect(tally, rule: rule, remembers: true)
        #expect(bundled.links == single.links)
        #expect(bundled.remainders == single.remainders)
        for wave in tally.frame.waves.indices {
            for side in Side.allCases {
                for question in tally.frame.questions.indices {
                    for unit in tally.frame.organisation.units {
                        #expect(
                            bundled.table[unit, side, wave, question] == single.table[unit, side, wave, question])
                    }
                }
            }
        }
    }

    @Test func bundlesPairsThatFollowEachOther() throws {
        var dice = Dice(3)
        let tally = tally(&dice)
        let group = try #require(
            AnswerGroup(
                tally, wave: 0, side: .internal, question: 0, tree: ProtectionTree(tally.frame.trees[0]), smallest: 5,
                isRemembered: false))
        let bundles = group.pairOfNode.count { $0 == nil }
        #expect(bundles > 0 && group.pairOfNode.count < group.pairs.count)
        // Nobody is lost, and nobody is counted twice.
        let customers = group.pairs.filter { $0.customer != 0 }
        #expect(group.own.dropFirst(group.units).reduce(0, +) == customers.map(\.people).reduce(0, +))
        for (place, key) in group.pairs.keys.enumerated() {
            #expect(group.pairs.place(of: key) == place)
            let node = group.nodeOfPair[place]
            if key.customer == 0 {
                #expect(node == key.provider && group.own[node] == group.pairs.people[place])
            } else {
                #expect(group.tree.parents[node] == key.provider)
                #expect(group.pair(node).map { $0 == key } ?? (group.pairs.people[place] < 5))
            }
        }
        #expect(group.pairs.place(of: PairKey(provider: 0, customer: 0)) == nil)
        #expect(group.pairs.place(of: PairKey(provider: .max, customer: 0)) == nil)
    }

    @Test func pairsOfSeveralSurveysAreSummed() {
        let organisation = organisation(parents: [-1, -1, -1])
        func survey(_ id: String, _ customers: [Int]) -> SurveyResult {
            surveyResult(
                id, waves: ["2025-Q1"], questions: [overall],
                customers.enumerated().map {
                    TestRating(person: $0, unit: 1, side: .internal, customer: $1, answers: [$0 % 5])
                })
        }
        let surveys = [survey("a", [2, 2, 3, 0]), survey("b", [3, 1, 2])]
        let frame = makeFrame(
            surveys, organisation: organisation, calendar: WaveCalendar(period: .quarter), headline: overall.id)
        let pairs = [[1, 0, 1], [1, 1, 1], [1, 2, 3], [1, 3, 2]]
        for tablesFrom in [0, Int.max] {
            let links = rollUp(surveys, frame: frame.value, tablesFrom: tablesFrom).links[0]
            #expect(links.map { [$0.provider, $0.customer, $0.people] } == pairs)
            #expect(links.map(\.histogram) == [[0, 0, 0, 1, 0], [0, 1, 0, 0, 0], [1, 1, 1, 0, 0], [1, 0, 1, 0, 0]])
        }
    }
}
