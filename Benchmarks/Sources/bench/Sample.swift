/// Readings of one thing in several runs.
struct Sample {
    private(set) var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    /// The middle reading; of an even number the lower of the two.
    var median: Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? .nan : sorted[(sorted.count - 1) / 2]
    }
    var least: Double { values.min() ?? .nan }
    var most: Double { values.max() ?? .nan }

    /// Such as "0.412 (0.405 to 0.431)".
    var seconds: String { "\(median.text(3)) (\(least.text(3)) to \(most.text(3)))" }
}

extension Double {
    /// With so many decimals.
    func text(_ decimals: Int) -> String {
        guard isFinite else { return "not measured" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((abs(self) * scale).rounded())
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = padded.dropLast(decimals)
        let sign = self < 0 && scaled > 0 ? "-" : ""
        return decimals == 0 ? sign + digits : "\(sign)\(whole).\(padded.suffix(decimals))"
    }
}
