import Statistics
import Testing

/// Special functions against tables that an independent library computed.
@Suite struct SpecialFunctionTests {
    @Test func betaQuantiles() {
        for (p, a, b, expected) in betaQuantileTable {
            #expect(abs(betaQuantile(p, a, b) - expected) < 1e-9, "\(p) \(a) \(b)")
        }
    }

    @Test func incompleteBetas() {
        for (x, a, b, expected) in incompleteBetaTable {
            #expect(abs(incompleteBeta(x, a, b) - expected) < 1e-11, "\(x) \(a) \(b)")
        }
    }

    /// The quantile undoes the distribution function, from both ends.
    @Test func quantileAndDistributionAgree() {
        for (p, a, b, _) in betaQuantileTable where a > 0.5 && b > 0.5 {
            let beta = BetaDistribution(a, b)
            #expect(abs(beta.cumulative(beta.quantile(p)) - p) < 1e-9)
            #expect(abs(1 - beta.mirrored.quantile(1 - p) - beta.quantile(p)) < 1e-9)
        }
    }

    @Test func logGammas() {
        for (x, expected) in logGammaTable {
            #expect(abs(logGamma(x) - expected) <= 2e-14 * max(1, abs(expected)), "\(x)")
        }
    }

    @Test func normalQuantiles() {
        for (p, expected) in normalTable {
            #expect(abs(normalQuantile(p) - expected) <= 1e-12 * max(1, abs(expected)), "\(p)")
        }
        #expect(normalQuantile(0) == -.infinity)
        #expect(normalQuantile(1) == .infinity)
    }

    @Test func rankCorrelation() throws {
        let found = try #require(spearman(firstColumn, secondColumn))
        #expect(abs(found.estimate - 0.04474029234585741) < 1e-12)
        #expect(abs(found.interval.low - -0.3654338699295794) < 1e-9)
        #expect(abs(found.interval.high - 0.44036487071792435) < 1e-9)
        #expect(spearman([1, 2, 3], [1, 2, 3]) == nil)
        #expect(spearman([1, 1, 1, 1], [1, 2, 3, 4]) == nil)
        #expect(ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
    }

    private let firstColumn: [Double] = [
        0.7, -0.6, 0.5, -0.6, 0.7, 0.1, -0.9, 1.4, -0.1, -0.3, -0.9, -0.5, -0.1, 0.2, 1.1, -1.3, -0.3, 1.2, 0.2, 0.4,
        1.6, 0.4, 0.5, -0.0,
    ]
    private let secondColumn: [Double] = [
        2.1, 0.8, -0.5, 0.3, -0.9, 1.1, 0.3, 0.4, -0.4, -1.9, 0.4, -0.3, -0.3, 0.8, -0.2, -1.1, -0.8, -0.9, 2.5, -0.0,
        0.3, 1.1, -3.0, -0.0,
    ]

