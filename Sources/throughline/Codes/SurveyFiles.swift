extension DiagnosticCode {
    /// Exports as files: bytes, records, header, and what spreadsheets did to them.
    static let files: [DiagnosticCode] = [
        DiagnosticCode(
            "workbook", "The file is a workbook of a spreadsheet program.",
            why: "A workbook shows numbers and dates as it likes; what was exported is in the CSV.",
            remedy: "Export as CSV. If there is only the workbook, save it as \"CSV UTF-8 (comma delimited)\"."),
        DiagnosticCode(
            "not-csv", "The file is called `.csv` and is something else.",
            why: "A PDF, an archive or a page of a portal holds no rows.",
            remedy: "Download the export again; a page often means that the session had ended."),
        DiagnosticCode(
            "unreadable-file", "An export cannot be read.",
            why: "Nothing is counted from half a file.",
            remedy: "Check its permissions, and that the share is there."),
        DiagnosticCode(
            "file-changed", "An export changed while it was read.",
            why: "Its beginning and its end may be of two different files.",
            remedy: "Wait until the download has finished, and run the command again."),
        DiagnosticCode(
            "empty-file", "An export has no header.",
            why: "There is nothing to read.",
            remedy: "Export again; look at the size of the file."),
        DiagnosticCode(
            "header-mismatch", "No row has as many cells as the header.",
            why: "The delimiter or the header was taken for another, and every cell would stand in the wrong column.",
            remedy: "Look at `throughline inspect FILE.csv`; declare `delimiter:` in the mapping."),
        DiagnosticCode(
            "ragged-row", "A row has more or fewer cells than the header.",
            why: "What stands where cannot be told, so the row is counted as unreadable and none of it is used.",
            remedy: "Export again. If the file was written by hand, quote cells that hold the delimiter."),
        DiagnosticCode(
            "open-quote", "A quote is never closed.",
            why: "Everything behind it is one cell, and its rows are lost.",
            remedy: "Export again; the file was cut short or edited.",
            example: "p1,\"Fine,Satisfied           # \"Fine\",Satisfied"),
        DiagnosticCode(
            "text-after-quote", "Text follows a closing quote.",
            why: "Where the cell ends cannot be told.",
            remedy: "A quote within a quoted cell is written twice.",
            example: "\"the \"new\" desk\"             # \"the \"\"new\"\" desk\""),
        DiagnosticCode(
            "quote-in-cell", "A quote stands within a cell that is not quoted.",
            why: "The next program may take it for the beginning of a cell.",
            remedy: "Quote the cell, and write the quote twice."),
        DiagnosticCode(
            "broken-quoting", "There are more faults of quoting than are listed.",
            why: "A file with many was not written by an export.",
            remedy: "Export again as CSV UTF-8."),
        DiagnosticCode(
            "record-too-long", "A row is longer than any answer sheet.",
            why: "Most likely a quote is open; memory is not to fill up with it.",
            remedy: "Look for a quote that is not closed before the place named."),
        DiagnosticCode(
            "nul-byte", "A zero byte stands in the file.",
            why: "The file is damaged, or its encoding is another.",
            remedy: "Export again as CSV UTF-8, or declare `encoding:` in the mapping."),
        DiagnosticCode(
            "damaged-text", "Bytes stand in the file that are no UTF-8.",
            why: "Names and labels that hold them are not recognised.",
            remedy: "Export again as CSV UTF-8, or declare `encoding:` in the mapping.",
            example: "encoding: Windows-1252"),
        DiagnosticCode(
            "rounded-ids", "A spreadsheet rounded ids, as in 1.1E+10.",
            why: "Different people look alike and would be counted as one.",
            remedy: "Export again, and do not open the file in a spreadsheet before it is read here."),
        DiagnosticCode(
            "lost-zeros", "Ids seem to have lost zeros at their beginning.",
            why: "0042 became 42, and matches the same person in no other file.",
            remedy: "Export again, or import the file with this column as text."),
        DiagnosticCode(
            "cut-numbers", "Numbers seem to have lost a zero at their end.",
            why: "3.10 became 3.1, which is another version, code or place.",
            remedy: "Export again, or import the file with this column as text."),
        DiagnosticCode(
            "resaved-dates", "Dates stand as a spreadsheet saves them, not as the platform writes them.",
            why: "Day and month may have changed places.",
            remedy: "Export again, or check the order and write it as `dates:`."),
    ]

    /// What rows say: dates, departments, answers, ids.
    static let rows: [DiagnosticCode] = [
        DiagnosticCode(
            "ambiguous-dates", "Every date of a column can be read in two ways.",
            why: "4/3 is in March or in April, and the row would go to the wrong wave.",
            remedy: "Write `dates: day-month` or `dates: month-day` in the mapping."),
        DiagnosticCode(
            "mixed-dates", "The dates of a column are in two orders.",
            why: "A spreadsheet of another country read some of them and left the others.",
            remedy: "Export again, and do not open the file in a spreadsheet."),
        DiagnosticCode(
            "assumed-dates", "The order of day and month was taken from the platform's custom.",
            why: "No date of the file proves it.",
            remedy: "Check a date that you know, and write `dates:` in the mapping."),
        DiagnosticCode(
            "contradicted-dates", "Some dates are no days in the declared order.",
            why: "Their rows are unreadable.",
            remedy: "Check `dates:` in the mapping, or export again."),
        DiagnosticCode(
            "unknown-department-in-row", "Rows rate a department that is not known, or not in that wave.",
            why: "They are left out of every figure, and counted so on the survey's page.",
            remedy:
                "`throughline inspect FILE.csv --unmatched` lists the spellings; add them to `aliases` of a department."
        ),
        DiagnosticCode(
            "unknown-department-beside", "Rows that count name a rated department that is not known.",
            why: "Their other answers count; those about that department are left out, and no ledger shows it.",
            remedy:
                "`throughline inspect FILE.csv --unmatched` lists the spellings; add them to `aliases` of a department."
        ),
        DiagnosticCode(
            "department-ended", "Answers are about a department that no longer existed in their wave.",
            why: "They are counted for the organisation only.",
            remedy: "Move `until` of the department, or name the one that goes on its series (`continues`)."),
        DiagnosticCode(
            "unknown-answer", "An answer is none of the scale.",
            why: "It is not counted; many of them mean that the scale is another.",
            remedy: "Declare the labels as the export writes them: `scale: { labels: [lowest, …, highest] }`."),
        DiagnosticCode(
            "too-many-labels", "A column has more labels than its scale has points.",
            why: "Which stands for which point cannot be told.",
            remedy: "Declare them: `scale: { labels: [lowest, …, highest] }`."),
        DiagnosticCode(
            "missing-id", "Rows have no id in the column of ids.",
            why: "Nobody knows how many people they are, so they count as one.",
            remedy: "Export with ids, or write `rows_are_people: true` if nobody answered twice."),
        DiagnosticCode(
            "repeated-rows", "Rows of one file stand again in another.",
            why: "They would be counted twice.",
            remedy: "Keep the newer export alone, or export only what came since."),
        DiagnosticCode(
            "broken-count", "A line of a tabulated file has no whole number as its count.",
            why: "The line is unreadable.",
            remedy: "Correct the query that wrote the file."),
    ]
}
