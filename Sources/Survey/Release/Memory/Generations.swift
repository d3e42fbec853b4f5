import Report

extension AnswerGroup {
    /// What a node is called.
    func name(_ node: Int, _ organisation: Organisation) -> NodeName {
        guard node >= units else { return NodeName(organisation.id(node)) }
        let pair = pairs[node - units]
        return NodeName(organisation.id(pair.provider), customer: organisation.id(pair.customer))
    }

    /// The figures of a choice of shown nodes, as they would be published.
    func generation(
        _ shown: [Bool], _ atoms: Atoms, _ tally: Tally, marks: [Marks], states: [Release]
    ) -> Generation {
        let organisation = tally.frame.organisation
        var nodes: [PublishedNode] = []
        var unanswered: [NodeName] = []
        var hidden: [NodeName] = []
        for node in tree.order {
            let name = name(node, organisation)
            guard shown[node] else {
                if node < units, states[node] == .none { unanswered.append(name) } else { hidden.append(name) }
                continue
            }
            let above = tree.parents[node] < 0 ? -1 : atoms.of[tree.parents[node]]
            nodes.append(
                PublishedNode(
                    name: name, parent: above < 0 ? nil : self.name(above, organisation),
                    histogram: branchHistogram(node, tally), people: people[node], atomHistogram: atoms.answers(node),
                    atomPeople: atoms.people[node], marks: marks.isEmpty ? Marks() : marks[node]))
        }
        return Generation(nodes: nodes, unanswered: unanswered, hidden: hidden)
    }

    /// The nodes of this group that a publication showed; nil where one of them is no longer there.
    func shown(in generation: Generation, _ organisation: Organisation) -> [Bool]? {
        var nodeAt: [NodeName: Int] = [:]
        for node in tree.order { nodeAt[name(node, organisation)] = node }
        var shown = [Bool](repeating: false, count: tree.count)
        for node in generation.nodes {
            guard let place = nodeAt[node.name], !uncounted[place] else { return nil }
            shown[place] = true
        }
        return shown
    }
}
