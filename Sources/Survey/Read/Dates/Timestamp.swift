package import Report

/// A moment as a survey platform wrote it.
package struct Timestamp: Sendable, Hashable, Comparable {
    /// The day as written, in the zone of the file.
    package let date: CalendarDate
    /// Seconds since that day's midnight, 0 to 86,399; 0 where no time is written.
    package let second: Int
    /// Milliseconds since 1970-01-01T00:00Z if the file says how far its clock is from UTC, otherwise by its own clock:
    /// puts the moments of one column in order.
    package let order: Int

    package init(date: CalendarDate, second: Int = 0, millisecond: Int = 0, offset: Int = 0) {
        self.date = date
        self.second = second
        order = (date.dayNumber * 86_400 + second - offset) * 1000 + millisecond
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.order < right.order }
}

/// A cell of a date column, read as far as its form tells.
package enum DateReading: Sendable, Hashable {
    /// The form itself gives the order of day and month: `2026-03-05`, `5 Mar 2026`, seconds since 1970.
    case fixed(Timestamp)
    /// Two numbers, a separator (`/` `-` `.`) and a year: each reading that is a day of the calendar.
    case numeric(dayMonth: Timestamp?, monthDay: Timestamp?, separator: UInt8)

    /// The moment under an order of day and month; nil if that is no day of the calendar.
    package func timestamp(_ order: Mapping.DateOrder) -> Timestamp? {
        switch self {
        case .fixed(let timestamp): timestamp
        case .numeric(let dayMonth, let monthDay, _): order == .dayMonth ? dayMonth : monthDay
        }
    }

    /// Reads a cell; nil if it is blank or no date.
    package static func read(_ cell: ArraySlice<UInt8>) -> DateReading? {
        var parser = DateParser(Blanks.trimmed(cell))
        return parser.parse()
    }

    /// Reads a cell under an order of day and month, which matters only where the form leaves it open.
    package static func parse(_ cell: ArraySlice<UInt8>, _ order: Mapping.DateOrder) -> Timestamp? {
        read(cell)?.timestamp(order)
    }
}
