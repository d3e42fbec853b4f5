import Diagnostics
import Report
import Testing

@testable import Survey

/// What was published changes only where nobody is singled out.
@Suite struct ReleaseMemoryTests {
    private let tree = organisation(parents: [-1, 0, 0, -1])
    /// Division d00 with teams d01 (12 people) and d02 (9), and department d03 (10).
    private var ratings: [TestRating] {
        var all: [TestRating] = []
        for (unit, count) in [(2, 12), (3, 9), (4, 10)] {
            for index in 0..<count {
                all.append(
                    TestRating(
                        person: unit * 100 + index, unit: unit, answers: [index % 5, (index + 1) % 5],
                        comment: index < 10 ? "c\(unit)-\(index)" : nil))
            }
        }
        return all
    }

    private func input(
        _ ratings: [TestRating], memory: [MemoryFile] = [], tabulated: Bool = false, organisation: Organisation? = nil,
        smallest: Int = 5, key: String = "key"
    ) -> ReportInput {
        let survey = surveyResult(
            "s", waves: ["2025-Q1"], questions: [overall, informed], ratings, tabulated: tabulated)
        return ReportInput(
            organisation: organisation ?? tree, calendar: WaveCalendar(period: .quarter),
            policy: DisclosurePolicy(
                rule: ConfidentialityRule(external: smallest, internal: smallest), key: Secret(key)),
            headline: overall.id, surveys: [survey], memory: memory, wasPublished: !memory.isEmpty)
    }

    private func published(_ ratings: [TestRating], memory: [MemoryFile] = [], tabulated: Bool = false) -> [MemoryFile]
    {
        let outcome = rememberPublication(input(ratings, memory: memory, tabulated: tabulated))
        #expect(!outcome.hasErrors)
        return outcome.value
    }

    private func bases(_ outcome: Outcome<Report>, question: Int = 0) -> [Int?] {
        outcome.value.organisation.units.map {
            outcome.value.cells[unit: $0, side: .external, wave: 0, question: question].published?.base
        }
    }
    private func histogram(_ outcome: Outcome<Report>, _ unit: Int) -> [Int]? {
        outcome.value.cells[unit: unit, side: .external, wave: 0, question: 0].published?.histogram
    }
    private func text(_ outcome: Outcome<Report>) -> String {
        var text = ""
        dump(outcome.value.cells, to: &text)
        dump(outcome.value.comments, to: &text)
        return text
    }

    @Test func theSameAnswersAreTheSame() {
        let memory = published(ratings)
        let again = makeReport(input(ratings.shuffledBy(3), memory: memory))
        #expect(again.diagnostics.isEmpty)
        #expect(text(again) == text(makeReport(input(ratings))))
        #expect(published(ratings.shuffledBy(4), memory: memory) == memory)
    }

