import Diagnostics
import Report
import Testing

@testable import Survey

/// An attacker who has every published histogram and adds and subtracts them as he likes.
@Suite struct ProtectionTests {
    /// A group of respondents that the published figures are sums of: who rated one unit on one side, of one customer
    /// department where the service map tells them apart.
    private struct Part: Hashable, Comparable {
        let unit: Int
        let side: Side
        let customer: Int
        static func < (left: Part, right: Part) -> Bool {
            (left.unit, left.side.index, left.customer) < (right.unit, right.side.index, right.customer)
        }
    }

    private struct Case {
        let organisation: Organisation
        let ratings: [TestRating]
        let tally: Tally
        let released: Protected
    }

    private func build(_ organisation: Organisation, _ ratings: [TestRating], rule: ConfidentialityRule) -> Case {
        let surveys = [surveyResult("s", waves: ["2025-Q1"], questions: [overall, informed], ratings)]
        let frame = makeFrame(
            surveys, organisation: organisation, calendar: WaveCalendar(period: .quarter), headline: overall.id)
        let tally = rollUp(surveys, frame: frame.value)
        return Case(organisation: organisation, ratings: ratings, tally: tally, released: protect(tally, rule: rule))
    }

    private func randomRatings(_ dice: inout Dice, units: Int, repeats: Bool) -> [TestRating] {
        let spread = 1 + dice.below(9)
        return (0..<dice.below(spread * units + 1)).map { index in
            TestRating(
                person: repeats && dice.chance(0.5) ? dice.below(12) : index + 100, unit: dice.below(units),
                side: dice.chance(0.5) ? .external : .internal, customer: dice.below(3),
                answers: [
                    dice.chance(0.9) ? (dice.chance(0.6) ? 4 : dice.below(5)) : nil,
                    dice.chance(0.6) ? dice.below(5) : nil,
                ])
        }
    }

    @Test(arguments: 0..<150)
    func everyDerivableGroupIsLargeEnough(seed: Int) {
        var dice = Dice(UInt64(1000 + seed))
        let departments = 1 + dice.below(4)
        let organisation = organisation(parents: (0..<departments).map { $0 == 0 ? -1 : dice.below($0 + 1) - 1 })
        let ratings = randomRatings(&dice, units: departments + 1, repeats: seed % 2 == 0)
        let one = build(organisation, ratings, rule: ConfidentialityRule(external: 5, internal: 5))
        guard !one.tally.frame.waves.isEmpty else { return }
        for question in 0..<2 { attack(one, question: question, smallest: 5, seed: seed) }
    }

    private func attack(_ one: Case, question: Int, smallest: Int, seed: Int) {
        let tree = one.tally.frame.trees[0]
        let isMapped = question == one.tally.frame.headline
        func part(_ rating: TestRating) -> Part {
            let isLeaf = rating.unit != 0 && tree.children[rating.unit].isEmpty
            return Part(
                unit: rating.unit, side: rating.side,
                customer: isMapped && isLeaf && rating.side == .internal ? rating.customer : 0)
        }
        let answered = one.ratings.filter { $0.answers[question] != nil }
        let parts = Set(answered.map(part)).sorted()
        guard !parts.isEmpty, parts.count <= 14 else { return }
        // What is published, each as the parts that it is the sum of; emptiness of the others is known to the attacker.
        var known: [[Double]] = []
        func add(_ holds: (Part) -> Bool) { known.append(parts.map { holds($0) ? 1 : 0 }) }
        for unit in one.organisation.units {
            for side in [Side.external, .internal] where one.released.table[unit, side, 0, question].cell != nil {
                add { $0.side == side && tree.isWithin($0.unit, unit) }
            }
            if one.released.table[unit, .all, 0, question].cell != nil { add { tree.isWithin($0.unit, unit) } }
        }
        if isMapped {
            for link in one.released.links[0] where link.release.cell != nil {
                add { $0.side == .internal && $0.unit == link.provider && $0.customer == link.customer }
            }
        }
        let basis = reduce(known)
        for set in 1..<(1 << parts.count) {
            let target = parts.indices.map { set >> $0 & 1 == 1 ? 1.0 : 0 }
            guard isSum(target, of: basis) else { continue }
            let members = answered.filter { rating in
                parts.firstIndex(of: part(rating)).map { set >> $0 & 1 == 1 } ?? false
            }
            let people = Set(members.map(\.person)).count
            #expect(people >= smallest, "seed \(seed): \(people) people can be worked out")
            if Set(members.compactMap { $0.answers[question] }).count == 1 {
                #expect(people >= 2 * smallest, "seed \(seed): \(people) people of one mind can be worked out")
            }
        }
    }

