/// The time of day of a moment in the form `YYYY-MM-DDThh:mm`, with or without seconds, a fraction and the distance from
/// UTC, as `DateParser` reads it.
///
/// Moments are mostly different in all rows, their days are not: a column of moments is kept as days and times.
struct ClockTime {
    /// Bytes of the day in front.
    static let dayLength = 10

    /// Milliseconds from the day's midnight in UTC, if the file says how far its clock is from UTC, otherwise by its own
    /// clock: what has to be added to the order of the day.
    let order: Int32
    /// The clock shows other than midnight; milliseconds do not matter.
    let isSet: Bool

    /// Nil for any other form.
    init?(_ cell: CellBytes) {
        let length = cell.length
        guard length >= 16, length <= 40, cell[4] == 0x2D, cell[7] == 0x2D, cell[10] == 0x54 || cell[10] == 0x20,
            cell[13] == 0x3A, Self.areDigits(cell, 0..<4), Self.number(cell, 5) != nil, Self.number(cell, 8) != nil,
            let hour = Self.number(cell, 11), hour < 24, let minute = Self.number(cell, 14), minute < 60
        else { return nil }
        var (second, millisecond, place) = (0, 0, 16)
        if place < length, cell[place] == 0x3A {
            guard let read = Self.number(cell, place + 1), read < 61 else { return nil }
            second = min(59, read)
            place += 3
            if place < length, cell[place] == 0x2E || cell[place] == 0x2C {
                place += 1
                let start = place
                while place < length, Self.areDigits(cell, place..<place + 1) {
                    if place - start < 3 { millisecond = millisecond * 10 + Int(cell[place] - 0x30) }
                    place += 1
                }
                guard place > start else { return nil }
                for _ in min(3, place - start)..<3 { millisecond *= 10 }
            }
        }
        guard let offset = Self.offset(cell, from: place) else { return nil }
        let seconds = hour * 3600 + minute * 60 + second
        order = Int32((seconds - offset) * 1000 + millisecond)
        isSet = seconds != 0
    }

    /// Seconds east of UTC: nothing, `Z`, `+01:00`, `-0500`.
    private static func offset(_ cell: CellBytes, from place: Int) -> Int? {
        let rest = cell.length - place
        if rest == 0 || rest == 1 && cell[place] == 0x5A { return 0 }
        guard rest == 5 || rest == 6 && cell[place + 3] == 0x3A, cell[place] == 0x2B || cell[place] == 0x2D,
            let hours = number(cell, place + 1), hours <= 14, let minutes = number(cell, cell.length - 2), minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return cell[place] == 0x2D ? -seconds : seconds
    }

    private static func areDigits(_ cell: CellBytes, _ places: Range<Int>) -> Bool {
        places.upperBound <= cell.length && places.allSatisfy { (0x30...0x39).contains(cell[$0]) }
    }

    /// A number of two digits.
    private static func number(_ cell: CellBytes, _ place: Int) -> Int? {
        guard areDigits(cell, place..<place + 2) else { return nil }
        return Int(cell[place] - 0x30) * 10 + Int(cell[place + 1] - 0x30)
    }
}
