import Diagnostics
import Parallel
import Report

/// From the encoded rows of one file to its counted answers: every row gets an outcome, every counted rating its place
/// in `Responses`.
struct ClassifiedRows: Sendable {
    let binding: Binding
    private(set) var rows: EncodedRows
    let layout: Layout
    let context: CollectionContext
    let classifier: RowClassifier
    let parallel: Parallel
    private(set) var diagnostics: [Diagnostic] = []

    /// What became of each row, by part.
    private(set) var fatesOfParts: [[UInt8]] = []
    /// The ratings that count, by part.
    private(set) var ratingsOfParts: [PartRatings] = []
    /// For each row, the first row with the same id; nil where nobody stands in two rows.
    private(set) var firstRowOfID: [UInt32]?
    private(set) var decided: [Int]
    private(set) var contested = 0
    private(set) var unclassified = 0
    private(set) var asked: [AnswerTable.Count]
    private(set) var newestDay = WaveReading.noDay

    init(
        _ binding: Binding, _ rows: EncodedRows, layout: Layout, context: CollectionContext, names: DepartmentNames,
        parallel: Parallel = .machine
    ) {
        self.binding = binding
        self.rows = rows
        self.layout = layout
        self.context = context
        self.parallel = parallel
        let waves = WaveReading(binding, rows, layout: layout, calendar: context.calendar)
        let trees = context.organisation.trees(of: waves.waves, calendar: context.calendar)
        let answers = AnswerTable(binding, rows)
        let search = RatingSearch(binding, rows, answers, trees: trees, names: names)
        classifier = RowClassifier(binding, rows, waves, answers, search, trees: trees, context: context)
        decided = [Int](repeating: 0, count: context.rulebook.rules.count)
        asked = [AnswerTable.Count](repeating: AnswerTable.Count(), count: binding.questions.count)
        diagnostics = waves.diagnostics + answers.diagnostics
        let classifier = classifier
        firstRowOfID = EqualKeys.firstPlaces(rows.ids, parallel: parallel)
        guard binding.mapping.duplicates == .last, firstRowOfID != nil else {
            // No row replaces another: each part is settled at once.
            let rules = context.rulebook.rules.map(\.side)
            let made = parallel.map(rows.parts.count) { part in
                var found = classifier.classify(rows.parts[part])
                let settled = Self.settle(found, superseded: nil, rules: rules)
                found.ratings.ratings = []
                found.fates = []
                return (found, settled)
            }
            gather(made.map(\.0))
            for part in made { add(part.1) }
            return
        }
        var found = parallel.map(rows.parts.count) { classifier.classify(rows.parts[$0]) }
        gather(found)
        settle(&found)
    }

    var waves: WaveReading { classifier.waves }
    var trees: [DepartmentTree] { classifier.trees }
    var answers: AnswerTable { classifier.answers }
    var search: RatingSearch { classifier.search }

    /// What became of a row.
    func fate(_ row: Int) -> Fate {
        let place = rows.place(row)
        return classifier.fates.fates[Int(fatesOfParts[place.part][place.row])]
    }

    /// When a row was submitted.
    func moment(_ row: Int) -> (order: Int, day: Int32)? {
        let place = rows.place(row)
        return waves.moment(rows.parts[place.part], place.row)
    }

    /// The ratings of a row that count.
    func ratings(ofRow row: Int) -> [Rating] {
        let place = rows.place(row)
        return ratingsOfParts[place.part].ratings.filter { Int($0.row) == place.row }
    }

    /// The row of a counted rating, from 0.
    func row(ofRating rating: Int) -> Int {
        var rest = rating
        for (part, found) in zip(rows.parts, ratingsOfParts) {
            if rest < found.ratings.count { return part.start + Int(found.ratings[rest].row) }
            rest -= found.ratings.count
        }
        return 0
    }

    // MARK: Open, unknown department

