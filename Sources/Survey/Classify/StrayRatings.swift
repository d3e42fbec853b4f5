import Diagnostics

/// Rows of which some answers count, while those about the row's rated department do not, because no department has the
/// name that the row gives.
struct StrayRatings {
    /// By code of the column of rated departments: rows, and the line of the first.
    private var found: [Int: (rows: Int, firstLine: Int)] = [:]

    /// Takes note of a counted row, in the order of the file.
    mutating func add(code: Int, line: Int) {
        let known = found[code] ?? (0, line)
        found[code] = (known.rows + 1, known.firstLine)
    }

    /// A warning for each of the first spellings, and one for all others; a spelling is the respondent's, so only its
    /// line is named.
    func diagnostics(_ file: String) -> [Diagnostic] {
        let spellings = found.values.sorted { $0.firstLine < $1.firstLine }
        func warning(_ rows: Int, _ line: Int, _ how: String) -> Diagnostic {
            .warning(
                "unknown-department-beside", at: SourceLocation(file: file, line: line),
                "\(rows) \(rows == 1 ? "row names" : "rows name") a rated department by \(how) not known; the row counts, but not its answers about that department",
                remedy:
                    "`throughline inspect \(file) --unmatched` lists the spellings; add them to `aliases` of a department"
            )
        }
        var warnings = spellings.prefix(Self.named).map { warning($0.rows, $0.firstLine, "a spelling that is") }
        let rest = spellings.dropFirst(Self.named)
        if let first = rest.first {
            warnings.append(
                warning(
                    rest.reduce(0) { $0 + $1.rows }, first.firstLine, "one of \(rest.count) more spellings that are"))
        }
        return warnings
    }

    /// Spellings that have a warning of their own.
    private static let named = 5
}
