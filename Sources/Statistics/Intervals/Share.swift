/// A share of answers, 0...1, with the Wilson score interval (Wilson 1927; Brown, Cai and DasGupta 2001).
package struct Share: Sendable, Hashable {
    /// Answers that count, of `count`; both may be fractions, `count` is above 0.
    package let hits: Double
    package let count: Double
    package init(hits: Double, count: Double) {
        self.hits = hits
        self.count = count
    }

    package var estimate: Double { hits / count }

    package func interval(z: Double = z95) -> Interval {
        let p = estimate
        let spread = z * z / count
        let centre = (p + spread / 2) / (1 + spread)
        let half = z / (1 + spread) * root(max(0, p * (1 - p)) / count + spread / (4 * count))
        // At the ends the formula is exact only up to rounding.
        return Interval(
            low: hits <= 0 ? 0 : max(0, min(p, centre - half)), high: hits >= count ? 1 : min(1, max(p, centre + half)))
    }
}
