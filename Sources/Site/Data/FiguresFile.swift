import Report

/// `data/figures.csv`: a row for every unit of a wave's tree, side, question asked in that wave and statistic of it.
///
/// Order: waves in time; units by id (`*` first); sides as in `Side.allCases`; questions by id; statistics as in
/// `Question.statistics`. Questions about what a department receives stand on side `received` and nowhere else.
/// Made for millions of rows: whatever repeats is turned into bytes once.
func figuresFile(_ report: Report) -> [UInt8] {
    let header =
        "department,side,wave,question,measure,base,value,low,high,status,change,change_low,change_high,verdict"
    let units = report.organisation.units
    let ids = units.map { CSVText.field(report.organisation.id($0).text) }
    let sides = Side.allCases.map { Array(",\($0.rawValue),".utf8) }
    let columns = report.questions.indices
        .sorted { report.questions[$0].id < report.questions[$1].id }
        .map { QuestionColumn(report.questions[$0], at: $0) }
    var bytes = CSVText.start(header, capacity: expectedSize(report))
    for wave in report.waves.indices {
        let waveField = CSVText.field(report.waves[wave].id.text)
        let asked = columns.filter { report.asked[wave][$0.index] }
        for unit in units where report.trees[wave].exists[unit] {
            for side in Side.allCases {
                for column in asked where column.isReceived == (side == .received) {
                    let cell = report.cells[unit: unit, side: side, wave: wave, question: column.index]
                    for (statistic, name) in column.statistics {
                        bytes.append(contentsOf: ids[unit])
                        bytes.append(contentsOf: sides[side.index])
                        bytes.append(contentsOf: waveField)
                        bytes.append(contentsOf: name)
                        bytes.appendNumbers(of: cell, statistic)
                        bytes.appendChange(of: cell, statistic)
                    }
                }
            }
        }
    }
    return bytes
}

/// A question with its bytes: `,QUESTION,STATISTIC,` for each statistic.
private struct QuestionColumn {
    let index: Int
    let isReceived: Bool
    let statistics: [(statistic: Statistic, name: [UInt8])]

    init(_ question: Question, at index: Int) {
        self.index = index
        isReceived = question.isReceived
        let id = CSVText.field(question.id.text)
        statistics = question.statistics.map { statistic in
            (statistic, [CSVText.comma] + id + Array(",\(statistic.rawValue),".utf8))
        }
    }
}

/// A guess at the file's size, so that it does not grow in steps.
private func expectedSize(_ report: Report) -> Int {
    let statistics = report.questions.reduce(0) { $0 + $1.statistics.count }
    let rows = report.organisation.unitCount * report.waves.count * statistics * (Side.allCases.count - 1)
    return min(rows * 70, 1 << 28)
}

private let publishedStatus = Array("published".utf8)
private let suppressedNumbers = Array(",,,,suppressed".utf8)
private let noneNumbers = Array(",,,,none".utf8)
private let noChange = Array(",,,,\r\n".utf8)

extension [UInt8] {
    /// Appends `base,value,low,high,status` in printed units; empty numbers unless the statistic is published.
    mutating func appendNumbers(of cell: Cell, _ statistic: Statistic) {
        switch cell {
        case .none: append(contentsOf: noneNumbers)
        case .suppressed: append(contentsOf: suppressedNumbers)
        case .published(let published):
            guard let figure = published.figure(statistic) else { return append(contentsOf: suppressedNumbers) }
            DecimalText.append(published.base, to: &self)
            appendEstimate(figure.estimate, factor: statistic.printFactor)
            append(CSVText.comma)
            append(contentsOf: publishedStatus)
        }
    }

    /// Appends `,change,change_low,change_high,verdict` and the line end.
    fileprivate mutating func appendChange(of cell: Cell, _ statistic: Statistic) {
        guard let change = cell.published?.figure(statistic)?.change else { return append(contentsOf: noChange) }
        appendEstimate(change.estimate, factor: statistic.printFactor)
        append(CSVText.comma)
        if let verdict = change.verdict { append(contentsOf: verdict.rawValue.utf8) }
        append(contentsOf: CSVText.lineEnd)
    }

    /// Appends `,value,low,high`.
    private mutating func appendEstimate(_ estimate: Estimate, factor: Double) {
        append(CSVText.comma)
        DecimalText.appendFourDecimals(estimate.value * factor, to: &self)
        append(CSVText.comma)
        DecimalText.appendFourDecimals(estimate.low * factor, to: &self)
        append(CSVText.comma)
        DecimalText.appendFourDecimals(estimate.high * factor, to: &self)
    }
}
