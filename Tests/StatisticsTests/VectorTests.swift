import Statistics
import Testing

/// Published test vectors of the formulas, each computed with two independent implementations.
@Suite struct VectorTests {
    private func close(_ interval: Interval, _ low: Double, _ high: Double) -> Bool {
        abs(interval.low - low) < 6e-7 && abs(interval.high - high) < 6e-7
    }

    @Test(
        arguments: [
            (39.0, 50.0, 0.647585, 0.872461), (10, 10, 0.722467, 1), (0, 12, 0, 0.242494), (7, 11, 0.353801, 0.848335),
            (412, 500, 0.788186, 0.854874),
        ] as [(Double, Double, Double, Double)])
    func wilson(hits: Double, count: Double, low: Double, high: Double) {
        #expect(close(Share(hits: hits, count: count).interval(), low, high))
    }

    @Test(
        arguments: [
            (20.0, 30.0, 50.0, 0.3, 0.140511, 0.442013), (1, 2, 9, 2.0 / 3, 0.181914, 0.884753),
            (0, 0, 10, 1, 0.475036, 1), (5, 7, 0, -5.0 / 12, -0.620597, -0.046070),
        ] as [(Double, Double, Double, Double, Double, Double)])
    func netPromoter(
        _ detractors: Double, _ passives: Double, _ promoters: Double, score: Double, low: Double, high: Double
    ) {
        let sample = NetPromoter(detractors: detractors, passives: passives, promoters: promoters)
        #expect(abs(sample.estimate - score) < 1e-12)
        #expect(close(sample.interval(), low, high))
    }

    @Test(
        arguments: [
            ([4.0, 6, 9, 8, 5], 3.1250, 2.699627, 3.537442), ([1, 2, 3, 10, 14], 4.133333333, 3.693748, 4.444151),
            ([0, 0, 0, 0, 10], 5, 4.247378, 5), ([0, 1, 1, 2, 5, 8, 4], 5.428571429, 4.777361, 5.890501),
        ] as [([Double], Double, Double, Double)])
    func boundedMean(histogram: [Double], mean: Double, low: Double, high: Double) {
        let sample = BoundedMean(histogram: histogram, low: 1)
        #expect(abs(sample.estimate - mean) < 1e-8)
        #expect(close(sample.interval(), low, high))
    }

    @Test func quantiles() {
        #expect(abs(normalQuantile(0.975) - 1.959964) < 5e-7)
        #expect(abs(normalQuantile(1e-6) + 4.753424) < 5e-7)
        #expect(abs(betaQuantile(0.025, 8.3, 2.1) - 0.520782) < 5e-7)
        #expect(abs(betaQuantile(0.975, 8.3, 2.1) - 0.969442) < 5e-7)
        #expect(abs(betaQuantile(0.025, 0.5, 10.5) - 0.000048) < 5e-7)
        #expect(abs(betaQuantile(0.975, 40, 3) - 0.985020) < 5e-7)
    }

    @Test(
        arguments: [
            (56.0, 70.0, 48.0, 80.0, 0.052431, 0.333873, 0.008133),
            (28, 52, 39, 50, -0.403869, -0.057277, 0.010105), (9, 10, 3, 10, 0.170523, 0.809018, 0.004963),
        ] as [(Double, Double, Double, Double, Double, Double, Double)])
    func shareDifference(
        _ hits: Double, _ count: Double, _ otherHits: Double, _ otherCount: Double, low: Double, high: Double, p: Double
    ) {
        let difference = SampleDifference(
            .share(Share(hits: hits, count: count)), .share(Share(hits: otherHits, count: otherCount)))
        #expect(close(difference.interval(), low, high))
        #expect(abs(difference.pValue() - p) < 1e-6)
    }

    @Test(
        arguments: [
            ([20.0, 30, 50], [30.0, 35, 35], 0.028688, 0.461216, 0.026403),
            ([30, 90, 180], [45, 95, 160], 0.003887, 0.228344, 0.042554),
        ] as [([Double], [Double], Double, Double, Double)])
    func netPromoterDifference(_ one: [Double], _ other: [Double], low: Double, high: Double, p: Double) {
        let difference = SampleDifference(
            .netPromoter(NetPromoter(detractors: one[0], passives: one[1], promoters: one[2])),
            .netPromoter(NetPromoter(detractors: other[0], passives: other[1], promoters: other[2])))
        #expect(close(difference.interval(), low, high))
        #expect(abs(difference.pValue() - p) < 1e-6)
    }

    @Test func meanDifference() {
        let difference = SampleDifference(
            .mean(BoundedMean(histogram: [4, 6, 9, 8, 5], low: 1)),
            .mean(BoundedMean(histogram: [1, 2, 3, 10, 14], low: 1)))
        #expect(close(difference.interval(), -1.535164, -0.405553))
        #expect(abs(difference.pValue() - 0.001003) < 1e-6)
    }

    @Test func adjustedP() {
        let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
        let q = [0.010, 0.040, 0.084, 0.084, 0.084, 0.100, 0.105714, 0.216, 0.216, 0.216]
        for (found, expected) in zip(benjaminiHochberg(p), q) { #expect(abs(found - expected) < 5e-7) }
        // Any order of the same comparisons gives each its own value.
        let turned = benjaminiHochberg(p.reversed())
        for (found, expected) in zip(turned.reversed(), q) { #expect(abs(found - expected) < 5e-7) }
        // Comparisons without a p value count.
        #expect(abs(benjaminiHochberg([0.001], comparisons: 20)[0] - 0.02) < 1e-12)
    }
}
