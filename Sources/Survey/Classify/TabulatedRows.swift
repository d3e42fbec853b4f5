import Diagnostics
import Report

/// A tabulated file: every line says how many people of one kind gave one answer.
///
/// Counts add up.
struct TabulatedRows {
    let binding: Binding
    let columns: TabulationColumns
    let rows: EncodedRows
    let layout: Layout
    let context: CollectionContext
    let names: DepartmentNames
    let waves: WaveReading
    let trees: [DepartmentTree]
    /// By column of the binding, then by row.
    private let codes: [[UInt32]]
    private let markOfRow: [UInt16]
    private(set) var diagnostics: [Diagnostic] = []

    private var ledger = Ledger()
    private var responses = Responses()
    /// Counts by question and rule, for the rule's responses: the largest over the questions.
    private var ruleCounts: [[Int]]
    private var unclassified: [Int]
    private var contested: [Int]
    private var asked: [AnswerTable.Count]
    private var unknown = (lines: 0, first: 0)
    private var unknownQuestions = (lines: 0, first: 0)
    private var broken = (lines: 0, first: 0)

    /// More people than live on earth, so that no sum of counts can overflow.
    static let largestCount = Limits.count.most

    static func collect(_ mapping: Mapping, from file: SurveyFile, in context: CollectionContext) -> Outcome<
        SurveyResult?
    > {
        let names = DepartmentNames(context.organisation)
        let binding = Binding(mapping, file.layout, names: names)
        guard let columns = binding.tabulation, !binding.diagnostics.hasErrors else {
            return Outcome(nil, binding.diagnostics)
        }
        let (rows, found) = EncodedRows.read(binding, file, keys: PersonKeys(context.key))
        let problems = found + rows.tooManyAnswers(binding)
        guard !problems.hasErrors else { return Outcome(nil, binding.diagnostics + problems) }
        var tabulated = TabulatedRows(binding, columns, rows, file.layout, context, names)
        tabulated.read()
        return Outcome(tabulated.result, binding.diagnostics + problems + tabulated.diagnostics)
    }

    private init(
        _ binding: Binding, _ columns: TabulationColumns, _ rows: EncodedRows, _ layout: Layout,
        _ context: CollectionContext,
        _ names: DepartmentNames
    ) {
        self.binding = binding
        self.columns = columns
        self.rows = rows
        self.layout = layout
        self.context = context
        self.names = names
        codes = binding.columns.indices.map { rows.codes($0) }
        markOfRow = rows.markOfRow
        waves = WaveReading(binding, rows, layout: layout, calendar: context.calendar)
        trees = context.organisation.trees(of: waves.waves, calendar: context.calendar)
        let questions = binding.questions.count
        ruleCounts = [[Int]](repeating: [Int](repeating: 0, count: context.rulebook.rules.count), count: questions)
        unclassified = [Int](repeating: 0, count: questions)
        contested = unclassified
        asked = [AnswerTable.Count](repeating: AnswerTable.Count(), count: questions)
        diagnostics = waves.diagnostics
    }

    private func code(_ column: Int, _ row: Int) -> Int { Int(codes[column][row]) }

    // MARK: Lines

    private mutating func read() {
        let questionOfCode = places(columns.question) { text in
            binding.questions.firstIndex { FieldValue($0.id.text) == text }
                ?? binding.words.firstIndex { $0.contains { FieldValue($0.text) == text } }
        }
        let pointOfCode = points(questionOfCode)
        let countOfCode = (0..<rows.dictionaries[columns.count].count).map { count($0) }
        let isOpen = waves.waves.map { context.calendar.wave(named: $0)?.isOpen ?? false }
        let units = binding.department.map { column in
            (0..<rows.dictionaries[column].count).map { names.units(named: rows.dictionaries[column].text($0)) }
        }
        let owners = binding.ownDepartment.map { column in
            (0..<rows.dictionaries[column].count).map { names.units(named: rows.dictionaries[column].text($0)) }
        }
        var sides = SideOfLine(binding, columns, rows, context.rulebook)
        responses.answers = binding.questions.map { _ in [] }
        responses.waves = waves.waves
        for row in 0..<rows.count {
            if let mark = rows.marks[Int(markOfRow[row])] {
                ledger.add(mark.outcome, mark.reason)
                continue
            }
            guard let count = countOfCode[code(columns.count, row)] else {
                ledger.add(.unreadable, "count")
                note(&broken, row)
                continue
            }
            let wave = waves.wave { code($0, row) }
            guard wave >= 0 else {
                ledger.add(.unreadable, "date")
                continue
            }
            guard let question = questionOfCode[code(columns.question, row)] else {
                ledger.add(.unreadable, "unknown-question")
                note(&unknownQuestions, row)
                continue
            }
            let point = pointOfCode[question]?[code(columns.answer, row)] ?? Responses.noAnswer
            if !isOpen[wave] { tally(point, count, question) }
            guard point < AnswerTable.unread, count > 0 else {
                ledger.add(.incomplete, "no-answer")
                continue
            }
            guard !isOpen[wave] else {
                ledger.add(.open, "open")
                continue
            }
            let own = owners.flatMap { existing($0[code(binding.ownDepartment ?? 0, row)], wave) }
            guard let unit = unit(row, wave, units, question, own) else {
                ledger.add(.unknownDepartment, "unknown-department")
                note(&unknown, row)
                continue
            }
            let found = sides.side { code($0, row) }
            guard let said = found.side else {
                ledger.add(.unclassified, "unclassified")
                unclassified[question] += count
                continue
            }
            guard !binding.questions[question].isReceived || (said != .external && said != .connected) else {
                ledger.add(.incomplete, "not-a-member")
                continue
            }
            ledger.add(.counted, "counted")
            if let rule = found.rule { ruleCounts[question][rule] += count }
            if found.isContested { contested[question] += count }
            var side = binding.questions[question].isReceived ? .received : said
            if side == .internal, let own, trees[wave].isWithin(own, unit) { side = .selfView }
            add(
                wave: wave, unit: unit, side: side, own: side == .external || side == .connected ? nil : own, question,
                point, count)
        }
    }

