import Parallel
import Report

extension ClassifiedRows {
    /// The counted ratings in columns.
    func responses() -> Responses {
        var copy = self
        return copy.takeResponses()
    }

    /// The same; what they were made from is given free on the way, so that both are never in memory as a whole.
    mutating func takeResponses() -> Responses {
        var responses = Responses()
        responses.countsPeople = binding.mapping.countsPeople
        responses.waves = waves.waves
        responses.commentQuestions = binding.comments.map(\.name)
        responses.answers = binding.questions.map { _ in [] }
        let count = ratingsOfParts.reduce(0) { $0 + $1.ratings.count }
        responses.reserve(count)
        var people = People(self)
        people.reserve(count)
        let (ids, numbering) = (rows.ids, people.numbering)
        var isUsed = [Bool](repeating: false, count: waves.waves.count)
        // As many parts at a time as keep all cores busy.
        var first = 0
        while first < rows.parts.count {
            let end = min(rows.parts.count, first + 4 * parallel.workers)
            let (parts, found) = (Array(rows.parts[first..<end]), Array(ratingsOfParts[first..<end]))
            let (classifier, organisation) = (classifier, context.organisation)
            let made = parallel.map(parts.count) {
                PartResponses(parts[$0], found[$0], classifier, organisation, ids: ids, numbering)
            }
            for part in made {
                add(part, part: first, to: &responses, &people)
                for wave in part.waves { isUsed[wave] = true }
                release(first)
                first += 1
            }
        }
        responses.keys = people.keys
        responses.questions = worded(isUsed)
        return responses
    }

    private func add(_ made: PartResponses, part: Int, to responses: inout Responses, _ people: inout People) {
        let base = responses.count
        if let keys = made.people {
            let first = people.add(keys)
            for ordinal in made.person { responses.person.append(first + ordinal) }
        } else {
            number(part, into: &responses, &people)
        }
        responses.wave += made.wave
        responses.unit += made.unit
        responses.side += made.side
        responses.customer += made.customer
        for question in made.answers.indices { responses.answers[question] += made.answers[question] }
        for var comment in made.comments {
            comment.rating += base
            responses.comments.append(comment)
        }
    }

    /// Gives the people of a part's ratings their numbers one by one.
    private func number(_ part: Int, into responses: inout Responses, _ people: inout People) {
        let firstRow = rows.parts[part].start
        let (ids, rowKeys) = (rows.ids, rows.rowKeys)
        var last: UInt16?
        var person: UInt32 = 0
        for rating in ratingsOfParts[part].ratings {
            if rating.row != last {
                last = rating.row
                let row = firstRow + Int(rating.row)
                person = people.index(
                    row: row, id: ids.isEmpty ? 0 : ids[row], rowKey: rowKeys.isEmpty ? 0 : rowKeys[row])
            }
            responses.person.append(person)
        }
    }

    /// Questions with the words of this file in every wave that it has answers of.
    private func worded(_ isUsed: [Bool]) -> [Question] {
        binding.questions.enumerated().map { index, question in
            var wording: [WaveID: String] = [:]
            for wave in isUsed.indices where isUsed[wave] {
                wording[waves.waves[wave]] = binding.words[index].first?.text ?? ""
            }
            return Question(
                id: question.id, measure: question.measure, scale: question.scale, theme: question.theme,
                isReceived: question.isReceived, wording: wording)
        }
    }
}

extension Responses {
    fileprivate mutating func reserve(_ count: Int) {
        person.reserveCapacity(count)
        wave.reserveCapacity(count)
        unit.reserveCapacity(count)
        side.reserveCapacity(count)
        customer.reserveCapacity(count)
        for question in answers.indices { answers[question].reserveCapacity(count) }
    }
}

/// The counted ratings of a part in columns; comments count their ratings from the part's first.
private struct PartResponses: Sendable {
    var wave: [UInt16] = []
    var unit: [UInt32] = []
    var side: [Side] = []
    var customer: [UInt32] = []
    var answers: [[UInt8]]
    var comments: [Responses.Comment] = []
    /// Keys of the people, who follow each other by their rows, and each rating's person among them; nil where a person
    /// may stand in another part too.
    private(set) var people: [UInt64]?
    private(set) var person: [UInt32] = []
    /// Waves that have ratings.
    var waves: Set<Int> = []

