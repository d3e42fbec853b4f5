import Report

/// One person's answers on one department, before it is known whether they count.
///
/// There is one for nearly every row, so numbers take no more bytes than their limits ask for (`Limits.departments`,
/// `waves`, `rules`): 16 in all.
struct Rating: Sendable {
    /// Within its part of the file.
    let row: UInt16
    let side: Side
    let isReceived: Bool
    private let shortUnit: UInt16
    private let shortCustomer: UInt16
    private let shortWave: UInt16
    private let shortRule: Int16
    /// Which targets of the binding it answers: a place in `PartRatings.targets`.
    let targets: UInt32

    init(
        row: UInt16, side: Side, isReceived: Bool, unit: UInt32, customer: UInt32, wave: Int32, rule: Int32,
        targets: UInt32
    ) {
        self.row = row
        self.side = side
        self.isReceived = isReceived
        shortUnit = UInt16(clamping: unit)
        shortCustomer = UInt16(clamping: customer)
        shortWave = UInt16(clamping: wave)
        shortRule = Int16(clamping: rule)
        self.targets = targets
    }

    var unit: UInt32 { UInt32(shortUnit) }
    /// Unit of the respondent's own department, 0 where there is none or where it does not matter.
    var customer: UInt32 { UInt32(shortCustomer) }
    /// Index into `WaveReading.waves`.
    var wave: Int32 { Int32(shortWave) }
    /// Index of the rule that decides the row; -1 where none does.
    var rule: Int32 { Int32(shortRule) }
}

/// What the rows of a part rate.
struct PartRatings: Sendable {
    /// In the order of rows; a row that rates several departments has several.
    var ratings: [Rating] = []
    /// Targets whose answers belong to one rating; the first lists hold one target each, in their order.
    var targets: [[Int]]
}

/// Finds what each row rates.
///
/// What a cell means is found once for each code; rows are told by their codes.
struct RatingSearch: Sendable {
    /// The departments of a column.
    struct Department: Sendable {
        let column: Int
        /// By wave, then by code: the unit, or why there is none.
        let units: [[Int32]]

        static let blank: Int32 = -1
        static let unknown: Int32 = -2
        /// Known, but not in that wave.
        static let ended: Int32 = -3

        init(column: Int, _ rows: EncodedRows, _ names: DepartmentNames, _ trees: [DepartmentTree]) {
            self.column = column
            let dictionary = rows.dictionaries[column]
            let candidates = (0..<dictionary.count).map { names.units(named: dictionary.text($0)) }
            let missing = candidates.indices.map {
                !candidates[$0].isEmpty
                    ? Self.ended : Blanks.areAll(dictionary.cell($0)) ? Self.blank : Self.unknown
            }
            units = trees.map { tree in
                candidates.indices.map { code in
                    candidates[code].first { tree.exists[$0] }.map { Int32($0) } ?? missing[code]
                }
            }
        }

        /// The unit of a code in a wave; below 0 why there is none.
        @inline(__always)
        func unit(_ code: Int, wave: Int) -> Int32 { units[wave][code] }
    }

    /// Whom the answers of a target are about.
    private enum About: Sendable {
        case rated, own
        /// By wave.
        case unit([Int32])
    }

    let binding: Binding
    let answers: AnswerTable
    let rated: Department?
    let own: Department?
    private let abouts: [About]
    /// By target: it is about what the respondent's own department receives.
    let isReceived: [Bool]

    init(
        _ binding: Binding, _ rows: EncodedRows, _ answers: AnswerTable, trees: [DepartmentTree], names: DepartmentNames
    ) {
        self.binding = binding
        self.answers = answers
        let rated = binding.department.map { Department(column: $0, rows, names, trees) }
        let own = binding.ownDepartment.map { Department(column: $0, rows, names, trees) }
        self.rated = rated
        self.own = own
        isReceived = binding.targets.map { $0.about == .own }
        abouts = binding.targets.map { target in
            switch target.about {
            case .rated: .rated
            case .own: .own
            case .fixed(let units):
                .unit(
                    trees.map { tree in
                        units.first { tree.exists[$0] }.map { Int32($0) }
                            ?? (units.isEmpty ? Department.unknown : Department.ended)
                    })
            case .unknown: .unit(trees.map { _ in Department.unknown })
            }
        }
    }

