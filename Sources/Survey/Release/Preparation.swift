package import Diagnostics
import Report

/// Everything between counted answers and the report: what is counted, and what was decided about it. Confidential: it
/// does not print itself.
package struct Preparation: CustomStringConvertible, CustomReflectable {
    package var description: String { "[redacted preparation]" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }

    let input: ReportInput
    let frame: Frame
    let tally: Tally
    let memory: PublicationMemory
    let hash: KeyedHash
    let protected: Protected
    let comments: [CommentPool]
}

/// Rolls up, protects, and holds the result against what was published before.
///
/// - Parameters:
///   - remembers: true where the result is to be written down as published.
///   - rolledUp: called when all is counted and the decision begins.
package func prepare(
    _ input: ReportInput, remembers: Bool = false, rolledUp: () -> Void = {}
) -> Outcome<Preparation> {
    let surveys = input.surveys.sorted { $0.account.id < $1.account.id }
    let framed = makeFrame(
        surveys, organisation: input.organisation, calendar: input.calendar, headline: input.headline)
    let frame = framed.value
    let hash = KeyedHash(input.policy.key)
    let memory = readMemory(input.memory, folder: input.memoryFolder, wasPublished: input.wasPublished, hash: hash)
    let tally = rollUp(surveys, frame: frame)
    rolledUp()
    let isNeeded = remembers || !memory.value.sides.isEmpty
    let protected = protect(
        tally, rule: input.policy.rule, memory: memory.value, marker: isNeeded ? AtomMarker(tally, hash: hash) : nil,
        remembers: remembers)
    var pools: [CommentPool] = []
    if input.releasesComments, let wave = frame.waves.last?.id {
        pools = poolComments(tally, protected.table, smallest: input.policy.rule.comments, hash: hash).compactMap {
            pool in
            let known = memory.value.comments[CommentPlace(wave: wave, side: pool.side)]
            return pool.keeping(known: known, smallest: input.policy.rule.comments)
        }
    }
    var diagnostics = framed.diagnostics + memory.diagnostics + endedDepartments(surveys, frame)
    diagnostics += changedScales(memory.value, frame, folder: input.memoryFolder)
    diagnostics += standingFigures(protected, frame, folder: input.memoryFolder)
    return Outcome(
        Preparation(
            input: input, frame: frame, tally: tally, memory: memory.value, hash: hash, protected: protected,
            comments: pools), diagnostics)
}

extension CommentPool {
    /// Without new comments of too few people, where others of the wave were published before; nil if none is left.
    func keeping(known: Set<UInt64>?, smallest: Int) -> CommentPool? {
        guard let known else { return self }
        let new = comments.filter { !known.contains($0.mark) }
        let people = Set(new.map(\.author)).count
        guard people > 0, people < smallest else { return self }
        let kept = comments.filter { known.contains($0.mark) }
        guard !kept.isEmpty else { return nil }
        return CommentPool(
            unit: unit, side: side, question: question, comments: kept,
            commenters: Set(kept.map(\.author)).count)
    }
}

/// Questions of a published wave whose scale has another number of points now: their answers cannot be held against what
/// was published, so a single late one could be worked out.
private func changedScales(_ memory: PublicationMemory, _ frame: Frame, folder: String) -> [Diagnostic] {
    var seen: Set<QuestionID> = []
    return memory.sides.filter { side in frame.wave(side.wave) != nil }.flatMap { side in
        side.questions.compactMap { published in
            guard let question = frame.question(published.question).map({ frame.questions[$0] }),
                question.scale.count != published.points, seen.insert(published.question).inserted
            else { return nil }
            return .error(
                "published-scale", at: SourceLocation(file: folder),
                "“\(question.id)” was published in wave \(side.wave) on a scale of \(published.points) points, and has \(question.scale.count) now, so nobody can say whom a change would single out",
                remedy: "put the former scale back, and give the question with the new one an id of its own")
        }
    }
}

/// Tells the analyst which published figures keep their earlier answers, and why.
private func standingFigures(_ protected: Protected, _ frame: Frame, folder: String) -> [Diagnostic] {
    protected.standing.map { standing in
        let names = standing.groups.prefix(8).map { $0.unit.text + ($0.customer.map { " for \($0)" } ?? "") }
        let more = standing.groups.count - names.count
        return .warning(
            "earlier-figures-stand", at: SourceLocation(file: folder),
            "wave \(frame.waves[standing.wave].id), \(standing.side.rawValue), question "
                + "“\(frame.questions[standing.question].id)”: \(names.joined(separator: ", "))"
                + (more > 0 ? " and \(more) more" : "")
                + " stay as they were published, because so few people came, went or answered otherwise since then that "
                + "the difference would give their answers away",
            remedy: "nothing is wrong if late answers came in; they stay out of these figures")
    }
}

/// Ratings of departments in waves in which their files say that they no longer existed: counted for the organisation
/// as a whole, with one warning a department.
private func endedDepartments(_ surveys: [SurveyResult], _ frame: Frame) -> [Diagnostic] {
    guard frame.trees.contains(where: { $0.exists.contains(false) }) else { return [] }
    var found: [Diagnostic] = []
    for (index, survey) in surveys.enumerated() {
        let responses = survey.responses
        var seen: Set<Int> = []
        for (rating, unit) in responses.unit.enumerated() where rating < responses.wave.count {
            let own = Int(responses.wave[rating])
            guard own < frame.waveOfSurvey[index].count, let wave = frame.waveOfSurvey[index][own],
                Int(unit) < frame.organisation.unitCount, !frame.trees[wave].exists[Int(unit)],
                seen.insert(Int(unit)).inserted
            else { continue }
            found.append(
                .warning(
                    "department-ended", at: SourceLocation(file: survey.account.id.text),
                    "answers about “\(frame.organisation.id(Int(unit)))” stand in wave \(frame.waves[wave].id), after its "
                        + "`until`; they are counted for the organisation only",
                    remedy: "move `until`, or name the department that goes on its series"))
        }
    }
    return found
}
