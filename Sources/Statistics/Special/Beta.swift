/// Natural logarithm of the gamma function for `x` above 0: Stirling's series, after shifting small arguments up.
package func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var shift = 1.0
    var y = x
    while y < 12 {
        shift *= y
        y += 1
    }
    return stirling(y) + (y - 0.5) * naturalLog(y) - y + halfLogTwoPi - naturalLog(shift)
}

private let halfLogTwoPi = 0.918938533204672741780329736406

/// What Stirling's formula leaves out of log-gamma, for `y` of 12 or more (Abramowitz and Stegun 6.1.41).
private func stirling(_ y: Double) -> Double {
    let t = 1 / (y * y)
    var sum = 1.0 / 156
    sum = sum * t - 691.0 / 360_360
    sum = sum * t + 1.0 / 1188
    sum = sum * t - 1.0 / 1680
    sum = sum * t + 1.0 / 1260
    sum = sum * t - 1.0 / 360
    sum = sum * t + 1.0 / 12
    return sum / y
}

/// Logarithm of the beta function. For two large arguments the big terms are cancelled before they are computed.
package func logBeta(_ a: Double, _ b: Double) -> Double {
    let small = min(a, b)
    let large = max(a, b)
    guard large >= 12 else { return logGamma(a) + logGamma(b) - logGamma(a + b) }
    // log Γ(large) − log Γ(large + small), without the difference of two numbers of size large·log(large).
    let step =
        stirling(large) - stirling(large + small) - (large - 0.5) * logOnePlus(small / large)
        - small * naturalLog(large + small) + small
    return logGamma(small) + step
}

/// The regularised incomplete beta function I_x(a, b) for `x` in 0...1 and positive `a`, `b`: the distribution function
/// of a Beta(a, b) variable. Lentz's evaluation of the continued fraction (DLMF 8.17.22).
package func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    BetaDistribution(a, b).cumulative(x)
}

/// The value below which a Beta(a, b) variable lies with probability `p`, to about 1e-12.
package func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double { BetaDistribution(a, b).quantile(p) }

/// A Beta distribution with its normalising constant computed once.
package struct BetaDistribution: Sendable {
    package let a: Double
    package let b: Double
    private let logNorm: Double

    /// Both parameters above 0.
    package init(_ a: Double, _ b: Double) {
        self.a = a
        self.b = b
        logNorm = logBeta(a, b)
    }

    /// The same distribution seen from the other end.
    package var mirrored: BetaDistribution { BetaDistribution(a: b, b: a, logNorm: logNorm) }

    private init(a: Double, b: Double, logNorm: Double) {
        self.a = a
        self.b = b
        self.logNorm = logNorm
    }

    package func cumulative(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        return cumulative(x, front: front(x))
    }

    /// x^a·(1 − x)^b / B(a, b): the density times x·(1 − x).
    private func front(_ x: Double) -> Double { exponential(a * naturalLog(x) + b * logOnePlus(-x) - logNorm) }

    private func cumulative(_ x: Double, front: Double) -> Double {
        // The fraction converges fast on the side of the mean that holds x.
        x < (a + 1) / (a + b + 2)
            ? front * continuedFraction(x, a, b) / a : 1 - front * continuedFraction(1 - x, b, a) / b
    }

    /// Halley's iteration inside a bracket that every step narrows; where it would leave the bracket, the middle.
    package func quantile(_ p: Double) -> Double {
        guard p > 0 else { return 0 }
        guard p < 1 else { return 1 }
        var low = 0.0
        var high = 1.0
        var x = start(p)
        for _ in 0..<200 {
            let front = front(x)
            let error = cumulative(x, front: front) - p
            if error == 0 { return x }
            if error > 0 { high = x } else { low = x }
            let newton = error * x * (1 - x) / front
            let curvature = (a - 1) / x - (b - 1) / (1 - x)
            var next = x - newton / max(0.5, min(1.5, 1 - 0.5 * newton * curvature))
            let isInside = next > low && next < high
            if !isInside { next = 0.5 * (low + high) }
            let step = abs(next - x)
            x = next
            // The step's error is of third order: after one of 1e-7 nothing is left to correct.
            if (isInside && step <= 1e-7 * min(x, 1 - x)) || step <= 1e-13 || high - low <= 1e-13 { break }
        }
        return x
    }

    /// A first guess: the normal approximation of Abramowitz and Stegun 26.5.22, or the leading power of a tail.
    private func start(_ p: Double) -> Double {
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

private func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    var m = 1.0
    while m < 100_000 {
        let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / away(1 + even * d)
        c = away(1 + even / c)
        result *= d * c
        let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / away(1 + odd * d)
        c = away(1 + odd / c)
        let change = d * c
        result *= change
        if abs(change - 1) < 1e-15 { break }
        m += 1
    }
    return result
}
