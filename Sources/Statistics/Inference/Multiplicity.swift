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