    @Test func oneMoreOneFewerOneExchangedChangeNothing() {
        let memory = published(ratings)
        let before = makeReport(input(ratings))
        var exchanged = ratings
        exchanged[0] = TestRating(person: 999, unit: 2, answers: [4, 4])
        var changed = ratings
        changed[0].answers[0] = 4
        let variants = [
            ratings + [TestRating(person: 999, unit: 2, answers: [4, 4])], Array(ratings.dropFirst()), exchanged,
            changed,
            // One in each of the teams, and four in one: still nobody can be told.
            ratings + [2, 3, 4].map { TestRating(person: 990 + $0, unit: $0, answers: [1, 1]) },
            ratings + (0..<4).map { TestRating(person: 990 + $0, unit: 3, answers: [1, 1]) },
        ]
        for variant in variants {
            let after = makeReport(input(variant, memory: memory))
            for unit in tree.units { #expect(histogram(after, unit) == histogram(before, unit)) }
            #expect(after.diagnostics.map(\.code).contains("earlier-figures-stand"))
            #expect(!after.hasErrors)
            // Publishing again does not open a way round.
            let second = published(variant, memory: memory)
            #expect(bases(makeReport(input(variant, memory: second))) == bases(before))
        }
    }

    @Test func enoughNewPeopleReachTheSite() {
        let memory = published(ratings)
        let more = ratings + (0..<6).map { TestRating(person: 990 + $0, unit: 4, answers: [$0 % 3, $0 % 2]) }
        let after = makeReport(input(more, memory: memory))
        #expect(after.diagnostics.isEmpty)
        #expect(bases(after) == [37, 21, 12, 9, 16])
        // Six come to one team and one to another: the one waits, and sums hold what is shown.
        let both = more + [TestRating(person: 980, unit: 2, answers: [0, 0])]
        let mixed = makeReport(input(both, memory: memory))
        #expect(bases(mixed) == [37, 21, 12, 9, 16])
        #expect(mixed.diagnostics.count == 2)
        // After that is published too, taking back five of the six is measured against both publications.
        let second = published(more, memory: memory)
        let fewer = more.filter { !(990...994).contains($0.person) }
        #expect(bases(makeReport(input(fewer, memory: second))) == [37, 21, 12, 9, 16])
        #expect(bases(makeReport(input(ratings, memory: second))) == [31, 21, 12, 9, 10])
    }

    @Test func aGroupThatShrinksIsNotPublishedSmall() {
        // Of the 12 people of d01 nine go, as many as may be seen to go; the three who are left may not be shown.
        let memory = published(ratings)
        let fewer = ratings.filter { !(200..<209).contains($0.person) }
        let after = makeReport(input(fewer, memory: memory))
        #expect(bases(after) == [31, 21, 12, 9, 10])
        #expect(after.diagnostics.map(\.code).contains("earlier-figures-stand"))
        // Of one mind they would need to be twice as many.
        let alike = ratings.filter { !(200..<206).contains($0.person) }.map { rating -> TestRating in
            guard rating.unit == 2 else { return rating }
            var same = rating
            same.answers = [3, 3]
            return same
        }
        #expect(histogram(makeReport(input(alike, memory: memory)), 2) == histogram(makeReport(input(ratings)), 2))
    }

    @Test func nobodyIsCountedInTwoPlaces() {
        // Three people of the division itself move into a team that five others join: the division waits, so must the team.
        let own = (0..<8).map { TestRating(person: 500 + $0, unit: 1, answers: [$0 % 5, nil]) }
        let before = ratings + own
        let moved = before.map { rating -> TestRating in
            guard (500..<503).contains(rating.person) else { return rating }
            return TestRating(person: rating.person, unit: 3, answers: rating.answers)
        }
        let joined = (0..<5).map { TestRating(person: 600 + $0, unit: 3, answers: [$0 % 5, nil]) }
        let after = makeReport(input(moved + joined, memory: published(before)))
        #expect(bases(after) == bases(makeReport(input(before))))
    }

    @Test func bothSidesTogetherStandAsTheyWerePublished() {
        let inside = ratings.map {
            TestRating(person: $0.person + 1000, unit: $0.unit, side: .internal, answers: $0.answers)
        }
        let memory = published(ratings + inside)
        func all(_ outcome: Outcome<Report>) -> PublishedCell? {
            outcome.value.cells[unit: 0, side: .all, wave: 0, question: 0].published
        }
        let before = all(makeReport(input(ratings + inside)))
        #expect(before != nil)
        #expect(all(makeReport(input(ratings + inside.dropFirst(), memory: memory))) == before)
    }

    @Test func tabulatedAnswersAreComparedByTheirCounts() {
        func lines(_ counts: [Int]) -> [TestRating] {
            counts.enumerated().map { TestRating(person: $0, unit: 4, answers: [$0, nil], weight: $1) }
        }
        let memory = published(lines([3, 4, 5, 6, 7]), tabulated: true)
        let one = makeReport(input(lines([3, 4, 5, 6, 8]), memory: memory, tabulated: true))
        #expect(histogram(one, 4) == [3, 4, 5, 6, 7])
        let many = makeReport(input(lines([3, 4, 5, 6, 17]), memory: memory, tabulated: true))
        #expect(histogram(many, 4) == [3, 4, 5, 6, 17])
    }

    @Test func aChangedTreeDoesNotCutOutAFew() {
        // Two small teams that are shown as one, of 4 and 3; moving one elsewhere would tell them apart.
        let together = organisation(parents: [-1, 0, 0, -1])
        let apart = organisation(parents: [-1, 0, 3, -1])
        var all: [TestRating] = []
        for (unit, count) in [(2, 4), (3, 3), (1, 8), (4, 10)] {
            for index in 0..<count {
                all.append(TestRating(person: unit * 100 + index, unit: unit, answers: [index % 5, nil]))
            }
        }
        let memory = rememberPublication(input(all, organisation: together)).value
        let after = makeReport(input(all, memory: memory, organisation: apart))
        #expect(bases(after) == bases(makeReport(input(all, organisation: together))))
        #expect(after.diagnostics.map(\.code) == ["earlier-figures-stand"])
    }

    @Test func aLargerSmallestGroupMayHide() {
        let memory = published(ratings)
        let after = makeReport(input(ratings, memory: memory, smallest: 11))
        let base = bases(after)
        #expect(base[0] == 31)
        #expect(base[3] == nil)
    }

    @Test func aDamagedOrMissingMemoryIsAnError() {
        let memory = published(ratings)
        func codes(_ files: [MemoryFile], key: String = "key", wasPublished: Bool = true) -> Set<String> {
            var made = input(ratings, memory: files, key: key)
            made.wasPublished = wasPublished
            return Set(makeReport(made).diagnostics.filter { $0.severity == .error }.map(\.code))
        }
        #expect(codes(memory).isEmpty)
        #expect(codes([]) == ["memory-missing"])
        #expect(codes([], wasPublished: false).isEmpty)
        #expect(codes(memory, key: "other") == ["memory-key"])
        for index in memory.indices {
            var fewer = memory
            fewer.remove(at: index)
            #expect(codes(fewer) == ["memory-missing"])
            for place in stride(from: 0, to: memory[index].bytes.count, by: 7) {
                var damaged = memory
                var bytes = memory[index].bytes
                bytes[place] ^= 1
                damaged[index] = MemoryFile(name: memory[index].name, bytes: bytes)
                #expect(codes(damaged).isSubset(of: ["memory-damaged", "memory-missing", "memory-key"]))
                #expect(!codes(damaged).isEmpty)
                damaged[index] = MemoryFile(name: memory[index].name, bytes: Array(bytes.prefix(place)))
                #expect(!codes(damaged).isEmpty)
            }
        }
    }

    @Test func anotherScaleOfAPublishedQuestionIsAnError() {
        var changed = input(ratings, memory: published(ratings))
        changed.memoryFolder = "content/.throughline/published"
        let longer = Question(id: overall.id, measure: .rating, scale: Scale(low: 1, count: 6))
        changed.surveys = [surveyResult("s", waves: ["2025-Q1"], questions: [longer, informed], ratings)]
        let found = makeReport(changed).diagnostics
        #expect(found.map { "\($0.severity) \($0.code)" } == ["error published-scale"])
        #expect(found.first?.message.contains("on a scale of 5 points, and has 6 now") == true)
        changed.memory = []
        changed.wasPublished = false
        #expect(makeReport(changed).diagnostics.isEmpty, "what was never published may change")
    }

    @Test func messagesNameTheFolderOfTheMemory() {
        var lost = input(ratings)
        lost.memoryFolder = "intranet/.throughline/published"
        lost.wasPublished = true
        #expect(makeReport(lost).diagnostics.map(\.location.file) == ["intranet/.throughline/published/index"])
        var one = input(Array(ratings.dropFirst()), memory: published(ratings))
        one.memoryFolder = "intranet/.throughline/published"
        #expect(Set(makeReport(one).diagnostics.map(\.location.file)) == ["intranet/.throughline/published"])
    }

    @Test func lateCommentsOfAFewWait() {
        let memory = published(ratings)
        let late = ratings.map { rating -> TestRating in
            var new = rating
            if rating.person == 210 { new.comment = "late" }
            return new
        }
        #expect(makeReport(input(late, memory: memory)).value.comments == makeReport(input(ratings)).value.comments)
        #expect(makeReport(input(late)).value.comments != makeReport(input(ratings)).value.comments)
    }

    @Test func nothingOfARespondentIsRemembered() {
        let memory = published(ratings)
        let text = memory.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(!text.contains("c2-1"))
        #expect(!text.contains(String(UInt64(201) &* 0x9E37_79B9_7F4A_7C15, radix: 16)))
    }
}

extension [TestRating] {
    fileprivate func shuffledBy(_ seed: UInt64) -> [TestRating] {
        var dice = Dice(seed)
        return shuffled(using: &dice)
    }
}
