import Diagnostics

/// Rows of which some answers count, while those about the row's rated department do not, because no department has the
/// name that the row gives.
struct StrayRatings {
    /// By code of the column of rated departments: rows, and the line of the first; empty where every name is known.
    private var found: [(rows: Int, firstLine: Int)?] = []
    private let isUnknown: [Bool]
    private let target: Int?

    init(_ search: RatingSearch) {
        target = search.binding.targets.firstIndex { $0.about == .rated }
        guard let rated = search.rated, target != nil else {
            isUnknown = []
            return
        }
        let dictionary = search.rows.dictionaries[rated.column]
        let unknown = rated.unitsOfCode.indices.map { code in
            rated.unitsOfCode[code].isEmpty && !Blanks.areAll(dictionary.cell(code))
        }
        isUnknown = unknown.contains(true) ? unknown : []
        found = [(rows: Int, firstLine: Int)?](repeating: nil, count: isUnknown.count)
    }

    /// Takes note of a row that is counted.
    mutating func look(_ row: Int, _ search: RatingSearch) {
        guard !isUnknown.isEmpty, let rated = search.rated, let target else { return }
        let code = Int(search.rows.codes[rated.column][row])
        guard isUnknown[code], search.isAnswered(target, row) else { return }
        let known = found[code] ?? (0, search.rows.lines[row])
        found[code] = (known.rows + 1, known.firstLine)
    }

    /// A warning for each of the first spellings, and one for all others; a spelling is the respondent's, so only its
    /// line is named.
    func diagnostics(_ file: String) -> [Diagnostic] {
        let spellings = found.compactMap(\.self).sorted { $0.firstLine < $1.firstLine }
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