    /// The respondent's own department in a wave.
    func ownUnit(_ code: (Int) -> Int, wave: Int) -> Int? {
        guard let own else { return nil }
        let unit = own.unit(code(own.column), wave: wave)
        return unit >= 0 ? Int(unit) : nil
    }

    /// The department that a row names as the rated one.
    func ratedUnit(_ code: (Int) -> Int, wave: Int) -> Int? {
        guard let rated else { return nil }
        let unit = rated.unit(code(rated.column), wave: wave)
        return unit >= 0 ? Int(unit) : nil
    }

    /// What a row rates: units, whether what they receive, and the targets that say so.
    struct Finding {
        struct Rated {
            let unit: Int
            let isReceived: Bool
            var targets: [Int]
        }
        /// True if a cell of the row holds a point of a scale.
        var isAnswered = false
        var rated: [Rated] = []
        /// Why nothing is rated.
        var fate = FateTable.noDepartment
    }

    /// What a row of a wave rates.
    ///
    /// A department that is rated in several ways (by the row and by a question of its own) gets one rating.
    /// - Parameters:
    ///   - isAnswered: true for a target of which the row holds a point of a scale.
    ///   - rated: the unit that the row names as the rated one, or why there is none.
    ///   - own: the respondent's own department in the same way.
    func find(wave: Int, isAnswered: (Int) -> Bool, rated: Int32, own: Int32) -> Finding {
        var finding = Finding()
        for target in abouts.indices where isAnswered(target) {
            finding.isAnswered = true
            let unit = unit(target, wave: wave, rated: rated, own: own)
            guard unit >= 0 else {
                if unit == Department.ended {
                    finding.fate = FateTable.endedDepartment
                } else if finding.fate == FateTable.noDepartment, unit == Department.unknown {
                    finding.fate = FateTable.unknownDepartment
                }
                continue
            }
            let isReceived = isReceived[target]
            if let index = finding.rated.firstIndex(where: { $0.unit == unit && $0.isReceived == isReceived }) {
                finding.rated[index].targets.append(target)
            } else {
                finding.rated.append(Finding.Rated(unit: Int(unit), isReceived: isReceived, targets: [target]))
            }
        }
        return finding
    }

    /// The unit that a target of a row is about; below 0 why there is none.
    @inline(__always)
    func unit(_ target: Int, wave: Int, rated: Int32, own: Int32) -> Int32 {
        switch abouts[target] {
        case .unit(let units): units[wave]
        case .rated: rated
        case .own: own
        }
    }

    /// By row of a part the unit that a target is about, or why there is none.
    /// - Parameters:
    ///   - waves: of the rows, below 0 where there is none.
    ///   - rated: units that the rows name as the rated ones.
    ///   - own: units of the respondents' own departments.
    func units(_ target: Int, _ waves: [Int32], rated: [Int32], own: [Int32]) -> [Int32] {
        switch abouts[target] {
        case .unit(let units): waves.map { $0 < 0 ? Department.blank : units[Int($0)] }
        case .rated: rated
        case .own: own
        }
    }

    /// The unit of a row's cell in a wave, or why there is none.
    func unit(_ department: Department?, wave: Int, _ code: (Int) -> Int) -> Int32 {
        department.map { $0.unit(code($0.column), wave: wave) } ?? Department.unknown
    }

    /// By row of a part the unit of a column in the row's wave, or why there is none.
    func units(_ department: Department?, _ part: EncodedRows.Part, _ waves: [Int32]) -> [Int32] {
        guard let department else { return [Int32](repeating: Department.unknown, count: part.count) }
        let codes = part.codesOfFile[department.column]
        let tables = department.units.map { units in codes.map { units[Int($0)] } }
        return part.codes.codes[department.column].values(tables, waves, otherwise: Department.blank)
    }
}
