import Testing

@testable import Statistics

/// The decision without p values is that of Benjamini and Hochberg's adjusted ones.
@Suite struct SignificanceTests {
    private static func random(_ seed: UInt64) -> () -> Double {
        var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        return {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
    }

    @Test(arguments: 0..<60) func decidesLikeAdjustedPValues(_ seed: UInt64) {
        let next = Self.random(seed)
        let looked = 1 + Int(next() * 80)
        // From families without any finding to such with many.
        let power = 1 + 6 * next()
        var p: [Double] = []
        for _ in 0..<looked {
            var value = 1.0
            for _ in 0..<Int(power) { value *= next() }
            if value < 0.05 { p.append(value) }
        }
        let adjusted = benjaminiHochberg(p, comparisons: looked)
        let expected = adjusted.indices.filter { adjusted[$0] < 0.05 }
        let found = significant(p.count, of: looked) { p[$0] < 2 * normalUpperTail($1) }
        #expect(found == expected)
    }

    @Test func realDifferencesGetTheSameVerdicts() {
        let next = Self.random(7)
        let differences = (0..<60).map { _ in
            let hits = (1 + 38 * next()).rounded()
            let other = (1 + 38 * next()).rounded()
            return SampleDifference(.share(Share(hits: hits, count: 40)), .share(Share(hits: other, count: 40)))
        }
        let candidates = differences.filter(\.excludesZero)
        let adjusted = benjaminiHochberg(candidates.map { $0.pValue() }, comparisons: differences.count)
        let found = significant(candidates.count, of: differences.count) { candidates[$0].excludesZero(z: $1) }
        #expect(found == adjusted.indices.filter { adjusted[$0] < 0.05 })
        #expect(!found.isEmpty && found.count < candidates.count)
    }
}
