package import Diagnostics
import Report

/// Columns of answers that a mapping makes no use of.
package enum UnmappedColumns {
    /// - Returns: a warning at the mapping that names their headers, if there are any; another for each name under
    ///   `unused:` that no column has. Headers are the survey's own words, not answers.
    package static func check(_ mapping: Mapping, _ file: SurveyFile, context: CollectionContext) -> [Diagnostic] {
        guard mapping.count == nil else { return [] }
        let binding = Binding(mapping, file.layout, names: DepartmentNames(context.organisation))
        guard !binding.diagnostics.hasErrors else { return [] }
        let layout = file.layout
        let bound = binding.columns + binding.comments + [binding.respondentID].compactMap(\.self)
        var used = Set(bound.flatMap(\.sources) + layout.marks.flatMap { [$0.column] + $0.others })
        var found: [Diagnostic] = []
        for name in mapping.unused {
            switch layout.column(named: name.text) {
            case .found(let index): used.formUnion(layout.columns[index].sources)
            case .ambiguous(let indices): used.formUnion(indices.flatMap { layout.columns[$0].sources })
            case .missing:
                let rows = layout.matrix(named: name.text).rows
                used.formUnion(rows.flatMap { layout.columns[$0.column].sources })
                guard rows.isEmpty else { continue }
                found.append(
                    .warning(
                        "unknown-unused", at: name.location,
                        "\(mapping.file) has no column \"\(name.text)\" to leave out",
                        remedy: "take it off the list, or name the column as `throughline inspect` shows it"))
            }
        }
        let rest = layout.columns.filter {
            $0.role == .answer && !$0.name.isEmpty && used.isDisjoint(with: $0.sources)
        }
        guard !rest.isEmpty else { return found }
        let names = rest.prefix(8).map { "\"\($0.name)\"" }.joined(separator: ", ")
        let more = rest.count > 8 ? " and \(rest.count - 8) more" : ""
        found.append(
            .warning(
                "unmapped-column", at: mapping.place(mapping.questions.first?.location),
                "\(mapping.file) has \(rest.count == 1 ? "a column" : "\(rest.count) columns") of which the mapping makes nothing: \(names)\(more)",
                remedy:
                    "name \(rest.count == 1 ? "it" : "them") under `questions:`, `comments:` or `respondent:`, or under `unused:` to say that nothing is to be made of \(rest.count == 1 ? "it" : "them")"
            ))
        return found
    }
}
