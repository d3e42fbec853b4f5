import Report

/// Counts groups of ratings of one wave; keeps its scratch tables between groups.
struct GroupCounter {
    private let frame: Frame
    private let wave: Int
    private let tree: DepartmentTree
    private let units: Int
    private let levels: [Int]
    /// The person that last touched a unit: at the unit itself, and in its branch.
    private var ownStamp: [Int]
    private var branchStamp: [Int]
    private var stamp = 0

    init(frame: Frame, wave: Int) {
        self.frame = frame
        self.wave = wave
        tree = frame.trees[wave]
        units = frame.organisation.unitCount
        levels = tree.levels
        ownStamp = Array(repeating: 0, count: units)
        branchStamp = ownStamp
    }

    /// Adds a group's answers and people to a side. Histograms are left at the units themselves, people are counted by
    /// branch at once, since they do not add up.
    /// - Parameter singles: further answers of the same wave and side, which are not in the group.
    mutating func count(
        _ group: RatingGroup, singles: SingleAnswers? = nil, of responses: Responses, survey: Int,
        into side: inout SideTally
    ) {
        let runs = people(group.ratings, of: responses)
        var mostOwn = [Int](repeating: 0, count: units)
        var mostBranch = mostOwn
        for (column, position) in frame.questionOfSurvey[survey].enumerated() {
            guard let position, column < responses.answers.count else { continue }
            let question = frame.questions[position]
            guard question.isReceived == (group.side == .received) else { continue }
            let answers = responses.answers[column]
            var tally = side.questions[position] ?? QuestionTally(points: question.scale.count, units: units)
            side.questions[position] = nil
            defer { side.questions[position] = tally }
            var own = [Int](repeating: 0, count: units)
            var single = own
            var repeated = own
            if let singles {
                for unit in 0..<units {
                    let answers = singles.answers(column, bucket: group.bucket, unit: unit, points: tally.points)
                    let at = frame.place(unit, wave: wave)
                    var sum = 0
                    for (point, count) in answers.enumerated() where count > 0 {
                        tally.own[at * tally.points + point] += Int(count)
                        sum += Int(count)
                    }
                    guard sum > 0 else { continue }
                    side.anyone[at] = true
                    own[at] += sum
                    single[at] += sum
                    tally.confined[at] += sum
                }
            }
            for run in runs {
                stamp += 1
                var lowest: Int?
                for place in run {
                    let rating = group.ratings[place]
                    guard rating < answers.count else { continue }
                    let point = Int(answers[rating])
                    guard point < tally.points else { continue }
                    let unit = frame.place(Int(responses.unit[rating]), wave: wave)
                    side.anyone[unit] = true
                    guard responses.countsPeople else {
                        tally.uncounted[unit] = true
                        continue
                    }
                    let weight = responses.peopleBehind(rating)
                    tally.own[unit * tally.points + point] += weight
                    if run.count == 1 {
                        own[unit] += weight
                        single[unit] += weight
                        tally.confined[unit] += weight
                        continue
                    }
                    lowest = lowest.map { tree.lowestCommon($0, unit, levels: levels) } ?? unit
                    if ownStamp[unit] != stamp {
                        ownStamp[unit] = stamp
                        own[unit] += 1
                    }
                    tree.climb(from: unit) { above in
                        guard branchStamp[above] != stamp else { return false }
                        branchStamp[above] = stamp
                        repeated[above] += 1
                        return true
                    }
                }
                if let lowest { tally.confined[lowest] += 1 }
            }
            for unit in tree.depthFirst.reversed() {
                if let parent = tree.parents[unit] { single[parent] += single[unit] }
                let branch = single[unit] + repeated[unit]
                tally.ownPeople[unit] += own[unit]
                tally.people[unit] += branch
                mostOwn[unit] = max(mostOwn[unit], own[unit])
                mostBranch[unit] = max(mostBranch[unit], branch)
            }
        }
        for unit in 0..<units {
            side.ownRespondents[unit] += mostOwn[unit]
            side.respondents[unit] += mostBranch[unit]
        }
        guard responses.countsPeople else { return }
        var repeaters = Repeaters(survey: survey)
        for run in runs where run.count > 1 {
            repeaters.ratings.append(contentsOf: group.ratings[run])
            repeaters.starts.append(repeaters.ratings.count)
        }
        if !repeaters.ratings.isEmpty { side.repeaters.append(repeaters) }
    }

