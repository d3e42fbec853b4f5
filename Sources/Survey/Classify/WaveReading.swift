import Diagnostics
import Report

/// The wave and the moment of each row.
struct WaveReading {
    /// Waves of the rows that have one, by first appearance.
    private(set) var waves: [WaveID] = []
    /// By row: index into `waves`, or -1.
    private(set) var waveOfRow: [Int32] = []
    /// By row: a number that puts moments in order; the smallest where none is known.
    private(set) var orderOfRow: [Int] = []
    /// By row: day number of the response, or `noDay`.
    private(set) var dayOfRow: [Int32] = []
    /// How the dates were read: the column of the wave, else the one of the submission.
    private(set) var finding: DateOrderFinding?
    private(set) var diagnostics: [Diagnostic] = []
    /// True if moments have a time of day, so that two equal ones are one response.
    private(set) var hasClock = false

    static let noDay = Int32.min

    init(_ binding: Binding, _ rows: EncodedRows, layout: Layout, calendar: WaveCalendar) {
        let mapping = binding.mapping
        waveOfRow = [Int32](repeating: -1, count: rows.count)
        orderOfRow = [Int](repeating: .min, count: rows.count)
        dayOfRow = [Int32](repeating: Self.noDay, count: rows.count)
        if case .literal(let id) = mapping.wave, binding.wave == nil {
            waves = [id]
            waveOfRow = [Int32](repeating: 0, count: rows.count)
        }
        if let column = binding.submitted { readMoments(column, binding, rows, layout, needed: false) }
        if let column = binding.wave { readWaves(column, binding, rows, layout, calendar) }
    }

    private mutating func find(_ column: Int, _ binding: Binding, _ rows: EncodedRows, _ layout: Layout, needed: Bool)
        -> [Timestamp?]
    {
        let dictionary = rows.dictionaries[column]
        var evidence = DateEvidence()
        let readings = (0..<dictionary.count).map { evidence.observe(dictionary.cell($0)) }
        let found = evidence.conclude(platform: layout.platform, declared: binding.mapping.dates)
        if needed || finding == nil { finding = found }
        if evidence.dates > evidence.fixed { warnOfResaving(column, readings, found, binding, rows, layout) }
        if needed, evidence.dates > 0 {
            var place = SourceLocation(file: binding.mapping.csvPath)
            if case .column(let name) = binding.mapping.wave, binding.mapping.like == nil { place = name.location }
            if let problem = found.diagnostic(column: binding.columns[column].name, at: place) {
                diagnostics.append(problem)
            }
        }
        guard let order = found.order else { return [Timestamp?](repeating: nil, count: readings.count) }
        let moments = readings.map { $0?.timestamp(order) }
        if moments.contains(where: { ($0?.second ?? 0) != 0 }) { hasClock = true }
        return moments
    }

    /// A column that is read twice is warned of once.
    private mutating func warnOfResaving(
        _ column: Int, _ readings: [DateReading?], _ finding: DateOrderFinding, _ binding: Binding, _ rows: EncodedRows,
        _ layout: Layout
    ) {
        guard SpreadsheetTraces.writesISODates(layout.platform),
            !diagnostics.contains(where: { $0.code == "resaved-dates" })
        else { return }
        let isNumeric = readings.map { if case .numeric = $0 { true } else { false } }
        let places = rows.codes[column].indices.filter { isNumeric[Int(rows.codes[column][$0])] }
        let warning = SpreadsheetTraces.resavedDates(
            places.count, in: binding.columns[column], of: layout.platform, order: finding,
            file: binding.mapping.csvPath, line: places.first.map { rows.lines[$0] })
        if let warning { diagnostics.append(warning) }
    }

    private mutating func readMoments(
        _ column: Int, _ binding: Binding, _ rows: EncodedRows, _ layout: Layout, needed: Bool
    ) {
        let moments = find(column, binding, rows, layout, needed: needed)
        for (row, code) in rows.codes[column].enumerated() {
            guard let moment = moments[Int(code)] else { continue }
            orderOfRow[row] = moment.order
            dayOfRow[row] = Int32(truncatingIfNeeded: moment.date.dayNumber)
        }
    }

    /// A cell of the wave's column is a date, or the id or name of a wave.
    private mutating func readWaves(
        _ column: Int, _ binding: Binding, _ rows: EncodedRows, _ layout: Layout, _ calendar: WaveCalendar
    ) {
        let dictionary = rows.dictionaries[column]
        let moments = find(column, binding, rows, layout, needed: true)
        var places: [WaveID: Int32] = [:]
        let waveOfCode = (0..<dictionary.count).map { code -> Int32 in
            let wave: WaveID
            if let moment = moments[code] {
                wave = calendar.wave(holding: moment.date)
            } else if let named = Self.wave(named: dictionary.text(code), calendar) {
                wave = named
            } else {
                return -1
            }
            if let place = places[wave] { return place }
            let place = Int32(waves.count)
            places[wave] = place
            waves.append(wave)
            return place
        }
        for (row, code) in rows.codes[column].enumerated() {
            waveOfRow[row] = waveOfCode[Int(code)]
            guard dayOfRow[row] == Self.noDay, let moment = moments[Int(code)] else { continue }
            orderOfRow[row] = moment.order
            dayOfRow[row] = Int32(truncatingIfNeeded: moment.date.dayNumber)
        }
    }

    static func wave(named text: String, _ calendar: WaveCalendar) -> WaveID? {
        let folded = FieldValue(text).folded
        guard !folded.isEmpty else { return nil }
        if let listed = calendar.listed.first(where: {
            FieldValue($0.id.text).folded == folded || FieldValue($0.name).folded == folded
        }) {
            return listed.id
        }
        let id = WaveID(folded.uppercased())
        return Period.range(of: id) == nil ? nil : id
    }
}
