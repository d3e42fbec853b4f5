import Report

extension ClassifiedRows {
    /// The counted ratings in columns.
    func responses() -> Responses {
        var responses = Responses()
        responses.countsPeople = binding.mapping.countsPeople
        responses.waves = waves.waves
        responses.commentQuestions = binding.comments.map(\.name)
        responses.answers = [[UInt8]](
            repeating: [UInt8](repeating: Responses.noAnswer, count: ratings.count), count: binding.questions.count)
        var people = People(
            rowsArePeople: binding.mapping.rowsArePeople, hasID: binding.respondentID != nil,
            survey: PersonKeys(context.key).key(Array(binding.mapping.id.text.utf8)[...]))
        let ordered = ratings.indices
        responses.person.reserveCapacity(ratings.count)
        var firstRating: [Int32: Int] = [:]
        var last: Int32 = -1
        var person: UInt32 = 0
        for index in ordered {
            let rating = ratings[index]
            if rating.row != last {
                last = rating.row
                person = people.index(rows.persons[Int(rating.row)])
                if !rows.comments.isEmpty { firstRating[rating.row] = index }
            }
            responses.person.append(person)
            responses.wave.append(UInt16(clamping: rating.wave))
            responses.unit.append(UInt32(rating.unit))
            responses.side.append(sides[index])
            responses.customer.append(customer(rating, sides[index]))
            for target in rating.targets {
                for (column, question) in binding.targets[Int(target)].answers
                where responses.answers[question][index] == Responses.noAnswer {
                    let point = answers.points[question][column][Int(rows.codes[column][Int(rating.row)])]
                    if point < AnswerTable.unread { responses.answers[question][index] = point }
                }
            }
        }
        responses.keys = people.keys
        responses.questions = worded(responses)
        responses.comments = comments(firstRating)
        return responses
    }

    private func customer(_ rating: Rating, _ side: Side) -> UInt32 {
        guard side == .internal || side == .selfView || side == .received,
            let own = search.unit(search.own, Int(rating.row), Int(rating.wave))
        else { return 0 }
        return UInt32(own)
    }

    /// Questions with the words of this file in every wave that it has answers of.
    private func worded(_ responses: Responses) -> [Question] {
        let present = Set(responses.wave)
        return binding.questions.enumerated().map { index, question in
            var wording: [WaveID: String] = [:]
            for wave in present { wording[responses.waves[Int(wave)]] = binding.wordings[index] }
            return Question(
                id: question.id, measure: question.measure, scale: question.scale, theme: question.theme,
                isReceived: question.isReceived, wording: wording)
        }
    }

    private func comments(_ firstRating: [Int32: Int]) -> [Responses.Comment] {
        rows.comments.compactMap { comment in
            guard let first = firstRating[Int32(comment.row)] else { return nil }
            let wave = Int(ratings[first].wave)
            let about: Int
            if binding.mapping.department != nil, let unit = ratedUnit(comment.row, wave) {
                about = unit
            } else {
                about = lowestAbove(first, wave)
            }
            let side = side(ofRow: comment.row, towards: about, wave: wave)
            return Responses.Comment(
                rating: rating(of: comment.row, from: first, about: about), unit: UInt32(about), side: side,
                column: comment.column,
                text: comment.text)
        }
    }

    private func ratedUnit(_ row: Int, _ wave: Int) -> Int? {
        if case .fixed(let id) = binding.mapping.department {
            return context.organisation.unit(id).flatMap { trees[wave].exists[$0] ? $0 : nil }
        }
        return search.unit(search.rated, row, wave)
    }

    private func rating(of row: Int, from first: Int, about: Int) -> Int {
        var index = first
        while index < ratings.count, ratings[index].row == row {
            if ratings[index].unit == about, !ratings[index].isReceived { return index }
            index += 1
        }
        return first
    }

    /// The lowest unit that holds all departments that a row rates; its own department where it rates none.
    private func lowestAbove(_ first: Int, _ wave: Int) -> Int {
        var units: [Int] = []
        var index = first
        while index < ratings.count, ratings[index].row == ratings[first].row {
            if !ratings[index].isReceived { units.append(Int(ratings[index].unit)) }
            index += 1
        }
        guard let start = units.first else { return Int(ratings[first].unit) }
        let chain = [start] + trees[wave].ancestors(of: start)
        return chain.first { above in units.allSatisfy { trees[wave].isWithin($0, above) } } ?? 0
    }
}

/// Gives every person an index.
struct People {
    let rowsArePeople: Bool
    let hasID: Bool
    /// Keeps the same id in two surveys from having the same key.
    let survey: UInt64
    private(set) var keys: [UInt64] = []
    private var indices: [UInt64: UInt32] = [:]
    private var occurrences: [UInt64: Int] = [:]

    init(rowsArePeople: Bool, hasID: Bool, survey: UInt64) {
        self.rowsArePeople = rowsArePeople
        self.hasID = hasID
        self.survey = survey
    }

    /// The person of a row.
    ///
    /// Rows without an id are people of their own only where the survey says so; otherwise nobody knows how many they
    /// are, and they count as one.
    mutating func index(_ person: EncodedRows.Person) -> UInt32 {
        let key: UInt64
        if let id = person.id {
            key = ByteHash.mix(id ^ survey)
        } else if rowsArePeople || !hasID {
            let number = occurrences[person.row, default: 0]
            occurrences[person.row] = number + 1
            key = ByteHash.mix(PersonKeys.occurrence(person.row, number) ^ survey)
        } else {
            key = 0
        }
        if let index = indices[key] { return index }
        let index = UInt32(keys.count)
        indices[key] = index
        keys.append(key)
        return index
    }
}
