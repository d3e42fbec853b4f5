import Parallel
import Report

/// Comments of one unit, side and question that may be shown, before they are masked.
struct CommentPool {
    let unit: Int
    let side: Side
    let question: String
    let comments: [PooledComment]
    /// Distinct people who wrote them.
    let commenters: Int
}

struct PooledComment {
    let survey: Int
    let person: UInt32
    let text: String
    /// Whose it is, among all surveys.
    var author: UInt64 { UInt64(truncatingIfNeeded: survey) << 32 | UInt64(person) }
    /// Order of the page, and what the memory of publications knows it by.
    let mark: UInt64
}

/// Most comments that stand on a page for one unit, side and question.
let mostComments = 100

/// Where the comments of the newest wave may stand.
///
/// Each stands once: at the lowest shown unit in whose branch enough distinct people commented who are not shown further
/// below. What no unit can take is not shown at all.
func poolComments(_ tally: Tally, _ released: ReleasedTable, smallest: Int, hash: KeyedHash) -> [CommentPool] {
    let frame = tally.frame
    guard let wave = frame.waves.indices.last else { return [] }
    var byQuestion: [CommentKey: [Int: [PooledComment]]] = [:]
    for (index, survey) in tally.surveys.enumerated() where survey.responses.countsPeople {
        let responses = survey.responses
        let surveyMark = hash(Array(survey.account.id.text.utf8))
        for comment in responses.comments {
            let rating = comment.rating
            guard responses.side.indices.contains(rating), responses.unit.indices.contains(rating),
                responses.wave.indices.contains(rating), responses.person.indices.contains(rating),
                Int(responses.wave[rating]) < frame.waveOfSurvey[index].count,
                frame.waveOfSurvey[index][Int(responses.wave[rating])] == wave,
                Int(responses.unit[rating]) < frame.organisation.unitCount,
                responses.commentQuestions.indices.contains(comment.column),
                comment.text.contains(where: { !$0.isWhitespace })
            else { continue }
            let person = responses.person[rating]
            let key = responses.keys.indices.contains(Int(person)) ? responses.keys[Int(person)] : UInt64(person)
            let mark = hash(key, hash(Array(comment.text.utf8)), surveyMark)
            let place = CommentKey(side: responses.side[rating], question: responses.commentQuestions[comment.column])
            byQuestion[place, default: [:]][frame.place(Int(responses.unit[rating]), wave: wave), default: []]
                .append(PooledComment(survey: index, person: person, text: comment.text, mark: mark))
        }
    }
    return byQuestion.keys.sorted().flatMap { key -> [CommentPool] in
        var waiting = byQuestion[key] ?? [:]
        var pools: [CommentPool] = []
        for unit in frame.trees[wave].depthFirst.reversed() {
            guard let comments = waiting[unit] else { continue }
            let commenters = Set(comments.map(\.author)).count
            let isShown = frame.questions.indices.contains { released[unit, key.side, wave, $0].cell != nil }
            if isShown, commenters >= smallest {
                let ordered = comments.sorted { left, right in
                    left.mark != right.mark
                        ? left.mark < right.mark : left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
                }
                pools.append(
                    CommentPool(
                        unit: unit, side: key.side, question: key.question, comments: ordered, commenters: commenters))
            } else if let parent = frame.trees[wave].parents[unit] {
                waiting[parent, default: []] += comments
            }
        }
        return pools.sorted { $0.unit < $1.unit }
    }
}

private struct CommentKey: Hashable, Comparable {
    let side: Side
    let question: String
    static func < (left: CommentKey, right: CommentKey) -> Bool {
        if left.side != right.side { return left.side.index < right.side.index }
        return left.question.utf8.lexicographicallyPrecedes(right.question.utf8)
    }
}

/// The comments as pages show them: the first by keyed hash, masked. Order: unit, side, question.
func releaseComments(_ pools: [CommentPool], wave: WaveID, names: [String]) -> [CommentSet] {
    Parallel.machine.map(pools.count) { number in
        let pool = pools[number]
        return CommentSet(
            unit: pool.unit, side: pool.side, wave: wave, question: pool.question,
            texts: pool.comments.prefix(mostComments).map { masked($0.text, names: names) },
            more: max(0, pool.comments.count - mostComments), commenters: pool.commenters)
    }
    .enumerated()
    .sorted { ($0.element.unit, $0.offset) < ($1.element.unit, $1.offset) }
    .map(\.element)
}
