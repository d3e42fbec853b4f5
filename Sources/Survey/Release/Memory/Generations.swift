import Report

extension AnswerGroup {
    /// What a node is called; nil for a bundle of pairs.
    func name(_ node: Int, _ organisation: Organisation) -> NodeName? {
        guard node >= units else { return NodeName(organisation.id(node)) }
        return pair(node).map { NodeName(organisation.id($0.provider), customer: organisation.id($0.customer)) }
    }

    /// The figures of a choice of shown nodes, as they would be published. What is not shown is named only where that is
    /// remembered.
    func generation(
        _ shown: [Bool], _ atoms: Atoms, _ organisation: Organisation, marks: [Marks], states: [Release]
    ) -> Generation {
        var nodes: [PublishedNode] = []
        var unanswered: [NodeName] = []
        var hidden: [NodeName] = []
        for node in tree.order where shown[node] || isRemembered {
            guard let name = name(node, organisation) else { continue }
            guard shown[node] else {
                if node < units, states[node] == .none { unanswered.append(name) } else { hidden.append(name) }
                continue
            }
            let above = tree.parents[node] < 0 ? -1 : atoms.of[tree.parents[node]]
            nodes.append(
                PublishedNode(
                    name: name, parent: above < 0 ? nil : self.name(above, organisation),
                    histogram: branchHistogram(node), people: people[node], atomHistogram: atoms.answers(node),
                    atomPeople: atoms.people[node], marks: marks.isEmpty ? Marks() : marks[node]))
        }
        return Generation(nodes: nodes, unanswered: unanswered, hidden: hidden)
    }

    /// The nodes of this group that a publication showed; nil where one of them is no longer there.
    func shown(in generation: Generation, _ organisation: Organisation) -> [Bool]? {
        var nodeAt: [NodeName: Int] = [:]
        for node in tree.order {
            if let name = name(node, organisation) { nodeAt[name] = node }
        }
        var shown = [Bool](repeating: false, count: tree.count)
        for node in generation.nodes {
            guard let place = nodeAt[node.name], !uncounted[place] else { return nil }
            shown[place] = true
        }
        return shown
    }
}
