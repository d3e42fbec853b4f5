import Report

/// One person's answers on one department, before it is known whether they count.
struct Rating {
    let row: Int32
    let unit: Int32
    let isReceived: Bool
    /// Index into `WaveReading.waves`.
    let wave: Int32
    /// Targets of the binding, as bits, whose answers it holds; only the first 64 targets can share a rating.
    var targets: [Int32]
}

/// Finds what each row rates, and which ratings are repeated later by the same person.
struct RatingSearch {
    struct Department {
        /// By code of the column, the units of that name, best first.
        let unitsOfCode: [[Int]]
        let column: Int

        init(column: Int, _ rows: EncodedRows, _ names: DepartmentNames) {
            self.column = column
            let dictionary = rows.dictionaries[column]
            unitsOfCode = (0..<dictionary.count).map { names.units(named: dictionary.text($0)) }
        }
    }

    let binding: Binding
    let rows: EncodedRows
    let answers: AnswerTable
    let trees: [DepartmentTree]
    let rated: Department?
    let own: Department?

    init(
        _ binding: Binding, _ rows: EncodedRows, _ answers: AnswerTable, trees: [DepartmentTree], names: DepartmentNames
    ) {
        self.binding = binding
        self.rows = rows
        self.answers = answers
        self.trees = trees
        rated = binding.department.map { Department(column: $0, rows, names) }
        own = binding.ownDepartment.map { Department(column: $0, rows, names) }
    }

    /// True if the row holds a point of a scale in one of the target's columns.
    func isAnswered(_ target: Int, _ row: Int) -> Bool {
        binding.targets[target].answers.contains { column, question in
            answers.points[question][column][Int(rows.codes[column][row])] < AnswerTable.unread
        }
    }

    /// The department of a cell in a wave.
    func unit(_ department: Department?, _ row: Int, _ wave: Int) -> Int? {
        guard let department else { return nil }
        return existing(department.unitsOfCode[Int(rows.codes[department.column][row])], wave)
    }

    func existing(_ units: [Int], _ wave: Int) -> Int? { units.first { trees[wave].exists[$0] } }

    enum Finding {
        case ratings([Rating])
        case noAnswer
        case unknownDepartment(reason: String)
    }

    /// What a row of a wave rates.
    ///
    /// A department that is rated in several ways (by the row and by a question of its own) gets one rating.
    func find(_ row: Int, wave: Int) -> Finding {
        var ratings: [Rating] = []
        var isAnswered = false
        var reason = "no-department"
        for target in binding.targets.indices where self.isAnswered(target, row) {
            isAnswered = true
            let about = binding.targets[target].about
            let candidates: [Int]
            switch about {
            case .rated: candidates = rated.map { $0.unitsOfCode[Int(rows.codes[$0.column][row])] } ?? []
            case .own: candidates = own.map { $0.unitsOfCode[Int(rows.codes[$0.column][row])] } ?? []
            case .fixed(let units): candidates = units
            case .unknown: candidates = []
            }
            guard let unit = existing(candidates, wave) else {
                if !candidates.isEmpty {
                    reason = "ended-department"
                } else if reason == "no-department", !isBlank(about, row) {
                    reason = "unknown-department"
                }
                continue
            }
            let isReceived = about == .own
            if let index = ratings.firstIndex(where: { $0.unit == unit && $0.isReceived == isReceived }) {
                ratings[index].targets.append(Int32(target))
            } else {
                ratings.append(
                    Rating(
                        row: Int32(row), unit: Int32(unit), isReceived: isReceived, wave: Int32(wave),
                        targets: [Int32(target)]))
            }
        }
        if !ratings.isEmpty { return .ratings(ratings) }
        return isAnswered ? .unknownDepartment(reason: reason) : .noAnswer
    }

    /// True where the department's cell is empty, so that no spelling is to blame.
    private func isBlank(_ about: Binding.About, _ row: Int) -> Bool {
        let column = about == .rated ? binding.department : about == .own ? binding.ownDepartment : nil
        guard let column else { return false }
        return Blanks.areAll(rows.dictionaries[column].cell(Int(rows.codes[column][row])))
    }
}

/// Same respondent id, wave and department: the last by time of submission, then by position, stands.
struct DuplicateSearch {
    private struct Key: Hashable {
        let person: UInt64
        let wave: Int32
        let unit: Int32
        let isReceived: Bool
    }
    private var last: [Key: Int] = [:]

    /// Index of the ratings that are repeated later.
    static func superseded(_ ratings: [Rating], _ rows: EncodedRows, order: [Int]) -> [Bool] {
        var search = DuplicateSearch()
        var superseded = [Bool](repeating: false, count: ratings.count)
        for (index, rating) in ratings.enumerated() {
            guard let person = rows.persons[Int(rating.row)].id else { continue }
            let key = Key(person: person, wave: rating.wave, unit: rating.unit, isReceived: rating.isReceived)
            guard let other = search.last[key] else {
                search.last[key] = index
                continue
            }
            let isLater = order[Int(rating.row)] >= order[Int(ratings[other].row)]
            superseded[isLater ? other : index] = true
            if isLater { search.last[key] = index }
        }
        return superseded
    }
}
