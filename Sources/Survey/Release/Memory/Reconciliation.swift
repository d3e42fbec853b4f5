import Report

/// What a publication says about one question after it was held against what had been published before.
struct Reconciled {
    var generation: Generation
    /// Groups whose earlier answers stand.
    var standing: [NodeName]
}

/// Holds new figures of one question against everything that was published of it.
///
/// A change may reach the site only where it cannot single anybody out: each published atom gains nobody or `smallest`
/// people, and loses nobody or as many, compared with every earlier publication, and it still has enough people. Where the shown groups are the same, this
/// is decided atom by atom; where they differ, for all together, and if it cannot be, the earlier groups are kept.
///
/// - Parameter again: the new answers in the groups of the last publication; nil where these no longer nest as they did.
func reconcile(
    _ new: Generation, _ published: PublishedQuestion, smallest: Int, again: (Generation) -> Generation?
) -> Reconciled {
    guard let last = published.generations.last else { return Reconciled(generation: new, standing: []) }
    if !new.isShaped(like: last) {
        if published.generations.allSatisfy({ isSafeStep(from: $0, to: new, smallest) }) {
            return Reconciled(generation: new, standing: [])
        }
        guard let kept = again(last), kept.isShaped(like: last) else {
            return Reconciled(generation: last, standing: last.nodes.map(\.name))
        }
        return merge(kept.inOrder(of: last), published, last, smallest)
    }
    return merge(new.inOrder(of: last), published, last, smallest)
}

