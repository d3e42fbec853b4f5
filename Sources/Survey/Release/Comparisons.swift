import Report
import Statistics

/// The comparisons of published groups on one side in one wave: differences with their intervals, and verdicts controlled
/// for the number of comparisons that are seen together (Benjamini-Hochberg, q below 0.05; both bases 30 people or more).
struct Comparisons {
    /// In the order in which they were added; verdicts are final once they are judged.
    private(set) var differences: [Difference] = []
    private var families: [Family: Members] = [:]

    /// Comparisons that are judged together: of one kind, in one wave, on one side, by one measure, on one level of the
    /// hierarchy, over all questions of the measure. Wave and side are the same for all that are added.
    struct Family: Hashable {
        enum Kind { case previous, yearAgo, rest, otherSide, customers }
        let kind: Kind
        let statistic: Statistic
        let level: Int
    }

    /// The comparisons of a family whose bases are large enough.
    private struct Members {
        var count = 0
        /// Those whose 95 % interval excludes 0, with their places. The others have p of 0.05 or more and cannot reach a q
        /// below it, nor help another to.
        var candidates: [(place: Int, difference: SampleDifference)] = []
    }

    mutating func reserveCapacity(_ count: Int) { differences.reserveCapacity(count) }

    /// Adds the difference of two samples, of which the smaller has so many people.
    mutating func add(_ first: Sample, _ second: Sample, people: Int, against: Difference.Against, _ family: Family) {
        let difference = SampleDifference(first, second)
        let limits = difference.interval()
        let isJudged = people >= Verdict.smallestBase
        if isJudged {
            families[family, default: Members()].count += 1
            if limits.low > 0 || limits.high < 0 {
                families[family]?.candidates.append((differences.count, difference))
            }
        }
        differences.append(
            Difference(
                against: against, other: second.estimate,
                estimate: Estimate(value: difference.estimate, low: limits.low, high: limits.high),
                verdict: isJudged ? .similar : .few))
    }

    /// Gives the verdicts.
    mutating func judge() {
        for family in families.values where !family.candidates.isEmpty {
            let found = significant(family.candidates.count, of: family.count) { candidate, z in
                family.candidates[candidate].difference.excludesZero(z: z)
            }
            for candidate in found {
                let place = family.candidates[candidate].place
                let similar = differences[place]
                differences[place] = Difference(
                    against: similar.against, other: similar.other, estimate: similar.estimate,
                    verdict: similar.estimate.value > 0 ? .higher : .lower)
            }
        }
    }
}
