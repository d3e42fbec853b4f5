import Report

/// Counts the headline answers of the service map: by provider without children and customer department.
struct LinkCounter: Sendable {
    private var tallies: [LinkTally] = []
    /// Places of the first tallies: those of people who gave no other rating are added without one.
    private var places: [Pair: Int] = [:]

    private struct Pair: Hashable, Sendable {
        let provider: Int
        let customer: Int
    }

    mutating func count(
        _ group: RatingGroup, of responses: Responses, question: Int, points: Int, tree: DepartmentTree
    ) {
        guard question < responses.answers.count else { return }
        let answers = responses.answers[question]
        // Ratings of one person stand together: a pair that the same person names again is not a new one.
        var person: UInt32?
        var seen: Set<Pair> = []
        for rating in group.ratings where rating < answers.count {
            let point = Int(answers[rating])
            let provider = Int(responses.unit[rating])
            guard point < points, provider > 0, tree.exists[provider], tree.children[provider].isEmpty else { continue }
            let customer = rating < responses.customer.count ? Int(responses.customer[rating]) : 0
            let pair = Pair(provider: provider, customer: customer < tree.children.count ? customer : 0)
            if responses.person[rating] != person || !responses.weight.isEmpty {
                person = responses.person[rating]
                seen.removeAll(keepingCapacity: true)
            }
            let weight = responses.peopleBehind(rating)
            let place = place(pair, points)
            tallies[place].histogram[point] += weight
            if seen.insert(pair).inserted { tallies[place].people += weight }
        }
    }

    /// Counts the ratings of people who gave no other, in a wave of the survey.
    mutating func count(
        _ singles: SingleAnswers, ownWave: Int, of responses: Responses, question: Int, points: Int,
        tree: DepartmentTree
    ) {
        func isCounted(_ provider: Int) -> Bool {
            provider > 0 && provider < tree.exists.count && tree.exists[provider] && tree.children[provider].isEmpty
        }
        index()
        let known = places
        let isDone = singles.forEachPair(wave: ownWave) { provider, customer, answers in
            guard isCounted(provider) else { return }
            // Each pair comes once, so only those of before have to be searched.
            if !known.isEmpty, let place = known[Pair(provider: provider, customer: customer)] {
                for (point, count) in answers.enumerated() {
                    tallies[place].histogram[point] += Int(count)
                    tallies[place].people += Int(count)
                }
            } else {
                let histogram = answers.map { Int($0) }
                tallies.append(
                    LinkTally(
                        provider: provider, customer: customer, histogram: histogram, people: histogram.reduce(0, +)))
            }
        }
        guard !isDone, question < responses.answers.count else { return }
        for (rating, answer) in zip(singles.isSingle.indices, responses.answers[question])
        where singles.isSingle[rating] && responses.side[rating] == .internal
            && Int(responses.wave[rating]) == ownWave && Int(answer) < points && isCounted(Int(responses.unit[rating]))
        {
            let customer = rating < responses.customer.count ? Int(responses.customer[rating]) : 0
            let pair = Pair(
                provider: Int(responses.unit[rating]), customer: customer < tree.children.count ? customer : 0)
            let place = place(pair, points)
            tallies[place].histogram[Int(answer)] += 1
            tallies[place].people += 1
        }
    }

    /// Notes the places of the tallies that have none.
    private mutating func index() {
        for place in places.count..<tallies.count {
            places[Pair(provider: tallies[place].provider, customer: tallies[place].customer)] = place
        }
    }

    private mutating func place(_ pair: Pair, _ points: Int) -> Int {
        index()
        if let place = places[pair] { return place }
        places[pair] = tallies.count
        tallies.append(
            LinkTally(
                provider: pair.provider, customer: pair.customer, histogram: Array(repeating: 0, count: points),
                people: 0))
        return tallies.count - 1
    }

    /// By provider, then customer.
    var sorted: [LinkTally] {
        let isSorted = zip(tallies, tallies.dropFirst()).allSatisfy {
            ($0.provider, $0.customer) < ($1.provider, $1.customer)
        }
        return isSorted ? tallies : tallies.sorted { ($0.provider, $0.customer) < ($1.provider, $1.customer) }
    }
}
