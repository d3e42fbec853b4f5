package import Report

/// The whole range of a statistic, from end to end of a chart: never cut, so that charts of one statistic compare.
package struct ValueAxis: Sendable, Hashable {
    /// Ends in the unit of an `Estimate`: 0...1 for shares, −1...1 for NPS, the scale's ends for means.
    package let low: Double
    package let high: Double
    /// Where lines and numbers stand, both ends included, evenly spaced.
    package let ticks: [Double]

    package init(_ statistic: Statistic, scale: Scale) {
        switch statistic.kind {
        case .share: (low, high) = (0, 1)
        case .netPromoter: (low, high) = (-1, 1)
        case .mean: (low, high) = (Double(scale.low), Double(max(scale.high, scale.low + 1)))
        }
        let steps = statistic.kind == .mean ? ValueAxis.steps(over: max(scale.high, scale.low + 1) - scale.low) : 4
        let (start, end) = (low, high)
        ticks = (0...steps).map { start + (end - start) * Double($0) / Double(steps) }
    }

    /// Position along the width in percent, 0...100; values outside the range stand at its ends.
    package func position(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        return min(max((value - low) / (high - low) * 100, 0), 100)
    }

    /// Steps between whole points: as many as there are, where they are few; else the most of 2...6 that divide them.
    private static func steps(over points: Int) -> Int {
        guard points > 6 else { return max(points, 1) }
        return (2...6).last { points % $0 == 0 } ?? 1
    }

    /// Class for the hairlines behind a chart: the number of steps.
    var gridClass: String { "g\(ticks.count - 1)" }
}