    // p, a, b, quantile.
    private let betaQuantileTable: [(Double, Double, Double, Double)] = [
        (0.976244, 1641.6498, 11.393, 0.996531231660),
        (0.025, 34.4175, 2.4123, 0.836419376756),
        (0.5, 0.2359, 721.4004, 0.000050569050),
        (0.788947, 7.6872, 4.4924, 0.744708023250),
        (0.001, 2634.9052, 2.2317, 0.996320345010),
        (0.704865, 0.2446, 35.0153, 0.005355541435),
        (0.001, 1636.8859, 67.3422, 0.944370913434),
        (0.5, 9.2918, 10.0261, 0.480325072261),
        (0.001, 1.777, 0.4158, 0.039085040416),
        (0.001, 1568.6833, 25.7086, 0.972395463999),
        (0.025, 1408.8783, 9.0913, 0.988820558544),
        (0.5, 0.3845, 91.7826, 0.001453757717),
        (0.361815, 0.2844, 6.3035, 0.003294887044),
        (0.975, 0.4044, 2053.7003, 0.001089310077),
        (0.975, 2.579, 157.5311, 0.040504976571),
        (0.275938, 15.341, 399.3365, 0.031059018141),
        (0.025, 2.4023, 1.7387, 0.149184480966),
        (0.5, 9.9647, 1904.9986, 0.005032353234),
        (0.999, 2.9857, 1.0884, 0.999399184135),
        (0.025, 2.8903, 762.3758, 0.000749003358),
        (0.975, 0.4649, 0.0783, 1.000000000000),
        (0.001, 0.487, 10.702, 0.000000051608),
        (0.001, 100.1006, 13.6028, 0.769064865712),
        (0.025, 52.9755, 2.2474, 0.894164818108),
        (0.001, 1.5046, 46.8201, 0.000262148514),
        (0.001, 0.0656, 0.4224, 0.000000000000),
        (0.999, 2.6091, 8.036, 0.698542771946),
        (0.999, 8.6454, 10.038, 0.791558882247),
        (0.001, 1494.1424, 27.8179, 0.969306697489),
        (0.025, 93.2107, 1.2974, 0.955100936084),
        (0.999, 11.303, 2.5029, 0.991270267189),
        (0.975, 0.8396, 0.9114, 0.979107110452),
        (0.999, 1085.3486, 365.3408, 0.782355183700),
        (0.001, 0.0348, 0.8524, 0.000000000000),
        (0.550559, 982.367, 2.084, 0.998372340456),
        (0.595027, 1.6108, 173.9299, 0.009021335255),
        (0.5, 13.3863, 44.561, 0.227897783915),
        (0.025, 965.0035, 2231.8431, 0.286068976509),
        (0.999, 1.8576, 46.7276, 0.172535993629),
        (0.025, 280.0443, 0.084, 0.996913883558),
        (0.975, 0.5097, 2068.7624, 0.001226388807),
        (0.001, 454.3242, 2739.7482, 0.123789644770),
        (0.750717, 471.6582, 2.8769, 0.996561950894),
        (0.5, 1410.0434, 233.0854, 0.858290710563),
        (0.025, 263.6936, 0.068, 0.997208310580),
        (0.999, 1.3677, 54.292, 0.133794985970),
        (0.5, 43.8102, 857.0767, 0.048296301891),
        (0.975, 2.2634, 0.8104, 0.995527721744),
        (0.975, 193.6442, 746.1523, 0.232475984764),
        (0.999, 2240.5529, 62.883, 0.982027652560),
        (0.975, 42.4579, 0.0397, 1.000000000000),
        (0.019582, 8.7692, 1462.4883, 0.002579697789),
        (0.5, 2116.9181, 0.2197, 0.999986358090),
        (0.975, 2.9259, 0.1455, 0.999999999998),
        (0.123505, 182.3759, 170.035, 0.486691076433),
        (0.001, 0.6135, 962.7265, 0.000000011173),
        (0.538414, 27.453, 889.1022, 0.030153808222),
        (0.999, 356.3555, 108.3399, 0.823950617036),
        (0.999, 0.4161, 1125.0171, 0.004528846058),
        (0.950976, 98.4622, 148.0462, 0.451414430732),
    ]
    // x, a, b, probability below x.
    private let incompleteBetaTable: [(Double, Double, Double, Double)] = [
        (1e-06, 0.1207, 1938.6763, 4.98696204839308e-01),
        (0.998412, 1040.0107, 0.5391, 7.68978219916876e-02),
        (0.0, 0.1844, 849.9444, 0.00000000000000e+00),
        (0.024735, 12.6719, 749.8343, 9.47457553195389e-01),
        (0.992567, 2342.4579, 20.3219, 7.15921745803053e-01),
        (0.061758, 553.3756, 9223.3709, 9.84597626922649e-01),
        (0.007804, 1.6592, 26.04, 4.29838032236310e-02),
        (0.999781, 3846.4337, 0.7557, 3.15092544765966e-01),
        (0.013737, 0.7757, 87.1447, 7.84717799433687e-01),
        (0.998708, 239.309, 1.8136, 9.42131847362254e-01),
        (0.000459, 0.7157, 3942.4559, 9.02503483724016e-01),
        (0.0, 0.0492, 0.2456, 0.00000000000000e+00),
        (0.596625, 0.2733, 0.7572, 8.10384764524665e-01),
        (0.057682, 6.2115, 108.4183, 6.11882305445275e-01),
        (0.004188, 11.9618, 2727.1927, 4.80954869882854e-01),
        (0.402487, 3.9356, 9.6007, 8.21948868565423e-01),
        (1.0, 320.8847, 0.033, 1.00000000000000e+00),
        (0.26476, 0.6503, 2.1725, 6.48154679920356e-01),
        (0.085986, 383.0868, 3983.539, 3.46335985967397e-01),
        (0.954586, 6.3931, 0.19, 1.83347454116213e-01),
        (0.340124, 2763.7368, 5717.8112, 9.97336385252608e-01),
        (0.978753, 2246.4447, 41.4837, 1.33649033530786e-01),
        (0.003937, 1.9664, 462.2312, 5.54918796639809e-01),
        (0.060983, 79.4847, 1307.6252, 7.29799815925004e-01),
        (1.0, 0.7419, 0.0608, 1.00000000000000e+00),
        (0.000209, 0.3752, 3008.4328, 8.08723758341551e-01),
        (0.078602, 326.2062, 3872.2574, 5.92737607717487e-01),
        (0.97973, 1840.2229, 38.3328, 4.95760655842038e-01),
        (0.998922, 5719.4444, 8.2808, 7.54013624282061e-01),
        (1.0, 5511.3152, 0.6723, 1.00000000000000e+00),
        (0.005178, 13.9369, 2497.1345, 4.33437478468010e-01),
        (0.000187, 0.4309, 8271.3975, 9.35983266655310e-01),
        (0.976587, 8.041, 0.08, 1.03255447267293e-01),
        (0.998875, 7650.9083, 7.6806, 3.28468884921738e-01),
        (0.999949, 4029.3317, 0.0326, 3.90306771998966e-02),
        (0.0, 0.1924, 19.8424, 0.00000000000000e+00),
        (0.011672, 2.946, 287.6177, 6.69695303180822e-01),
        (0.140396, 60.6493, 336.7917, 2.54882328225900e-01),
        (0.004547, 1.9242, 370.2716, 5.27237176983036e-01),
        (0.003053, 2.0658, 669.4044, 5.87847897959407e-01),
    ]
    private let logGammaTable: [(Double, Double)] = [
        (0.001, 6.907178885383853e+00),
        (0.1, 2.252712651734206e+00),
        (0.5, 5.723649429247000e-01),
        (1, 0.000000000000000e+00),
        (1.5, -1.207822376352453e-01),
        (2, 0.000000000000000e+00),
        (3.3, 9.870985778947343e-01),
        (7.7, 7.926541356269006e+00),
        (11.99, 1.747788557542619e+01),
        (12, 1.750230784587389e+01),
        (12.01, 1.752673880650996e+01),
        (50, 1.445657439463449e+02),
        (1000.0, 5.905220423209181e+03),
        (100000.0, 1.051287708973657e+06),
        (100000000.0, 1.742068066103835e+09),
    ]
    private let normalTable: [(Double, Double)] = [
        (1e-300, -3.704709629936120e+01),
        (1e-20, -9.262340089798409e+00),
        (1e-10, -6.361340902404056e+00),
        (1e-06, -4.753424308822899e+00),
        (0.001, -3.090232306167813e+00),
        (0.024, -1.977368428181947e+00),
        (0.025, -1.959963984540054e+00),
        (0.0751, -1.438825392752540e+00),
        (0.3, -5.244005127080409e-01),
        (0.5, 0.000000000000000e+00),
        (0.7, 5.244005127080407e-01),
        (0.925, 1.439531470938456e+00),
        (0.975, 1.959963984540054e+00),
        (0.999, 3.090232306167813e+00),
        (0.9999999999, 6.361340889697422e+00),
    ]
}

