import Diagnostics
import Report

/// The wave and the moment of each row, by the codes of its cells.
struct WaveReading: Sendable {
    static let noDay = Int32.min

    /// Moments by code of a column: a number that puts them in order, and the day or `noDay`.
    private struct Moments: Sendable {
        let column: Int
        let orders: [Int]
        let days: [Int32]

        init(_ column: Int, _ moments: [Timestamp?]) {
            self.column = column
            orders = moments.map { $0?.order ?? .min }
            days = moments.map { moment in moment.map { Int32(truncatingIfNeeded: $0.date.dayNumber) } ?? noDay }
        }
    }

    /// Waves of the rows that have one, by first appearance.
    private(set) var waves: [WaveID] = []
    /// By code of the wave's column: index into `waves`, or -1; empty where all rows are of one wave, or of none.
    private(set) var waveOfCode: [Int32] = []
    private(set) var column: Int?
    /// The wave of every row where no column tells it.
    private var literal: Int32 = -1
    private var submitted: Moments?
    private var begun: Moments?
    /// How the dates were read: the column of the wave, else the one of the submission.
    private(set) var finding: DateOrderFinding?
    private(set) var diagnostics: [Diagnostic] = []
    /// True if moments have a time of day, so that two equal ones are one response.
    private(set) var hasClock = false

    init(_ binding: Binding, _ rows: EncodedRows, layout: Layout, calendar: WaveCalendar) {
        if case .literal(let id) = binding.mapping.wave, binding.wave == nil {
            waves = [id]
            literal = 0
        }
        if let column = binding.submitted {
            submitted = Moments(column, find(column, binding, rows, layout, needed: false))
        }
        if let column = binding.wave { readWaves(column, binding, rows, layout, calendar) }
    }

    /// The wave of a row, as an index; -1 where it has none.
    func wave(_ code: (Int) -> Int) -> Int {
        guard let column else { return Int(literal) }
        return Int(waveOfCode[code(column)])
    }

    /// The wave of each row of a part, as `wave` gives it.
    func waves(_ part: EncodedRows.Part) -> [Int32] {
        guard let column else { return [Int32](repeating: literal, count: part.count) }
        return part.values(column, waveOfCode)
    }

    /// The day of each row of a part, or `noDay`.
    func days(_ part: EncodedRows.Part) -> [Int32] {
        var days: [Int32]?
        for column in [submitted, begun] {
            guard let column else { continue }
            let found = part.values(column.column, column.days)
            days = days.map { zip($0, found).map { $0 == Self.noDay ? $1 : $0 } } ?? found
        }
        return days ?? [Int32](repeating: Self.noDay, count: part.count)
    }

    /// When a row was submitted, or what its wave's column says of it, as a number that puts moments in order and a day;
    /// nil where neither is known.
    func moment(_ part: EncodedRows.Part, _ row: Int) -> (order: Int, day: Int32)? {
        for column in [submitted, begun] {
            guard let column else { continue }
            let code = part.code(column.column, row)
            guard column.days[code] != Self.noDay else { continue }
            let clocks = part.codes.clocks[column.column]
            return (column.orders[code] + (clocks.isEmpty ? 0 : Int(clocks[row])), column.days[code])
        }
        return nil
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
        if rows.hasClock[column] || moments.contains(where: { ($0?.second ?? 0) != 0 }) { hasClock = true }
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
        let dictionary = rows.dictionaries[column]
        let numeric = readings.indices.filter { if case .numeric = readings[$0] { true } else { false } }
        let warning = SpreadsheetTraces.resavedDates(
            numeric.reduce(0) { $0 + dictionary.count($1) }, in: binding.columns[column], of: layout.platform,
            order: finding, file: binding.mapping.csvPath, line: numeric.map { dictionary.firstLine($0) }.min())
        if let warning { diagnostics.append(warning) }
    }

    /// A cell of the wave's column is a date, or the id or name of a wave.
    private mutating func readWaves(
        _ column: Int, _ binding: Binding, _ rows: EncodedRows, _ layout: Layout, _ calendar: WaveCalendar
    ) {
        let dictionary = rows.dictionaries[column]
        let moments = find(column, binding, rows, layout, needed: true)
        var places: [WaveID: Int32] = [:]
        self.column = column
        begun = column == submitted?.column ? nil : Moments(column, moments)
        waveOfCode = (0..<dictionary.count).map { code -> Int32 in
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
        if waves.count > Limits.waves.most {
            waves = []
            waveOfCode = [Int32](repeating: -1, count: dictionary.count)
            diagnostics.append(
                .error(
                    Limits.waves.code, at: SourceLocation(file: binding.mapping.csvPath),
                    "the dates of column '\(binding.columns[column].name)' lie in more than \(Limits.waves.most) waves",
                    remedy: "look at the dates, or choose a longer `period` in site.yml"))
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
