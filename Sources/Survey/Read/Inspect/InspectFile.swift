package import Diagnostics
import Report

extension Inspection {
    /// Ids that are remembered, to find those that stand in two rows.
    static let rememberedIDs = 1_000_000

    /// Looks at a whole file, in one pass over its rows and bounded memory.
    /// - Returns: nil with errors for a file that is no table. With errors beside the value where its quoting is broken.
    package static func inspect(
        path: String, displayPath: String, hints: LayoutHints = LayoutHints()
    ) -> Outcome<Inspection?> {
        let opened = SurveyFile.open(path: path, displayPath: displayPath, hints: hints)
        guard let file = opened.value else { return Outcome(nil, opened.diagnostics) }
        var pass = InspectionPass(file)
        var found = opened.diagnostics
        let result = file.pass { pass.observe($0) }
        found += result.diagnostics
        let inspection = pass.conclude(
            path: displayPath, rows: result.rows, blankRows: result.blankRows, diagnostics: found)
        return Outcome(inspection, inspection.diagnostics)
    }
}

/// What one pass gathers.
private struct InspectionPass {
    private let file: SurveyFile
    private var tallies: [ValueTally]
    private var dates: [DateEvidence?]
    private var rounded: [Int]
    private var firstRounded: [Int?]
    private var cut: [CutNumbers]
    private var lostZeros: [LostZeros]
    /// Line of the first date whose form leaves the order of day and month open, by column.
    private var firstNumericDate: [Int?]
    private var leftOut: [LedgerKey: Int] = [:]
    private var ids: Set<UInt64>? = []
    private var repeatedIDs = 0

    private struct LedgerKey: Hashable {
        let outcome: RowOutcome
        let reason: String
    }

    init(_ file: SurveyFile) {
        self.file = file
        let count = file.layout.columns.count
        tallies = Array(repeating: ValueTally(), count: count)
        rounded = Array(repeating: 0, count: count)
        firstRounded = Array(repeating: nil, count: count)
        lostZeros = Array(repeating: LostZeros(), count: count)
        cut = Array(repeating: CutNumbers(), count: count)
        firstNumericDate = Array(repeating: nil, count: count)
        dates = file.layout.columns.map { $0.role == .system || $0.role == .contact ? nil : DateEvidence() }
    }

    mutating func observe(_ batch: RecordBatch) {
        for record in 0..<batch.count {
            if let (outcome, reason) = file.outcome(batch, record) {
                leftOut[LedgerKey(outcome: outcome, reason: reason), default: 0] += 1
                if outcome == .unreadable { continue }
            }
            for (index, column) in file.layout.columns.enumerated() {
                let cell = file.cell(batch, record, column)
                guard !cell.isEmpty else { continue }
                tallies[index].observe(cell)
                let line = batch.lines[record]
                if SpreadsheetTraces.isRounded(cell) {
                    rounded[index] += 1
                    if firstRounded[index] == nil { firstRounded[index] = line }
                }
                observeDate(cell, index, line)
                if column.role == .answer { cut[index].observe(Blanks.trimmed(cell), line: line) }
                if column.role == .respondent {
                    observeID(cell)
                    lostZeros[index].observe(Blanks.trimmed(cell), line: line)
                }
            }
        }
    }

    /// A column whose first values are no dates is given up.
    private mutating func observeDate(_ cell: ArraySlice<UInt8>, _ index: Int, _ line: Int) {
        guard dates[index] != nil else { return }
        if case .numeric = dates[index]?.observe(cell), firstNumericDate[index] == nil {
            firstNumericDate[index] = line
        }
        guard let evidence = dates[index], evidence.unread > 20, evidence.unread > evidence.dates else { return }
        dates[index] = nil
    }

    private mutating func observeID(_ cell: ArraySlice<UInt8>) {
        guard ids != nil else { return }
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in Blanks.trimmed(cell) { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        if ids?.insert(hash).inserted == false { repeatedIDs += 1 }
        if let count = ids?.count, count > Inspection.rememberedIDs { ids = nil }
    }

    func conclude(path: String, rows: Int, blankRows: Int, diagnostics: [Diagnostic]) -> Inspection {
        let layout = file.layout
        var found = diagnostics
        let columns = layout.columns.indices.map { index -> Inspection.Column in
            let tally = tallies[index]
            let values = tally.isOpen ? nil : tally.sorted
            let isAnswer = layout.columns[index].role == .answer
            return Inspection.Column(
                column: layout.columns[index], answers: tally.answers, values: values,
                guess: isAnswer ? values.flatMap { ScaleGuess.guess($0.map(\.text)) } : nil, rounded: rounded[index])
        }
        var reported: [Inspection.Dates] = []
        for (index, column) in layout.columns.enumerated() {
            guard let evidence = dates[index], evidence.dates > 0, evidence.dates >= evidence.unread else { continue }
            // Bare numbers of eight or ten digits are dates only where the platform says so.
            if column.role == .answer, evidence.fixed == evidence.dates, !looksLikeDates(column) { continue }
            if column.role == .respondent { continue }
            let finding = evidence.conclude(platform: layout.platform, declared: nil)
            reported.append(Inspection.Dates(column: column, finding: finding))
            let resaved = SpreadsheetTraces.resavedDates(
                evidence.dates - evidence.fixed, in: column, of: layout.platform, order: finding, file: path,
                line: firstNumericDate[index])
            if let resaved { found.append(resaved) }
        }
        found += traces(columns, path: path)
        let order = RowOutcome.allCases
        let lines = leftOut.map { LedgerLine(outcome: $0.key.outcome, reason: $0.key.reason, rows: $0.value) }
            .sorted { left, right in
                let (a, b) = (order.firstIndex(of: left.outcome) ?? 0, order.firstIndex(of: right.outcome) ?? 0)
                return a != b ? a < b : left.reason < right.reason
            }
        let hasIDs = layout.columns.contains { $0.role == .respondent }
        return Inspection(
            path: path, layout: layout, rows: rows, blankRows: blankRows, columns: columns, dates: reported,
            leftOut: lines,
            repeatedIDs: hasIDs && ids != nil ? repeatedIDs : nil, diagnostics: found.inSourceOrder)
    }

    /// What a spreadsheet did to ids and numbers.
    private func traces(_ columns: [Inspection.Column], path: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (index, column) in columns.enumerated() {
            let name = column.column.name
            if column.column.role == .respondent {
                if column.rounded > 0 {
                    found.append(
                        SpreadsheetTraces.roundedIDs(
                            column.rounded, column: name, file: path, line: firstRounded[index]))
                }
                if let lost = lostZeros[index].finding {
                    found.append(
                        SpreadsheetTraces.lostZeros(lost.count, column: name, file: path, line: lost.line))
                }
            }
            if let numbers = cut[index].finding {
                found.append(
                    SpreadsheetTraces.cutNumbers(numbers.count, column: name, file: path, line: numbers.line))
            }
        }
        return found
    }

    private func looksLikeDates(_ column: LayoutColumn) -> Bool {
        guard let index = file.layout.columns.firstIndex(of: column) else { return false }
        let values = tallies[index].values
        guard tallies[index].isOpen == false, let first = values.first else { return true }
        return first.bytes.contains { $0 == 0x2D || $0 == 0x2F || $0 == 0x3A || $0 == 0x20 }
    }
}
