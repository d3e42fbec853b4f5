/// The interval of the difference of two independent estimates, first minus second, by MOVER (the method of variance
/// estimates recovery): the distances of each estimate from its own limits, combined. With Wilson limits this is method 10
/// of Newcombe 1998. The limits of both, and so of the difference, are at one level.
package func differenceInterval(
    _ first: Double, _ limits: Interval, minus second: Double, _ others: Interval
) -> Interval {
    func distance(_ a: Double, _ b: Double) -> Double { root(a * a + b * b) }
    return Interval(
        low: first - second - distance(first - limits.low, others.high - second),
        high: first - second + distance(limits.high - first, second - others.low))
}

/// The difference of two independent samples' estimates, first minus second, with its interval by MOVER.
package struct SampleDifference: Sendable {
    private let first: Sample
    private let second: Sample
    package let estimate: Double

    package init(_ first: Sample, _ second: Sample) {
        self.first = first
        self.second = second
        estimate = first.estimate - second.estimate
    }

    package func interval(z: Double = z95) -> Interval {
        differenceInterval(
            first.estimate, first.interval(z: z), minus: second.estimate, second.interval(z: z))
    }

    /// True if the interval that reaches `z` standard normal deviations excludes 0: if p is below that level.
    package func excludesZero(z: Double) -> Bool {
        let limits = interval(z: z)
        return limits.low > 0 || limits.high < 0
    }

    /// True if the 95 % interval excludes 0. Only then can a p value fall below 0.05.
    package var excludesZero: Bool {
        let limits = interval()
        return limits.low > 0 || limits.high < 0
    }

    /// The alpha at which the interval touches 0, both samples' intervals computed anew at that alpha; 1 where the
    /// estimates are equal, 0 where it is too small for a number of this size.
    package func pValue() -> Double {
        guard estimate != 0 else { return 1 }
        /// The distance from 0 of the limit nearer to it; negative once the interval holds 0.
        func clearance(_ z: Double) -> Double {
            let limits = interval(z: z)
            return estimate > 0 ? limits.low : -limits.high
        }
        var low = 0.0
        var high = z95
        var atLow = abs(estimate)
        var atHigh = clearance(high)
        while atHigh > 0 {
            guard high < 37 else { return 0 }
            low = high
            atLow = atHigh
            high = min(37, high * 1.5)
            atHigh = clearance(high)
        }
        // False position, with the Illinois rule against one end that stays.
        var side = 0
        for _ in 0..<100 where high - low > 1e-9 {
            var z = (low * atHigh - high * atLow) / (atHigh - atLow)
            if !(z > low && z < high) { z = 0.5 * (low + high) }
            let value = clearance(z)
            if abs(value) < 1e-13 { return 2 * normalUpperTail(z) }
            if value > 0 {
                low = z
                atLow = value
                if side == 1 { atHigh /= 2 }
                side = 1
            } else {
                high = z
                atHigh = value
                if side == -1 { atLow /= 2 }
                side = -1
            }
        }
        return 2 * normalUpperTail(0.5 * (low + high))
    }
}
