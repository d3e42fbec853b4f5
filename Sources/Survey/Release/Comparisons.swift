import Parallel
import Report
import Statistics

/// One comparison of two published groups by one statistic.
struct Comparison: Sendable {
    let against: Difference.Against
    /// Positions in the table of samples.
    let first: Int
    let second: Int
    /// What one reader sees together with it.
    let family: Family

    /// Comparisons that are judged together: of one kind, in one wave, on one side, by one measure, on one level of the
    /// hierarchy, over all questions of the measure.
    struct Family: Hashable, Sendable {
        enum Kind: Sendable { case previous, yearAgo, rest, otherSide, customers }
        let kind: Kind
        let wave: Int
        let side: Side
        let statistic: Statistic
        let level: Int
    }
}

/// People on each side of a comparison, from which on a verdict is given.
let verdictBase = 30

/// A comparison with its interval and its verdict.
struct Judged: Sendable {
    let estimate: Estimate
    let excludesZero: Bool
    var verdict: Verdict
}

/// Judges comparisons: difference with its interval, and a verdict controlled for the number of comparisons that are seen
/// together (Benjamini-Hochberg, q below 0.05; both bases 30 people or more).
func judge(_ comparisons: [Comparison], in samples: SampleTable) -> [Judged] {
    let cores = Parallel.machine
    let size = 1024
    var judged = cores.map((comparisons.count + size - 1) / size) { part in
        comparisons[(part * size)..<min(comparisons.count, (part + 1) * size)].map { comparison in
            let difference = SampleDifference(samples[comparison.first], samples[comparison.second])
            let limits = difference.interval()
            return Judged(
                estimate: Estimate(value: difference.estimate, low: limits.low, high: limits.high),
                excludesZero: limits.low > 0 || limits.high < 0, verdict: .few)
        }
    }.flatMap(\.self)
    var members: [Comparison.Family: [Int]] = [:]
    for (index, comparison) in comparisons.enumerated()
    where min(samples.people[comparison.first], samples.people[comparison.second]) >= verdictBase {
        members[comparison.family, default: []].append(index)
        judged[index].verdict = .similar
    }
    // The others have p of 0.05 or more and cannot reach a q below it, nor help another to.
    let families = members.values.map { family in
        (candidates: family.filter { judged[$0].excludesZero }, count: family.count)
    }.filter { !$0.candidates.isEmpty }
    let found = cores.map(families.count) { number in
        let family = families[number]
        return significant(family.candidates.count, of: family.count) { candidate, z in
            let comparison = comparisons[family.candidates[candidate]]
            return SampleDifference(samples[comparison.first], samples[comparison.second]).excludesZero(z: z)
        }.map { family.candidates[$0] }
    }
    for index in found.joined() { judged[index].verdict = judged[index].estimate.value > 0 ? .higher : .lower }
    return judged
}
