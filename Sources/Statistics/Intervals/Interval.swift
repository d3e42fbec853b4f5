/// Two limits, the lower first.
package struct Interval: Sendable, Hashable {
    package let low: Double
    package let high: Double
    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Moved out where needed, so that the estimate lies inside.
    func containing(_ value: Double) -> Interval { Interval(low: min(low, value), high: max(high, value)) }

    /// Cut to a range.
    func clipped(to range: ClosedRange<Double>) -> Interval {
        Interval(
            low: min(max(low, range.lowerBound), range.upperBound),
            high: min(max(high, range.lowerBound), range.upperBound))
    }
}

/// A group's answers, reduced to what an estimate and its interval need. Counts are real numbers, so that a histogram
/// may be scaled by people ÷ answers where people answered several times.
package enum Sample: Sendable {
    case share(Share)
    case netPromoter(NetPromoter)
    case mean(BoundedMean)

    package var estimate: Double {
        switch self {
        case .share(let share): share.estimate
        case .netPromoter(let score): score.estimate
        case .mean(let mean): mean.estimate
        }
    }

    /// Limits that reach `z` standard normal deviations to each side; `z95` gives 95 %.
    package func interval(z: Double = z95) -> Interval {
        switch self {
        case .share(let share): share.interval(z: z)
        case .netPromoter(let score): score.interval(z: z)
        case .mean(let mean): mean.interval(z: z)
        }
    }
}
