import Diagnostics
import Report
import Testing

@testable import Survey

@Suite struct ReleaseCommentTests {
    @Test(
        arguments: [
            ("Write to jane.doe@northline.example today", "Write to […] today"),
            ("ask @jane_d or call +44 (0)20 7946 0958.", "ask […] or call […]."),
            ("see https://intranet/x?y=1, please", "see […] please"), ("on WWW.example.org now", "on […] now"),
            ("docs.example.com/path is down", "[…] is down"), ("It works.Thanks", "It works.Thanks"),
            ("ticket 123456 and badge 98765", "ticket […] and badge […]"),
            ("room 1204, 3 days, 10 of 12", "room 1204, 3 days, 10 of 12"),
            ("call 079 123 45 67", "call […]"), ("٠١٢٣٤٥٦ is my number", "[…] is my number"),
            ("Jane  EXAMPLE's team, Janet Example", "[…]'s team, Janet Example"), ("José wrote", "[…] wrote"),
            ("", ""), ("@", "@"), ("a@b", "[…]"), ("joan@", "[…]"),
        ] as [(String, String)])
    func masks(text: String, expected: String) {
        #expect(masked(text, names: ["Jane Example", "jose\u{301}", " "]) == expected)
    }

    /// Plain text is looked at as bytes, other text as characters: both must find the same.
    @Test(arguments: 0..<400)
    func plainTextIsMaskedAsAnyOther(seed: Int) {
        var dice = Dice(UInt64(9000 + seed))
        let pieces = [
            "a", "B", "w", ".", "www.", "http://", "tel:", "@", "-", "+", "(", ")", "/", " ", "\n", "\t", "0", "12",
            "345",
            "com", "me", "'", "%", "_", ",", "Jane", "jane.doe", ":", "\"", "e", ".de", "079",
        ]
        let text = (0..<dice.below(14)).map { _ in pieces[dice.below(pieces.count)] }.joined()
        for names in [[], ["Jane"]] {
            #expect(masked(text + "\n\u{E9}", names: names) == masked(text + "\nx", names: names).dropLast() + "\u{E9}")
        }
    }

    /// Reference values of SipHash-2-4 with key bytes 0...15 and messages of bytes 0, 1, 2, ….
    @Test func sipHashVectors() {
        func hash(_ count: Int) -> UInt64 {
            sipHash((0..<count).map { UInt8($0) }, 0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
        }
        #expect(hash(0) == 0x726F_DB47_DD0E_0E31)
        #expect(hash(1) == 0x74F8_39C5_93DC_67FD)
        #expect(hash(8) == 0x93F5_F579_9A93_2462)
        #expect(hash(15) == 0xA129_CA61_49BE_45E5)
    }

    private func report(_ ratings: [TestRating], comments: Bool = true) -> Report {
        var made = input(
            organisation(parents: [-1, 0, 0]),
            [surveyResult("s", waves: ["2025-Q1", "2025-Q2"], questions: [overall], ratings)])
        made.releasesComments = comments
        return makeReport(made).value
    }
    private func ratings(_ unit: Int, _ count: Int, from: Int, wave: Int = 1, comments: Int, side: Side = .external)
        -> [TestRating]
    {
        (0..<count).map {
            TestRating(
                person: from + $0, unit: unit, side: side, wave: wave, answers: [$0 % 5],
                comment: $0 < comments ? "comment \(from + $0)" : nil)
        }
    }

    @Test func standAtTheLowestShownUnitWithEnoughCommenters() {
        // Unit 2 has enough commenters; unit 3 has nine, which wait for the division, where one more joins them.
        let all =
            ratings(2, 12, from: 0, comments: 10) + ratings(3, 12, from: 100, comments: 9)
            + ratings(1, 12, from: 200, comments: 1)
        let sets = report(all).comments
        #expect(sets.map(\.unit) == [1, 2])
        #expect(sets.map(\.commenters) == [10, 10])
        #expect(Set(sets[1].texts) == Set((0..<10).map { "comment \($0)" }))
        #expect(sets[0].texts.count == 10)
        #expect(Set(sets.flatMap(\.texts)).count == 20)
        // One fewer, and they are nowhere: the organisation has none of its own to join.
        #expect(report(Array(all.dropLast(12))).comments.map(\.unit) == [2])
        #expect(report(all, comments: false).comments.isEmpty)
        // The order does not follow the rows.
        #expect(report(all.reversed()).comments == sets)
    }

    @Test func ofTheNewestWaveOnlyAndAtMostAHundred() {
        let old = ratings(2, 20, from: 0, wave: 0, comments: 20)
        #expect(report(old + ratings(2, 20, from: 50, comments: 5)).comments.isEmpty)
        let many = report(ratings(2, 150, from: 0, comments: 130)).comments
        #expect(many.map(\.texts.count) == [100])
        #expect(many.map(\.more) == [30])
    }

    @Test func onePersonWhoWritesOftenIsOneCommenter() {
        let often = (0..<15).map { TestRating(person: $0 % 9, unit: 2, answers: [$0 % 5], comment: "again \($0)") }
        #expect(
            report(
                often.map {
                    var new = $0; new.wave = 1; return new
                }
            ).comments.isEmpty)
    }
}
