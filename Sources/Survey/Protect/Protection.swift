import Parallel
import Report

/// What is decided about every cell and link; the only thing that figures are made from.
struct Protected: Sendable {
    var table: ReleasedTable
    /// By wave: the pairs that are shown, and those that departments declare; see `addDeclaredLinks`.
    var links: [[ReleasedLink]]
    /// What is left of shown units with shown units below them.
    var remainders: [ReleasedRemainder]
    /// What each side and wave would be remembered as.
    var publications: [PublishedSide] = []
    /// Figures that stand as they were published, since a change could single somebody out.
    var standing: [StandingFigures] = []
    /// By wave and `Side.index`: the base pattern by unit; nil where the side holds nobody.
    var base: [[[Bool]?]]

    /// Nothing decided yet, of all sides or of one.
    init(_ frame: Frame, only: Side? = nil) {
        table = ReleasedTable(
            waves: frame.waves.count, questions: frame.questions.count, units: frame.organisation.unitCount, only: only)
        links = frame.waves.map { _ in [] }
        remainders = []
        base = frame.waves.map { _ in Array(repeating: nil, count: Side.allCases.count) }
    }
}

/// Groups of one question that keep their earlier answers.
struct StandingFigures: Sendable {
    let wave: Int
    let side: Side
    let question: Int
    let groups: [NodeName]
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
///
/// - Parameters:
///   - memory: what was published before.
///   - marker: makes the marks of people; needed wherever there is a memory or one is to be made.
func protect(
    _ tally: Tally, rule: ConfidentialityRule, memory: PublicationMemory = PublicationMemory(),
    marker: AtomMarker? = nil,
    remembers: Bool = false
) -> Protected {
    let frame = tally.frame
    let plain = frame.trees.map { ProtectionTree($0) }
    var result = Protected(frame)
    // The sides have trees of their own: what is decided of one does not depend on another.
    let parts = Parallel.machine.map(Side.base.count) { number in
        protect(Side.base[number], of: tally, plain, rule, memory, marker, remembers)
    }
    for (side, part) in zip(Side.base, parts) {
        result.table.take(part.table)
        for wave in frame.waves.indices {
            result.links[wave] += part.links[wave]
            result.base[wave][side.index] = part.base[wave][side.index]
        }
        result.remainders += part.remainders
        result.publications += part.publications
        result.standing += part.standing
    }
    addDeclaredLinks(to: &result, frame)
    addBothSides(to: &result, from: tally, memory)
    return result
}

/// One side, wave after wave.
private func protect(
    _ side: Side, of tally: Tally, _ plain: [ProtectionTree], _ rule: ConfidentialityRule,
    _ memory: PublicationMemory, _ marker: AtomMarker?, _ remembers: Bool
) -> Protected {
    let frame = tally.frame
    var result = Protected(frame, only: side)
    var chooser = Chooser(tally, smallest: rule.smallest(side))
    var lastBase = ShownBefore()
    var lastShown = [ShownBefore](repeating: ShownBefore(), count: frame.questions.count)
    for wave in frame.waves.indices {
        guard let counts = tally.side(side, wave: wave) else {
            lastBase = ShownBefore()
            continue
        }
        let base = chooser.base(counts, plain[wave], wave: wave) { lastBase.contains($0, frame.organisation) }
        result.base[wave][side.index] = base
        lastBase = ShownBefore(units: base)
        var publication = PublishedSide(wave: frame.waves[wave].id, side: side, questions: [])
        for question in frame.questions.indices
        where frame.asked[wave][question] && frame.questions[question].isReceived == (side == .received) {
            let states = markUnanswered(&result.table, counts, base, frame, side, wave, question)
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
            let published = memory.question(publication.wave, side, frame.questions[question].id)
            let marks = published != nil || remembers ? marker?.marks(group, atoms) ?? [] : []
            var generation = group.generation(shown, atoms, tally, marks: marks, states: states)
            var isStanding = false
            if let published, published.points == group.points {
                let held = reconcile(generation, published, smallest: rule.smallest(side)) { last in
                    guard let again = group.shown(in: last, frame.organisation) else { return nil }
                    let atoms = Atoms(again, group, tally)
                    return group.generation(
                        again, atoms, tally, marks: marker?.marks(group, atoms) ?? [], states: states)
                }
                generation = held.generation
                isStanding = !held.standing.isEmpty
                if !held.standing.isEmpty {
                    result.standing.append(
                        StandingFigures(wave: wave, side: side, question: question, groups: held.standing))
                }
            }
            lastShown[question] = ShownBefore(generation, frame.organisation)
            release(
                generation, isStanding: isStanding, wave: wave, side: side, question: question, frame, into: &result
            )
            publication.questions.append(
                PublishedQuestion(
                    question: frame.questions[question].id, points: group.points, generations: [generation]))
        }
        result.publications.append(publication)
    }
    return result
}

/// What was shown of a question, or of a side, in the wave before.
struct ShownBefore {
    var units: [Bool] = []
    var pairs: Set<PairKey> = []

