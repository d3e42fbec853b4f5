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

/// Judges comparisons: difference with its interval, and a verdict controlled for the number of comparisons that are seen
/// together (Benjamini-Hochberg, q below 0.05; both bases 30 people or more).
func judge(_ comparisons: [Comparison], in samples: SampleTable) -> [Difference] {
    var members: [Comparison.Family: [Int]] = [:]
    var differences: [SampleDifference] = []
    differences.reserveCapacity(comparisons.count)
    for (index, comparison) in comparisons.enumerated() {
        differences.append(
            SampleDifference(samples.samples[comparison.first], samples.samples[comparison.second]))
        if min(samples.people[comparison.first], samples.people[comparison.second]) >= verdictBase {
            members[comparison.family, default: []].append(index)
        }
    }
    var verdicts = [Verdict](repeating: .few, count: comparisons.count)
    for family in members.values {
        // The others have p of 0.05 or more and cannot reach a q below it, nor help another to.
        let candidates = family.filter { differences[$0].excludesZero }
        let q = benjaminiHochberg(candidates.map { differences[$0].pValue() }, comparisons: family.count)
        for index in family { verdicts[index] = .similar }
        for (index, q) in zip(candidates, q) where q < 0.05 {
            verdicts[index] = differences[index].estimate > 0 ? .higher : .lower
        }
    }
    return comparisons.indices.map { index in
        let limits = differences[index].interval()
        return Difference(
            against: comparisons[index].against, other: samples.samples[comparisons[index].second].estimate,
            estimate: Estimate(value: differences[index].estimate, low: limits.low, high: limits.high),
            verdict: verdicts[index])
    }
}
