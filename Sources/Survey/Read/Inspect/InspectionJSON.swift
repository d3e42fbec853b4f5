import Diagnostics
import Report

extension Inspection {
    /// The inspection for machines.
    ///
    /// Top-level members: `file`, `platform` (as mappings name it), `encoding` (`UTF-8`, `UTF-16LE`, `UTF-16BE`,
    /// `Windows-1252`, `Mac Roman`), `byte_order_mark`, `delimiter` (the character), `preamble_rows`, `header_rows`,
    /// `rows` (data rows that are not blank), `blank_rows`, `columns`, `dates`, `left_out`, `evidence`, `problems`.
    package var json: String {
        JSONValue.object([
            ("file", .text(path)),
            ("platform", .text(layout.platform.rawValue)),
            ("encoding", .text(layout.encoding.plainName)),
            ("byte_order_mark", .flag(layout.hasByteOrderMark)),
            ("delimiter", .text(String(Character(Unicode.Scalar(layout.delimiter))))),
            ("preamble_rows", .number(layout.preambleRecords)),
            ("header_rows", .number(layout.headerRows)),
            ("rows", .number(rows)),
            ("blank_rows", .number(blankRows)),
            ("columns", .list(columns.map(Inspection.json))),
            ("dates", .list(dates.map(Inspection.json))),
            (
                "left_out",
                .list(
                    leftOut.map {
                        .object([
                            ("outcome", .text($0.outcome.rawValue)), ("reason", .text($0.reason)),
                            ("rows", .number($0.rows)),
                        ])
                    })
            ),
            ("repeated_ids", repeatedIDs.map { .number($0) } ?? .none),
            ("evidence", .list(layout.evidence.map { .text($0) })),
            ("problems", .list(diagnostics.map(Inspection.json))),
        ]).rendered() + "\n"
    }

    private static func json(_ column: Column) -> JSONValue {
        .object([
            ("number", .list(column.column.sources.map { .number($0 + 1) })),
            ("name", .text(column.column.name)),
            ("id", column.column.questionID.map { .text($0) } ?? .none),
            ("role", .text(column.column.role.rawValue)),
            ("answers", .number(column.answers)),
            ("distinct", column.values.map { .number($0.count) } ?? .none),
            (
                "values",
                .list((column.values ?? []).map { .object([("value", .text($0.text)), ("count", .number($0.count))]) })
            ),
            ("measure", column.guess.map { .text($0.measure.rawValue) } ?? .none),
            ("scale", column.guess.map { .text($0.scale) } ?? .none),
        ])
    }

    private static func json(_ dates: Dates) -> JSONValue {
        let days = dates.finding.order.flatMap { dates.finding.evidence.days($0) }
        return .object([
            ("column", .text(dates.column.name)),
            ("number", .list(dates.column.sources.map { .number($0 + 1) })),
            ("order", dates.finding.name.map { .text($0) } ?? .none),
            ("basis", .text(dates.finding.basis.rawValue)),
            ("evidence", .text(dates.finding.reason)),
            ("values", .number(dates.finding.evidence.values)),
            ("unread", .number(dates.finding.evidence.unread)),
            ("from", days.map { .text($0.lowerBound.description) } ?? .none),
            ("to", days.map { .text($0.upperBound.description) } ?? .none),
        ])
    }

    private static func json(_ diagnostic: Diagnostic) -> JSONValue {
        .object([
            ("severity", .text(diagnostic.severity.rawValue)),
            ("code", .text(diagnostic.code)),
            ("line", diagnostic.location.line.map { .number($0) } ?? .none),
            ("column", diagnostic.location.column.map { .number($0) } ?? .none),
            ("message", .text(diagnostic.message)),
            ("remedy", diagnostic.remedy.map { .text($0) } ?? .none),
        ])
    }
}
