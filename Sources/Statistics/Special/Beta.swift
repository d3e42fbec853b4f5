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
/// of a Beta(a, b) variable, by a continued fraction (Didonato and Morris 1992, ACM TOMS 18, equation 9).
package func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    BetaDistribution(a, b).cumulative(x)
}

/// The value below which a Beta(a, b) variable lies with probability `p`, to about 1e-13.
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
    func front(_ x: Double) -> Double { exponential(a * naturalLog(x) + b * logOnePlus(-x) - logNorm) }

    func cumulative(_ x: Double, front: Double) -> Double {
        // The fraction converges fast on the side of the mean that holds x.
        x < (a + 1) / (a + b + 2)
            ? front / continuedFraction(x, a, b) : 1 - front / continuedFraction(1 - x, b, a)
    }
}

/// β0 + α1/(β1 + α2/(β2 + …)), by which x^a·(1 − x)^b / B(a, b) is divided to give I_x(a, b).
///
/// It is the even part of the fraction of DLMF 8.17.22, so that one step does the work of two. Numerator and denominator
/// of a convergent follow from the two before; they are divided through before they leave the range of numbers. One
/// division a step: a site's means ask for millions of steps.
private func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let slope = a * (1 - x) - b * x + 1
    var before = (over: 1.0, under: 0.0)
    var last = (over: a * slope / (a + 1), under: 1.0)
    // x / (a + 2m − 1), where the step before had x / (a + 2m + 1).
    var share = x / (a + 1)
    var m = 1.0
    while m < 100_000 {
        let pull = m * (b - m) * share
        let alpha = (a + m - 1) * (a + b + m - 1) * share * pull
        let inverse = 1 / (a + 2 * m + 1)
        let beta = m + pull + (a + m) * (slope + m * (2 - x)) * inverse
        share = x * inverse
        let next = (
            over: beta * last.over + alpha * before.over, under: beta * last.under + alpha * before.under
        )
        let isSettled = abs(next.over * last.under - last.over * next.under) <= 1e-15 * abs(next.over * last.under)
        before = last
        last = next
        if isSettled { break }
        if abs(last.over) > 1e100 || abs(last.under) > 1e100 {
            before = (before.over * 1e-100, before.under * 1e-100)
            last = (last.over * 1e-100, last.under * 1e-100)
        }
        m += 1
    }
    return last.over / last.under
}
