import Diagnostics
import Report
import Testing

@testable import Survey

private func read(_ text: String) -> DateReading? { DateReading.read(Array(text.utf8)[...]) }

/// `2026-03-05 09:17:41.500Z`-like text of a reading under an order.
private func shown(_ text: String, _ order: Mapping.DateOrder = .dayMonth) -> String {
    guard let moment = DateReading.parse(Array(text.utf8)[...], order) else { return "none" }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(moment.date) \(two(moment.second / 3600)):\(two(moment.second / 60 % 60)):\(two(moment.second % 60))"
}

private func evidence(_ values: [String]) -> DateEvidence {
    var evidence = DateEvidence()
    for value in values { evidence.observe(Array(value.utf8)[...]) }
    return evidence
}

@Suite struct ReadDateTests {
    @Test(arguments: [
        ("2017-07-18 08:28:09", "2017-07-18 08:28:09"),
        ("2017-07-18T08:28:09Z", "2017-07-18 08:28:09"),
        ("2017-07-18T08:28:09.123+02:00", "2017-07-18 08:28:09"),
        ("2017-07-18", "2017-07-18 00:00:00"),
        ("2016-04-01 19:57:45.306805", "2016-04-01 19:57:45"),
        ("2021/03/05 9:17:41 AM GMT+1", "2021-03-05 09:17:41"),
        ("2021/03/05 12:00:00 AM GMT-5", "2021-03-05 00:00:00"),
        ("2021/03/05 12:30:00 PM GMT+5:30", "2021-03-05 12:30:00"),
        ("2021.03.05", "2021-03-05 00:00:00"),
        ("20210305", "2021-03-05 00:00:00"),
        ("20210305091741", "2021-03-05 09:17:41"),
        ("1614935861", "2021-03-05 09:17:41"),
        ("1614935861.25", "2021-03-05 09:17:41"),
        ("1614935861250", "2021-03-05 09:17:41"),
        ("5 Mar 2021", "2021-03-05 00:00:00"),
        ("05-Mar-21 09:17", "2021-03-05 09:17:00"),
        ("Mar 5, 2021", "2021-03-05 00:00:00"),
        ("March 5, 2021, 9:17 pm", "2021-03-05 21:17:00"),
        ("Fri, 05 Mar 2021 09:17:41 GMT", "2021-03-05 09:17:41"),
        ("Fri Mar 05 2021 09:17:41 GMT+0100 (CET)", "2021-03-05 09:17:41"),
        ("5. März 2021", "2021-03-05 00:00:00"),
        ("5 de marzo de 2021", "2021-03-05 00:00:00"),
        ("mardi 2 mars 2021 10:00", "2021-03-02 10:00:00"),
        ("28 févr. 2021", "2021-02-28 00:00:00"),
        ("5/11/2026 18:23", "2026-11-05 18:23:00"),
        ("05.11.2026 11:34", "2026-11-05 11:34:00"),
        ("5. 11. 2026", "2026-11-05 00:00:00"),
        ("29-12-2018 23:46", "2018-12-29 23:46:00"),
        ("5/10/18 4:01", "2018-10-05 04:01:00"),
        ("5/10/69", "2069-10-05 00:00:00"),
        ("5/10/70", "1970-10-05 00:00:00"),
        ("7/2/20 11:00:22", "2020-02-07 11:00:22"),
        ("05/11/2026 6:23:58\u{202F}PM", "2026-11-05 18:23:58"),
        ("05/11/2026 6:23:58 p. m.", "2026-11-05 18:23:58"),
        ("05/11/2026, 12:05 a.m.", "2026-11-05 00:05:00"),
        (" \u{FEFF}2026-03-05\u{A0}10:00 ", "2026-03-05 10:00:00"),
        ("[not completed]", "none"), ("", "none"), ("-", "none"), ("2026", "none"), ("2026-13-01", "none"),
        ("2026-02-29", "none"), ("30/02/2026", "none"), ("1/2", "none"), ("2026-03-05 25:00", "none"),
        ("2026-03-05 10:61", "none"),
        ("2026-03-05 and so on", "none"), ("99999999999999999999999", "none"), ("1/2/34567", "none"),
        ("Q1 2026", "none"),
        ("12345", "none"), ("a/b/c", "none"), ("2026--03-05", "none"), ("1.5", "none"), ("192.0.2.1", "none"),
        ("10:30", "none"),
    ])
    func reads(_ text: String, _ expected: String) {
        #expect(shown(text) == expected)
    }

    @Test func orderDecidesWhereTheFormDoesNot() {
        #expect(shown("3/4/2026", .dayMonth) == "2026-04-03 00:00:00")
        #expect(shown("3/4/2026", .monthDay) == "2026-03-04 00:00:00")
        #expect(shown("13/4/2026", .monthDay) == "none")
        #expect(shown("2026-04-03", .monthDay) == "2026-04-03 00:00:00")
    }

