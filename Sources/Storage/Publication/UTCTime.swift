/// Times of locks, as people and programs read them: `2026-04-10T09:30:00Z`.
enum UTCTime {
    /// Days since 1970 to year, month and day in the Gregorian calendar (after Howard Hinnant, "chrono-compatible
    /// low-level date algorithms").
    static func text(_ seconds: Int) -> String {
        let day = floorDivide(seconds, 86_400)
        let rest = seconds - day * 86_400
        let shifted = day + 719_468
        let era = floorDivide(shifted, 146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(ofYear - (153 * fromMarch + 2) / 5 + 1, 2))"
        return "\(date)T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    /// nil for what `text` does not write.
    static func seconds(_ text: Substring) -> Int? {
        let parts = text.split { "-T:Z".contains($0) }.map { Int($0) ?? -1 }
        guard parts.count == 6, parts.allSatisfy({ $0 >= 0 }), (1...9999).contains(parts[0]),
            (1...12).contains(parts[1]), (1...31).contains(parts[2]), parts[3] < 24, parts[4] < 60, parts[5] < 60
        else { return nil }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let fromMarch = parts[1] > 2 ? parts[1] - 3 : parts[1] + 9
        let era = floorDivide(year, 400)
        let yearOfEra = year - era * 400
        let ofYear = (153 * fromMarch + 2) / 5 + parts[2] - 1
        let day = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
        let seconds = day * 86_400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
        return self.text(seconds) == text ? seconds : nil
    }

    private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
