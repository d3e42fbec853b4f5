import Report

/// Counts the headline answers of the service map: by provider without children and customer department.
struct LinkCounter {
    private var tallies: [Pair: LinkTally] = [:]

    private struct Pair: Hashable {
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
            var tally =
                tallies[pair]
                ?? LinkTally(
                    provider: pair.provider, customer: pair.customer, histogram: Array(repeating: 0, count: points),
                    people: 0)
            tally.histogram[point] += weight
            if seen.insert(pair).inserted { tally.people += weight }
            tallies[pair] = tally
        }
    }

    /// By provider, then customer.
    var sorted: [LinkTally] {
        tallies.values.sorted { ($0.provider, $0.customer) < ($1.provider, $1.customer) }
    }
}
