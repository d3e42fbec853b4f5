package import Diagnostics
import Report

/// What changed between a survey and the one that its mapping is like: headers, labels and departments.
///
/// Labels are named only where they are words of the scale.
package enum LikeComparison {
    /// - Parameters:
    ///   - mapping: a mapping with `like:`, and its file.
    ///   - base: the mapping that it takes over, and its file.
    /// - Returns: notes at `like:`; none where nothing changed.
    package static func compare(
        _ mapping: Mapping, _ file: SurveyFile, with base: Mapping, _ baseFile: SurveyFile, context: CollectionContext
    ) -> [Diagnostic] {
        guard let place = mapping.like?.location, mapping.count == nil, base.count == nil else { return [] }
        var changes = headers(file.layout, baseFile.layout)
        if let now = Survey(mapping, file, context), let then = Survey(base, baseFile, context) {
            changes += labels(now, then) + departments(now, then, context.organisation)
        }
        return changes.map { change in
            Diagnostic(.note, "changed-since-like", at: place, "compared with \(base.file), \(change)")
        }
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
            + (names.count > 8 ? " and \(names.count - 8) more" : "")
    }

    private static func headers(_ now: Layout, _ then: Layout) -> [String] {
        let (new, old) = (now.columns.map(\.name), then.columns.map(\.name))
        let (added, gone) = (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
        var changes: [String] = []
        if !gone.isEmpty {
            changes.append("\(gone.count == 1 ? "this column is" : "these columns are") gone: \(list(gone))")
        }
        if !added.isEmpty {
            changes.append("\(added.count == 1 ? "this column is" : "these columns are") new: \(list(added))")
        }
        return changes
    }

    /// A survey's distinct labels by question and departments.
    private struct Survey {
        /// By question id: the labels that were read, by their text, and the number of those that were not.
        var labels: [QuestionID: (read: Set<String>, unread: Int)] = [:]
        var questions: [QuestionID] = []
        var units: Set<Int> = []
        var unknownSpellings = 0

        init?(_ mapping: Mapping, _ file: SurveyFile, _ context: CollectionContext) {
            let names = DepartmentNames(context.organisation)
            let binding = Binding(mapping, file.layout, names: names)
            guard !binding.diagnostics.hasErrors else { return nil }
            let (rows, problems) = EncodedRows.read(binding, file, keys: PersonKeys(context.key))
            guard !problems.hasErrors else { return nil }
            let answers = AnswerTable(binding, rows)
            for target in binding.targets {
                if case .fixed(let found) = target.about { units.formUnion(found.prefix(1)) }
                for (column, question) in target.answers {
                    let id = binding.questions[question].id
                    if labels[id] == nil { questions.append(id) }
                    var known = labels[id] ?? ([], 0)
                    for code in 1..<max(1, rows.dictionaries[column].count) {
                        let point = answers.points[question][column][code]
                        if point == AnswerTable.unread { known.unread += 1 }
                        guard point < AnswerTable.unread else { continue }
                        let label = Label(rows.dictionaries[column].cell(code))
                        known.read.insert(label.isNumber ? "numbers" : label.text)
                    }
                    labels[id] = known
                }
            }
            if let column = binding.department {
                for code in 1..<max(1, rows.dictionaries[column].count) {
                    let found = names.units(named: rows.dictionaries[column].text(code))
                    if let unit = found.first { units.insert(unit) } else { unknownSpellings += 1 }
                }
            }
        }
    }

    private static func labels(_ now: Survey, _ then: Survey) -> [String] {
        now.questions.flatMap { id -> [String] in
            guard let new = now.labels[id], let old = then.labels[id] else { return [] }
            var changes: [String] = []
            let added = new.read.subtracting(old.read).sorted()
            if !added.isEmpty { changes.append("answers of `\(id)` come with new labels: \(list(added))") }
            if new.unread > old.unread {
                changes.append(
                    "answers of `\(id)` come with \(new.unread) labels that cannot be read, \(old.unread) before")
            }
            return changes
        }
    }

    private static func departments(_ now: Survey, _ then: Survey, _ organisation: Organisation) -> [String] {
        func names(_ units: Set<Int>) -> [String] { units.sorted().map { organisation.displayName($0) } }
        var changes: [String] = []
        let (added, gone) = (names(now.units.subtracting(then.units)), names(then.units.subtracting(now.units)))
        if !gone.isEmpty { changes.append("nobody rates \(list(gone)) any more") }
        if !added.isEmpty {
            changes.append("\(list(added)) \(added.count == 1 ? "is" : "are") rated for the first time")
        }
        if now.unknownSpellings > then.unknownSpellings {
            changes.append(
                "\(now.unknownSpellings) spellings of departments are not known, \(then.unknownSpellings) before")
        }
        return changes
    }
}
