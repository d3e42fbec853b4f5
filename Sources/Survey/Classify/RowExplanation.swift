package import Diagnostics
import Report

/// Why a row was classified so, for the analyst's screen only: it quotes the row.
package struct RowExplanation: Sendable {
    /// Lines of text, without line breaks.
    package let lines: [String]
    package var text: String { lines.joined(separator: "\n") + "\n" }

    /// - Parameters:
    ///   - row: number of the data row, from 1; blank rows do not count.
    /// - Returns: nil with an error where the mapping does not fit the file or the file has no such row.
    package static func of(row: Int, in mapping: Mapping, from file: SurveyFile, context: CollectionContext) -> Outcome<
        RowExplanation?
    > {
        let collected = ClassifiedRows.collect(mapping, from: file, in: context)
        guard let rows = collected.value else { return Outcome(nil, collected.diagnostics) }
        guard row >= 1, row <= rows.rows.count else {
            return Outcome(
                nil,
                [
                    .error(
                        "no-such-row", at: SourceLocation(file: mapping.csvPath),
                        "the file has \(rows.rows.count) data rows, so there is no row \(row)")
                ])
        }
        var writer = ExplanationWriter(rows: rows, row: row - 1)
        writer.write()
        return Outcome(RowExplanation(lines: writer.lines))
    }
}

/// Writes the explanation of one row.
private struct ExplanationWriter {
    let rows: ClassifiedRows
    let row: Int
    private(set) var lines: [String] = []

    init(rows: ClassifiedRows, row: Int) {
        self.rows = rows
        self.row = row
    }

    private var mapping: Mapping { rows.binding.mapping }
    private var organisation: Organisation { rows.context.organisation }

    mutating func write() {
        lines.append("\(mapping.csvPath), data row \(row + 1) (line \(rows.rows.lines[row]))")
        let fate = rows.fate(row)
        lines.append("outcome: \(fate.outcome.rawValue), because \(ReasonWords.sentence(fate.reason))")
        if let mark = rows.rows.mark(row) {
            lines.append("rules are not asked: \(ReasonWords.sentence(mark.reason))")
            return
        }
        wave()
        fields()
        ratings()
        rules()
    }

    private mutating func wave() {
        let place = rows.waves.wave(code)
        guard place >= 0 else {
            lines.append("wave: none")
            return
        }
        var text = "wave: \(rows.waves.waves[place])"
        if let moment = rows.moment(row), let day = CalendarDate(dayNumber: Int(moment.day)) {
            text += ", answered on \(day)"
        }
        lines.append(text)
    }

    private func code(_ column: Int) -> Int { rows.rows.code(column, row) }

    private func cell(_ column: Int) -> String {
        let text = rows.rows.dictionaries[column].text(code(column))
        return text.isEmpty ? "(empty)" : "\"\(text)\""
    }

    private mutating func fields() {
        guard !rows.binding.fields.isEmpty else { return }
        lines.append("respondent:")
        for (name, column) in rows.binding.fields.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(name) = \(cell(column))   [\(rows.binding.columns[column].name)]")
        }
    }

    private mutating func ratings() {
        let wave = rows.waves.wave(code)
        guard wave >= 0 else { return }
        if let column = rows.binding.department { lines.append("rated department = \(cell(column))") }
        let search = rows.search
        let found = search.find(
            wave: wave, isAnswered: isAnswered, rated: search.unit(search.rated, wave: wave, code),
            own: search.unit(search.own, wave: wave, code)
        ).rated
        guard !found.isEmpty else { return }
        lines.append(found.count == 1 ? "rates:" : "rates \(found.count) departments:")
        let counted = rows.ratings(ofRow: row)
        for rating in found {
            let unit = rating.unit
            let standing = counted.first { Int($0.unit) == unit && $0.isReceived == rating.isReceived }
            var text = "  \(organisation.displayName(unit)) (\(organisation.id(unit)))"
            if let standing {
                text += ": side \(standing.side.rawValue)"
                if standing.side == .selfView { text += own(unit, wave) }
                if rating.isReceived { text += ", what the own department receives" }
            } else if rows.fate(row).outcome == .open {
                text += ": the wave is open"
            } else if rows.fate(row).outcome == .unclassified {
                text += ": unclassified"
            } else {
                text += ": a later answer of the same respondent stands"
            }
            lines.append(text)
            for target in rating.targets { answers(target) }
        }
    }

    /// True if the row holds a point of a scale in one of the target's columns.
    private func isAnswered(_ target: Int) -> Bool {
        rows.binding.targets[target].answers.contains { column, question in
            rows.answers.points[question][column][code(column)] < AnswerTable.unread
        }
    }

    private func own(_ unit: Int, _ wave: Int) -> String {
        guard let own = rows.search.ownUnit(code, wave: wave) else { return "" }
        if own == unit { return ", because it is the respondent's own department" }
        return ", because the respondent's own department, \(organisation.displayName(own)), lies below it"
    }

    private mutating func answers(_ target: Int) {
        for (column, question) in rows.binding.targets[target].answers {
            let point = rows.answers.points[question][column][code(column)]
            let said: String
            switch point {
            case Responses.noAnswer: continue
            case AnswerTable.notApplicable: said = "not applicable"
            case AnswerTable.unread: said = "not on the scale, not counted"
            default:
                let scale = rows.binding.questions[question].scale
                said = "\(scale.low + Int(point)) of \(scale.low) to \(scale.high)"
            }
            lines.append("    \(rows.binding.questions[question].id) = \(cell(column)): \(said)")
        }
    }

    private mutating func rules() {
        let rulebook = rows.context.rulebook
        lines.append(rulebook.isDefault ? "rules (the built-in ones, there is no customers.yml):" : "rules, in order:")
        var first: Rulebook.Rule?
        for (index, rule) in rulebook.rules.enumerated() {
            let tests = rule.conditions.map { condition -> (holds: Bool, text: String) in
                guard let column = rows.binding.fields[condition.field] else {
                    return (false, "\(condition.words): no, this survey has no `\(condition.field)`")
                }
                let value = FieldValue(rows.rows.dictionaries[column].text(code(column)))
                let holds = condition.tests.allSatisfy { $0.holds(value) }
                return (holds, "\(condition.words): \(holds ? "yes" : "no"), it is \(cell(column))")
            }
            let matches = tests.allSatisfy(\.holds)
            var verdict = matches ? "matches" : "does not match"
            if matches, let first {
                verdict =
                    first.side == rule.side
                    ? "matches too, with the same side" : "matches too, with another side: contested"
            } else if matches {
                first = rule
                verdict = "matches and decides: \(rule.side.rawValue), \(rule.kind)"
            }
            lines.append("  \(index + 1). \(rule.name): \(verdict)")
            for test in tests { lines.append("       \(test.text)") }
            if tests.isEmpty { lines.append("       no conditions: always") }
        }
        if first == nil { lines.append("  no rule matches: unclassified") }
    }
}