    @Test func everyDayIsReadInEveryForm() throws {
        for number in stride(from: -3000, through: 40_000, by: 7) {
            let date = try #require(CalendarDate(dayNumber: number))
            let (y, m, d) = (date.year, date.month, date.day)
            #expect(DateReading.parse(Array("\(d)/\(m)/\(y) 1:02".utf8)[...], .dayMonth)?.date == date)
            #expect(DateReading.parse(Array("\(m)/\(d)/\(y)".utf8)[...], .monthDay)?.date == date)
            #expect(DateReading.parse(Array("\(date)".utf8)[...], .monthDay)?.date == date)
            #expect(DateReading.parse(Array("\(d).\(m).\(y)".utf8)[...], .dayMonth)?.date == date)
        }
    }

    @Test func momentsStandInOrderAcrossZones() throws {
        let earlier = try #require(DateReading.parse(Array("2026-03-29 02:30:00+02:00".utf8)[...], .dayMonth))
        let later = try #require(DateReading.parse(Array("2026-03-29 01:30:00+00:00".utf8)[...], .dayMonth))
        #expect(earlier < later)
        #expect(later.order - earlier.order == 3_600_000)
    }

    @Test func anyBytesAreReadWithoutATrap() {
        var numbers = SeededNumbers(5)
        let alphabet = Array("0123456789/-.: TZ+GMTamp,MarÄ\u{202F}()".utf8) + [0xFF, 0x00]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &numbers)).map { _ in
                alphabet.randomElement(using: &numbers) ?? 0
            }
            if let reading = DateReading.read(bytes[...]) {
                #expect(reading.timestamp(.dayMonth) != nil || reading.timestamp(.monthDay) != nil)
            }
        }
    }

    @Test(arguments: [
        (
            ["11/17/2020 18:23:58", "1/2/2021 0:00:00"], Platform.googleForms, "month-day",
            DateOrderFinding.Basis.values
        ),
        (["17/11/2020", "1/2/2021", ""], .generic, "day-month", .values),
        (["1/2/2021", "3/4/2021"], .generic, "ambiguous", .ambiguous),
        (["1/2/2021", "3/4/2021"], .googleForms, "ambiguous", .ambiguous),
        (["01/02/2021 10:00", "03/04/2021 10:00"], .surveymonkey, "month-day", .platform),
        (["17/11/2020", "11/17/2020"], .surveymonkey, "contradictory", .contradictory),
        (["1/1/2021", "2/2/2021"], .generic, "day-month", .sameEitherWay),
        (["01.02.2021", "03.04.2021"], .generic, "day-month", .separator),
        (["01-02-2021"], .generic, "day-month", .separator),
        (["12-31-2021", "01-02-2021"], .generic, "month-day", .values),
        (["2021-01-02", "1614935861"], .generic, "year-month-day", .form),
    ])
    func concludes(_ values: [String], _ platform: Platform, _ name: String, _ basis: DateOrderFinding.Basis) {
        let finding = evidence(values).conclude(platform: platform, declared: nil)
        #expect(finding.name == name)
        #expect(finding.basis == basis)
        let place = finding.diagnostic(column: "Timestamp", at: .init(file: "a.csv"))
        switch basis {
        case .ambiguous, .contradictory: #expect(place?.severity == .error)
        case .platform: #expect(place?.severity == .warning)
        default: #expect(place == nil)
        }
    }

    @Test func declaredOrderWinsAndTellsWhatItLoses() {
        let finding = evidence(["17/11/2020", "1/2/2021"]).conclude(platform: .generic, declared: .monthDay)
        #expect(finding.order == .monthDay)
        #expect(finding.contradicting == 1)
        #expect(finding.diagnostic(column: "t", at: .init(file: "a"))?.code == "contradicted-dates")
        #expect(
            evidence(["3/4/2020"]).conclude(platform: .generic, declared: .dayMonth).diagnostic(
                column: "t", at: .init(file: "a")) == nil)
    }

    @Test func evidenceOfPartsIsEvidenceOfTheWhole() {
        let values = ["1/2/2021", "17/11/2020", "x", "2021-01-01", "3.4.2021", "5-6-2021", ""]
        for cut in 0...values.count {
            var parts = evidence(Array(values[..<cut]))
            parts.merge(evidence(Array(values[cut...])))
            #expect(parts == evidence(values))
        }
        #expect(evidence(values).days(.dayMonth).map { "\($0.lowerBound) \($0.upperBound)" } == "2020-11-17 2021-06-05")
        #expect(evidence([]).conclude(platform: .generic, declared: nil).name == nil)
        #expect(evidence(["[not completed]", "n/a"]).unread == 2)
    }
}
