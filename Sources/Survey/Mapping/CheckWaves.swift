package import Diagnostics
package import Report

extension [Mapping] {
    /// Surveys whose newest response contradicts the wave that their mapping gives them: it came before the wave began,
    /// long after it ended, or after the newest response of a later wave. Mostly the mapping of the former survey was
    /// copied and `wave:` left as it was.
    ///
    /// - Parameter results: what was collected, in any order; surveys without dates are passed over.
    package func checkWaves(_ results: [SurveyResult], calendar: WaveCalendar) -> [Diagnostic] {
        var dated: [(mapping: Mapping, wave: Wave, place: SourceLocation, newest: CalendarDate)] = []
        for mapping in self {
            guard case .literal(let id) = mapping.wave, let wave = calendar.wave(named: id),
                let newest = results.first(where: { $0.account.id == mapping.id })?.newestResponse
            else { continue }
            dated.append((mapping, wave, mapping.place(mapping.wavePlace), newest))
        }
        let place = Dictionary(
            calendar.ordered(dated.map(\.wave.id)).enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return dated.compactMap { survey in
            let why: String
            if let days = survey.wave.days, survey.newest < days.lowerBound {
                why = "the wave begins on \(days.lowerBound)"
            } else if let days = survey.wave.days,
                survey.newest.dayNumber > days.upperBound.dayNumber + Mapping.lateDays
            {
                why = "the wave ended on \(days.upperBound)"
            } else if let later = dated.first(where: {
                (place[$0.wave.id] ?? 0) > (place[survey.wave.id] ?? 0) && $0.newest < survey.newest
            }) {
                why = "\(later.mapping.file), of the later wave \(later.wave.id), ends on \(later.newest)"
            } else {
                return nil
            }
            return .warning(
                "wave-against-dates", at: survey.place,
                "the newest response of \(survey.mapping.file) is of \(survey.newest), but it is counted in \(survey.wave.id): \(why)",
                remedy: "correct `wave:`, or the order and dates of `waves` in site.yml")
        }
    }
}

extension Mapping {
    /// A place of this mapping's file; its `like:` where what is meant stands in another mapping.
    func place(_ inner: SourceLocation?) -> SourceLocation {
        guard let inner else { return location }
        return inner.file == location.file ? inner : like?.location ?? location
    }

    /// Answers may come in this many days after the end of a wave before somebody should wonder.
    static let lateDays = 45
}