    private func note(_ lines: inout (lines: Int, first: Int), _ row: Int) {
        lines.lines += 1
        if lines.first == 0 { lines.first = rows.lines[row] }
    }

    private func existing(_ units: [Int], _ wave: Int) -> Int? { units.first { trees[wave].exists[$0] } }

    private func unit(_ row: Int, _ wave: Int, _ units: [[Int]]?, _ question: Int, _ own: Int?) -> Int? {
        if let units, let column = binding.department { return existing(units[code(column, row)], wave) }
        if binding.questions[question].isReceived { return own }
        guard case .fixed(let id) = binding.mapping.department else { return nil }
        return context.organisation.unit(id).flatMap { trees[wave].exists[$0] ? $0 : nil }
    }

    private func places<Value>(_ column: Int, _ of: (FieldValue) -> Value?) -> [Value?] {
        let dictionary = rows.dictionaries[column]
        return (0..<dictionary.count).map { of(FieldValue(dictionary.text($0))) }
    }

    /// A whole number that is not negative, as SQL engines and spreadsheets write it; nil for anything else.
    private func count(_ code: Int) -> Int? {
        let label = Label(rows.dictionaries[columns.count].cell(code))
        if label.isNumber, let number = label.code { return number >= 0 ? number : nil }
        let digits = FieldValue(rows.dictionaries[columns.count].text(code)).folded
        guard let number = Int(digits), number >= 0, number <= Self.largestCount else { return nil }
        return number
    }

