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
/// people, loses nobody or as many, compared with every earlier publication, and holds nobody or as many afterwards.
/// Where the shown groups are the same, this is decided atom by atom, atoms between which people moved together; where
/// they differ, for all together, and if it cannot be, the earlier groups are kept.
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
    let earlierFigures = Reconciled(generation: last, standing: last.nodes.map(\.name))
    let history = published.generations.map(\.byName)
    var stands = zip(last.nodes, new.nodes).map { old, node in
        guard old.marks != node.marks else { return false }
        return !isLargeEnough(node, smallest)
            || !history.allSatisfy { $0[node.name].map { isSafeChange(from: $0, to: node, smallest) } ?? true }
    }
    // People who gave several answers cannot be followed from atom to atom: with them it is all or nothing.
    if !(new.isSingle && last.isSingle) {
        let isSafe =
            !stands.contains(true)
            && published.generations.allSatisfy { old in
                old.isShaped(like: last)
                    ? isOneWay(from: old.inOrder(of: last), to: new) : isSafeStep(from: old, to: new, smallest)
            }
        return isSafe ? Reconciled(generation: new, standing: []) : earlierFigures
    }
    let movement = Movement(from: last.nodes, to: new.nodes)
    for atoms in movement.connected where atoms.contains(where: { stands[$0] }) || !movement.isSafe(atoms, smallest) {
        for atom in atoms { stands[atom] = true }
    }
    guard stands.contains(false) || stands.isEmpty else { return earlierFigures }
    let result = stands.contains(true) ? mixture(new, last, stands) : new
    // The mixture as a whole is one step as any other.
    let isSafe = published.generations.allSatisfy { old in
        guard old.isShaped(like: last) else { return isSafeStep(from: old, to: result, smallest) }
        let movement = Movement(from: old.inOrder(of: last).nodes, to: result.nodes)
        return movement.connected.allSatisfy { movement.isSafe($0, smallest) }
    }
    guard isSafe else { return earlierFigures }
    return Reconciled(
        generation: result, standing: last.nodes.indices.filter { stands[$0] }.map { last.nodes[$0].name })
}

/// New figures of some atoms beside earlier figures of others, where everybody gave one answer: whole groups are the sums
/// of their atoms.
private func mixture(_ new: Generation, _ last: Generation, _ stands: [Bool]) -> Generation {
    var result = new
    var place: [NodeName: Int] = [:]
    for index in result.nodes.indices {
        let atom = stands[index] ? last.nodes[index] : new.nodes[index]
        place[atom.name] = index
        result.nodes[index].atomHistogram = atom.atomHistogram
        result.nodes[index].atomPeople = atom.atomPeople
        result.nodes[index].marks = atom.marks
        result.nodes[index].histogram = atom.atomHistogram
    }
    for index in result.nodes.indices.reversed() {
        if let parent = result.nodes[index].parent.flatMap({ place[$0] }) {
            result.nodes[parent].histogram = zip(result.nodes[parent].histogram, result.nodes[index].histogram).map(+)
        }
        result.nodes[index].people = result.nodes[index].histogram.reduce(0, +)
    }
    result.unanswered = last.unanswered
    result.hidden = last.hidden
    return result
}

/// True if a shown group holds somebody, and what it is more than the shown groups below it nobody or enough people, who
/// are not of one mind unless they are twice as many.
private func isLargeEnough(_ node: PublishedNode, _ smallest: Int) -> Bool {
    guard node.people > 0, isAllowed(node.atomPeople, smallest) else { return false }
    return node.atomPeople == 0 || node.atomPeople >= 2 * smallest || node.atomHistogram.count { $0 > 0 } > 1
}

/// True if an atom gained and lost nobody or enough people, and those are not plainly of one mind.
private func isSafeChange(from old: PublishedNode, to new: PublishedNode, _ smallest: Int) -> Bool {
    let gained = new.marks.missing(in: old.marks)
    let lost = old.marks.missing(in: new.marks)
    guard isAllowed(gained, smallest), isAllowed(lost, smallest) else { return false }
    let differences = zip(new.atomHistogram, old.atomHistogram).map { $0 - $1 }
    let more = differences.filter { $0 > 0 }
    let fewer = differences.filter { $0 < 0 }.map { -$0 }
    func isOfOneMind(_ points: [Int], _ people: Int) -> Bool {
        people > 0 && people < 2 * smallest && points.count == 1 && points[0] >= people
    }
    guard !isOfOneMind(more, gained), !isOfOneMind(fewer, lost) else { return false }
    // Nobody is known again: perhaps all are others; perhaps a file was exported anew with one more column, and they are
    // the same but for one. So the answers themselves must differ by nobody or by enough.
    return lost == 0 || lost < old.atomPeople
        || (isAllowed(more.reduce(0, +), smallest) && isAllowed(fewer.reduce(0, +), smallest))
}

/// True if every atom only gained people or only lost people, and nobody moved from one to another.
private func isOneWay(from old: Generation, to new: Generation) -> Bool {
    let movement = Movement(from: old.nodes, to: new.nodes)
    return movement.connected.isEmpty
        && zip(old.nodes, new.nodes).allSatisfy {
            $0.marks.missing(in: $1.marks) == 0 || $1.marks.missing(in: $0.marks) == 0
        }
}

func isAllowed(_ people: Int, _ smallest: Int) -> Bool { people == 0 || people >= smallest }

/// True if nobody can be singled out by holding a publication against another with other groups: everything that both
/// together cut out, an atom of one within an atom of the other or outside all of them, is empty or large enough.
///
/// People who gave several answers cannot be followed from group to group, so with them it is never called safe.
func isSafeStep(from old: Generation, to new: Generation, _ smallest: Int) -> Bool {
    if old.nodes.isEmpty || new.nodes.isEmpty { return true }
    guard old.isSingle, new.isSingle else { return false }
    // Where nobody at all is known again, nothing can be said.
    guard old.nodes.contains(where: { atom in new.nodes.contains { atom.marks.common(with: $0.marks) > 0 } }) else {
        return false
    }
    // Whether the people cut out are of one mind is not remembered: they must be so many that it does not matter.
    for atom in old.nodes {
        var rest = atom.atomPeople
        for other in new.nodes {
            let common = atom.marks.common(with: other.marks)
            // An atom that goes whole into another tells nothing that was not published.
            guard isAllowed(common, 2 * smallest) || common == atom.atomPeople || common == other.atomPeople else {
                return false
            }
            rest -= common
        }
        guard isAllowed(max(0, rest), 2 * smallest) || rest == atom.atomPeople else { return false }
    }
    for atom in new.nodes {
        let common = old.nodes.reduce(0) { $0 + atom.marks.common(with: $1.marks) }
        guard isAllowed(max(0, atom.atomPeople - common), 2 * smallest) || common == 0 else { return false }
    }
    return true
}

extension Generation {
    /// True if nobody gave several answers.
    var isSingle: Bool { nodes.allSatisfy { $0.people == $0.histogram.reduce(0, +) } }

    var byName: [NodeName: PublishedNode] {
        Dictionary(nodes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// True if the same groups are shown, nested in the same way.
    func isShaped(like other: Generation) -> Bool { nesting == other.nesting }

    private var nesting: [NodeName: NodeName?] {
        Dictionary(nodes.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same with its groups in the order of another of the same shape.
    func inOrder(of other: Generation) -> Generation {
        let byName = byName
        var result = self
        result.nodes = other.nodes.compactMap { byName[$0.name] }
        return result
    }
}
