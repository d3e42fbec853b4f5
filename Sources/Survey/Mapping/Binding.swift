import Diagnostics
import Report

/// Columns of a tabulated file, as places in `Binding.columns`.
struct TabulationColumns: Sendable {
    let question: Int
    let answer: Int
    let count: Int
    /// Nil where the file has the respondents' fields instead.
    let side: Int?
    let rule: Int?
}

/// A mapping on the columns of its file.
struct Binding: Sendable {
    /// Whom the answers of some columns are about.
    enum About: Sendable, Hashable {
        case rated, own
        /// Departments of that name, best first: the first that exists in the row's wave.
        case fixed([Int])
        /// A row of a matrix that names no department.
        case unknown
    }
    struct Target: Sendable {
        let about: About
        /// Index into `columns`, and into `questions`.
        var answers: [(column: Int, question: Int)]
    }

    let mapping: Mapping
    /// The columns whose distinct cells are kept.
    private(set) var columns: [LayoutColumn] = []
    private(set) var wave: Int?
    /// When a response was submitted, for the order of duplicates.
    private(set) var submitted: Int?
    private(set) var ownDepartment: Int?
    private(set) var department: Int?
    private(set) var fields: [String: Int] = [:]
    private(set) var respondentID: LayoutColumn?
    private(set) var comments: [LayoutColumn] = []
    private(set) var targets: [Target] = []
    /// Questions by first appearance, without wording, and the words of the file for each.
    private(set) var questions: [Question] = []
    private(set) var words: [[AskedWords]] = []
    /// The declared scale of each, with the codes of this file.
    private(set) var scales: [Scale] = []

    /// Rows of matrices that name no department, with the column as the mapping names it.
    private(set) var unknownRows: [(column: String, row: String)] = []
    /// Columns of a tabulated file; nil for a file of rows.
    private(set) var tabulation: TabulationColumns?

    private let layout: Layout
    private let names: DepartmentNames
    private(set) var diagnostics: [Diagnostic] = []

    init(_ mapping: Mapping, _ layout: Layout, names: DepartmentNames) {
        self.mapping = mapping
        self.layout = layout
        self.names = names
        if let count = mapping.count { bindTabulation(count) } else { bind() }
    }

    private mutating func bind() {
        if case .column(let name) = mapping.wave { wave = slot(name) }
        let moments = [ColumnRole.submitted, .started].compactMap { role in layout.columns.first { $0.role == role } }
        submitted = moments.first.map { slot(of: $0) } ?? wave
        respondentID = mapping.respondentID.flatMap { column($0) }
        if case .column(let name) = mapping.department { department = slot(name) }
        for (name, place) in mapping.fields {
            guard let index = slot(place) else { continue }
            fields[name] = index
            if name == "department" { ownDepartment = index }
        }
        for question in mapping.questions { bind(question) }
        comments = mapping.comments.compactMap { column($0) }
    }

    // MARK: Tabulated files

    /// The columns have names of their own in a tabulated file; the mapping's names are good for those that have not.
    private mutating func bindTabulation(_ count: ColumnName) {
        for mapped in mapping.questions {
            let index = question(mapped)
            put(mapped.column.text, index)
        }
        if case .column(let name) = mapping.wave {
            wave = slot(named: "wave") ?? slot(named: name.text)
        } else {
            wave = slot(named: "wave")
        }
        if wave == nil, mapping.wave == nil { missing(ColumnName("wave", at: count.location), nearest: []) }
        department = slot(named: "department")
        if department == nil, case .column(let name) = mapping.department { department = slot(name) }
        for (name, place) in mapping.fields {
            fields[name] =
                slot(named: place.text) ?? (name == "department" ? slot(named: "customer") : slot(named: name))
        }
        ownDepartment = slot(named: "customer") ?? fields["department"]
        guard let question = slot(ColumnName("question", at: count.location)),
            let answer = slot(ColumnName("answer", at: count.location)),
            let number = slot(named: count.text) ?? slot(ColumnName("count", at: count.location))
        else { return }
        tabulation = TabulationColumns(
            question: question, answer: answer, count: number, side: slot(named: "side"), rule: slot(named: "rule"))
    }

    /// The place of a column, if there is one of that name.
    private mutating func slot(named name: String) -> Int? {
        guard case .found(let index) = layout.column(named: name) else { return nil }
        return slot(of: layout.columns[index])
    }

    /// Columns of which nothing is asked but when a response was given.
    var dayColumns: Set<Int> {
        var others = Set(fields.values).union(targets.flatMap(\.answers).map(\.column))
        others.formUnion([department, ownDepartment].compactMap { $0 })
        if let tabulation {
            others.formUnion([tabulation.question, tabulation.answer, tabulation.count])
            others.formUnion([tabulation.side, tabulation.rule].compactMap { $0 })
        }
        return Set([wave, submitted].compactMap { $0 }).subtracting(others)
    }

    /// Makes the column of the respondent's id a field, because a rule asks for it.
    mutating func addField(id name: String) {
        guard fields[name] == nil, let column = respondentID else { return }
        fields[name] = slot(of: column)
    }

