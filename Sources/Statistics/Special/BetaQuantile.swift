extension BetaDistribution {
    /// The value below which a variable lies with probability `p`.
    ///
    /// Each step is the Taylor series of the quantile function around the value at hand, to the fifth order, whose
    /// coefficients are derivatives of the density alone (Steinbrecher and Shaw 2008). It asks for the distribution
    /// function once, which is what takes long: from the first guess one step mostly is enough. Every step narrows a
    /// bracket; where the series would leave it or does not converge, Halley's step or the middle takes its place.
    package func quantile(_ p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard p < 1 else { return 1 }
        var low = 0.0
        var high = 1.0
        var x = firstGuess(p)
        for _ in 0..<200 {
            let front = front(x)
            let error = cumulative(x, front: front) - p
            if error == 0 { return x }
            if error > 0 { high = x } else { low = x }
            let newton = -error * x * (1 - x) / front
            let series = quantileSeries(at: x, newton)
            if series.converges, x + series.step > low, x + series.step < high {
                x += series.step
                if series.rest <= 1e-15 * min(x, 1 - x) { break }
            } else {
                let curvature = (a - 1) / x - (b - 1) / (1 - x)
                var next = x + newton / max(0.5, min(1.5, 1 + 0.5 * newton * curvature))
                if !(next > low && next < high) { next = 0.5 * (low + high) }
                let step = abs(next - x)
                x = next
                if step <= 1e-13 * min(x, 1 - x) || high - low <= 1e-16 { break }
            }
        }
        return x
    }

    /// The Taylor series of the quantile function around the probability of `x`: how far from `x` the value lies that
    /// Newton's method would look for `newton` away, and about how large the first term is that was left out.
    private func quantileSeries(at x: Double, _ newton: Double) -> (step: Double, rest: Double, converges: Bool) {
        // Derivatives of the logarithm of the density.
        let y = 1 - x
        let left = (a - 1) / x
        let right = (b - 1) / y
        let l1 = left - right
        let l2 = -left / x - right / y
        let l3 = 2 * (left / (x * x) - right / (y * y))
        let l4 = -6 * (left / (x * x * x) + right / (y * y * y))
        let square = newton * newton
        let second = -l1 * square / 2
        let third = (2 * l1 * l1 - l2) * square * newton / 6
        let fourth = (7 * l1 * l2 - l3 - 6 * l1 * l1 * l1) * square * square / 24
        let fifth =
            (7 * l2 * l2 - l4 + 11 * l1 * l3 - 46 * l1 * l1 * l2 + 24 * l1 * l1 * l1 * l1) * square * square * newton
            / 120
        let correction = second + third + fourth + fifth
        // Terms shrink about alike: by the root of what they shrink by over two orders.
        return (
            newton + correction, abs(fifth) * root(abs(fifth / third)), abs(correction) < 0.5 * abs(newton)
        )
    }

    /// A first guess: the normal approximation of Abramowitz and Stegun 26.5.22, or the leading power of a tail.
    private func firstGuess(_ p: Double) -> Double {
        let guess: Double
        if a >= 1, b >= 1 {
            let y = -normalQuantile(p)
            let lambda = (y * y - 3) / 6
            let h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1))
            let w =
                y * root(max(0, h + lambda)) / h
                - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * h))
            guess = a / (a + b * exponential(2 * w))
        } else {
            let lower = exponential(a * naturalLog(a / (a + b))) / a
            let upper = exponential(b * naturalLog(b / (a + b))) / b
            let total = lower + upper
            guess =
                p < lower / total ? power(a * total * p, 1 / a) : 1 - power(b * total * (1 - p), 1 / b)
        }
        return guess.isFinite ? min(max(guess, 1e-300), 1 - 1e-16) : 0.5
    }
}
