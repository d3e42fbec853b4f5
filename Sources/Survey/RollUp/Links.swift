import Report

/// Two departments of the service map.
struct PairKey: Hashable, Comparable {
    let provider: Int
    let customer: Int
    static func < (left: PairKey, right: PairKey) -> Bool {
        (left.provider, left.customer) < (right.provider, right.customer)
    }
}

/// The answers of one customer department about one provider without children.
///
/// Customer 0 stands for respondents without a department of their own.
package struct LinkTally: Sendable {
    package let provider: Int
    package let customer: Int
    package let histogram: [Int]
    package let people: Int
}

/// The answers of one wave by pair of departments, by provider and then by customer.
///
/// In flat arrays: there are as many pairs as departments have customers, mostly of one or two people each.
package struct LinkTable: Sendable, RandomAccessCollection {
    /// Points of the scale.
    let points: Int
    private(set) var keys: [PairKey] = []
    /// Answers by pair and point.
    private(set) var histograms: [Int] = []
    /// Distinct people by pair.
    private(set) var people: [Int] = []

    init(points: Int) { self.points = points }

    package var startIndex: Int { 0 }
    package var endIndex: Int { keys.count }
    package subscript(_ place: Int) -> LinkTally {
        LinkTally(
            provider: keys[place].provider, customer: keys[place].customer,
            histogram: Array(histograms[place * points..<(place + 1) * points]), people: people[place])
    }

    /// Counts answers of a pair that is the last one of the table or comes behind it.
    mutating func add(_ answers: Int, at point: Int, of pair: PairKey, people more: Int) {
        if keys.last != pair {
            keys.append(pair)
            people.append(0)
            for _ in 0..<points { histograms.append(0) }
        }
        histograms[histograms.count - points + point] += answers
        people[people.count - 1] += more
    }

    /// Position of a pair; nil where nobody is counted.
    func place(of pair: PairKey) -> Int? {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < pair { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == pair ? low : nil
    }

    /// Both tables' answers and people.
    func merged(with other: LinkTable) -> LinkTable {
        if isEmpty { return other }
        if other.isEmpty { return self }
        var result = LinkTable(points: points)
        var (i, j) = (0, 0)
        while i < count || j < other.count {
            if j == other.count || (i < count && keys[i] <= other.keys[j]) {
                result.append(i, of: self)
                i += 1
            } else {
                result.append(j, of: other)
                j += 1
            }
        }
        return result
    }

    private mutating func append(_ place: Int, of other: LinkTable) {
        for point in 0..<points {
            add(other.histograms[place * points + point], at: point, of: other.keys[place], people: 0)
        }
        people[people.count - 1] += other.people[place]
    }
}

/// Counts the headline answers of a wave's service map: by provider without children and customer department.
struct LinkCounter {
    let tree: DepartmentTree
    let points: Int

    /// One answer, of which a pair holds several in any order.
    private struct Entry {
        let pair: PairKey
        let point: Int
        let answers: Int
        let people: Int
    }

    /// Counts ratings of which those of one person stand together.
    func count(_ group: RatingGroup, of responses: Responses, question: Int) -> LinkTable {
        guard question < responses.answers.count else { return LinkTable(points: points) }
        let answers = responses.answers[question]
        var entries: [Entry] = []
        // A pair that the same person names again is not a new one.
        var person: UInt32?
        var seen: Set<PairKey> = []
        for rating in group.ratings where rating < answers.count {
            let point = Int(answers[rating])
            guard point < points, isCounted(Int(responses.unit[rating])) else { continue }
            let pair = pair(of: rating, responses)
            if responses.person[rating] != person || !responses.weight.isEmpty {
                person = responses.person[rating]
                seen.removeAll(keepingCapacity: true)
            }
            let weight = responses.peopleBehind(rating)
            entries.append(
                Entry(pair: pair, point: point, answers: weight, people: seen.insert(pair).inserted ? weight : 0))
        }
        return table(entries)
    }

    /// Counts the ratings of people who gave no other, in a wave of the survey.
    func count(_ singles: SingleAnswers, ownWave: Int, of responses: Responses, question: Int) -> LinkTable {
        if let answers = singles.pairs(wave: ownWave), singles.pairPoints == points {
            return table(answers, units: tree.exists.count)
        }
        guard question < responses.answers.count else { return LinkTable(points: points) }
        var entries: [Entry] = []
        for (rating, answer) in zip(singles.isSingle.indices, responses.answers[question])
        where singles.isSingle[rating] && responses.side[rating] == .internal
            && Int(responses.wave[rating]) == ownWave && Int(answer) < points && isCounted(Int(responses.unit[rating]))
        {
            entries.append(Entry(pair: pair(of: rating, responses), point: Int(answer), answers: 1, people: 1))
        }
        return table(entries)
    }

    private func isCounted(_ provider: Int) -> Bool {
        provider > 0 && provider < tree.exists.count && tree.exists[provider] && tree.children[provider].isEmpty
    }

    private func pair(of rating: Int, _ responses: Responses) -> PairKey {
        let customer = rating < responses.customer.count ? Int(responses.customer[rating]) : 0
        return PairKey(
            provider: Int(responses.unit[rating]), customer: customer < tree.children.count ? customer : 0)
    }

    private func table(_ entries: [Entry]) -> LinkTable {
        var table = LinkTable(points: points)
        for entry in entries.sorted(by: { $0.pair < $1.pair }) {
            table.add(entry.answers, at: entry.point, of: entry.pair, people: entry.people)
        }
        return table
    }

    /// From answers of people who gave one, by provider, customer and point.
    private func table(_ answers: ArraySlice<UInt32>, units: Int) -> LinkTable {
        var table = LinkTable(points: points)
        let answers = answers.span
        for provider in 0..<units where isCounted(provider) {
            for customer in 0..<units {
                let pair = PairKey(provider: provider, customer: customer)
                let start = (provider * units + customer) * points
                for point in 0..<points where answers[start + point] > 0 {
                    let count = Int(answers[start + point])
                    table.add(count, at: point, of: pair, people: count)
                }
            }
        }
        return table
    }
}
