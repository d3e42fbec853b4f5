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

    /// One warning with the lines in which the first spellings are met first; a spelling is the respondent's, so it is not
    /// told.
    func diagnostics(_ file: String) -> [Diagnostic] {
        let spellings = found.values.sorted { $0.firstLine < $1.firstLine }
        guard let first = spellings.first else { return [] }
        let rows = spellings.reduce(0) { $0 + $1.rows }
        let others = spellings.dropFirst().prefix(Self.named - 1).map { String($0.firstLine) }
        var how = "a spelling that is"
        if !others.isEmpty {
            let more = spellings.count > Self.named ? ", …" : ""
            how =
                "\(spellings.count) spellings (the others first in line \(others.joined(separator: ", "))\(more)) that are"
        }
        return [
            .warning(
                "unknown-department-beside", at: SourceLocation(file: file, line: first.firstLine),
                "\(rows) \(rows == 1 ? "row names" : "rows name") a rated department by \(how) not known; \(rows == 1 ? "the row counts, but not its" : "the rows count, but not their") answers about that department",
                remedy:
                    "`throughline inspect \(file) --unmatched` lists the spellings; add them to `aliases` of a department"
            )
        ]
    }

    /// So many spellings are told by their line.
    private static let named = 5
}
