import Diagnostics
import Report

extension Inspection {
    /// Values that are shown of a column.
    private static let shownValues = 12

    /// The inspection for the analyst's screen.
    package var text: String {
        var lines: [String] = [path, ""]
        let reasons = layout.evidence + Array(repeating: "", count: max(0, 3 - layout.evidence.count))
        lines.append("  platform     \(layout.platform.rawValue): \(reasons[2])")
        lines.append("  encoding     \(layout.encoding.rawValue): \(reasons[0])")
        lines.append("  delimiter    \(DelimiterFinding.name(layout.delimiter)): \(reasons[1])")
        let above = layout.preambleRecords == 0 ? "" : ", below \(layout.preambleRecords) rows that belong to no table"
        lines.append("  header rows  \(layout.headerRows)\(above)")
        let blank = blankRows == 0 ? "" : ", and \(blankRows) blank ones"
        lines.append("  rows         \(rows)\(blank)")
        for reason in reasons.dropFirst(3) { lines.append("  note         \(reason)") }
        lines += ["", "Left out"]
        lines += leftOut.map { "  \($0.rows) \($0.rows == 1 ? "row" : "rows"): \($0.outcome.rawValue) (\($0.reason))" }
        if let repeatedIDs, repeatedIDs > 0 {
            lines.append(
                "  \(repeatedIDs) rows whose respondent stands in an earlier row: the last of the same wave and department counts"
            )
        }
        if leftOut.isEmpty, repeatedIDs ?? 0 == 0 {
            lines.append("  no row by the form of the file or a mark of the platform")
        }
        lines += ["", "Dates"]
        lines += dates.flatMap(Inspection.lines)
        if dates.isEmpty { lines.append("  no column of dates") }
        lines += ["", "Columns"]
        lines += columns.flatMap(Inspection.lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ dates: Dates) -> [String] {
        var lines = ["  \(dates.column.name): \(dates.finding.name ?? "no dates"), \(dates.finding.reason)"]
        if let days = dates.finding.order.flatMap({ dates.finding.evidence.days($0) }) {
            lines.append("    from \(days.lowerBound) to \(days.upperBound)")
        }
        if dates.finding.evidence.unread > 0 { lines.append("    \(dates.finding.evidence.unread) cells are no dates") }
        if dates.finding.order == nil {
            lines.append("    say `dates: day-month` or `dates: month-day` in the mapping")
        }
        return lines
    }

    private static func lines(_ column: Column) -> [String] {
        let numbers = column.column.sources.map { "#\($0 + 1)" }.joined(separator: " ")
        var head = "  \(numbers)  \(column.column.name)"
        if let id = column.column.questionID { head += "  (\(id))" }
        if column.column.role != .answer { head += "  [\(column.column.role.rawValue)]" }
        var lines = [head]
        guard column.answers > 0 else { return lines + ["      empty"] }
        let isListed = column.column.role == .answer || column.column.role == .system
        if isListed, let values = column.values {
            let shown = values.prefix(shownValues).map { "\($0.text) (\($0.count))" }.joined(separator: " · ")
            let more = values.count > shownValues ? " · and \(values.count - shownValues) more" : ""
            lines.append("      \(counted(column.answers, "answer")): \(HeaderText.collapse(shown))\(more)")
        } else {
            lines.append(
                "      \(counted(column.answers, "cell"))\(isListed ? ", too many different ones to list" : "")")
        }
        if let guess = column.guess {
            lines.append("      looks like measure: \(guess.measure.rawValue), scale: \(guess.scale)")
        }
        if column.rounded > 0 {
            lines.append("      \(column.rounded) numbers were rounded by a spreadsheet, as in 1.1E+10")
        }
        return lines
    }

    private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}
