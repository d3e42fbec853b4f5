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
    /// The service map's pairs; empty for other questions. One without a customer department stands at its provider.
    let pairs: LinkTable
    /// The node of each pair.
    let nodeOfPair: [Int]
    /// The pair of each node from `units` on; nil for a bundle.
    let pairOfNode: [Int?]
    let units: Int
    /// True where the result is held against what was published, or is to be remembered as published: then what is
    /// hidden has a name too, so that every pair is a node of its own.
    let isRemembered: Bool
    private let counts: QuestionTally

    /// - Parameter smallest: pairs of fewer people are never shown; those that follow each other are one node together,
    ///   a bundle, of which there are far fewer. What is shown is the same: between the same nodes, in whatever parts,
    ///   they hand the same people up.
    init?(
        _ tally: Tally, wave: Int, side: Side, question: Int, tree plain: ProtectionTree, smallest: Int,
        isRemembered: Bool
    ) {
        guard let counts = tally.sides[wave][side.index]?.questions[question] else { return nil }
        self.wave = wave
        self.side = side
        self.question = question
        self.counts = counts
        self.isRemembered = isRemembered
        points = counts.points
        units = tally.frame.organisation.unitCount
        let isMapped = side == .internal && question == tally.frame.headline && !tally.links[wave].isEmpty
        guard isMapped else {
            tree = plain
            own = counts.ownPeople
            histogram = counts.own
            people = counts.people
            uncounted = counts.uncounted
            pairs = LinkTable(points: points)
            nodeOfPair = []
            pairOfNode = []
            return
        }
        pairs = tally.links[wave]
        let nodes = PairNodes(
            pairs, own: counts.ownPeople, histogram: counts.own, smallest: isRemembered ? 0 : smallest)
        tree = ProtectionTree(tally.frame.trees[wave], below: nodes.providers)
        own = nodes.own
        histogram = nodes.histogram
        nodeOfPair = nodes.nodeOfPair
        pairOfNode = nodes.pairOfNode
        people = counts.people + nodes.own[units...]
        // Not even a pair is shown where somebody uncounted rated the provider.
        uncounted = counts.uncounted + nodes.providers.map { counts.uncounted[$0] }
    }

    /// The pair of a node; nil for units and bundles.
    func pair(_ node: Int) -> PairKey? { node < units ? nil : pairOfNode[node - units].map { pairs.keys[$0] } }

    /// Answers of a node's whole branch.
    func branchHistogram(_ node: Int) -> [Int] {
        node < units ? counts.histogram(node) : Array(histogram[node * points..<(node + 1) * points])
    }

    /// The unit of a rating, or from `units` on its pair.
    func place(of rating: Int, in responses: Responses, _ frame: Frame) -> Int {
        let unit = frame.place(Int(responses.unit[rating]), wave: wave)
        guard !pairs.isEmpty, rating < responses.customer.count else { return unit }
        let pair = pairs.place(of: PairKey(provider: unit, customer: Int(responses.customer[rating])))
        return pair.map { units + $0 } ?? unit
    }

    /// The node at which a place's answers stand.
    func node(_ place: Int) -> Int { place < units ? place : nodeOfPair[place - units] }
}

/// Pairs as nodes below their providers: one each from `smallest` people on, the others bundled with their neighbours.
/// What a provider's respondents without a department of their own said stays at the provider.
private struct PairNodes {
    /// By node, units first: distinct people at the node itself, and answers by point.
    private(set) var own: [Int]
    private(set) var histogram: [Int]
    /// By node from the last unit on.
    private(set) var providers: [Int] = []
    private(set) var pairOfNode: [Int?] = []
    /// By pair.
    private(set) var nodeOfPair: [Int] = []

    init(_ table: LinkTable, own: [Int], histogram: [Int], smallest: Int) {
        let units = own.count
        let points = table.points
        self.own = own
        self.histogram = histogram
        nodeOfPair.reserveCapacity(table.count)
        var cleared = -1
        for (place, pair) in table.keys.enumerated() {
            if pair.provider != cleared {
                cleared = pair.provider
                self.own[cleared] = 0
                for point in 0..<points { self.histogram[cleared * points + point] = 0 }
            }
            let isSmall = table.people[place] < smallest
            var node = units + providers.count - 1
            if pair.customer == 0 {
                node = pair.provider
            } else if !(isSmall && providers.last == pair.provider && pairOfNode.last == .some(nil)) {
                node += 1
                providers.append(pair.provider)
                pairOfNode.append(isSmall ? nil : place)
                self.own.append(0)
                for _ in 0..<points { self.histogram.append(0) }
            }
            nodeOfPair.append(node)
            self.own[node] += table.people[place]
            for point in 0..<points {
                self.histogram[node * points + point] += table.histograms[place * points + point]
            }
        }
    }
}
