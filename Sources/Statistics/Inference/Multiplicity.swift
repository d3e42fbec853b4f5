/// Adjusted p values that bound the share of false findings among all that are called findings (Benjamini and Hochberg
/// 1995): q of the i-th smallest is the least of m·p_j/j over j ≥ i, at most 1. In the order of `p`.
///
/// - Parameter comparisons: number of comparisons that were looked at, at least `p.count`; those without a p value in `p`
///   count as larger than all in it.
package func benjaminiHochberg(_ p: [Double], comparisons: Int? = nil) -> [Double] {
    let m = Double(max(p.count, comparisons ?? 0))
    let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    var result = [Double](repeating: 1, count: p.count)
    var least = 1.0
    for rank in order.indices.reversed() {
        least = min(least, m * p[order[rank]] / Double(rank + 1))
        result[order[rank]] = least
    }
    return result
}

/// The same decision without the p values: which of `count` candidates have a q below 0.05, where `m` comparisons were
/// looked at.
///
/// The largest k of which k candidates have p below 0.05·k/m is found from above: all but those with p below the level for
/// what is left are dropped until none is. That asks for one interval at a time instead of the level at which it touches 0.
///
/// - Parameter excludesZero: whether the interval of a candidate that reaches `z` standard normal deviations excludes 0.
package func significant(_ count: Int, of m: Int, excludesZero: (_ candidate: Int, _ z: Double) -> Bool) -> [Int] {
    var left = Array(0..<count)
    while !left.isEmpty {
        let level = 0.05 * Double(left.count) / Double(max(count, m))
        let z = -normalQuantile(level / 2)
        let kept = left.filter { excludesZero($0, z) }
        if kept.count == left.count { break }
        left = kept
    }
    return left
}
