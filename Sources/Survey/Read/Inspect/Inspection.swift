package import Diagnostics
package import Report

/// How a survey file is read, and why: for the analyst's screen, since it quotes answers.
package struct Inspection: Sendable {
    package struct Column: Sendable {
        package let column: LayoutColumn
        /// Rows with an answer in it.
        package let answers: Int
        /// Distinct answers, most frequent first; nil where there are too many to be a scale or a list.
        package let values: [(text: String, count: Int)]?
        package let guess: ScaleGuess?
        /// Cells that look like numbers a spreadsheet rounded, such as `1.1E+10`.
        package let rounded: Int
    }
    package struct Dates: Sendable {
        package let column: LayoutColumn
        package let finding: DateOrderFinding
    }

    package let path: String
    package let layout: Layout
    /// Data rows that are not blank, and blank ones.
    package let rows: Int
    package let blankRows: Int
    package let columns: [Column]
    package let dates: [Dates]
    /// Rows that are not used, by outcome and reason, in the order of outcomes.
    package let leftOut: [LedgerLine]
    /// Rows whose respondent id stands in an earlier row; nil where there are no ids or too many to remember.
    package let repeatedIDs: Int?
    package let diagnostics: [Diagnostic]
}
