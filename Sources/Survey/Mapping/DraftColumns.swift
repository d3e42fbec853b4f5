import Report

/// What each column of an inspected file seems to be for.
struct DraftColumns {
    struct Matrix {
        let question: String
        let rows: Int
        let guess: ScaleGuess
    }

    private(set) var date: Inspection.Column?
    private(set) var id: Inspection.Column?
    private(set) var email: Inspection.Column?
    private(set) var relationship: Inspection.Column?
    private(set) var rated: Inspection.Column?
    private(set) var ownDepartment: Inspection.Column?
    private(set) var matrices: [Matrix] = []
    private(set) var questions: [Inspection.Column] = []
    private(set) var comments: [Inspection.Column] = []
    private(set) var unused: [Inspection.Column] = []

    /// True if a question needs the row's department.
    var hasPlainQuestions: Bool { !questions.isEmpty || matrices.isEmpty }

    init(_ inspection: Inspection, _ organisation: Organisation?) {
        var open = inspection.columns
        func take(_ test: (Inspection.Column) -> Bool) -> Inspection.Column? {
            guard let index = open.firstIndex(where: test) else { return nil }
            return open.remove(at: index)
        }
        let dated = inspection.dates.map(\.column)
        date =
            take { $0.column.role == .submitted && dated.contains($0.column) } ?? take {
                $0.column.role == .started && dated.contains($0.column)
            }
            ?? take { dated.contains($0.column) }
        open.removeAll { dated.contains($0.column) }
        id = take { $0.column.role == .respondent } ?? take { Self.isIdentifier($0) }
        open.removeAll { $0.column.role == .system }
        email = take { Self.isAddress($0) }
        // An address tells people apart as well as an id does.
        if id == nil { id = email }
        if let organisation { takeDepartments(DepartmentNames(organisation), &open) }
        relationship = Self.relationship(&open)
        takeMatrices(&open, organisation.map { DepartmentNames($0) })
        for column in open {
            if column.guess != nil {
                questions.append(column)
            } else if Self.isText(column) {
                comments.append(column)
            } else {
                unused.append(column)
            }
        }
    }

    /// The columns whose values are departments: the own one is named so, or stands first where two are.
    private mutating func takeDepartments(_ names: DepartmentNames, _ open: inout [Inspection.Column]) {
        var found: [Inspection.Column] = []
        for column in open {
            guard let values = column.values, !values.isEmpty else { continue }
            let known = values.reduce(0) { $0 + (names.units(named: $1.text).isEmpty ? 0 : $1.count) }
            if known * 2 > values.reduce(0, { $0 + $1.count }) { found.append(column) }
        }
        guard !found.isEmpty else { return }
        let own = found.first { Self.isOwn($0.column.name) } ?? (found.count > 1 ? found[0] : nil)
        ownDepartment = own
        rated = found.first { $0.column != own?.column }
        open.removeAll { column in column.column == ownDepartment?.column || column.column == rated?.column }
    }

    private static func isOwn(_ header: String) -> Bool {
        let words = FieldValue(header).folded
        return [
            "you work", "your department", "your own", "my department", "requester", "you belong", "arbeiten sie",
            "ihre abteilung",
            "votre service", "travaillez-vous", "su departamento", "trabaja",
        ].contains { words.contains($0) }
    }

    /// A column named like an id whose cells are (nearly) all different.
    private static func isIdentifier(_ column: Inspection.Column) -> Bool {
        let words = FieldValue(column.column.name).folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let names: Set<String> = [
            "id", "code", "token", "identifier", "kennung", "identifiant", "identificador", "uuid", "number", "#",
        ]
        guard words.contains(where: names.contains), column.answers > 1, column.guess == nil else { return false }
        guard let values = column.values else { return true }
        return values.count * 10 >= column.answers * 9
    }

    /// Free text: too many different cells to list, or few that are sentences.
    private static func isText(_ column: Inspection.Column) -> Bool {
        guard column.answers > 0 else { return false }
        guard let values = column.values else { return true }
        let words = values.reduce(0) { $0 + $1.text.split(separator: " ").count }
        return values.allSatisfy { $0.count == 1 } && words >= values.count * 4
    }

    private static func isAddress(_ column: Inspection.Column) -> Bool {
        let header = FieldValue(column.column.name).folded
        let named = ["e-mail", "email", "mail address", "courriel", "correo"].contains { header.contains($0) }
        return named && column.guess == nil && column.answers > 0
    }

    /// The column whose values the built-in rules know best, half of them at least.
    private static func relationship(_ open: inout [Inspection.Column]) -> Inspection.Column? {
        let tests = Rulebook.standard(domains: []).rules.flatMap(\.conditions).flatMap(\.tests)
        var best: (share: Double, index: Int)?
        for (index, column) in open.enumerated() {
            guard let values = column.values, column.guess == nil, values.count >= 2 else { continue }
            let total = values.reduce(0) { $0 + $1.count }
            let known = values.reduce(0) { sum, value in
                sum + (tests.contains { $0.holds(FieldValue(value.text)) } ? value.count : 0)
            }
            let share = total == 0 ? 0 : Double(known) / Double(total)
            if share >= 0.5, share > best?.share ?? 0 { best = (share, index) }
        }
        if let best { return open.remove(at: best.index) }
        let words = [
            "relationship", "i am a", "describes you", "customer type", "requester type", "respondent type",
            "who are you",
        ]
        guard
            let index = open.firstIndex(where: { column in
                let header = FieldValue(column.column.name).folded
                return column.values != nil && column.guess == nil && words.contains { header.contains($0) }
            })
        else { return nil }
        return open.remove(at: index)
    }

    /// Columns `Question [Row]` whose rows are departments.
    private mutating func takeMatrices(_ open: inout [Inspection.Column], _ names: DepartmentNames?) {
        guard let names else { return }
        var seen: Set<String> = []
        for column in open {
            guard let (question, row) = Layout.splitRow(column.column.name), !names.units(named: String(row)).isEmpty,
                seen.insert(question).inserted
            else { continue }
            let members = open.filter { Layout.splitRow($0.column.name)?.question == question }
            guard let guess = members.compactMap(\.guess).first else { continue }
            matrices.append(Matrix(question: question, rows: members.count, guess: guess))
            open.removeAll { Layout.splitRow($0.column.name)?.question == question }
        }
    }
}
