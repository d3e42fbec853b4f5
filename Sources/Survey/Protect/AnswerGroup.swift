import Report

/// One question on one side in one wave, laid out on its tree: what is at each node itself.
struct AnswerGroup {
    let wave: Int
    let side: Side
    let question: Int
    let tree: ProtectionTree
    let points: Int
    /// Distinct people at the node itself, and answers by point.
    let own: [Int]
    let histogram: [Int]
    /// Distinct people of the node's branch.
    let people: [Int]
    /// True where people in the branch cannot be counted: such a node is never shown.
    let uncounted: [Bool]
    /// The service map's pairs: node `units + i`.
    let pairs: [LinkTally]
    let units: Int

    init?(_ tally: Tally, wave: Int, side: Side, question: Int, tree plain: ProtectionTree) {
        guard let counts = tally.side(side, wave: wave), let tallied = counts.questions[question] else { return nil }
        self.wave = wave
        self.side = side
        self.question = question
        points = tallied.points
        units = tally.frame.organisation.unitCount
        let isMapped = side == .internal && question == tally.frame.headline && !tally.links[wave].isEmpty
        guard isMapped else {
            tree = plain
            own = tallied.ownPeople
            histogram = tallied.own
            people = tallied.people
            uncounted = tallied.uncounted
            pairs = []
            return
        }
        // What a provider's respondents without a department of their own said stays at the provider.
        let links = tally.links[wave]
        pairs = links.filter { $0.customer != 0 }
        tree = ProtectionTree(tally.frame.trees[wave], below: pairs.map(\.provider))
        var own = tallied.ownPeople + pairs.map(\.people)
        var histogram = tallied.own + pairs.flatMap(\.histogram)
        for pair in pairs {
            own[pair.provider] = 0
            for point in 0..<points { histogram[pair.provider * points + point] = 0 }
        }
        for link in links where link.customer == 0 {
            own[link.provider] = link.people
            for point in 0..<points { histogram[link.provider * points + point] = link.histogram[point] }
        }
        self.own = own
        self.histogram = histogram
        people = tallied.people + pairs.map(\.people)
        // Not even a pair is shown where somebody uncounted rated the provider.
        uncounted = tallied.uncounted + pairs.map { tallied.uncounted[$0.provider] }
    }

    /// Answers of a node's whole branch.
    func branchHistogram(_ node: Int, _ tally: Tally) -> [Int] {
        if node >= units { return pairs[node - units].histogram }
        return tally.side(side, wave: wave)?.questions[question]?.histogram(node) ?? []
    }

    /// The node at which a rating stands.
    func node(of rating: Int, in responses: Responses, _ frame: Frame, pairAt: [PairKey: Int]) -> Int {
        let unit = frame.place(Int(responses.unit[rating]), wave: wave)
        guard !pairs.isEmpty, rating < responses.customer.count else { return unit }
        return pairAt[PairKey(provider: unit, customer: Int(responses.customer[rating]))] ?? unit
    }

    var pairPlaces: [PairKey: Int] {
        Dictionary(
            pairs.enumerated().map { (PairKey(provider: $1.provider, customer: $1.customer), units + $0) },
            uniquingKeysWith: { first, _ in first })
    }
}

struct PairKey: Hashable {
    let provider: Int
    let customer: Int
}

/// The atoms of a choice of shown nodes: disjoint groups of which everything is made that can be worked out.
struct Atoms {
    /// By node: the shown node whose atom it belongs to, −1 for none.
    let of: [Int]
    /// By shown node: respondents as the tree adds them up, distinct people, answers by point.
    let added: [Int]
    let people: [Int]
    let histogram: [Int]
    let points: Int

    init(_ shown: [Bool], _ group: AnswerGroup, _ tally: Tally) {
        of = group.tree.atoms(shown)
        points = group.points
        var added = [Int](repeating: 0, count: group.tree.count)
        var histogram = [Int](repeating: 0, count: group.tree.count * points)
        for node in group.tree.order where of[node] >= 0 {
            added[of[node]] += group.own[node]
            for point in 0..<points { histogram[of[node] * points + point] += group.histogram[node * points + point] }
        }
        self.added = added
        self.histogram = histogram
        people = Atoms.distinct(added, of, group, tally)
    }

    /// Takes off what people with several ratings were counted too often in an atom.
    private static func distinct(_ added: [Int], _ atoms: [Int], _ group: AnswerGroup, _ tally: Tally) -> [Int] {
        guard let repeaters = tally.side(group.side, wave: group.wave)?.repeaters, !repeaters.isEmpty else {
            return added
        }
        var people = added
        var nodeStamp = [Int](repeating: 0, count: atoms.count)
        var atomStamp = nodeStamp
        var stamp = 0
        let pairAt = group.pairPlaces
        for several in repeaters {
            let responses = tally.surveys[several.survey].responses
            guard let column = tally.frame.questionOfSurvey[several.survey].firstIndex(of: group.question) else {
                continue
            }
            let answers = responses.answers[column]
            for person in several.starts.indices.dropLast() {
                stamp += 1
                for rating in several.ratings[several.starts[person]..<several.starts[person + 1]] {
                    guard rating < answers.count, Int(answers[rating]) < group.points else { continue }
                    let node = group.node(of: rating, in: responses, tally.frame, pairAt: pairAt)
                    guard atoms[node] >= 0, nodeStamp[node] != stamp else { continue }
                    nodeStamp[node] = stamp
                    if atomStamp[atoms[node]] == stamp { people[atoms[node]] -= 1 }
                    atomStamp[atoms[node]] = stamp
                }
            }
        }
        return people
    }

    func bars(_ node: Int) -> Int { histogram[node * points..<(node + 1) * points].count { $0 > 0 } }
    func answers(_ node: Int) -> [Int] { Array(histogram[node * points..<(node + 1) * points]) }
}