/// Takes each atom from the new answers where that is safe, and as it was published where it is not.
private func merge(_ new: Generation, _ published: PublishedQuestion, _ last: Generation, _ smallest: Int) -> Reconciled
{
    var result = new
    var standing: [NodeName] = []
    let history = published.generations.map { generation in
        Dictionary(generation.nodes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    var stands = zip(last.nodes, new.nodes).map { old, now in
        guard old.marks != now.marks else { return false }
        guard isLargeEnough(now, smallest) else { return true }
        return !history.allSatisfy { nodes in
            guard let earlier = nodes[old.name] else { return true }
            let gained = now.marks.missing(in: earlier.marks)
            let lost = earlier.marks.missing(in: now.marks)
            guard isAllowed(gained, smallest), isAllowed(lost, smallest) else { return false }
            return lost == 0 || lost < earlier.atomPeople
                || isPlainlySafe(from: earlier.atomHistogram, to: now.atomHistogram, smallest)
        }
    }
    keepApart(&stands, new, last)
    for (index, old) in last.nodes.enumerated() where stands[index] {
        standing.append(old.name)
        result.nodes[index].atomHistogram = old.atomHistogram
        result.nodes[index].atomPeople = old.atomPeople
        result.nodes[index].marks = old.marks
    }
    guard !standing.isEmpty else { return Reconciled(generation: new, standing: []) }
    // Against publications of other groups the mixture is one step as any other.
    let others = published.generations.filter { !$0.isShaped(like: last) }
    if standing.count == last.nodes.count || !others.allSatisfy({ isSafeStep(from: $0, to: result, smallest) }) {
        return Reconciled(generation: last, standing: last.nodes.map(\.name))
    }
    addUp(&result, new, last)
    result.unanswered = last.unanswered
    result.hidden = last.hidden
    return Reconciled(generation: result, standing: standing)
}

/// True if an atom may be published with these answers: nobody, or enough people who are not all of one mind.
///
/// A group that has lost most of its people must not be shown only because it was shown before.
private func isLargeEnough(_ node: PublishedNode, _ smallest: Int) -> Bool {
    guard node.people >= smallest else { return false }
    guard node.atomPeople > 0 else { return true }
    let isUnanimous = node.atomHistogram.count(where: { $0 > 0 }) == 1
    return node.atomPeople >= (isUnanimous ? 2 * smallest : smallest)
}

/// Lets an atom stand that has taken people over from one that stands, so that nobody is counted in both.
private func keepApart(_ stands: inout [Bool], _ new: Generation, _ last: Generation) {
    var isSettled = false
    while !isSettled {
        isSettled = true
        for taker in stands.indices where !stands[taker] && last.nodes[taker].marks != new.nodes[taker].marks {
            let hasTaken = stands.indices.contains { giver in
                guard stands[giver], giver != taker else { return false }
                let marks = last.nodes[giver].marks
                return marks.common(with: new.nodes[taker].marks) > marks.common(with: last.nodes[taker].marks)
            }
            if hasTaken {
                stands[taker] = true
                isSettled = false
            }
        }
    }
}

/// Histograms and people of whole groups from their atoms, some old and some new.
private func addUp(_ result: inout Generation, _ new: Generation, _ last: Generation) {
    var place: [NodeName: Int] = [:]
    for (index, node) in result.nodes.enumerated() {
        place[node.name] = index
        result.nodes[index].histogram = node.atomHistogram
    }
    for index in result.nodes.indices.reversed() {
        if let parent = result.nodes[index].parent.flatMap({ place[$0] }) {
            result.nodes[parent].histogram = zip(result.nodes[parent].histogram, result.nodes[index].histogram).map(+)
        }
        let answers = result.nodes[index].histogram.reduce(0, +)
        // People who answered several times do not add up: the smaller share of people among answers is the careful one.
        func share(_ node: PublishedNode) -> Double {
            Double(node.people) / Double(max(1, node.histogram.reduce(0, +)))
        }
        let ratio = min(1, share(new.nodes[index]), share(last.nodes[index]))
        result.nodes[index].people = max(min(1, answers), Int((Double(answers) * ratio).rounded()))
    }
}

/// For an atom in which nobody is known again. Perhaps all are others; perhaps a file was exported anew with one more column,
/// and they are the same but for one. So the answers themselves must differ by nobody or by enough.
private func isPlainlySafe(from old: [Int], to new: [Int], _ smallest: Int) -> Bool {
    let differences = zip(new, old).map { $0 - $1 }
    let more = differences.reduce(0) { $0 + max(0, $1) }
    let fewer = differences.reduce(0) { $0 + max(0, -$1) }
    return isAllowed(more, smallest) && isAllowed(fewer, smallest)
}

private func isAllowed(_ people: Int, _ smallest: Int) -> Bool { people == 0 || people >= smallest }

/// True if nobody can be singled out by holding a publication against another with other groups: everything that both
/// together cut out, an atom of one within an atom of the other or outside all of them, is empty or large enough.
///
/// People who gave several answers cannot be followed from group to group, so with them it is never called safe.
func isSafeStep(from old: Generation, to new: Generation, _ smallest: Int) -> Bool {
    func isSingle(_ generation: Generation) -> Bool {
        generation.nodes.allSatisfy { $0.people == $0.histogram.reduce(0, +) }
    }
    if old.nodes.isEmpty || new.nodes.isEmpty { return true }
    guard isSingle(old), isSingle(new) else { return false }
    // Where nobody at all is known again, nothing can be said.
    guard old.nodes.contains(where: { atom in new.nodes.contains { atom.marks.common(with: $0.marks) > 0 } }) else {
        return false
    }
    for atom in old.nodes {
        var rest = atom.atomPeople
        for other in new.nodes {
            let common = atom.marks.common(with: other.marks)
            // An atom that goes whole into another tells nothing that was not published.
            guard isAllowed(common, smallest) || common == atom.atomPeople else { return false }
            rest -= common
        }
        guard isAllowed(max(0, rest), smallest) else { return false }
    }
    for atom in new.nodes {
        let common = old.nodes.reduce(0) { $0 + atom.marks.common(with: $1.marks) }
        guard isAllowed(max(0, atom.atomPeople - common), smallest) else { return false }
    }
    return true
}

extension Generation {
    /// True if the same groups are shown, nested in the same way.
    func isShaped(like other: Generation) -> Bool { nesting == other.nesting }

    private var nesting: [NodeName: NodeName?] {
        Dictionary(nodes.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same with its groups in the order of another of the same shape.
    func inOrder(of other: Generation) -> Generation {
        let byName = Dictionary(nodes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var result = self
        result.nodes = other.nodes.compactMap { byName[$0.name] }
        return result
    }
}
