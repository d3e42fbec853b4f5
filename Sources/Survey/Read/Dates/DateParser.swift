import Report

/// Reads one cell of a date column: date, time of day, half of the day, distance from UTC.
struct DateParser {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    private enum Day {
        case fixed(CalendarDate)
        case numeric(dayMonth: CalendarDate?, monthDay: CalendarDate?, separator: UInt8)
    }
    private struct Clock {
        var second = 0
        var millisecond = 0
        /// Seconds east of UTC.
        var offset = 0
    }

    mutating func parse() -> DateReading? {
        guard bytes.count >= 6, bytes.count <= 80 else { return nil }
        if let compact = compact() { return .fixed(compact) }
        guard let day = day(), let clock = clock() else { return nil }
        func moment(_ date: CalendarDate) -> Timestamp {
            Timestamp(date: date, second: clock.second, millisecond: clock.millisecond, offset: clock.offset)
        }
        switch day {
        case .fixed(let date): return .fixed(moment(date))
        case .numeric(let dayMonth, let monthDay, let separator):
            guard dayMonth != nil || monthDay != nil else { return nil }
            return .numeric(dayMonth: dayMonth.map(moment), monthDay: monthDay.map(moment), separator: separator)
        }
    }

    // MARK: Characters

    private var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3 }

    private mutating func skipBlanks() {
        while index < bytes.endIndex {
            let length = Blanks.length(bytes, at: index)
            guard length > 0 else { return }
            index += length
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    /// Up to nine digits.
    private mutating func number() -> (value: Int, digits: Int)? {
        var value = 0
        let start = index
        while let byte = current, DateParser.isDigit(byte), index - start < 9 {
            value = value * 10 + Int(byte - 0x30)
            index += 1
        }
        return index > start ? (value, index - start) : nil
    }

    private mutating func word() -> String {
        let start = index
        while let byte = current,
            DateParser.isLetter(byte) || byte >= 0x80 && index > start && Blanks.length(bytes, at: index) == 0
        {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    // MARK: Day

    /// Seconds (10 digits) or milliseconds (13) since 1970, `YYYYMMDD` and `YYYYMMDDhhmmss`.
    private func compact() -> Timestamp? {
        let digits = bytes.prefix { DateParser.isDigit($0) }
        guard digits.count == bytes.count || digits.count == 10 && isFraction(bytes.dropFirst(10)) else { return nil }
        func value(_ from: Int, _ count: Int) -> Int {
            digits.dropFirst(from).prefix(count).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        switch digits.count {
        case 10, 13:
            let milliseconds = digits.count == 13 ? value(0, 13) : value(0, 10) * 1000
            let seconds = milliseconds / 1000
            guard let date = CalendarDate(dayNumber: seconds / 86_400) else { return nil }
            return Timestamp(date: date, second: seconds % 86_400, millisecond: milliseconds % 1000)
        case 8, 14:
            guard let date = CalendarDate(year: value(0, 4), month: value(4, 2), day: value(6, 2)) else { return nil }
            guard digits.count == 14 else { return Timestamp(date: date) }
            let (hour, minute, second) = (value(8, 2), value(10, 2), value(12, 2))
            guard hour < 24, minute < 60, second < 61 else { return nil }
            return Timestamp(date: date, second: min(86_399, hour * 3600 + minute * 60 + second))
        default: return nil
        }
    }

    private func isFraction(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.first == 0x2E && rest.count > 1 && rest.dropFirst().allSatisfy { DateParser.isDigit($0) }
    }

    private mutating func day() -> Day? {
        if let byte = current, DateParser.isLetter(byte) { return dayAfterWord() }
        guard let first = number() else { return nil }
        guard let separator = separator() else { return nil }
        if let byte = current, DateParser.isLetter(byte) { return dayBeforeMonthName(first.value) }
        guard first.digits <= 2 || first.digits == 4, separator != 0x20, let second = number(), second.digits <= 2,
            take(separator)
        else { return nil }
        // `5. 3. 2026`
        skipBlanks()
        guard let third = number() else { return nil }
        if first.digits == 4 {
            guard third.digits <= 2 else { return nil }
            return CalendarDate(year: first.value, month: second.value, day: third.value).map { .fixed($0) }
        }
        guard let year = year(third) else { return nil }
        return .numeric(
            dayMonth: CalendarDate(year: year, month: second.value, day: first.value),
            monthDay: CalendarDate(year: year, month: first.value, day: second.value), separator: separator)
    }

    /// `/`, `-`, `.` with or without a blank behind it; a blank alone before the name of a month.
    private mutating func separator() -> UInt8? {
        guard let byte = current else { return nil }
        if byte == 0x2F || byte == 0x2D || byte == 0x2E {
            index += 1
            if byte == 0x2E { skipBlanks() }
            return byte
        }
        let start = index
        skipBlanks()
        return index > start ? 0x20 : nil
    }

    private func year(_ number: (value: Int, digits: Int)) -> Int? {
        switch number.digits {
        case 4: number.value
        case 2: number.value + (number.value < 70 ? 2000 : 1900)
        default: nil
        }
    }

    /// `Mar 5, 2026`, after a weekday or not; `Fri, 5 Mar 2026`.
    private mutating func dayAfterWord() -> Day? {
        var name = word()
        if MonthNames.month(name) == nil || isWeekday(name) {
            skipMarks()
            guard let byte = current else { return nil }
            if DateParser.isDigit(byte) { return day() }
            name = word()
        }
        guard let month = MonthNames.month(name) else { return nil }
        skipMarks()
        guard let day = number(), day.digits <= 2 else { return nil }
        skipMarks()
        guard let last = number(), let year = year(last) else { return nil }
        return CalendarDate(year: year, month: month, day: day.value).map { .fixed($0) }
    }

    /// `Mar`, Tuesday in French, is short for March as well: it is a weekday if another word or a number and a name follow.
    private func isWeekday(_ name: String) -> Bool {
        ["mardi", "martes", "mar."].contains(name.lowercased())
    }

    private mutating func dayBeforeMonthName(_ day: Int) -> Day? {
        var name = word()
        if name.lowercased() == "de" {
            skipBlanks()
            name = word()
        }
        guard let month = MonthNames.month(name) else { return nil }
        skipMarks()
        if current == 0x64 {  // Spanish `5 de marzo de 2026`.
            guard word() == "de" else { return nil }
            skipBlanks()
        }
        guard let last = number(), let year = year(last) else { return nil }
        return CalendarDate(year: year, month: month, day: day).map { .fixed($0) }
    }

    private mutating func skipMarks() {
        while let byte = current {
            let length = Blanks.length(bytes, at: index)
            if length > 0 {
                index += length
            } else if byte == 0x2C || byte == 0x2E || byte == 0x2D || byte == 0x2F {
                index += 1
            } else {
                return
            }
        }
    }

    // MARK: Time

    /// What follows the day: nothing, or a time; nil if it is neither.
    private mutating func clock() -> Clock? {
        var clock = Clock()
        if current == 0x54 || current == 0x74 { index += 1 } else { skipMarks() }
        guard current != nil else { return clock }
        guard let hour = number(), hour.digits <= 2, take(0x3A), let minute = number(), minute.digits == 2,
            minute.value < 60
        else { return nil }
        var second = 0
        if take(0x3A) {
            guard let read = number(), read.digits == 2, read.value < 61 else { return nil }
            second = min(59, read.value)
            if current == 0x2E || current == 0x2C {
                index += 1
                guard let fraction = fraction() else { return nil }
                clock.millisecond = fraction
            }
        }
        skipBlanks()
        guard let hours = hours(hour.value) else { return nil }
        clock.second = hours * 3600 + minute.value * 60 + second
        guard let offset = zone() else { return nil }
        clock.offset = offset
        return clock
    }

    private mutating func fraction() -> Int? {
        let start = index
        var milliseconds = 0
        while let byte = current, DateParser.isDigit(byte) {
            if index - start < 3 { milliseconds = milliseconds * 10 + Int(byte - 0x30) }
            index += 1
        }
        guard index > start else { return nil }
        return milliseconds * [1, 100, 10, 1][min(3, index - start)]
    }

    /// The hour of 24 after `AM`, `p.m.`, `a. m.` where it follows.
    private mutating func hours(_ hour: Int) -> Int? {
        guard let byte = current, byte & 0xDF == 0x41 || byte & 0xDF == 0x50 else { return hour < 24 ? hour : nil }
        let isAfternoon = byte & 0xDF == 0x50
        let start = index
        index += 1
        _ = take(0x2E)
        skipBlanks()
        guard let next = current, next & 0xDF == 0x4D else {
            index = start
            return hour < 24 ? hour : nil
        }
        index += 1
        _ = take(0x2E)
        skipBlanks()
        guard (1...12).contains(hour) || hour == 0 else { return hour < 24 && isAfternoon ? hour : nil }
        return hour % 12 + (isAfternoon ? 12 : 0)
    }

    /// Seconds east of UTC from `Z`, `UTC`, `GMT+1`, `+01:00`, `-0500`; 0 for names of zones, which are let stand.
    private mutating func zone() -> Int? {
        if let byte = current, DateParser.isLetter(byte) {
            _ = word()
            skipBlanks()
        }
        guard let sign = current else { return 0 }
        var offset = 0
        if sign == 0x2B || sign == 0x2D {
            index += 1
            guard let first = number(), [1, 2, 4].contains(first.digits) else { return nil }
            var (hours, minutes) = first.digits == 4 ? (first.value / 100, first.value % 100) : (first.value, 0)
            if take(0x3A) {
                guard let read = number(), read.digits == 2 else { return nil }
                minutes = read.value
            }
            guard hours <= 14, minutes < 60 else { return nil }
            hours = hours * 3600 + minutes * 60
            offset = sign == 0x2D ? -hours : hours
            skipBlanks()
        }
        if current == 0x28, bytes.last == 0x29 { index = bytes.endIndex }
        return index == bytes.endIndex ? offset : nil
    }
}