    init(units: [Bool] = []) { self.units = units }

    init(_ generation: Generation, _ organisation: Organisation) {
        units = Array(repeating: false, count: organisation.unitCount)
        for node in generation.nodes {
            guard let unit = organisation.unit(node.name.unit) else { continue }
            if let customer = node.name.customer {
                if let customer = organisation.unit(customer) {
                    pairs.insert(PairKey(provider: unit, customer: customer))
                }
            } else {
                units[unit] = true
            }
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
) -> [Release] {
    let tallied = counts.questions[question]
    var states = [Release](repeating: .none, count: frame.organisation.unitCount)
    for unit in frame.trees[wave].depthFirst where counts.anyone[unit] {
        let isUnanswered = tallied.map { $0.people[unit] == 0 && !$0.uncounted[unit] } ?? true
        states[unit] = base[unit] && isUnanswered ? .none : .suppressed
        table[unit, side, wave, question] = states[unit]
    }
    return states
}

/// Puts what is shown of one question into the result.
private func release(
    _ generation: Generation, isStanding: Bool, wave: Int, side: Side, question: Int, _ frame: Frame,
    into result: inout Protected
) {
    let organisation = frame.organisation
    var rests: [NodeName: [Int]] = [:]
    func set(_ name: NodeName, _ release: Release) {
        guard let unit = organisation.unit(name.unit), frame.trees[wave].exists[unit] else { return }
        guard let customer = name.customer else {
            result.table[unit, side, wave, question] = release
            return
        }
        // Who was heard of a hidden pair is nobody's business: hidden ones are listed as declared, not as answered.
        if let customer = organisation.unit(customer), release.cell != nil {
            result.links[wave].append(ReleasedLink(provider: unit, customer: customer, release: release))
        }
    }
    // Departments have their state already, from today's answers; what stands takes its own with it.
    if isStanding {
        for name in generation.unanswered { set(name, .none) }
    }
    for name in generation.hidden where isStanding || name.customer != nil { set(name, .suppressed) }
    // Parents stand before their children.
    var histograms: [NodeName: [Int]] = [:]
    for node in generation.nodes {
        set(node.name, .published(ReleasedCell(histogram: node.histogram, people: node.people)))
        guard node.name.customer == nil else { continue }
        histograms[node.name] = node.histogram
        guard let parent = node.parent, let above = rests[parent] ?? histograms[parent] else { continue }
        rests[parent] = zip(above, node.histogram).map { max(0, $0 - $1) }
    }
    for node in generation.nodes {
        guard let histogram = rests[node.name], let unit = organisation.unit(node.name.unit) else { continue }
        let answers = histogram.reduce(0, +)
        guard answers > 0 else { continue }
        let share = Double(node.people) / Double(max(1, node.histogram.reduce(0, +)))
        result.remainders.append(
            ReleasedRemainder(
                unit: unit, side: side, wave: wave, question: question,
                cell: ReleasedCell(
                    histogram: histogram, people: max(1, min(answers, Int((Double(answers) * share).rounded()))))))
    }
}
