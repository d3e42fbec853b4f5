/// Spearman's rank correlation of pairs, ties at their mean rank, with the interval of Bonett and Wright 2000
/// (Psychometrika 65): tanh(atanh r ± z·√((1 + r²/2)/(n − 3))).
///
/// Nil for fewer than four pairs, for columns of different length, or where a column does not vary.
package func spearman(_ first: [Double], _ second: [Double], z: Double = z95) -> (estimate: Double, interval: Interval)?
{
    guard first.count == second.count, first.count >= 4 else { return nil }
    let a = ranks(first)
    let b = ranks(second)
    let n = Double(a.count)
    let middle = (n + 1) / 2
    var cross = 0.0
    var squareA = 0.0
    var squareB = 0.0
    for (x, y) in zip(a, b) {
        cross += (x - middle) * (y - middle)
        squareA += (x - middle) * (x - middle)
        squareB += (y - middle) * (y - middle)
    }
    guard squareA > 0, squareB > 0 else { return nil }
    let r = min(1, max(-1, cross / root(squareA * squareB)))
    guard abs(r) < 1 else { return (r, Interval(low: r, high: r)) }
    let centre = inverseHyperbolicTangent(r)
    let half = z * root((1 + r * r / 2) / (n - 3))
    return (r, Interval(low: hyperbolicTangent(centre - half), high: hyperbolicTangent(centre + half)))
}

/// Ranks from 1, equal values at the mean of their places.
package func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var result = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start
        while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
        for place in start...end { result[order[place]] = Double(start + end) / 2 + 1 }
        start = end + 1
    }
    return result
}