    init(
        _ part: EncodedRows.Part, _ found: PartRatings, _ classifier: RowClassifier, _ organisation: Organisation,
        ids: [UInt64], _ numbering: People.Numbering
    ) {
        let ratings = found.ratings
        if numbering.isByRow, let numbered = Self.number(ratings, start: part.start, ids, numbering) {
            people = numbered.keys
            person = numbered.person
        }
        wave = ratings.map { UInt16(clamping: $0.wave) }
        unit = ratings.map(\.unit)
        side = ratings.map(\.side)
        customer = ratings.map(\.customer)
        var isUsed = [Bool](repeating: false, count: classifier.waves.waves.count)
        for rating in ratings { isUsed[Int(rating.wave)] = true }
        waves = Set(isUsed.indices.filter { isUsed[$0] })
        answers = [[UInt8]](
            repeating: [UInt8](repeating: Responses.noAnswer, count: ratings.count),
            count: classifier.binding.questions.count)
        for (target, value) in classifier.binding.targets.enumerated() {
            let isAll = classifier.binding.targets.count == 1
            for (column, question) in value.answers {
                let points = classifier.points(part, column, question).ofScale
                let own = answers[question]
                answers[question] = []
                answers[question] = ratings.indices.map { place in
                    let known = own[place]
                    guard known == Responses.noAnswer else { return known }
                    let rating = ratings[place]
                    guard isAll || found.targets[Int(rating.targets)].contains(target) else { return known }
                    return points[Int(rating.row)]
                }
            }
        }
        if !part.codes.comments.isEmpty { comments = Self.comments(part, ratings, classifier, organisation) }
    }

    /// Numbers the people of rows with an id, which no other row has.
    ///
    /// - Returns: nil where a row has none.
    private static func number(
        _ ratings: [Rating], start: Int, _ ids: [UInt64], _ numbering: People.Numbering
    ) -> (keys: [UInt64], person: [UInt32])? {
        var keys: [UInt64] = []
        keys.reserveCapacity(ratings.count)
        var person = [UInt32](repeating: 0, count: ratings.count)
        var last: UInt16?
        for (place, rating) in ratings.enumerated() {
            if rating.row != last {
                last = rating.row
                let id = ids[start + Int(rating.row)]
                // People without an id are counted along the whole file.
                guard id != 0 else { return nil }
                keys.append(numbering.key(id))
            }
            person[place] = UInt32(truncatingIfNeeded: keys.count - 1)
        }
        return (keys, person)
    }

    // MARK: Comments

    private static func comments(
        _ part: EncodedRows.Part, _ ratings: [Rating], _ classifier: RowClassifier, _ organisation: Organisation
    ) -> [Responses.Comment] {
        let (search, trees) = (classifier.search, classifier.trees)
        var first = 0
        return part.codes.comments.compactMap { comment in
            while first < ratings.count, Int(ratings[first].row) < comment.row { first += 1 }
            guard first < ratings.count, Int(ratings[first].row) == comment.row else { return nil }
            let own = ratings[first...].prefix { $0.row == ratings[first].row }
            let wave = Int(ratings[first].wave)
            let code = { (column: Int) in part.code(column, comment.row) }
            let about: Int
            if let unit = classifier.ratedUnit(wave, organisation, code) {
                about = unit
            } else {
                about = lowestAbove(own, trees[wave])
            }
            let side = classifier.side(
                rule: Int(ratings[first].rule), towards: about, wave: wave,
                own: search.unit(search.own, wave: wave, code))
            let rating = own.firstIndex { Int($0.unit) == about && !$0.isReceived } ?? first
            return Responses.Comment(
                rating: rating, unit: UInt32(about), side: side, column: comment.column, text: comment.text)
        }
    }

    /// The lowest unit that holds all departments that a row rates; its own department where it rates none.
    private static func lowestAbove(_ ratings: ArraySlice<Rating>, _ tree: DepartmentTree) -> Int {
        let units = ratings.filter { !$0.isReceived }.map { Int($0.unit) }
        guard let start = units.first else { return ratings.first.map { Int($0.unit) } ?? 0 }
        let chain = [start] + tree.ancestors(of: start)
        return chain.first { above in units.allSatisfy { tree.isWithin($0, above) } } ?? 0
    }
}

extension RowClassifier {
    /// The department that the mapping or a row names as the rated one; nil where neither does.
    fileprivate func ratedUnit(_ wave: Int, _ organisation: Organisation, _ code: (Int) -> Int) -> Int? {
        guard let department = binding.mapping.department else { return nil }
        if case .fixed(let id) = department {
            return organisation.unit(id).flatMap { trees[wave].exists[$0] ? $0 : nil }
        }
        return search.ratedUnit(code, wave: wave)
    }
}
