package import Diagnostics

/// The order of day and month in a column, and why.
package struct DateOrderFinding: Sendable, Hashable {
    package enum Basis: String, Sendable, Hashable {
        /// No value leaves a choice: ISO, names of months, seconds since 1970.
        case form = "unambiguous"
        /// Some values are possible in one order only.
        case values
        /// `D.M.Y` and `D-M-Y`.
        case separator
        /// Day and month are the same number in all values.
        case sameEitherWay = "same-either-way"
        /// The platform writes one order only.
        case platform
        /// The mapping says so.
        case declared
        /// Nothing tells.
        case ambiguous
        /// Some values are possible in one order only, others in the other only.
        case contradictory
    }
    /// nil if the column must not be used before the mapping declares the order.
    package let order: Mapping.DateOrder?
    package let basis: Basis
    /// Values that are no days in the order, or in either order's minority where they contradict each other.
    package let contradicting: Int
    package let evidence: DateEvidence

    /// What `SurveyAccount.dateOrder` and `inspect` call it: `day-month`, `month-day`, `year-month-day` where the form
    /// leaves no choice, `ambiguous`, `contradictory`; nil without a date.
    package var name: String? {
        guard evidence.dates > 0 else { return nil }
        switch basis {
        case .form: return "year-month-day"
        case .ambiguous, .contradictory: return basis.rawValue
        default: return order?.rawValue
        }
    }

    /// The reason in a sentence without a full stop.
    package var reason: String {
        switch basis {
        case .form: "the form of every value says which number is the day"
        case .values:
            order == .dayMonth
                ? "the first number is above 12 in \(evidence.dayFirst) of \(evidence.dates) values, the second in none"
                : "the second number is above 12 in \(evidence.monthFirst) of \(evidence.dates) values, the first in none"
        case .separator: "numbers with \(evidence.dots > 0 ? "full stops" : "hyphens") between them begin with the day"
        case .sameEitherWay: "day and month are the same number in all \(evidence.dates) values"
        case .platform: "no value tells, and SurveyMonkey writes the month first"
        case .declared:
            contradicting == 0
                ? "declared" : "declared, though \(contradicting) values are possible in the other order only"
        case .ambiguous: "no value tells: both numbers are 12 or less in all \(evidence.dates) values"
        case .contradictory:
            "\(evidence.dayFirst) values are possible with the day first only, \(evidence.monthFirst) with the month first only"
        }
    }

    /// What is wrong with the column, if it is used: an error where the order cannot be told, a warning where it is the
    /// platform's habit, or where a declared order does not fit all values.
    package func diagnostic(column: String, at location: SourceLocation) -> Diagnostic? {
        let remedy = "say `dates: day-month` or `dates: month-day` in the survey's mapping"
        switch basis {
        case .ambiguous:
            return .error(
                "ambiguous-dates", at: location, "the dates of column '\(column)' can be read in two ways: \(reason)",
                remedy: remedy)
        case .contradictory:
            return .error(
                "mixed-dates", at: location,
                "the dates of column '\(column)' are in two orders, as a spreadsheet of another country leaves them: \(reason)",
                remedy: "export the file again and do not open it in a spreadsheet")
        case .platform:
            return .warning(
                "assumed-dates", at: location,
                "the dates of column '\(column)' are read with the month first: \(reason)", remedy: remedy)
        case .declared where contradicting > 0:
            return .warning(
                "contradicted-dates", at: location,
                "\(contradicting) dates of column '\(column)' are no days in the declared order and cannot be read",
                remedy: "check `dates:` in the mapping, or export the file again")
        default: return nil
        }
    }
}
