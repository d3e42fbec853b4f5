package import Diagnostics
import Report

/// What a spreadsheet program leaves behind in a file that was opened and saved in it.
package enum SpreadsheetTraces {
    /// True for a number in the notation into which a spreadsheet turns long ids: `1.1E+10`, `3,19085E+09`.
    package static func isRounded(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let first = cell.first, (0x30...0x39).contains(first), cell.count >= 5, cell.count <= 30 else {
            return false
        }
        guard let mark = cell.lastIndex(where: { $0 == 0x45 || $0 == 0x65 }), mark + 2 < cell.endIndex,
            cell[mark + 1] == 0x2B || cell[mark + 1] == 0x2D
        else { return false }
        var points = 0
        for byte in cell[..<mark] {
            if byte == 0x2E || byte == 0x2C { points += 1 } else if !(0x30...0x39).contains(byte) { return false }
        }
        return points <= 1 && cell[(mark + 2)...].allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The finding for ids that are no longer those of the platform.
    package static func roundedIDs(_ count: Int, column: String, file: String, line: Int? = nil) -> Diagnostic {
        .error(
            "rounded-ids", at: SourceLocation(file: file, line: line),
            "\(count) ids of column '\(column)' were rounded by a spreadsheet (as in 1.1E+10), so that different people look alike",
            remedy: "export the responses again and do not open the file in a spreadsheet before it is read here")
    }

    /// The finding for versions and other numbers that lost the zero at their end.
    static func cutNumbers(_ count: Int, column: String, file: String, line: Int?) -> Diagnostic {
        .warning(
            "cut-numbers", at: SourceLocation(file: file, line: line),
            "\(cells(count)) of column '\(column)' seem to have lost a zero at the end, as 3.10 becomes 3.1 where a spreadsheet takes it for a number; other cells of the column still have it",
            remedy:
                "export the responses again, or import the file with this column as text; do not use the column before")
    }

    /// The finding for ids that are shorter than the others.
    static func lostZeros(_ count: Int, column: String, file: String, line: Int?) -> Diagnostic {
        .warning(
            "lost-zeros", at: SourceLocation(file: file, line: line),
            "\(cells(count)) of column '\(column)' seem to have lost zeros at the beginning, as 0042 becomes 42 in a spreadsheet, and match the same people in no other file",
            remedy: "export the responses again, or import the file with this column as text")
    }

    /// Platforms that write all dates as `YYYY-MM-DD`, whatever the language of their user.
    static func writesISODates(_ platform: Platform) -> Bool {
        switch platform {
        case .typeform, .qualtrics, .limesurvey, .kobotoolbox: true
        default: false
        }
    }

    /// The finding for a platform's own column of dates that are no longer in its form; nil where they can be.
    /// - Parameter count: Cells with day, month and year in an order that has to be found.
    static func resavedDates(
        _ count: Int, in column: LayoutColumn, of platform: Platform, order: DateOrderFinding, file: String, line: Int?
    ) -> Diagnostic? {
        guard count > 0, writesISODates(platform), column.role == .started || column.role == .submitted else {
            return nil
        }
        let read = order.order.map { "read as \($0.rawValue), \(order.reason)" } ?? order.reason
        return .warning(
            "resaved-dates", at: SourceLocation(file: file, line: line),
            "\(cells(count)) of column '\(column.name)' hold dates as a spreadsheet saves them, while \(platform.rawValue) writes year-month-day: \(read)",
            remedy: "export the responses again, or check the order of day and month and write it as `dates:`")
    }

    private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
