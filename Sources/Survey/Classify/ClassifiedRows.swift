import Diagnostics
import Report

/// From the encoded rows of one file to its counted answers: every row gets an outcome, every counted rating its place
/// in `Responses`.
struct ClassifiedRows {
    let binding: Binding
    let rows: EncodedRows
    let layout: Layout
    let context: CollectionContext
    let waves: WaveReading
    let trees: [DepartmentTree]
    let answers: AnswerTable
    let search: RatingSearch
    private(set) var diagnostics: [Diagnostic] = []

    /// What became of each row.
    private(set) var outcomes: [RowOutcome]
    private(set) var reasons: [String]
    /// Rule of each row that came so far as to be classified, as an index; -1 where none decided.
    private(set) var ruleOfRow: [Int32]
    private(set) var decided: [Int]
    private(set) var contested = 0
    private(set) var unclassified = 0
    private(set) var ratings: [Rating] = []
    private(set) var sides: [Side] = []

    init(_ binding: Binding, _ rows: EncodedRows, layout: Layout, context: CollectionContext, names: DepartmentNames) {
        self.binding = binding
        self.rows = rows
        self.layout = layout
        self.context = context
        waves = WaveReading(binding, rows, layout: layout, calendar: context.calendar)
        trees = context.organisation.trees(of: waves.waves, calendar: context.calendar)
        answers = AnswerTable(binding, rows)
        search = RatingSearch(binding, rows, answers, trees: trees, names: names)
        outcomes = [RowOutcome](repeating: .counted, count: rows.count)
        reasons = [String](repeating: "counted", count: rows.count)
        ruleOfRow = [Int32](repeating: -2, count: rows.count)
        decided = [Int](repeating: 0, count: context.rulebook.rules.count)
        diagnostics = waves.diagnostics + answers.diagnostics
        findRatings()
        dropDuplicates()
        classify()
    }

    private mutating func set(_ row: Int, _ outcome: RowOutcome, _ reason: String? = nil) {
        outcomes[row] = outcome
        reasons[row] = reason ?? outcome.rawValue
    }

    // MARK: Unreadable, test, incomplete, open, unknown department

    private mutating func findRatings() {
        let isOpen = waves.waves.map { context.calendar.wave(named: $0)?.isOpen ?? false }
        var unknown = (rows: 0, firstLine: 0)
        var strays = StrayRatings(search)
        for row in 0..<rows.count {
            let mark = rows.marks[Int(rows.markOfRow[row])]
            if let mark, mark.outcome == .unreadable {
                set(row, .unreadable, mark.reason)
                continue
            }
            let wave = Int(waves.waveOfRow[row])
            guard wave >= 0 else {
                set(row, .unreadable, unreadableDate(row))
                continue
            }
            if let mark {
                set(row, mark.outcome, mark.reason)
                continue
            }
            switch search.find(row, wave: wave) {
            case .noAnswer: set(row, .incomplete, "no-answer")
            case _ where isOpen[wave]: set(row, .open)
            case .unknownDepartment(let reason):
                set(row, .unknownDepartment, reason)
                if reason != "no-department" {
                    unknown.rows += 1
                    if unknown.firstLine == 0 { unknown.firstLine = rows.lines[row] }
                }
            case .ratings(let found):
                ratings += found
                strays.look(row, search)
            }
        }
        diagnostics += strays.diagnostics(binding.mapping.csvPath)
        if unknown.rows > 0 {
            diagnostics.append(
                .warning(
                    "unknown-department-in-row",
                    at: SourceLocation(file: binding.mapping.csvPath, line: unknown.firstLine),
                    "\(unknown.rows) \(unknown.rows == 1 ? "row rates" : "rows rate") a department that is not known, or not in that wave",
                    remedy:
                        "`throughline inspect \(binding.mapping.csvPath) --unmatched` lists the spellings; add them to `aliases` of a department"
                ))
        }
    }

    private func unreadableDate(_ row: Int) -> String {
        guard let column = binding.wave else { return "no-wave" }
        return Blanks.areAll(rows.dictionaries[column].cell(Int(rows.codes[column][row]))) ? "no-date" : "date"
    }

    // MARK: Duplicates

    private mutating func dropDuplicates() {
        guard binding.mapping.duplicates == .last, binding.respondentID != nil else { return }
        let superseded = DuplicateSearch.superseded(ratings, rows, order: waves.orderOfRow)
        var kept: [Rating] = []
        kept.reserveCapacity(ratings.count)
        for (index, rating) in ratings.enumerated() {
            if superseded[index] { set(Int(rating.row), .duplicate) } else { kept.append(rating) }
        }
        // A row is a duplicate only if nothing of it stands.
        for rating in kept { set(Int(rating.row), .counted) }
        ratings = kept
    }

    // MARK: Classification

    private mutating func classify() {
        var classification = Classification(
            context.rulebook, columns: binding.fields, dictionaries: rows.dictionaries)
        var kept: [Rating] = []
        kept.reserveCapacity(ratings.count)
        var last = -1
        for rating in ratings {
            let row = Int(rating.row)
            if row != last {
                last = row
                let decision = classification.decide { Int(rows.codes[$0][row]) }
                ruleOfRow[row] = Int32(decision.rule ?? -1)
                if let rule = decision.rule {
                    decided[rule] += 1
                    if decision.isContested { contested += 1 }
                } else {
                    unclassified += 1
                    set(row, .unclassified)
                }
            }
            guard ruleOfRow[row] >= 0 else { continue }
            // What a department receives is said by its own people; a customer may have named it too.
            if rating.isReceived, context.rulebook.rules[Int(ruleOfRow[row])].side != .internal {
                if kept.last?.row != rating.row { set(row, .incomplete, "not-a-member") }
                continue
            }
            if outcomes[row] == .incomplete { set(row, .counted) }
            kept.append(rating)
            sides.append(side(rating))
        }
        ratings = kept
    }

    private func side(_ rating: Rating) -> Side {
        if rating.isReceived { return .received }
        return side(ofRow: Int(rating.row), towards: Int(rating.unit), wave: Int(rating.wave))
    }

    /// The rule's side; the self view where an internal respondent's own department is the unit or lies below it.
    func side(ofRow row: Int, towards unit: Int, wave: Int) -> Side {
        guard ruleOfRow[row] >= 0 else { return .external }
        let side = context.rulebook.rules[Int(ruleOfRow[row])].side
        guard side == .internal, let own = search.unit(search.own, row, wave), trees[wave].isWithin(own, unit) else {
            return side
        }
        return .selfView
    }
}
