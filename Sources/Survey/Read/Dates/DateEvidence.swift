package import Report

/// What all values of a date column say about the order of day and month; fed in one pass, in any number of parts.
package struct DateEvidence: Sendable, Hashable {
    /// Cells that are not blank.
    package private(set) var values = 0
    /// Cells that are not blank and no date, `[not completed]` and the like included.
    package private(set) var unread = 0
    /// Values whose form leaves no choice.
    package private(set) var fixed = 0
    /// Values whose first number is above 12, and whose second is.
    package private(set) var dayFirst = 0
    package private(set) var monthFirst = 0
    /// Values that are two different days under the two readings.
    package private(set) var open = 0
    /// Numeric values by separator.
    package private(set) var dots = 0
    package private(set) var dashes = 0
    /// Days read either way, for the range that `inspect` shows.
    private var dayMonthDays: ClosedRange<CalendarDate>?
    private var monthDayDays: ClosedRange<CalendarDate>?

    package init() {}

    /// Takes a cell in and gives its reading, so that one pass can do both.
    @discardableResult
    package mutating func observe(_ cell: ArraySlice<UInt8>) -> DateReading? {
        guard let reading = DateReading.read(cell) else {
            if !Blanks.areAll(cell) {
                values += 1
                unread += 1
            }
            return nil
        }
        values += 1
        switch reading {
        case .fixed: fixed += 1
        case .numeric(let dayMonth, let monthDay, let separator):
            if separator == 0x2E { dots += 1 }
            if separator == 0x2D { dashes += 1 }
            if monthDay == nil {
                dayFirst += 1
            } else if dayMonth == nil {
                monthFirst += 1
            } else if dayMonth != monthDay {
                open += 1
            }
        }
        dayMonthDays = DateEvidence.extended(dayMonthDays, reading.timestamp(.dayMonth))
        monthDayDays = DateEvidence.extended(monthDayDays, reading.timestamp(.monthDay))
        return reading
    }

    private static func extended(_ days: ClosedRange<CalendarDate>?, _ moment: Timestamp?) -> ClosedRange<CalendarDate>?
    {
        guard let date = moment?.date else { return days }
        guard let days else { return date...date }
        return min(days.lowerBound, date)...max(days.upperBound, date)
    }

    /// Adds what another part of the same column said.
    package mutating func merge(_ other: DateEvidence) {
        values += other.values
        unread += other.unread
        fixed += other.fixed
        dayFirst += other.dayFirst
        monthFirst += other.monthFirst
        open += other.open
        dots += other.dots
        dashes += other.dashes
        for (own, theirs) in [(\DateEvidence.dayMonthDays, other.dayMonthDays), (\.monthDayDays, other.monthDayDays)] {
            guard let theirs else { continue }
            let mine = self[keyPath: own] ?? theirs
            self[keyPath: own] = min(mine.lowerBound, theirs.lowerBound)...max(mine.upperBound, theirs.upperBound)
        }
    }

    /// First and last day under an order.
    package func days(_ order: Mapping.DateOrder) -> ClosedRange<CalendarDate>? {
        order == .dayMonth ? dayMonthDays : monthDayDays
    }

    /// Dates among the values.
    package var dates: Int { values - unread }

    /// The order of the column.
    ///
    /// What the mapping declares goes before what the values say, and that before the platform's habit.
    package func conclude(platform: Platform, declared: Mapping.DateOrder?) -> DateOrderFinding {
        let numeric = dates - fixed
        if let declared {
            let against = declared == .dayMonth ? monthFirst : dayFirst
            return DateOrderFinding(order: declared, basis: .declared, contradicting: against, evidence: self)
        }
        if numeric == 0 { return DateOrderFinding(order: .dayMonth, basis: .form, contradicting: 0, evidence: self) }
        if dayFirst > 0, monthFirst > 0 {
            return DateOrderFinding(
                order: nil, basis: .contradictory, contradicting: min(dayFirst, monthFirst), evidence: self)
        }
        if dayFirst > 0 { return DateOrderFinding(order: .dayMonth, basis: .values, contradicting: 0, evidence: self) }
        if monthFirst > 0 {
            return DateOrderFinding(order: .monthDay, basis: .values, contradicting: 0, evidence: self)
        }
        if dots + dashes == numeric {
            return DateOrderFinding(order: .dayMonth, basis: .separator, contradicting: 0, evidence: self)
        }
        if open == 0 {
            return DateOrderFinding(order: .dayMonth, basis: .sameEitherWay, contradicting: 0, evidence: self)
        }
        if platform == .surveymonkey {
            return DateOrderFinding(order: .monthDay, basis: .platform, contradicting: 0, evidence: self)
        }
        return DateOrderFinding(order: nil, basis: .ambiguous, contradicting: 0, evidence: self)
    }
}
