import Report
import Statistics

/// One comparison of two published groups by one statistic.
struct Comparison: Sendable {
    let against: Difference.Against
    let difference: SampleDifference
    /// The second group's value.
    let other: Double
    /// People of the smaller group.
    let people: Int
    /// What one reader sees together with it.
    let family: Family

    /// Comparisons that are judged together: of one kind, in one wave, on one side, by one measure, on one level of the
    /// hierarchy, over all questions of the measure. Wave and side are the same for all that are judged at a time.
    struct Family: Hashable, Sendable {
        enum Kind: Sendable { case previous, yearAgo, rest, otherSide, customers }
        let kind: Kind
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

/// Judges the comparisons of one side in one wave: difference with its interval, and a verdict controlled for the number of
/// comparisons that are seen together (Benjamini-Hochberg, q below 0.05; both bases 30 people or more).
func judge(_ comparisons: [Comparison]) -> [Judged] {
    var judged = comparisons.map { comparison in
        let limits = comparison.difference.interval()
        return Judged(
            estimate: Estimate(value: comparison.difference.estimate, low: limits.low, high: limits.high),
            excludesZero: limits.low > 0 || limits.high < 0,
            verdict: comparison.people >= verdictBase ? .similar : .few)
    }
    var families: [Comparison.Family: (candidates: [Int], count: Int)] = [:]
    for (index, comparison) in comparisons.enumerated() where comparison.people >= verdictBase {
        families[comparison.family, default: ([], 0)].count += 1
        // The others have p of 0.05 or more and cannot reach a q below it, nor help another to.
        if judged[index].excludesZero { families[comparison.family, default: ([], 0)].candidates.append(index) }
    }
    for family in families.values where !family.candidates.isEmpty {
        let found = significant(family.candidates.count, of: family.count) { candidate, z in
            comparisons[family.candidates[candidate]].difference.excludesZero(z: z)
        }
        for index in found.map({ family.candidates[$0] }) {
            judged[index].verdict = judged[index].estimate.value > 0 ? .higher : .lower
        }
    }
    return judged
}
