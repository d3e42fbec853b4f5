import Parallel
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
    let parts = Parallel.machine.map(report.waves.count) { wave in
        let waveField = CSVText.field(report.waves[wave].id.text)
        let asked = columns.filter { report.asked[wave][$0.index] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expectedSize(report) / report.waves.count)
        for unit in units where report.trees[wave].exists[unit] {
            for side in Side.allCases {
                let start = ids[unit] + sides[side.index] + waveField
                for column in asked where column.isReceived == (side == .received) {
                    bytes.appendRows(
                        start, column, report.cells[unit: unit, side: side, wave: wave, question: column.index])
                }
            }
        }
        return bytes
    }
    var bytes = CSVText.start(header, capacity: parts.reduce(header.utf8.count + 16) { $0 + $1.count })
    for part in parts { bytes.append(contentsOf: part) }
    return bytes
}

/// A question with its bytes, for each statistic.
private struct QuestionColumn: Sendable {
    struct Rows: Sendable {
        let statistic: Statistic
        /// The question and the statistic, commas around and between them.
        let name: [UInt8]
        /// The same with everything that follows where there is no figure, line end included.
        let none: [UInt8]
        let suppressed: [UInt8]
    }
    let index: Int
    let isReceived: Bool
    let rows: [Rows]

    init(_ question: Question, at index: Int) {
        self.index = index
        isReceived = question.isReceived
        let id = CSVText.field(question.id.text)
        rows = question.statistics.map { statistic in
            let name = [CSVText.comma] + id + Array(",\(statistic.rawValue),".utf8)
            return Rows(
                statistic: statistic, name: name, none: name + Array(",,,,none,,,,\r\n".utf8),
                suppressed: name + Array(",,,,suppressed,,,,\r\n".utf8))
        }
    }
}

/// A guess at the file's size, so that it does not grow in steps.
private func expectedSize(_ report: Report) -> Int {
    let statistics = report.questions.reduce(0) { $0 + $1.statistics.count }
    let rows = report.organisation.unitCount * report.waves.count * statistics * (Side.allCases.count - 1)
    return min(rows * 70, 1 << 28)
}

extension [UInt8] {
    /// Appends a cell's rows: `start` is everything up to the question.
    ///
    /// Rows and figures are looked at where they are: copying them took a third of the time of the whole file.
    fileprivate mutating func appendRows(_ start: [UInt8], _ column: QuestionColumn, _ cell: Cell) {
        let rows = column.rows.span
        for index in rows.indices {
            append(contentsOf: start)
            switch cell {
            case .none: append(contentsOf: rows[index].none)
            case .suppressed: append(contentsOf: rows[index].suppressed)
            case .published(let published):
                let figures = published.figures.span
                let statistic = rows[index].statistic
                guard let place = figures.indices.first(where: { figures[$0].statistic == statistic }) else {
                    append(contentsOf: rows[index].suppressed)
                    continue
                }
                append(contentsOf: rows[index].name)
                appendNumbers(published.base, figures[place].estimate, statistic)
                appendChange(figures[place].change?.estimate, figures[place].change?.verdict, statistic)
            }
        }
    }

    /// Appends `base,value,low,high,status` in printed units; empty numbers unless the statistic is published.
    mutating func appendNumbers(of cell: Cell, _ statistic: Statistic) {
        switch cell {
        case .none: append(contentsOf: ",,,,none".utf8)
        case .suppressed: append(contentsOf: ",,,,suppressed".utf8)
        case .published(let published):
            guard let figure = published.figure(statistic) else { return append(contentsOf: ",,,,suppressed".utf8) }
            appendNumbers(published.base, figure.estimate, statistic)
        }
    }

    private mutating func appendNumbers(_ base: Int, _ estimate: Estimate, _ statistic: Statistic) {
        DecimalText.append(base, to: &self)
        appendEstimate(estimate, factor: statistic.printFactor)
        append(contentsOf: ",published".utf8)
    }

    /// Appends `,change,change_low,change_high,verdict` and the line end.
    private mutating func appendChange(_ change: Estimate?, _ verdict: Verdict?, _ statistic: Statistic) {
        if let change {
            appendEstimate(change, factor: statistic.printFactor)
            append(CSVText.comma)
            if let verdict { append(contentsOf: verdict.rawValue.utf8) }
        } else {
            append(contentsOf: ",,,,".utf8)
        }
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
