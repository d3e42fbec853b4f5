import Report

/// What is decided about every cell and link; the only thing that figures are made from.
struct Protected: Sendable {
    var table: ReleasedTable
    /// By wave: links with somebody in them.
    var links: [[ReleasedLink]]
    /// What is left of shown units with shown units below them.
    var remainders: [ReleasedRemainder]
    /// By wave and `Side.index`: the base pattern by unit; nil where the side holds nobody.
    var base: [[[Bool]?]]
}

struct ReleasedLink: Sendable, Hashable {
    let provider: Int
    let customer: Int
    let release: Release
}

struct ReleasedRemainder: Sendable, Hashable {
    let unit: Int
    let side: Side
    let wave: Int
    let question: Int
    let cell: ReleasedCell
}

/// Decides what may be published, so that every group whose answers can be worked out from everything that is shown is
/// empty or has enough distinct people.
///
/// Each side has its own tree of groups, nested or apart; there everything that can be worked out is a union of atoms, and
/// no atom is small. `all` cuts across two trees and follows from them.
func protect(_ tally: Tally, rule: ConfidentialityRule) -> Protected {
    let frame = tally.frame
    let plain = frame.trees.map { ProtectionTree($0) }
    var result = Protected(
        table: ReleasedTable(
            waves: frame.waves.count, questions: frame.questions.count, units: frame.organisation.unitCount),
        links: frame.waves.map { _ in [] }, remainders: [],
        base: frame.waves.map { _ in Array(repeating: nil, count: Side.allCases.count) })
    for side in Side.base {
        var chooser = Chooser(tally, smallest: rule.smallest(side))
        var lastBase = ShownBefore()
        var lastShown = [ShownBefore](repeating: ShownBefore(), count: frame.questions.count)
        for wave in frame.waves.indices {
            guard let counts = tally.side(side, wave: wave) else {
                lastBase = ShownBefore()
                continue
            }
            let base = chooser.base(counts, plain[wave]) { lastBase.contains($0, frame.organisation) }
            result.base[wave][side.index] = base
            lastBase = ShownBefore(units: base)
            for question in frame.questions.indices
            where frame.asked[wave][question] && frame.questions[question].isReceived == (side == .received) {
                markUnanswered(&result.table, counts, base, frame, side, wave, question)
                guard let group = AnswerGroup(tally, wave: wave, side: side, question: question, tree: plain[wave])
                else {
                    continue
                }
                let before = lastShown[question]
                let (shown, atoms) = chooser.question(group, base: base) { node in
                    node < group.units
                        ? before.contains(node, frame.organisation)
                        : before.pairs.contains(
                            PairKey(
                                provider: group.pairs[node - group.units].provider,
                                customer: group.pairs[node - group.units].customer))
                }
                lastShown[question] = ShownBefore(shown, group)
                release(&result, group, shown, atoms, base, tally)
            }
        }
    }
    addBothSides(to: &result.table, from: tally)
    return result
}

/// What was shown of a question, or of a side, in the wave before.
struct ShownBefore {
    var units: [Bool] = []
    var pairs: Set<PairKey> = []

    init(units: [Bool] = []) { self.units = units }

    init(_ shown: [Bool], _ group: AnswerGroup) {
        units = Array(shown.prefix(group.units))
        for (index, pair) in group.pairs.enumerated() where shown[group.units + index] {
            pairs.insert(PairKey(provider: pair.provider, customer: pair.customer))
        }
    }

    /// True if the unit, or one whose series it goes on, was shown.
    func contains(_ unit: Int, _ organisation: Organisation) -> Bool {
        guard unit < units.count else { return false }
        if units[unit] { return true }
        return organisation.department(unit)?.continues.contains { id in
            organisation.unit(id).map { units[$0] } ?? false
        } ?? false
    }
}

/// Gives every unit of the tree its state before anything is shown: `none` where nobody answered anything on that side in
/// that wave, the marker elsewhere.
private func markUnanswered(
    _ table: inout ReleasedTable, _ counts: SideTally, _ base: [Bool], _ frame: Frame, _ side: Side, _ wave: Int,
    _ question: Int
) {
    let tallied = counts.questions[question]
    for unit in frame.trees[wave].depthFirst where counts.anyone[unit] {
        let isUnanswered = tallied.map { $0.people[unit] == 0 && !$0.uncounted[unit] } ?? true
        table[unit, side, wave, question] = base[unit] && isUnanswered ? .none : .suppressed
    }
}

/// Puts what is shown of one question into the result.
private func release(
    _ result: inout Protected, _ group: AnswerGroup, _ shown: [Bool], _ atoms: Atoms, _ base: [Bool], _ tally: Tally
) {
    for node in group.tree.order where node < group.units && shown[node] {
        result.table[node, group.side, group.wave, group.question] = .published(
            ReleasedCell(histogram: group.branchHistogram(node, tally), people: group.people[node]))
    }
    for (index, pair) in group.pairs.enumerated() {
        let release: Release =
            shown[group.units + index]
            ? .published(ReleasedCell(histogram: pair.histogram, people: pair.people)) : .suppressed
        result.links[group.wave].append(
            ReleasedLink(provider: pair.provider, customer: pair.customer, release: release))
    }
    // The service map's pairs do not count as parts here: what they leave of a hidden provider stays with it.
    let unitsOnly = shown.indices.map { $0 < group.units && shown[$0] }
    let parts = group.pairs.isEmpty ? atoms : Atoms(unitsOnly, group, tally)
    var hasPart = [Bool](repeating: false, count: group.tree.count)
    for node in group.tree.order where unitsOnly[node] && group.tree.parents[node] >= 0 {
        let above = parts.of[group.tree.parents[node]]
        if above >= 0 { hasPart[above] = true }
    }
    for node in group.tree.order where hasPart[node] && parts.added[node] > 0 {
        result.remainders.append(
            ReleasedRemainder(
                unit: node, side: group.side, wave: group.wave, question: group.question,
                cell: ReleasedCell(histogram: parts.answers(node), people: parts.people[node])))
    }
}

/// Side `all`: the sum of both sides, published only where both are, or where one is and the other has no answers.
private func addBothSides(to table: inout ReleasedTable, from tally: Tally) {
    let frame = tally.frame
    for wave in frame.waves.indices {
        for question in frame.questions.indices {
            guard frame.asked[wave][question], !frame.questions[question].isReceived else { continue }
            for unit in frame.trees[wave].depthFirst {
                let release: Release
                switch (table[unit, .external, wave, question], table[unit, .internal, wave, question]) {
                case (.none, .none): release = .none
                case (.published(let one), .published(let other)):
                    var sum = one + other
                    let people = tally.peopleOfAll(wave: wave, question: question, unit: unit)
                    sum.people = min(sum.people, max(one.people, other.people, people))
                    release = .published(sum)
                case (.published(let one), .none), (.none, .published(let one)): release = .published(one)
                default: release = .suppressed
                }
                table[unit, .all, wave, question] = release
            }
        }
    }
}