    // MARK: Questions

    private mutating func bind(_ mapped: Mapping.MappedQuestion) {
        let index = question(mapped)
        switch mapped.about {
        case .row:
            let matrix = layout.matrix(named: mapped.column.text)
            if matrix.rows.isEmpty {
                missing(mapped.column, nearest: matrix.nearest)
                return
            }
            var unknown: [String] = []
            for row in matrix.rows {
                let units = names.units(named: row.text)
                if units.isEmpty { unknown.append(row.text) }
                add(layout.columns[row.column], index, units.isEmpty ? .unknown : .fixed(units))
            }
            unknownRows += unknown.map { (mapped.column.text, $0) }
            if !unknown.isEmpty { warn(unknown, mapped.column) }
            // The words are the same for every row.
            put(Layout.splitRow(layout.columns[matrix.rows[0].column].name)?.question ?? mapped.column.text, index)
        case .rated: bind(mapped, index, about)
        case .own: bind(mapped, index, .own)
        case .fixed(let id): bind(mapped, index, .fixed(names.units(named: id.text)))
        }
    }

    private mutating func bind(_ mapped: Mapping.MappedQuestion, _ index: Int, _ about: About) {
        guard let column = column(mapped.column) else { return }
        add(column, index, about)
        put(column.name, index, about)
    }

    /// Notes the words of a column, and whom they are about.
    private mutating func put(_ text: String, _ question: Int, _ about: About = .rated) {
        var department: DepartmentID?
        if case .fixed(let units) = about { department = units.first.map { names.ids[$0] } }
        let asked = AskedWords(text, about: department)
        if !words[question].contains(asked) { words[question].append(asked) }
    }

    /// What a question without a department of its own is about.
    private var about: About {
        if case .fixed(let id) = mapping.department { return .fixed(names.units(named: id.text)) }
        return .rated
    }

    private mutating func add(_ column: LayoutColumn, _ question: Int, _ about: About) {
        let slot = slot(of: column)
        if let index = targets.firstIndex(where: { $0.about == about }) {
            targets[index].answers.append((slot, question))
        } else {
            targets.append(Target(about: about, answers: [(slot, question)]))
        }
    }

    private mutating func question(_ mapped: Mapping.MappedQuestion) -> Int {
        if let index = questions.firstIndex(where: { $0.id == mapped.id }) { return index }
        questions.append(
            Question(
                id: mapped.id, measure: mapped.measure, scale: mapped.scale, theme: mapped.theme,
                isReceived: mapped.about == .own))
        scales.append(mapped.scale)
        words.append([])
        return questions.count - 1
    }

    // MARK: Columns

    private mutating func slot(_ name: ColumnName) -> Int? { column(name).map { slot(of: $0) } }

    private mutating func slot(of column: LayoutColumn) -> Int {
        if let index = columns.firstIndex(of: column) { return index }
        columns.append(column)
        return columns.count - 1
    }

    private mutating func column(_ name: ColumnName) -> LayoutColumn? {
        switch layout.column(named: name.text) {
        case .found(let index): return layout.columns[index]
        case .missing(let nearest):
            missing(name, nearest: nearest)
            return nil
        case .ambiguous(let indices):
            let numbers = indices.compactMap { layout.columns[$0].sources.first }.map { "\"#\($0 + 1)\"" }
            diagnostics.append(
                .error(
                    "ambiguous-column", at: place(name),
                    "\(mapping.file) has \(indices.count) columns \"\(name.text)\"",
                    remedy: "name the one you mean by its number: \(numbers.joined(separator: " or "))"))
            return nil
        }
    }

    private mutating func missing(_ name: ColumnName, nearest: [String]) {
        let taken = mapping.like != nil && name.location.file != mapping.location.file
        let why =
            taken
            ? "\(mapping.file) has no column \"\(name.text)\", which the mapping is taken to have by `like:`"
            : "\(mapping.file) has no column \"\(name.text)\""
        let hint = nearest.isEmpty ? nil : "did you mean " + nearest.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
        diagnostics.append(
            .error(
                "unknown-column", at: place(name), why,
                remedy: hint ?? "`throughline inspect \(mapping.csvPath)` shows the columns"))
    }

    /// Where the mapping names the column; its `like:` where another mapping does so for it.
    private func place(_ name: ColumnName) -> SourceLocation {
        if let like = mapping.like, name.location.file != mapping.location.file { return like.location }
        return name.location
    }

    private mutating func warn(_ rows: [String], _ column: ColumnName) {
        let list = rows.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ") + (rows.count > 5 ? ", …" : "")
        diagnostics.append(
            .warning(
                "unknown-department-row", at: place(column),
                "no department is called \(list), as \(rows.count == 1 ? "a row" : "\(rows.count) rows") of \"\(column.text)\" in \(mapping.file)",
                remedy: "add the spelling to a department's `aliases`, or let it be: those answers are not counted"))
    }
}
