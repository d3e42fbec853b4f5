import Report

/// Counts rows by outcome and reason.
struct Ledger {
    private var counts: [String: [RowOutcome: Int]] = [:]

    mutating func add(_ outcome: RowOutcome, _ reason: String, rows: Int = 1) {
        counts[reason, default: [:]][outcome, default: 0] += rows
    }

    /// In the order in which outcomes are decided, then of the reasons' bytes.
    var lines: [LedgerLine] {
        RowOutcome.allCases.flatMap { outcome in
            counts.keys.sorted().compactMap { reason in
                (counts[reason]?[outcome]).map { LedgerLine(outcome: outcome, reason: reason, rows: $0) }
            }
        }
    }

    var total: Int { lines.reduce(0) { $0 + $1.rows } }
}