    private mutating func gather(_ found: [PartFindings]) {
        var unknown = (rows: 0, first: Int?.none)
        var strays = StrayRatings()
        for (part, findings) in found.enumerated() {
            for row in findings.strayRows {
                guard let rated = search.rated else { break }
                let line = rows.lines[rows.parts[part].start + Int(row)]
                strays.add(code: rows.parts[part].code(rated.column, Int(row)), line: line)
            }
            unknown.rows += findings.unknownRows
            if unknown.first == nil { unknown.first = findings.firstUnknownRow.map { rows.parts[part].start + $0 } }
            newestDay = max(newestDay, findings.newestDay)
            for (question, count) in findings.asked.enumerated() { asked[question].add(count) }
        }
        diagnostics += strays.diagnostics(binding.mapping.csvPath)
        guard let first = unknown.first else { return }
        diagnostics.append(
            .warning(
                "unknown-department-in-row",
                at: SourceLocation(file: binding.mapping.csvPath, line: rows.lines[first]),
                "\(unknown.rows) \(unknown.rows == 1 ? "row rates" : "rows rate") a department that is not known, or not in that wave",
                remedy:
                    "`throughline inspect \(binding.mapping.csvPath) --unmatched` lists the spellings; add them to `aliases` of a department"
            ))
    }

    // MARK: Duplicates and classification

    /// What a part comes to when it is known which of its ratings are repeated later.
    private struct Settled: Sendable {
        var fates: [UInt8]
        var ratings: PartRatings
        var decided: [Int]
        var contested = 0
        var unclassified = 0
    }

    private mutating func settle(_ found: inout [PartFindings]) {
        let superseded = DuplicateSearch.superseded(found, rows, waves, parallel: parallel)
        let rules = context.rulebook.rules.map(\.side)
        // As many parts at a time as keep all cores busy: what they are made from is given free.
        while fatesOfParts.count < found.count {
            let first = fatesOfParts.count
            let next = Array(found[first..<min(found.count, first + 4 * parallel.workers)])
            let settled = parallel.map(next.count) {
                Self.settle(next[$0], superseded: superseded?[first + $0], rules: rules)
            }
            for part in settled {
                found[fatesOfParts.count].ratings.ratings = []
                add(part)
            }
        }
    }

    /// Takes in the next part.
    private mutating func add(_ part: Settled) {
        fatesOfParts.append(part.fates)
        ratingsOfParts.append(part.ratings)
        for (rule, rows) in part.decided.enumerated() { decided[rule] += rows }
        contested += part.contested
        unclassified += part.unclassified
    }

    private static func settle(_ found: PartFindings, superseded: [Bool]?, rules: [Side]) -> Settled {
        var settled = Settled(
            fates: found.fates, ratings: PartRatings(targets: found.ratings.targets),
            decided: [Int](repeating: 0, count: rules.count))
        let all = found.ratings.ratings
        var kept: [Rating] = []
        kept.reserveCapacity(all.count)
        var last: UInt16?
        for (index, rating) in all.enumerated() {
            let row = Int(rating.row)
            if superseded?[index] == true {
                // A row is a duplicate only if nothing of it stands.
                if rating.row != last { settled.fates[row] = FateTable.duplicate }
                continue
            }
            if rating.row != last {
                last = rating.row
                settled.fates[row] = FateTable.counted
                if rating.rule < 0 {
                    settled.unclassified += 1
                    settled.fates[row] = FateTable.unclassified
                } else {
                    settled.decided[Int(rating.rule)] += 1
                    if !found.contestedRows.isEmpty, found.contestedRows.contains(rating.row) { settled.contested += 1 }
                }
            }
            guard rating.rule >= 0 else { continue }
            // What a department receives is said by its own people; a customer may have named it too.
            if rating.isReceived, rules[Int(rating.rule)] != .internal {
                if kept.last?.row != rating.row { settled.fates[row] = FateTable.notAMember }
                continue
            }
            settled.fates[row] = FateTable.counted
            kept.append(rating)
        }
        settled.ratings.ratings = kept
        return settled
    }

    /// Gives free what the counted answers of a part were made from.
    mutating func release(_ part: Int) {
        rows.release(part)
        ratingsOfParts[part].ratings = []
    }
}

extension AnswerTable.Count {
    mutating func add(_ other: AnswerTable.Count) {
        answers += other.answers
        notApplicable += other.notApplicable
        unread += other.unread
    }
}
