import Report

/// What the rows of a part come to when each is looked at for itself: whether others replace it is not known yet.
struct PartFindings: Sendable {
    /// By row.
    var fates: [UInt8]
    var ratings: PartRatings
    /// Rows that rate something and that a later rule with another side matches too.
    var contestedRows: Set<UInt16> = []
    /// Cells of every question in the rows of closed waves that are neither unreadable nor marked by the platform.
    var asked: [AnswerTable.Count]
    /// Rows that name a department that is not known, and the first of them.
    var unknownRows = 0
    var firstUnknownRow: Int?
    /// Rows that count, but not their answers about the department that they name, because nobody knows it.
    var strayRows: [UInt16] = []
    var newestDay = WaveReading.noDay
}

/// Looks at rows one by one, by their codes; many parts at the same time.
struct RowClassifier: Sendable {
    let binding: Binding
    let waves: WaveReading
    let trees: [DepartmentTree]
    let isOpen: [Bool]
    let answers: AnswerTable
    let search: RatingSearch
    let fates: FateTable
    /// By rule.
    let sides: [Side]
    let classification: Classification
    /// By code of the wave's column: the fate of a row without a wave.
    let fateWithoutWave: [UInt8]
    /// The target of the answers about the department that a row names.
    let namedTarget: Int?
    /// By wave, then by unit: the unit above, below 0 where there is none; the trees, as every row of an internal customer
    /// is looked up in them.
    private let parents: [Int32]
    private let units: Int

    init(
        _ binding: Binding, _ rows: EncodedRows, _ waves: WaveReading, _ answers: AnswerTable, _ search: RatingSearch,
        trees: [DepartmentTree], context: CollectionContext
    ) {
        self.binding = binding
        self.waves = waves
        self.trees = trees
        self.answers = answers
        self.search = search
        fates = FateTable(rows.marks)
        sides = context.rulebook.rules.map(\.side)
        classification = Classification(context.rulebook, columns: binding.fields, dictionaries: rows.dictionaries)
        units = trees.map(\.parents.count).max() ?? 0
        let most = units
        parents = trees.flatMap { tree in
            (0..<most).map { $0 < tree.parents.count ? tree.parents[$0].map { Int32(clamping: $0) } ?? -1 : -1 }
        }
        namedTarget = binding.targets.firstIndex { $0.about == .rated }
        isOpen = waves.waves.map { context.calendar.wave(named: $0)?.isOpen ?? false }
        fateWithoutWave =
            binding.wave.map { column in
                let dictionary = rows.dictionaries[column]
                return (0..<dictionary.count).map {
                    Blanks.areAll(dictionary.cell($0)) ? FateTable.noDate : FateTable.unreadDate
                }
            } ?? []
    }

    /// The answers of a column of one question, by code of the part.
    struct Points: Sendable {
        let codes: NarrowCodes
        let points: [UInt8]

        @inline(__always)
        subscript(_ row: Int) -> UInt8 { points[codes[row]] }

        /// The same with points of the scale alone, all others as `Responses.noAnswer`.
        var ofScale: Points {
            Points(codes: codes, points: points.map { $0 < AnswerTable.unread ? $0 : Responses.noAnswer })
        }
    }

    func points(_ part: EncodedRows.Part, _ column: Int, _ question: Int) -> Points {
        let points = answers.points[question][column]
        return Points(codes: part.codes.codes[column], points: part.codesOfFile[column].map { points[Int($0)] })
    }

    /// What the cells of a part's rows say, by row.
    private struct Cells {
        let wave: [Int32]
        let rated: [Int32]
        let own: [Int32]
        /// The unit that the only target is about; no element where there are several.
        let only: [Int32]
        /// By target, whether a row holds a point of a scale in one of its columns.
        var isAnswered: [[Bool]]
        let decisions: [Classification.Decision]
    }

    private func cells(_ part: EncodedRows.Part) -> Cells {
        let wave = waves.waves(part)
        let isAnswered = binding.targets.map { target in
            var isAnswered = [Bool](repeating: false, count: part.count)
            for (column, question) in target.answers {
                let points = points(part, column, question)
                let isPoint = points.points.map { $0 < AnswerTable.unread }
                points.codes.forEach { row, code in if isPoint[code] { isAnswered[row] = true } }
            }
            return isAnswered
        }
        let rated = search.units(search.rated, part, wave)
        let own = search.units(search.own, part, wave)
        return Cells(
            wave: wave, rated: rated, own: own,
            only: isAnswered.count == 1 ? search.units(0, wave, rated: rated, own: own) : [],
            isAnswered: isAnswered, decisions: classification.decisions(part))
    }

