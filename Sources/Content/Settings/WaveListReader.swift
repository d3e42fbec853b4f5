import Diagnostics
import LocatedYAML
import Report

/// Reads the list `waves` of `site.yml`: names and dates of waves, in order of time.
struct WaveListReader {
    private(set) var diagnostics: [Diagnostic] = []
    private var waves: [Wave] = []

    mutating func read(_ values: [YAMLValue]) -> [Wave] {
        for value in values {
            var reader = MappingReader(value, what: "a wave")
            if let wave = wave(&reader) { waves.append(wave) }
            diagnostics += reader.finish()
        }
        return waves
    }

    private func wave(_ reader: inout MappingReader) -> Wave? {
        let id = reader.words("id", required: true)
        let name = reader.words("name")
        let isOpen = reader.boolean("open") ?? false
        let from = reader.date("from")
        let to = reader.date("to")
        guard let id, let place = reader.value("id") else { return nil }
        guard id.utf8.count <= PageName.longest, id.unicodeScalars.allSatisfy({ Self.isPart($0) }) else {
            reader.fail(
                "bad-id", place, "`\(id)` is no id of a wave", remedy: "it may have 40 letters, digits and hyphens")
            return nil
        }
        let wave = WaveID(id)
        if waves.contains(where: { $0.id == wave }) {
            reader.fail("duplicate-id", place, "the wave `\(id)` is listed twice", remedy: "keep one of them")
            return nil
        }
        if (from == nil) != (to == nil), reader.has("from") != reader.has("to") {
            reader.fail(
                "wave-dates", place, "the wave `\(id)` has only one of `from` and `to`", remedy: "give both or none")
        }
        var days = Period.range(of: wave)
        if let from, let to {
            guard from <= to else {
                reader.fail("wave-dates", reader.value("to") ?? place, "the wave `\(id)` ends before it begins")
                return Wave(id: wave, name: name ?? id, isOpen: isOpen)
            }
            days = from...to
        }
        if let days { check(days, id, place, &reader) }
        return Wave(id: wave, name: name ?? id, isOpen: isOpen, days: days)
    }

    /// Waves that share a day cannot tell where it belongs; waves out of order would turn changes around.
    private func check(
        _ days: ClosedRange<CalendarDate>, _ id: String, _ place: YAMLValue, _ reader: inout MappingReader
    ) {
        if let other = waves.first(where: { $0.days?.overlaps(days) == true }) {
            reader.fail(
                "wave-dates", place, "the waves `\(id)` and `\(other.id)` share days",
                remedy: "a day belongs to one wave")
        } else if let later = waves.last(where: { ($0.days?.lowerBound).map { $0 > days.upperBound } ?? false }) {
            reader.fail(
                "wave-order", place, "the wave `\(id)` is listed after `\(later.id)` but lies before it",
                remedy: "list waves in order of time")
        }
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-")
    }
}