    /// Rows in reduced echelon form.
    private func reduce(_ rows: [[Double]]) -> [(pivot: Int, row: [Double])] {
        var basis: [(pivot: Int, row: [Double])] = []
        for row in rows {
            var rest = remainder(row, basis)
            guard let pivot = rest.firstIndex(where: { abs($0) > 1e-9 }) else { continue }
            let factor = rest[pivot]
            rest = rest.map { $0 / factor }
            for index in basis.indices {
                let multiple = basis[index].row[pivot]
                basis[index].row = zip(basis[index].row, rest).map { $0 - multiple * $1 }
            }
            basis.append((pivot, rest))
        }
        return basis
    }
    private func remainder(_ row: [Double], _ basis: [(pivot: Int, row: [Double])]) -> [Double] {
        basis.reduce(row) { rest, next in
            let multiple = rest[next.pivot]
            return multiple == 0 ? rest : zip(rest, next.row).map { $0 - multiple * $1 }
        }
    }
    private func isSum(_ target: [Double], of basis: [(pivot: Int, row: [Double])]) -> Bool {
        remainder(target, basis).allSatisfy { abs($0) < 1e-9 }
    }

    /// The attack must be able to succeed: with every cell of five and more shown it finds small groups.
    @Test func theAttackWorksOnThePlainThreshold() {
        let parts: [[Double]] = [[1, 1, 1], [0, 1, 0], [0, 0, 1]]
        #expect(isSum([1, 0, 0], of: reduce(parts)))
        #expect(!isSum([1, 0, 0], of: reduce([[1, 1, 1], [0, 1, 0]])))
    }

    @Test func aLoneSmallTeamTakesAnotherWithIt() {
        // 3 + 9 + 9 under one division: the three could be worked out from the rest.
        let organisation = organisation(parents: [-1, 0, 0, 0])
        var ratings: [TestRating] = []
        for (unit, count) in [(2, 3), (3, 9), (4, 9)] {
            for index in 0..<count {
                ratings.append(TestRating(person: ratings.count, unit: unit, answers: [index % 5, nil]))
            }
        }
        let released = build(organisation, ratings, rule: ConfidentialityRule()).released
        let shown = (0...4).map { released.table[$0, .external, 0, 0].cell != nil }
        #expect(shown[0] || shown[1])
        #expect(!shown[2])
        #expect(shown[3] != shown[4])
        #expect(released.remainders.map(\.cell.people) == [12])
        #expect(released.table[2, .external, 0, 0] == .suppressed)
        #expect(released.table[2, .internal, 0, 0] == .none)
        // Nobody answered the second question: said where the department may be shown, and nowhere else.
        #expect(released.table[0, .external, 0, 1] == .none)
        #expect(released.table[2, .external, 0, 1] == .suppressed)
    }

    @Test func oneMindOfFewIsNotShown() {
        let organisation = organisation(parents: [-1])
        func cell(_ answers: [Int]) -> ReleasedCell? {
            let ratings = answers.enumerated().map { TestRating(person: $0, unit: 1, answers: [$1, nil]) }
            return build(organisation, ratings, rule: ConfidentialityRule()).released.table[1, .external, 0, 0].cell
        }
        #expect(cell(Array(repeating: 4, count: 9)) == nil)
        #expect(cell(Array(repeating: 4, count: 10))?.people == 10)
        #expect(cell([4, 4, 4, 4, 3])?.people == 5)
        #expect(cell([4, 4, 4, 3]) == nil)
    }

    @Test func answersOfOnePersonAreOnePerson() {
        let organisation = organisation(parents: [-1, 0, 0])
        // Four people rate both teams: eight answers, four people.
        let ratings = (0..<8).map { TestRating(person: $0 / 2, unit: 2 + $0 % 2, answers: [$0 % 5, nil]) }
        let released = build(organisation, ratings, rule: ConfidentialityRule()).released
        #expect(organisation.units.allSatisfy { released.table[$0, .external, 0, 0].cell == nil })
    }

    @Test func theBasePatternCountsPeople() {
        // Four people, one of whom rated the division and its team: five answers. Where the division could be shown, an
        // unanswered question says so; here it keeps the marker.
        let organisation = organisation(parents: [-1, 0])
        let four = (0..<4).map { TestRating(person: $0, unit: 1, answers: [$0, nil]) }
        func base(_ more: [TestRating]) -> [Bool]? {
            build(organisation, four + more, rule: ConfidentialityRule()).released.base[0][Side.external.index]
        }
        let again = TestRating(person: 0, unit: 2, answers: [2, nil])
        #expect(base([again]) == [false, false, false])
        #expect(base([TestRating(person: 4, unit: 2, answers: [2, nil])]) == [true, true, false])
        #expect(base([again, TestRating(person: 4, unit: 1, answers: [2, nil])]) == [true, true, false])
        let released = build(organisation, four + [again], rule: ConfidentialityRule()).released
        #expect(released.table[1, .external, 0, 1] == .suppressed)
    }

