import Report

/// Which earlier figures a figure is compared with.
struct Predecessors {
    let frame: Frame
    let table: ReleasedTable

    /// The last wave before that asked the question.
    func previous(wave: Int, question: Int) -> Int? {
        frame.waves[..<wave].indices.last { frame.asked[$0][question] }
    }

    /// The wave that begins nearest to a year before, at most 46 days from it (half a quarter); nil where none does or
    /// it did not ask the question.
    func yearBefore(wave: Int, question: Int) -> Int? {
        guard let start = frame.waves[wave].days?.lowerBound else { return nil }
        let day = CalendarDate(year: start.year - 1, month: start.month, day: start.day)
        let target = day?.dayNumber ?? start.dayNumber - 365
        var best: (wave: Int, distance: Int)?
        for earlier in 0..<wave {
            guard let begins = frame.waves[earlier].days?.lowerBound.dayNumber else { continue }
            let distance = abs(begins - target)
            if distance <= 46, distance < best?.distance ?? .max { best = (earlier, distance) }
        }
        guard let best, frame.asked[best.wave][question] else { return nil }
        return best.wave
    }

    /// The units whose pooled figures a unit is compared with in an earlier wave: itself where somebody answered about it
    /// then, else those whose series it goes on. Empty where there are none.
    func units(_ unit: Int, _ side: Side, wave: Int, question: Int) -> [Int] {
        let tree = frame.trees[wave]
        if tree.exists[unit], !table.isNone(unit, side, wave, question) { return [unit] }
        let earlier = (frame.organisation.department(unit)?.continues ?? [])
            .compactMap { frame.organisation.unit($0) }
            .filter { tree.exists[$0] && !table.isNone($0, side, wave, question) }
        let distinct = Set(earlier).sorted()
        return distinct.filter { inner in !distinct.contains { $0 != inner && tree.isWithin(inner, $0) } }
    }

    /// The published cell of those units together; nil where one is hidden.
    func pooled(_ units: [Int], _ side: Side, wave: Int, question: Int) -> ReleasedCell? {
        var sum: ReleasedCell?
        for unit in units {
            guard let cell = table[unit, side, wave, question].cell else { return nil }
            sum = sum.map { $0 + cell } ?? cell
        }
        return sum
    }
}
