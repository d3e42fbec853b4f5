/// How a date becomes a wave where `site.yml` lists none that holds it.
package enum Period: String, CaseIterable, Sendable {
    case month, quarter, year
    case halfYear = "half-year"

    /// The period that holds a date: `2026-03`, `2026-Q1`, `2026-H1`, `2026`.
    package func wave(holding date: CalendarDate) -> WaveID {
        let year = String(date.description.prefix(4))
        return switch self {
        case .month: WaveID(String(date.description.prefix(7)))
        case .quarter: WaveID("\(year)-Q\((date.month + 2) / 3)")
        case .halfYear: WaveID("\(year)-H\((date.month + 5) / 6)")
        case .year: WaveID(year)
        }
    }

    /// First and last day of a wave id that is written as a period of any length; nil for other names.
    package static func range(of wave: WaveID) -> ClosedRange<CalendarDate>? {
        let text = wave.text
        guard let year = Int(text.prefix(4)), text.utf8.count >= 4,
            text.prefix(4).utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let rest = text.dropFirst(4)
        func months(_ first: Int, _ last: Int) -> ClosedRange<CalendarDate>? {
            guard let from = CalendarDate(year: year, month: first, day: 1),
                let to = CalendarDate(year: year, month: last, day: CalendarDate.days(inMonth: last, of: year))
            else { return nil }
            return from...to
        }
        switch (rest.prefix(2), rest.count) {
        case (_, 0): return months(1, 12)
        case ("-Q", 3):
            guard let quarter = Int(rest.suffix(1)), (1...4).contains(quarter) else { return nil }
            return months(quarter * 3 - 2, quarter * 3)
        case ("-H", 3):
            guard let half = Int(rest.suffix(1)), (1...2).contains(half) else { return nil }
            return months(half * 6 - 5, half * 6)
        default:
            guard rest.count == 3, rest.first == "-", rest.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let month = Int(rest.suffix(2)), (1...12).contains(month)
            else { return nil }
            return months(month, month)
        }
    }
}

/// A wave: one round of asking.
package struct Wave: Hashable, Sendable, Identifiable {
    package let id: WaveID
    /// What pages call it, such as "Winter 2026"; the id where no name is given.
    package let name: String
    /// Still running: its rows are counted as `open` and nothing else of it is shown.
    package let isOpen: Bool
    /// First and last day, from `site.yml` or from the period that the id names; nil for a bare name.
    package let days: ClosedRange<CalendarDate>?

    package init(id: WaveID, name: String, isOpen: Bool = false, days: ClosedRange<CalendarDate>? = nil) {
        self.id = id
        self.name = name
        self.isOpen = isOpen
        self.days = days
    }
}

/// The waves of a site: those that `site.yml` lists and the period rule for all other dates.
package struct WaveCalendar: Sendable, Hashable {
    package let period: Period
    /// As listed, in order of time.
    package let listed: [Wave]

    package init(period: Period, listed: [Wave] = []) {
        self.period = period
        self.listed = listed
    }

    /// The listed wave that holds the date, else its period.
    package func wave(holding date: CalendarDate) -> WaveID {
        for wave in listed {
            if let days = wave.days, days.contains(date) { return wave.id }
        }
        return period.wave(holding: date)
    }

    /// The wave of an id: the listed one, or a period by its form; nil for a name that nothing explains.
    package func wave(named id: WaveID) -> Wave? {
        if let wave = listed.first(where: { $0.id == id }) { return wave }
        guard let days = Period.range(of: id) else { return nil }
        return Wave(id: id, name: id.text, days: days)
    }

    /// Waves in order of time. A listed wave without dates takes its place from its neighbours in the list; waves that
    /// begin on the same day stand in the order of their ids.
    package func ordered(_ ids: some Sequence<WaveID>) -> [Wave] {
        var start: [WaveID: Int] = [:]
        var last = Int.min + 1
        for wave in listed {
            if let days = wave.days { last = max(last, days.lowerBound.dayNumber) }
            start[wave.id] = wave.days.map { $0.lowerBound.dayNumber } ?? last
        }
        let place = Dictionary(listed.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(ids).compactMap { wave(named: $0) }.sorted { left, right in
            if let a = place[left.id], let b = place[right.id] { return a < b }
            let a = start[left.id] ?? left.days?.lowerBound.dayNumber ?? Int.max
            let b = start[right.id] ?? right.days?.lowerBound.dayNumber ?? Int.max
            return a != b ? a < b : left.id < right.id
        }
    }
}