    /// A cell without the apostrophe that keeps a spreadsheet from computing it.
    private static func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.first == 0x27, Tabulation.startsFormula(String(decoding: cell.dropFirst().prefix(64), as: UTF8.self))
        else { return cell }
        return cell.dropFirst()
    }

    /// By question, the points of the answers that stand beside it.
    private mutating func points(_ questionOfCode: [Int?]) -> [Int: [Int: UInt8]] {
        var codes: [Int: Set<Int>] = [:]
        for row in 0..<rows.count where markOfRow[row] == 0 {
            if let question = questionOfCode[code(columns.question, row)] {
                codes[question, default: []].insert(code(columns.answer, row))
            }
        }
        var points: [Int: [Int: UInt8]] = [:]
        for question in codes.keys.sorted() {
            let sorted = (codes[question] ?? []).sorted()
            let dictionary = rows.dictionaries[columns.answer]
            let reading = AnswerReading(
                labels: sorted.map { Label(Self.unguarded(dictionary.cell($0))) }, scale: binding.scales[question],
                measure: binding.questions[question].measure)
            for (code, answer) in zip(sorted, reading.answers) {
                points[question, default: [:]][code] = AnswerTable.mark(answer)
                guard answer == .unread else { continue }
                diagnostics.append(
                    .warning(
                        "unknown-answer",
                        at: SourceLocation(file: binding.mapping.csvPath, line: dictionary.firstLine(code)),
                        "an answer cannot be read on the scale of `\(binding.questions[question].id)`",
                        remedy: "declare the scale's labels, or correct the file"))
            }
        }
        return points
    }

    private mutating func tally(_ point: UInt8, _ count: Int, _ question: Int) {
        asked[question].add(point, count)
    }

    private mutating func add(
        wave: Int, unit: Int, side: Side, own: Int?, _ question: Int, _ point: UInt8, _ count: Int
    ) {
        responses.person.append(UInt32(truncatingIfNeeded: responses.person.count))
        responses.keys.append(0)
        responses.wave.append(UInt16(clamping: wave))
        responses.unit.append(UInt32(unit))
        responses.side.append(side)
        responses.customer.append(UInt32(own ?? 0))
        responses.weight.append(count)
        for index in responses.answers.indices {
            responses.answers[index].append(index == question ? point : Responses.noAnswer)
        }
    }

    // MARK: Result

    private var result: SurveyResult {
        mutating get {
            let mapping = binding.mapping
            report()
            let present = Set(responses.wave)
            responses.questions = binding.questions.enumerated().map { index, question in
                var wording: [WaveID: String] = [:]
                for wave in present { wording[responses.waves[Int(wave)]] = binding.words[index].first?.text ?? "" }
                return Question(
                    id: question.id, measure: question.measure, scale: question.scale, theme: question.theme,
                    isReceived: question.isReceived, wording: wording)
            }
            let account = SurveyAccount(
                id: mapping.id, title: mapping.title, platform: layout.platform.rawValue,
                encoding: layout.encoding.rawValue,
                delimiter: String(decoding: [layout.delimiter], as: UTF8.self), dateOrder: nil,
                waves: context.calendar.ordered(present.map { responses.waves[Int($0)] }).map(\.id),
                questions: binding.questions.enumerated().map { index, question in
                    AskedQuestion(
                        question: question.id, words: binding.words[index], answers: asked[index].answers,
                        notApplicable: asked[index].notApplicable, unread: asked[index].unread)
                },
                rows: rows.count, ledger: ledger.lines, invited: mapping.invited, isTabulated: true)
            let decided = context.rulebook.rules.indices.map { rule in ruleCounts.map { $0[rule] }.max() ?? 0 }
            return SurveyResult(
                responses: responses, account: account, decided: decided, contested: contested.max() ?? 0,
                unclassified: unclassified.max() ?? 0, newestResponse: nil)
        }
    }

    private mutating func report() {
        func add(_ lines: (lines: Int, first: Int), _ code: String, _ what: String, _ remedy: String) {
            guard lines.lines > 0 else { return }
            diagnostics.append(
                .warning(
                    code, at: SourceLocation(file: binding.mapping.csvPath, line: lines.first),
                    "\(lines.lines) \(lines.lines == 1 ? "line" : "lines") \(what)", remedy: remedy))
        }
        add(
            unknown, "unknown-department-in-row", "name a department that is not known, or not in that wave",
            "add the spelling to `aliases` of a department")
        add(
            unknownQuestions, "unknown-question", "name a question that the mapping does not list",
            "add it under `questions:`")
        add(broken, "broken-count", "have a count that is not a whole number", "correct the file")
    }
}

/// The side of a tabulated line: as written, or by the rules.
private struct SideOfLine {
    private let binding: Binding
    private let columns: TabulationColumns
    private let rows: EncodedRows
    private let sideOfCode: [Side?]
    private let ruleOfCode: [Int?]
    private let sides: [Side]
    private var classification: Classification

    init(_ binding: Binding, _ columns: TabulationColumns, _ rows: EncodedRows, _ rulebook: Rulebook) {
        self.binding = binding
        self.columns = columns
        self.rows = rows
        sides = rulebook.rules.map(\.side)
        classification = Classification(rulebook, columns: binding.fields, dictionaries: rows.dictionaries)
        sideOfCode =
            columns.side.map { column in
                (0..<rows.dictionaries[column].count).map { code in
                    let side = Side(rawValue: FieldValue(rows.dictionaries[column].text(code)).folded)
                    return side == .all ? nil : side
                }
            } ?? []
        ruleOfCode =
            columns.rule.map { column in
                (0..<rows.dictionaries[column].count).map { code in
                    let name = FieldValue(rows.dictionaries[column].text(code))
                    return rulebook.rules.firstIndex {
                        FieldValue($0.name) == name || FieldValue("'" + $0.name) == name
                    }
                }
            } ?? []
    }

    /// - Parameter code: the line's code in a column.
    mutating func side(_ code: (Int) -> Int) -> (side: Side?, rule: Int?, isContested: Bool) {
        if let column = columns.side {
            return (sideOfCode[code(column)], columns.rule.flatMap { ruleOfCode[code($0)] }, false)
        }
        let decision = classification.decide(code)
        let rule = decision.rule < 0 ? nil : Int(decision.rule)
        return (rule.map { sides[$0] }, rule, decision.isContested)
    }
}
