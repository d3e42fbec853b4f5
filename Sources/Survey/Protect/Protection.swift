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

    /// Nothing decided yet.
    init(_ frame: Frame) {
        table = ReleasedTable(
            waves: frame.waves.count, questions: frame.questions.count, units: frame.organisation.unitCount)
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
    let trees = frame.trees.map { ProtectionTree($0) }
    // The sides have trees of their own: what is decided of one does not depend on another.
    let base = Parallel.machine.map(Side.base.count) { side in
        basePatterns(Side.base[side], of: tally, trees, rule)
    }
    // Nor does one question on another once the base patterns stand. The service map, which takes longest, comes first.
    let all = Side.base.indices.flatMap { side in
        frame.questions.indices.filter { frame.questions[$0].isReceived == (Side.base[side] == .received) }
            .map { (side: side, question: $0) }
    }
    func isMapped(_ side: Int, _ question: Int) -> Bool {
        Side.base[side] == .internal && question == frame.headline
    }
    let inOrder = all.filter { isMapped($0.side, $0.question) } + all.filter { !isMapped($0.side, $0.question) }
    let made = Parallel.machine.map(inOrder.count) { number in
        let (side, question) = inOrder[number]
        let series = QuestionSeries(
            tally: tally, side: Side.base[side], question: question, trees: trees, base: base[side], rule: rule,
            memory: memory, marker: marker, remembers: remembers)
        return series.decide()
    }
    var decided = Side.base.map { _ in [[QuestionDecision?]](repeating: [], count: frame.questions.count) }
    for (place, decisions) in zip(inOrder, made) { decided[place.side][place.question] = decisions }

    var result = Protected(frame)
    for (number, side) in Side.base.enumerated() {
        for wave in frame.waves.indices where tally.sides[wave][side.index] != nil {
            result.base[wave][side.index] = base[number][wave]
            var publication = PublishedSide(wave: frame.waves[wave].id, side: side, questions: [])
            for question in frame.questions.indices where !decided[number][question].isEmpty {
                guard let decision = decided[number][question][wave] else { continue }
                result.table.set(side, wave: wave, question: question, decision.units)
                result.links[wave] += decision.links
                result.remainders += decision.remainders
                if let standing = decision.standing { result.standing.append(standing) }
                if let published = decision.published { publication.questions.append(published) }
            }
            result.publications.append(publication)
        }
    }
    addDeclaredLinks(to: &result, frame)
    addBothSides(to: &result, from: tally, memory)
    return result
}

/// By wave what may be shown of a side at all; nil where it holds nobody.
private func basePatterns(
    _ side: Side, of tally: Tally, _ trees: [ProtectionTree], _ rule: ConfidentialityRule
) -> [[Bool]?] {
    var chooser = Chooser(tally, smallest: rule.smallest(side))
    var before = ShownBefore()
    return tally.frame.waves.indices.map { wave in
        guard let counts = tally.sides[wave][side.index] else {
            before = ShownBefore()
            return nil
        }
        let base = chooser.base(counts, trees[wave], wave: wave) { before.contains($0, tally.frame.organisation) }
        before = ShownBefore(units: base)
        return base
    }
}
