package import Diagnostics
import Report

/// Turns a survey of rows into counts: the long form that a query engine makes of millions of rows.
package enum Tabulation {
    package static let header = "wave,department,side,kind,rule,customer,question,answer,count"

    /// The tabulated file of a survey's counted ratings, as CSV in UTF-8.
    ///
    /// Lines are in the order of waves, departments, sides, rules, customers, questions and answers.
    ///
    /// - Returns: nil with an error where the mapping does not fit the file, or where counts could not say how many people
    /// they are: a person rates several departments in one wave.
    package static func write(_ mapping: Mapping, from file: SurveyFile, in context: CollectionContext) -> Outcome<
        [UInt8]?
    > {
        if let problem = obstacle(mapping) { return Outcome(nil, [problem]) }
        let collected = ClassifiedRows.collect(mapping, from: file, in: context)
        guard let rows = collected.value, !collected.hasErrors else { return Outcome(nil, collected.diagnostics) }
        let responses = rows.responses()
        if let line = secondRating(rows, responses) {
            return Outcome(
                nil,
                collected.diagnostics + [
                    .error(
                        "several-ratings", at: SourceLocation(file: mapping.csvPath, line: line),
                        "the respondent of this row rates more than one department or time in its wave, and counts cannot say so",
                        remedy: "keep this survey as rows, and take `one_rating_per_person` out of its mapping")
                ])
        }
        return Outcome(Array(text(rows, responses).utf8), collected.diagnostics + [leftOut(rows)])
    }

    private static func obstacle(_ mapping: Mapping) -> Diagnostic? {
        if mapping.count != nil {
            return .error(
                "tabulated-already", at: SourceLocation(file: mapping.csvPath), "this survey is tabulated already")
        }
        guard mapping.oneRatingPerPerson else {
            return .error(
                "counts-of-people", at: mapping.location,
                "counts cannot say how many people they are unless each person gives one rating a wave",
                remedy: "write `one_rating_per_person: true` if that is so")
        }
        guard mapping.countsPeople else {
            return .error(
                "people-unknown", at: mapping.location, "nothing says how many people the rows are",
                remedy: "name the column of a person's id, or write `rows_are_people: true`")
        }
        return nil
    }

    /// Line of the first row whose person has rated before in that wave.
    private static func secondRating(_ rows: ClassifiedRows, _ responses: Responses) -> Int? {
        struct Turn: Hashable {
            let person: UInt32
            let wave: UInt16
            let isReceived: Bool
        }
        var seen: Set<Turn> = []
        for index in 0..<responses.count {
            let turn = Turn(
                person: responses.person[index], wave: responses.wave[index],
                isReceived: responses.side[index] == .received)
            if !seen.insert(turn).inserted { return rows.rows.lines[rows.row(ofRating: index)] }
        }
        return nil
    }

    private static func leftOut(_ rows: ClassifiedRows) -> Diagnostic {
        var ledger = Ledger()
        var counted = 0
        for (number, rows) in zip(rows.classifier.fates.fates, rows.countsOfFates) where rows > 0 {
            if number.outcome == .counted {
                counted += rows
            } else {
                ledger.add(number.outcome, number.reason, rows: rows)
            }
        }
        let parts = ledger.lines.map {
            "\($0.rows) \($0.outcome.rawValue)" + ($0.reason == $0.outcome.rawValue ? "" : " (\($0.reason))")
        }
        return Diagnostic(
            .note, "tabulated", at: SourceLocation(file: rows.binding.mapping.csvPath),
            "\(counted) rows are in the table" + (parts.isEmpty ? "" : "; left out: " + parts.joined(separator: ", ")))
    }

    // MARK: Text

    private struct Line: Hashable {
        let wave: Int
        let unit: UInt32
        let side: Int
        let rule: Int32
        let customer: UInt32
        let question: Int
        let point: UInt8

        func precedes(_ other: Line) -> Bool {
            (wave, unit, side, rule, customer, question) < (
                other.wave, other.unit, other.side, other.rule, other.customer, other.question
            )
        }
    }

    private static func text(_ rows: ClassifiedRows, _ responses: Responses) -> String {
        let ordered = rows.context.calendar.ordered(responses.waves).map(\.id)
        let placeOfWave = responses.waves.map { id in ordered.firstIndex(of: id) ?? 0 }
        var counts: [Line: Int] = [:]
        let rules = rows.ratingsOfParts.flatMap { $0.ratings.map(\.rule) }
        for index in 0..<responses.count {
            for (question, answers) in responses.answers.enumerated() where answers[index] != Responses.noAnswer {
                let line = Line(
                    wave: placeOfWave[Int(responses.wave[index])], unit: responses.unit[index],
                    side: responses.side[index].index,
                    rule: rules[index], customer: responses.customer[index],
                    question: question,
                    point: answers[index])
                counts[line, default: 0] += 1
            }
        }
        let sides = Dictionary(uniqueKeysWithValues: Side.allCases.map { ($0.index, $0.rawValue) })
        let organisation = rows.context.organisation
        var text = header + "\r\n"
        for line in counts.keys.sorted(by: { $0.precedes($1) || (!$1.precedes($0) && $0.point < $1.point) }) {
            let rule = rows.context.rulebook.rules[Int(line.rule)]
            let cells = [
                ordered[line.wave].text, organisation.id(Int(line.unit)).text, sides[line.side] ?? "",
                guarded(rule.kind),
                guarded(rule.name), line.customer == 0 ? "" : organisation.id(Int(line.customer)).text,
                rows.binding.questions[line.question].id.text,
                guardedAnswer(Int(line.point), rows.binding.scales[line.question]),
                String(counts[line] ?? 0),
            ]
            text += cells.map(quoted).joined(separator: ",") + "\r\n"
        }
        return text
    }

    /// Numbers may be negative; words are guarded like any other.
    private static func guardedAnswer(_ point: Int, _ scale: Scale) -> String {
        scale.labels.isEmpty ? answer(point, scale) : guarded(answer(point, scale))
    }

    /// The answer in the words or numbers in which the mapping declares its scale, so that the same mapping reads it.
    private static func answer(_ point: Int, _ scale: Scale) -> String {
        if scale.labels.indices.contains(point) { return scale.labels[point] }
        return String(scale.origin + (scale.reversed ? scale.count - 1 - point : point))
    }

    /// A text that no spreadsheet takes for a formula: blanks before it do not matter, nor does the width of the sign.
    private static func guarded(_ text: String) -> String { startsFormula(text) ? "'" + text : text }

    static func startsFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
