import Foundation
import Statistics
import Testing

/// Quantiles and intervals against a slow way that has nothing in common with the fast one: a sum of positive terms for
/// the distribution function, and halving for its inverse.
@Suite struct BetaOracleTests {
    /// I_x(a, b) = x^a·(1 − x)^b / (a·B(a, b)) · Σ (a + b)_n/(a + 1)_n · x^n (DLMF 8.17.8).
    private func series(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x > (a + 1) / (a + b + 2) { return 1 - series(1 - x, b, a) }
        let front = exp(a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b))
        var (term, sum, n) = (1.0, 1.0, 0.0)
        while term > 1e-18 * sum {
            term *= (a + b + n) / (a + 1 + n) * x
            sum += term
            n += 1
        }
        return front / a * sum
    }

    private func halved(_ p: Double, _ a: Double, _ b: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = 0.5 * (low + high)
            if series(middle, a, b) < p { low = middle } else { high = middle }
        }
        return 0.5 * (low + high)
    }

    @Test func distributionOverAGrid() {
        let parameters = [0.2, 0.5, 0.8, 1, 1.3, 2, 3.7, 8, 20, 61.5, 150]
        for a in parameters {
            for b in parameters {
                for x in stride(from: 0.02, to: 1, by: 0.04) {
                    let expected = series(x, a, b)
                    #expect(abs(incompleteBeta(x, a, b) - expected) < 1e-12, "\(x) \(a) \(b)")
                }
            }
        }
    }

    @Test(arguments: [0.025, 0.004, 1e-5, 1e-9])
    func quantilesOverAGrid(p: Double) {
        let parameters = [0.4, 0.67, 0.9, 1, 1.1, 1.7, 3, 5.5, 12, 40, 155, 700]
        for a in parameters {
            for b in parameters {
                let found = betaQuantile(p, a, b)
                let expected = halved(p, a, b)
                #expect(abs(found - expected) < 2e-12, "\(p) \(a) \(b): \(found) \(expected)")
                // The probability is reached from below and from above.
                #expect(abs(series(found, a, b) - p) < 1e-10 * p + 1e-15, "\(p) \(a) \(b)")
            }
        }
    }

    /// Every histogram of up to six answers on five points, and unanimous ones of any size.
    @Test func limitsOfMeans() {
        var histograms: [[Double]] = []
        func add(_ start: [Double], _ left: Int) {
            if start.count == 4 {
                histograms += (0...left).map { start + [Double($0)] }
            } else {
                for count in 0...left { add(start + [Double(count)], left - count) }
            }
        }
        add([], 6)
        for count in [1.0, 2, 7, 30, 1000, 40_000] {
            histograms += [[0, 0, 0, 0, count], [count, 0, 0, 0, 0], [0, 0, count, 0, 0], [count, 0, 0, 0, count]]
            histograms.append(Array(repeating: 0, count: 10) + [count])
        }
        for histogram in histograms where histogram.contains(where: { $0 > 0 }) {
            let limits = BoundedMean(histogram: histogram, low: 1).interval()
            let (a, b) = posterior(histogram)
            let range = Double(histogram.count - 1)
            let mean = 1 + weighted(histogram) / histogram.reduce(0, +)
            let low = min(mean, 1 + range * halved(0.025, a, b))
            let high = max(mean, 1 + range * (1 - halved(0.025, b, a)))
            #expect(abs(limits.low - low) < 1e-10 && abs(limits.high - high) < 1e-10, "\(histogram)")
        }
    }

    private func weighted(_ counts: [Double]) -> Double { zip(counts, 0...).reduce(0) { $0 + $1.0 * Double($1.1) } }

    /// Parameters of the Beta distribution that a histogram's mean is matched to.
    private func posterior(_ histogram: [Double]) -> (Double, Double) {
        let points = Double(histogram.count)
        let counts = histogram.map { $0 + 1 / points }
        let total = counts.reduce(0, +)
        let mean = weighted(counts) / total
        let square = zip(counts, 0...).reduce(0) { $0 + $1.0 * Double($1.1 * $1.1) } / total
        let mu = mean / (points - 1)
        let kappa = mu * (1 - mu) / ((square - mean * mean) / (total + 1) / ((points - 1) * (points - 1))) - 1
        return (mu * kappa, (1 - mu) * kappa)
    }
}
