/// A net promoter score, −1...1: promoters less detractors, per answer. Passives stay in the base.
///
/// Interval: adjusted Wald AW(3, T), three pseudo answers spread as 0.75, 1.5 and 0.75 (Rocks 2016, The American
/// Statistician 70), cut to −1...1 and moved out to hold the score itself.
package struct NetPromoter: Sendable, Hashable {
    package let detractors: Double
    package let passives: Double
    package let promoters: Double
    package init(detractors: Double, passives: Double, promoters: Double) {
        self.detractors = detractors
        self.passives = passives
        self.promoters = promoters
    }

    package var count: Double { detractors + passives + promoters }
    package var estimate: Double { (promoters - detractors) / count }

    package func interval(z: Double = z95) -> Interval {
        let n = count + 3
        let score = (promoters - detractors) / n
        let variance = (promoters + detractors + 1.5) / n - score * score
        let half = z * root(max(0, variance) / n)
        return Interval(low: score - half, high: score + half).clipped(to: -1...1).containing(estimate)
    }
}