    func classify(_ part: EncodedRows.Part) -> PartFindings {
        var found = PartFindings(
            fates: [UInt8](repeating: FateTable.counted, count: part.count),
            ratings: PartRatings(targets: binding.targets.indices.map { [$0] }),
            asked: [AnswerTable.Count](repeating: AnswerTable.Count(), count: binding.questions.count))
        found.ratings.ratings.reserveCapacity(part.count)
        let cells = cells(part)
        for row in 0..<part.count {
            let mark = part.mark(row)
            if mark > 0, fates.outcome(fates.ofMark[mark]) == .unreadable {
                found.fates[row] = fates.ofMark[mark]
                continue
            }
            let wave = Int(cells.wave[row])
            guard wave >= 0 else {
                found.fates[row] = binding.wave.map { fateWithoutWave[part.code($0, row)] } ?? FateTable.noWave
                continue
            }
            guard mark == 0 else {
                found.fates[row] = fates.ofMark[mark]
                continue
            }
            if cells.isAnswered.count == 1 {
                findOne(row, wave, cells, &found)
            } else {
                findAll(row, wave, cells, &found)
            }
        }
        count(part, &found)
        return found
    }

    // MARK: Ratings

    /// What a row says where all its answers are about one department.
    @inline(__always)
    private func findOne(_ row: Int, _ wave: Int, _ cells: Cells, _ found: inout PartFindings) {
        guard cells.isAnswered[0][row] else {
            found.fates[row] = FateTable.noAnswer
            return
        }
        guard !isOpen[wave] else {
            found.fates[row] = FateTable.open
            return
        }
        let unit = cells.only[row]
        guard unit >= 0 else {
            miss(row, FateTable.ofMissing(unit), &found)
            return
        }
        add(row, Int(unit), wave, targets: 0, isReceived: search.isReceived[0], cells, &found)
        if cells.decisions[row].isContested { found.contestedRows.insert(UInt16(row)) }
    }

    private func findAll(_ row: Int, _ wave: Int, _ cells: Cells, _ found: inout PartFindings) {
        let finding = search.find(
            wave: wave, isAnswered: { cells.isAnswered[$0][row] }, rated: cells.rated[row], own: cells.own[row])
        guard finding.isAnswered else {
            found.fates[row] = FateTable.noAnswer
            return
        }
        guard !isOpen[wave] else {
            found.fates[row] = FateTable.open
            return
        }
        guard !finding.rated.isEmpty else {
            miss(row, finding.fate, &found)
            return
        }
        if let namedTarget, cells.rated[row] == RatingSearch.Department.unknown, cells.isAnswered[namedTarget][row] {
            found.strayRows.append(UInt16(row))
        }
        for rated in finding.rated {
            var targets = rated.targets[0]
            if rated.targets.count > 1 {
                targets = found.ratings.targets.count
                found.ratings.targets.append(rated.targets)
            }
            add(row, rated.unit, wave, targets: targets, isReceived: rated.isReceived, cells, &found)
        }
        if cells.decisions[row].isContested { found.contestedRows.insert(UInt16(row)) }
    }

    private func miss(_ row: Int, _ fate: UInt8, _ found: inout PartFindings) {
        found.fates[row] = fate
        guard fate != FateTable.noDepartment else { return }
        found.unknownRows += 1
        if found.firstUnknownRow == nil { found.firstUnknownRow = row }
    }

    @inline(__always)
    private func add(
        _ row: Int, _ unit: Int, _ wave: Int, targets: Int, isReceived: Bool, _ cells: Cells,
        _ found: inout PartFindings
    ) {
        let rule = cells.decisions[row].rule
        let own = cells.own[row]
        let side = isReceived ? .received : side(rule: Int(rule), towards: unit, wave: wave, own: own)
        let isCustomer = side == .internal || side == .selfView || side == .received
        found.ratings.ratings.append(
            Rating(
                row: UInt16(row), side: side, isReceived: isReceived, unit: UInt32(unit),
                customer: isCustomer ? UInt32(max(0, own)) : 0, wave: Int32(wave), rule: rule,
                targets: UInt32(targets)))
    }

    /// The rule's side; the self view where an internal respondent's own department is the unit or lies below it.
    /// - Parameter own: unit of that department; below 0 where there is none.
    func side(rule: Int, towards unit: Int, wave: Int, own: Int32) -> Side {
        guard rule >= 0 else { return .external }
        let side = sides[rule]
        guard side == .internal, own >= 0 else { return side }
        var current = own
        while current >= 0 {
            if Int(current) == unit { return .selfView }
            current = parents[wave * units + Int(current)]
        }
        return side
    }

    // MARK: Counts

    private func count(_ part: EncodedRows.Part, _ found: inout PartFindings) {
        let outcomes = fates.fates.map(\.outcome)
        let isDated = outcomes.map { $0 != .unreadable && $0 != .test }
        let isClosed = outcomes.map { $0 != .unreadable && $0 != .open }
        for (fate, day) in zip(found.fates, waves.days(part)) where isDated[Int(fate)] {
            found.newestDay = max(found.newestDay, day)
        }
        // Rows that count for a question, as 0 and 1.
        var counts = found.fates.map { isClosed[Int($0)] ? 1 : 0 }
        for row in part.codes.markOfRow.indices where part.codes.markOfRow[row] > 0 { counts[row] = 0 }
        for question in binding.questions.indices {
            let columns = Set(binding.targets.flatMap(\.answers).filter { $0.question == question }.map(\.column))
            for column in columns.sorted() {
                let points = points(part, column, question)
                var cells = [Int](repeating: 0, count: points.points.count)
                points.codes.forEach { row, code in cells[code] += counts[row] }
                for code in cells.indices { found.asked[question].add(points.points[code], cells[code]) }
            }
        }
    }
}
