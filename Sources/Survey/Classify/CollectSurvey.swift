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
        var rows: ClassifiedRows?
        let diagnostics = ClassifiedRows.collect(mapping, from: file, in: context, into: &rows)
        // Nobody else holds the rows, so what the result is made from goes as it is made.
        return Outcome(rows?.takeResult(), diagnostics)
    }
}

extension ClassifiedRows {
    static func collect(_ mapping: Mapping, from file: SurveyFile, in context: CollectionContext) -> Outcome<
        ClassifiedRows?
    > {
        var rows: ClassifiedRows?
        let diagnostics = collect(mapping, from: file, in: context, into: &rows)
        return Outcome(rows, diagnostics)
    }

    /// Leaves nil where the mapping does not fit the file or the file cannot be read to its end.
    fileprivate static func collect(
        _ mapping: Mapping, from file: SurveyFile, in context: CollectionContext, into collection: inout ClassifiedRows?
    ) -> [Diagnostic] {
        let names = DepartmentNames(context.organisation)
        var binding = Binding(mapping, file.layout, names: names)
        if context.rulebook.rules.contains(where: { $0.conditions.contains { $0.field == "id" } }) {
            binding.addField(id: "id")
        }
        var diagnostics = binding.diagnostics
        guard !diagnostics.hasErrors else { return diagnostics }
        let (rows, problems) = EncodedRows.read(
            binding, file, keys: PersonKeys(context.key), comparesRows: context.comparesRows)
        diagnostics += problems
        diagnostics += rows.tooManyAnswers(binding)
        guard !diagnostics.hasErrors else { return diagnostics }
        collection = ClassifiedRows(
            binding, rows, layout: file.layout, context: context, names: names,
            parallel: file.parts.parallel)
        diagnostics += (collection?.diagnostics ?? []) + (collection?.warnings ?? [])
        return diagnostics
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
        if let problem = lookAlikes { found.append(problem) }
        if binding.respondentID != nil, !binding.mapping.rowsArePeople, let nameless {
            found.append(
                .warning(
                    "missing-id",
                    at: SourceLocation(file: binding.mapping.csvPath, line: rows.lines[nameless.first]),
                    "\(nameless.count) \(nameless.count == 1 ? "row has" : "rows have") no id in column '\(name)' and count as one person, because nobody knows how many they are",
                    remedy: "write `rows_are_people: true` if nobody answered twice"))
        }
        return found
    }

    /// Rows whose department is written in letters that only look like those of its name.
    private var lookAlikes: Diagnostic? {
        let names = DepartmentNames(context.organisation)
        let known = context.organisation.departments.flatMap { [$0.name, $0.id.text] + $0.aliases }
        let shapes = Set(known.map { LookAlike.shape(of: $0) })
        var (count, first) = (0, Int.max)
        for column in Set([binding.department, binding.ownDepartment].compactMap(\.self)) {
            let dictionary = rows.dictionaries[column]
            for code in 1..<max(1, dictionary.count) {
                let text = dictionary.text(code)
                guard names.units(named: text).isEmpty, shapes.contains(LookAlike.shape(of: text)) else { continue }
                count += dictionary.count(code)
                first = min(first, dictionary.firstLine(code))
            }
        }
        guard count > 0 else { return nil }
        return .warning(
            "look-alike", at: SourceLocation(file: binding.mapping.csvPath, line: first),
            "\(count) \(count == 1 ? "cell names" : "cells name") a department in characters that only look like those of its name, and \(count == 1 ? "is" : "are") not matched",
            remedy:
                "`throughline inspect \(binding.mapping.csvPath) --unmatched` lists them; add the spelling to `aliases`"
        )
    }

    /// Rows with counted ratings that have no id.
    private var nameless: (count: Int, first: Int)? {
        var count = 0
        var first: Int?
        for (part, found) in ratingsOfParts.enumerated() where !rows.ids.isEmpty {
            let start = rows.parts[part].start
            var last: UInt16?
            for rating in found.ratings where rating.row != last {
                last = rating.row
                guard rows.ids[start + Int(rating.row)] == 0 else { continue }
                count += 1
                if first == nil { first = start + Int(rating.row) }
            }
        }
        return first.map { (count, $0) }
    }

    /// The survey's result; what it was made from is given free.
    mutating func takeResult() -> SurveyResult {
        var ledger = Ledger()
        for (fate, rows) in countsOfFates.enumerated() where rows > 0 {
            let fate = classifier.fates.fates[fate]
            ledger.add(fate.outcome, fate.reason, rows: rows)
        }
        let marks =
            context.comparesRows
            ? RowMarks(path: binding.mapping.csvPath, keys: rows.rowKeys, lines: rows.lines, arePrecise: waves.hasClock)
            : nil
        let responses = takeResponses()
        let account = account(ledger.lines, responses)
        var result = SurveyResult(
            responses: responses, account: account, decided: decided, contested: contested,
            unclassified: unclassified,
            newestResponse: newestDay == WaveReading.noDay ? nil : CalendarDate(dayNumber: Int(newestDay)))
        result.marks = marks
        return result
    }

    /// Rows by fate.
    var countsOfFates: [Int] {
        var counts = [Int](repeating: 0, count: classifier.fates.fates.count)
        for fates in fatesOfParts {
            for fate in fates { counts[Int(fate)] += 1 }
        }
        return counts
    }

    private func account(_ ledger: [LedgerLine], _ responses: Responses) -> SurveyAccount {
        let mapping = binding.mapping
        // Questions have words in exactly the waves that have ratings.
        let present = responses.wavesInUse
        let delimiter = String(decoding: [layout.delimiter], as: UTF8.self)
        return SurveyAccount(
            id: mapping.id, title: mapping.title, platform: layout.platform.rawValue,
            encoding: layout.encoding.rawValue,
            delimiter: delimiter, dateOrder: waves.finding?.name, waves: context.calendar.ordered(present).map(\.id),
            questions: askedQuestions, rows: rows.count, ledger: ledger, invited: mapping.invited,
            isTabulated: mapping.count != nil)
    }

    /// Cells of every question in the rows of closed waves that are neither unreadable nor marked by the platform.
    private var askedQuestions: [AskedQuestion] {
        zip(binding.questions, asked).enumerated().map { index, question in
            AskedQuestion(
                question: question.0.id, words: binding.words[index], answers: question.1.answers,
                notApplicable: question.1.notApplicable, unread: question.1.unread)
        }
    }
}