    @Test func linksDoNotTellWhoAnswered() {
        // d00 declares that it serves d01, d02 and d03; d01 declares d00, and d04 declares d01.
        func id(_ index: Int) -> DepartmentID { DepartmentID("d0\(index)") }
        let serves = [0: [1, 2, 3], 1: [0], 4: [1]]
        let organisation = Organisation(
            name: "Test",
            departments: (0..<5).map { index in
                Department(id: id(index), name: "Department \(index)", serves: (serves[index] ?? []).map(id))
            })
        func links(_ pairs: [(provider: Int, customer: Int, people: Int)]) -> [ServiceLink] {
            var ratings: [TestRating] = []
            for pair in pairs {
                for _ in 0..<pair.people {
                    ratings.append(
                        TestRating(
                            person: ratings.count, unit: pair.provider, side: .internal, customer: pair.customer,
                            answers: [ratings.count % 5]))
                }
            }
            let survey = surveyResult("s", waves: ["2025-Q1"], questions: [overall], ratings)
            return makeReport(input(organisation, [survey])).value.links
        }
        // Departments by unit: d00 is 1. Six people of d01 answered about d00, and eight of d04, which is not declared.
        let shown = [(1, 2, 6), (1, 5, 8), (2, 0, 9)]
        let found = links(shown + [(1, 3, 2), (1, 0, 4), (2, 1, 1), (2, 4, 2)])
        func text(_ link: ServiceLink) -> String {
            let state = link.cell.published.map { String($0.base) } ?? (link.cell == .none ? "none" : "hidden")
            return "\(link.provider) \(link.customer) \(state)"
        }
        #expect(
            found.map(text) == [
                "d00 d01 6", "d00 d02 hidden", "d00 d03 hidden", "d00 d04 8", "d01 d00 hidden", "d04 d01 none",
            ])
        // The same answers about d00 from another department that is hidden, or by nobody's department in particular.
        for others in [[(1, 4, 2), (1, 0, 4), (2, 1, 1), (2, 4, 2)], [(1, 0, 6), (2, 0, 3)]] {
            #expect(links(shown + others).map(text) == found.map(text))
        }
    }

    @Test func surveysWithoutPeopleHideWhatTheyTouch() {
        let organisation = organisation(parents: [-1, -1])
        let counted = (0..<12).map { TestRating(person: $0, unit: 1 + $0 % 2, answers: [$0 % 5]) }
        let uncounted = [TestRating(person: 0, unit: 1, answers: [2])]
        let surveys = [
            surveyResult("a", waves: ["2025-Q1"], questions: [overall], counted),
            surveyResult("b", waves: ["2025-Q1"], questions: [overall], uncounted, countsPeople: false),
        ]
        let report = makeReport(input(organisation, surveys)).value
        #expect(report.cells[unit: 0, side: .external, wave: 0, question: 0] == .suppressed)
        #expect(report.cells[unit: 1, side: .external, wave: 0, question: 0] == .suppressed)
        #expect(report.cells[unit: 2, side: .external, wave: 0, question: 0].published?.base == 6)
    }

    /// Exchanging the answers of two hidden units inside one atom changes nothing that leaves the confidential side.
    @Test(arguments: 0..<80)
    func hiddenAnswersChangeNothing(seed: Int) {
        var dice = Dice(UInt64(50_000 + seed))
        let departments = 4 + dice.below(6)
        let organisation = organisation(parents: (0..<departments).map { $0 == 0 ? -1 : dice.below($0 + 1) - 1 })
        var ratings = randomRatings(&dice, units: departments + 1, repeats: false)
        let one = build(organisation, ratings, rule: ConfidentialityRule())
        guard !one.tally.frame.waves.isEmpty else { return }
        let before = text(organisation, ratings)
        guard let (first, second) = exchangeable(one) else { return }
        for (left, right) in zip(first, second) { swapAnswers(&ratings, left, right) }
        #expect(text(organisation, ratings) == before)
    }

    private func text(_ organisation: Organisation, _ ratings: [TestRating]) -> String {
        let survey = surveyResult("s", waves: ["2025-Q1"], questions: [overall, informed], ratings)
        var text = ""
        dump(makeReport(input(organisation, [survey])).value, to: &text)
        return text
    }

    private func swapAnswers(_ ratings: inout [TestRating], _ left: Int, _ right: Int) {
        let kept = ratings[left].answers[0]
        ratings[left].answers[0] = ratings[right].answers[0]
        ratings[right].answers[0] = kept
    }

    /// Ratings of two hidden units of one external atom of the headline question, equally many.
    private func exchangeable(_ one: Case) -> ([Int], [Int])? {
        let tree = ProtectionTree(one.tally.frame.trees[0])
        let atoms = tree.atoms(one.organisation.units.map { one.released.table[$0, .external, 0, 0].cell != nil })
        for first in one.organisation.units where atoms[first] != first {
            for second in one.organisation.units
            where second > first && atoms[second] == atoms[first] && atoms[second] != second {
                func answered(_ unit: Int) -> [Int] {
                    one.ratings.indices.filter {
                        one.ratings[$0].unit == unit && one.ratings[$0].side == .external
                            && one.ratings[$0].answers[0] != nil
                    }
                }
                let pair = (answered(first), answered(second))
                if !pair.0.isEmpty, pair.0.count == pair.1.count { return pair }
            }
        }
        return nil
    }
}