/// What must hold for every histogram.
@Suite struct IntervalPropertyTests {
    @Test func everySmallShare() {
        for count in 1...40 {
            var last = Interval(low: -1, high: -1)
            for hits in 0...count {
                let sample = Share(hits: Double(hits), count: Double(count))
                let interval = sample.interval()
                #expect(interval.low >= 0 && interval.high <= 1)
                #expect(interval.low <= sample.estimate && sample.estimate <= interval.high)
                #expect(interval.low > last.low || hits == 0)
                #expect(interval.high > last.high)
                last = interval
            }
        }
    }

    /// All histograms of up to six answers on five points, and every one of three groups of an NPS scale up to twelve.
    @Test func everySmallHistogram() {
        func histograms(_ points: Int, _ count: Int) -> [[Double]] {
            if points == 1 { return [[Double(count)]] }
            return (0...count).flatMap { first in histograms(points - 1, count - first).map { [Double(first)] + $0 } }
        }
        for count in 1...6 {
            for histogram in histograms(5, count) {
                let sample = BoundedMean(histogram: histogram, low: 1)
                let interval = sample.interval()
                #expect(interval.low >= 1 && interval.high <= 5)
                #expect(interval.low <= sample.estimate && sample.estimate <= interval.high)
                #expect(interval.low < interval.high)
                // The same turned round.
                let turned = BoundedMean(histogram: histogram.reversed(), low: 1).interval()
                #expect(abs(6 - turned.high - interval.low) < 1e-9 && abs(6 - turned.low - interval.high) < 1e-9)
            }
        }
        for count in 1...12 {
            for groups in histograms(3, count) {
                let sample = NetPromoter(detractors: groups[0], passives: groups[1], promoters: groups[2])
                let interval = sample.interval()
                #expect(interval.low >= -1 && interval.high <= 1)
                #expect(interval.low <= sample.estimate && sample.estimate <= interval.high)
            }
        }
    }

    /// p is below 0.05 exactly where the 95 % interval excludes 0, and the interval at p touches it.
    @Test func pValueAndIntervalNeverContradict() {
        for first in stride(from: 0, through: 30, by: 3) {
            for second in stride(from: 0, through: 40, by: 4) {
                let difference = SampleDifference(
                    .share(Share(hits: Double(first), count: 30)), .share(Share(hits: Double(second), count: 40)))
                let p = difference.pValue()
                #expect((p < 0.05) == difference.excludesZero)
                guard p > 1e-12, p < 1 else { continue }
                let touching = difference.interval(z: -normalQuantile(p / 2))
                #expect(min(abs(touching.low), abs(touching.high)) < 1e-6)
            }
        }
    }
}