    /// Counts, by question and unit, the people who stand in a unit's branch on both sides.
    mutating func countOverlap(
        _ first: RatingGroup, _ second: RatingGroup, of responses: Responses, survey: Int, into both: inout [[Int]?]
    ) {
        let pairs = commonPeople(first, second, of: responses)
        guard !pairs.isEmpty, responses.countsPeople else { return }
        for (column, position) in frame.questionOfSurvey[survey].enumerated() {
            guard let position, column < responses.answers.count, !frame.questions[position].isReceived else {
                continue
            }
            let answers = responses.answers[column]
            let points = frame.questions[position].scale.count
            var counts = both[position] ?? Array(repeating: 0, count: units)
            func answered(_ rating: Int) -> Int? {
                guard rating < answers.count, Int(answers[rating]) < points else { return nil }
                return frame.place(Int(responses.unit[rating]), wave: wave)
            }
            for pair in pairs {
                stamp += 1
                for unit in first.ratings[pair.first].compactMap(answered) {
                    tree.climb(from: unit) { above in
                        guard ownStamp[above] != stamp else { return false }
                        ownStamp[above] = stamp
                        return true
                    }
                }
                for unit in second.ratings[pair.second].compactMap(answered) {
                    tree.climb(from: unit) { above in
                        guard branchStamp[above] != stamp else { return false }
                        branchStamp[above] = stamp
                        if ownStamp[above] == stamp { counts[above] += 1 }
                        return true
                    }
                }
            }
            both[position] = counts
        }
    }

    /// Ranges of places, one a person. A tabulated line is always alone.
    private func people(_ ratings: ArraySlice<Int>, of responses: Responses) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        runs.reserveCapacity(ratings.count)
        var start = ratings.startIndex
        while start < ratings.endIndex {
            var end = start + 1
            if responses.weight.isEmpty {
                let person = responses.person[ratings[start]]
                while end < ratings.endIndex, responses.person[ratings[end]] == person { end += 1 }
            }
            runs.append(start..<end)
            start = end
        }
        return runs
    }

    private func commonPeople(
        _ first: RatingGroup, _ second: RatingGroup, of responses: Responses
    ) -> [(first: Range<Int>, second: Range<Int>)] {
        let ones = people(first.ratings, of: responses)
        let others = people(second.ratings, of: responses)
        var common: [(first: Range<Int>, second: Range<Int>)] = []
        var i = 0
        var j = 0
        while i < ones.count, j < others.count {
            let a = responses.person[first.ratings[ones[i].lowerBound]]
            let b = responses.person[second.ratings[others[j].lowerBound]]
            if a == b { common.append((ones[i], others[j])) }
            if a <= b { i += 1 }
            if b <= a { j += 1 }
        }
        return common
    }
}

extension RatingGroup {
    var bucket: Int { SingleAnswers.bucket(wave: ownWave, side: side) }
}

extension Frame {
    /// The unit at which an answer is counted: the rated one, or the organisation where it does not exist in that wave.
    func place(_ unit: Int, wave: Int) -> Int { trees[wave].exists[unit] ? unit : 0 }
}

extension DepartmentTree {
    /// Steps from the organisation, by unit; 0 for units that do not exist.
    var levels: [Int] {
        var result = [Int](repeating: 0, count: parents.count)
        for unit in depthFirst {
            if let parent = parents[unit] { result[unit] = result[parent] + 1 }
        }
        return result
    }

    /// The lowest unit that holds both; `levels` are steps from the organisation.
    func lowestCommon(_ one: Int, _ other: Int, levels: [Int]) -> Int {
        var a = one
        var b = other
        while a != b {
            if levels[a] >= levels[b] { a = parents[a] ?? 0 } else { b = parents[b] ?? 0 }
        }
        return a
    }

    /// Calls `visit` with a unit and then with each unit above, until it says false.
    func climb(from unit: Int, _ visit: (Int) -> Bool) {
        var current: Int? = unit
        while let now = current, visit(now) { current = parents[now] }
    }
}

extension Responses {
    /// People behind a rating: 1, or the count of a tabulated line; a bound keeps sums of hostile counts from overflow.
    func peopleBehind(_ rating: Int) -> Int {
        rating < weight.count ? min(max(0, weight[rating]), 10_000_000_000) : 1
    }
}
