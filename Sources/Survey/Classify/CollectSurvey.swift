package import Diagnostics
import Report

extension SurveyResult {
    /// Reads and classifies one survey.
    ///
    /// - Returns: nil where the mapping does not fit the file or the file cannot be read to its end; an account and
    ///   responses in all other cases.
    package static func collect(_ mapping: Mapping, from file: SurveyFile, in context: CollectionContext) -> Outcome<
        SurveyResult?
    > {
        guard mapping.count == nil else { return TabulatedRows.collect(mapping, from: file, in: context) }
        let collected = ClassifiedRows.collect(mapping, from: file, in: context)
        guard let collection = collected.value else { return Outcome(nil, collected.diagnostics) }
        return Outcome(collection.result, collected.diagnostics)
    }
}

extension ClassifiedRows {
    static func collect(_ mapping: Mapping, from file: SurveyFile, in context: CollectionContext) -> Outcome<
        ClassifiedRows?
    > {
        let names = DepartmentNames(context.organisation)
        var binding = Binding(mapping, file.layout, names: names)
        if context.rulebook.rules.contains(where: { $0.conditions.contains { $0.field == "id" } }) {
            binding.addField(id: "id")
        }
        var diagnostics = binding.diagnostics
        guard !diagnostics.hasErrors else { return Outcome(nil, diagnostics) }
        var rows = EncodedRows(binding, file, keys: PersonKeys(context.key))
        let problems = file.forEachBatch { rows.append($0) }
        diagnostics += problems
        guard !problems.hasErrors else { return Outcome(nil, diagnostics) }
        let collection = ClassifiedRows(binding, rows, layout: file.layout, context: context, names: names)
        diagnostics += collection.diagnostics + collection.warnings
        return Outcome(collection, diagnostics)
    }

    /// What the analyst should know of ids.
    var warnings: [Diagnostic] {
        var found: [Diagnostic] = []
        let name = binding.respondentID?.name ?? ""
        if rows.roundedIDs > 0 {
            found.append(
                SpreadsheetTraces.roundedIDs(
                    rows.roundedIDs, column: name, file: binding.mapping.csvPath, line: rows.firstRoundedLine))
        }
        if let lost = rows.lostZeros.finding {
            found.append(
                SpreadsheetTraces.lostZeros(
                    lost.count, column: name, file: binding.mapping.csvPath, line: lost.line))
        }
        let nameless = ratings.indices.filter { index in
            rows.persons[Int(ratings[index].row)].id == nil
                && (index == 0 || ratings[index - 1].row != ratings[index].row)
        }
        if binding.respondentID != nil, !binding.mapping.rowsArePeople, let first = nameless.first {
            found.append(
                .warning(
                    "missing-id",
                    at: SourceLocation(file: binding.mapping.csvPath, line: rows.lines[Int(ratings[first].row)]),
                    "\(nameless.count) \(nameless.count == 1 ? "row has" : "rows have") no id in column '\(name)' and count as one person, because nobody knows how many they are",
                    remedy: "write `rows_are_people: true` if nobody answered twice"))
        }
        return found
    }

    var result: SurveyResult {
        let responses = responses()
        var ledger = Ledger()
        for row in 0..<rows.count { ledger.add(outcomes[row], reasons[row]) }
        var result = SurveyResult(
            responses: responses, account: account(ledger.lines, responses), decided: decided, contested: contested,
            unclassified: unclassified, newestResponse: newestResponse)
        result.marks = RowMarks(
            path: binding.mapping.csvPath, keys: rows.persons.map(\.row), lines: rows.lines, arePrecise: waves.hasClock)
        return result
    }

    private func account(_ ledger: [LedgerLine], _ responses: Responses) -> SurveyAccount {
        let mapping = binding.mapping
        let present = Set(responses.wave).map { responses.waves[Int($0)] }
        let delimiter = String(decoding: [layout.delimiter], as: UTF8.self)
        return SurveyAccount(
            id: mapping.id, title: mapping.title, platform: layout.platform.rawValue,
            encoding: layout.encoding.rawValue,
            delimiter: delimiter, dateOrder: waves.finding?.name, waves: context.calendar.ordered(present).map(\.id),
            questions: asked, rows: rows.count, ledger: ledger, invited: mapping.invited,
            isTabulated: mapping.count != nil)
    }

    /// Cells of every question in the rows of closed waves that are neither unreadable nor marked by the platform.
    private var asked: [AskedQuestion] {
        binding.questions.enumerated().map { question, value in
            let columns = Set(binding.targets.flatMap(\.answers).filter { $0.question == question }.map(\.column))
                .sorted()
            var count = AnswerTable.Count()
            for row in 0..<rows.count
            where rows.markOfRow[row] == 0 && outcomes[row] != .unreadable && outcomes[row] != .open {
                for column in columns {
                    switch answers.points[question][column][Int(rows.codes[column][row])] {
                    case Responses.noAnswer: break
                    case AnswerTable.notApplicable: count.notApplicable += 1
                    case AnswerTable.unread: count.unread += 1
                    default: count.answers += 1
                    }
                }
            }
            return AskedQuestion(
                question: value.id, wording: binding.wordings[question], answers: count.answers,
                notApplicable: count.notApplicable, unread: count.unread)
        }
    }

    private var newestResponse: CalendarDate? {
        var newest = WaveReading.noDay
        for row in 0..<rows.count where outcomes[row] != .unreadable && outcomes[row] != .test {
            newest = max(newest, waves.dayOfRow[row])
        }
        return newest == WaveReading.noDay ? nil : CalendarDate(dayNumber: Int(newest))
    }
}
