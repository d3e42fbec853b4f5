package import Diagnostics
import Report

/// Spellings in a survey's columns of departments that match none, for the analyst's screen only: it quotes cells.
package struct DepartmentSpellings: Sendable {
    package struct Spelling: Sendable, Hashable {
        /// The column, as `inspect` shows it.
        package let column: String
        package let text: String
        /// Cells with it.
        package let rows: Int
        /// A department that may be meant.
        package let nearest: String?
    }
    /// By column, most frequent first, then by bytes.
    package let spellings: [Spelling]

    /// The spellings as text: a line each, with its number of rows.
    package var text: String {
        guard !spellings.isEmpty else { return "Every department in the file is known.\n" }
        var lines: [String] = []
        var column: String?
        for spelling in spellings {
            if spelling.column != column {
                column = spelling.column
                lines.append("Column \"\(spelling.column)\":")
            }
            let hint = spelling.nearest.map { near in
                LookAlike.shape(of: near) == LookAlike.shape(of: spelling.text)
                    ? "   (looks like \(near), in other characters)" : "   (\(near)?)"
            }
            lines.append("  \(spelling.rows)  \(spelling.text)\(hint ?? "")")
        }
        lines.append("Add a spelling to `aliases:` of its department, as written here.")
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Returns: nil with errors where the mapping does not fit the file.
    package static func unmatched(in mapping: Mapping, from file: SurveyFile, context: CollectionContext) -> Outcome<
        DepartmentSpellings?
    > {
        let names = DepartmentNames(context.organisation)
        let binding = Binding(mapping, file.layout, names: names)
        guard !binding.diagnostics.hasErrors else { return Outcome(nil, binding.diagnostics) }
        let (rows, problems) = EncodedRows.read(binding, file, keys: PersonKeys(context.key))
        guard !problems.hasErrors else { return Outcome(nil, problems) }
        let known = context.organisation.departments.flatMap { [$0.name, $0.id.text] + $0.aliases }
        var found = binding.unknownRows.map {
            Spelling(column: $0.column, text: $0.row, rows: 1, nearest: NearestNames.of($0.row, among: known).first)
        }
        for column in [binding.department, binding.ownDepartment].compactMap({ $0 }) {
            let dictionary = rows.dictionaries[column]
            let own = (1..<max(1, dictionary.count)).compactMap { code -> Spelling? in
                let text = dictionary.text(code)
                guard !FieldValue(text).isEmpty, names.units(named: text).isEmpty else { return nil }
                return Spelling(
                    column: binding.columns[column].name, text: text, rows: dictionary.count(code),
                    nearest: NearestNames.of(text, among: known).first)
            }
            found += own.sorted {
                $0.rows != $1.rows ? $0.rows > $1.rows : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
            }
        }
        return Outcome(DepartmentSpellings(spellings: found))
    }
}
