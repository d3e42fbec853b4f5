import Report
import Testing

@testable import Survey

@Suite("Days and times") struct ClockTimeTests {
    private func read(_ text: String) -> (order: Int, isSet: Bool, day: String)? {
        let bytes = Array(text.utf8)
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let cell = unsafe CellBytes(base, 0, bytes.count, limit: bytes.count)
            guard let clock = ClockTime(cell) else { return nil }
            let day = unsafe String(decoding: cell.prefix(ClockTime.dayLength).bytes, as: UTF8.self)
            return (Int(clock.order), clock.isSet, day)
        }
    }

    @Test(
        "A moment is its day and its time, as it is read as a whole",
        arguments: [
            "2026-03-05T10:00", "2026-03-05 10:20:30", "2026-03-05T23:59:60", "2026-03-05T00:00:00Z",
            "2026-03-05T00:00:00.250Z", "2026-03-05 07:08:09.5", "2026-03-05T07:08:09,123456",
            "2024-02-29T12:00:00+01:00",
            "2024-02-29T12:00:00-0530", "2024-02-29T00:10+14:00", "1999-12-31T23:59:59.999-14:00",
        ])
    func sameAsWhole(text: String) throws {
        let clock = try #require(read(text))
        let whole = try #require(DateReading.parse(Array(text.utf8)[...], .dayMonth))
        let day = try #require(DateReading.parse(Array(clock.day.utf8)[...], .dayMonth))
        #expect(day.order + clock.order == whole.order)
        #expect(day.date == whole.date)
        #expect(clock.isSet == (whole.second != 0))
    }

    @Test("Whatever has this form is read the same as a whole")
    func anyForm() {
        var dice = Dice(9)
        let pieces = [
            ["2026-03-05", "2026-02-31"], ["T", " ", "t"], ["10:20", "24:00", "9:30"], ["", ":30", ":61"],
            ["", ".5", ","],
            ["", "Z", "+01:00", "-05", "+1500", " PM", "UTC"],
        ]
        var count = 0
        for _ in 0..<3_000 {
            let text = pieces.map { $0[dice.below($0.count)] }.joined()
            guard let clock = self.read(text) else { continue }
            let whole = DateReading.parse(Array(text.utf8)[...], .dayMonth)
            let day = DateReading.parse(Array(clock.day.utf8)[...], .dayMonth)
            #expect(whole?.order == day.map { $0.order + clock.order }, "\(text)")
            if whole != nil { count += 1 }
        }
        #expect(count > 20)
    }

    @Test(
        "Dates in other forms",
        arguments: [
            "", "2026-03-05", "05.03.2026 10:00", "5 March 2026 10:00", "2026-3-05T10:00:00", "2026-03-05T10:00 AM",
        ])
    func otherForms(text: String) {
        #expect(read(text) == nil)
    }
}
