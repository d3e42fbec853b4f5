import Report

/// `data/ledger.csv`: `survey,outcome,rows`, surveys by id, every outcome in the order in which it is decided, also
/// those with no row: the sum for a survey is the number of its data rows.
func ledgerFile(_ report: Report) -> [UInt8] {
    var bytes = CSVText.start("survey,outcome,rows")
    for survey in report.surveys.sorted(by: { $0.id < $1.id }) {
        for outcome in RowOutcome.allCases {
            var rows: [UInt8] = []
            DecimalText.append(survey.rows(outcome), to: &rows)
            bytes.appendRow(CSVText.field(survey.id.text), Array(outcome.rawValue.utf8), rows)
        }
    }
    return bytes
}

/// `data/rules.csv`: `survey,rule,side,kind,responses`, surveys by id, rules in the order of the rulebook, also those
/// that decided nothing; `fewer` where the count hides itself.
func rulesFile(_ report: Report) -> [UInt8] {
    var bytes = CSVText.start("survey,rule,side,kind,responses")
    for survey in report.surveys.sorted(by: { $0.id < $1.id }) {
        for rule in report.rulebook.rules {
            var responses: [UInt8] = []
            switch rule.responses[survey.id] ?? .exactly(0) {
            case .exactly(let count): DecimalText.append(count, to: &responses)
            // Only totals are partial; a survey's own count is whole or hidden.
            case .fewer, .atLeast: responses = Array("fewer".utf8)
            }
            bytes.appendRow(
                CSVText.field(survey.id.text), CSVText.field(rule.name), Array(rule.side.rawValue.utf8),
                CSVText.field(rule.kind), responses)
        }
    }
    return bytes
}
