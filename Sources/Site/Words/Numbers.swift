package import Report

/// Numbers and dates as readers see them, without the locale of a machine: marks and order come from the strings.
///
/// A value is rounded once, as the last step, half away from zero; what rounds to zero has no sign. A minus is U+2212.
extension Words {
    /// A whole number, digits grouped in threes from five digits on (four digits are read at a glance).
    package func whole(_ number: Int) -> String {
        let digits = String(number.magnitude)
        let grouped = digits.utf8.count > 4 ? group(digits) : digits
        return (number < 0 ? "\u{2212}" : "") + grouped
    }

    /// A number with `decimals` digits after the mark.
    package func number(_ value: Double, decimals: Int = 0, sign: Bool = false) -> String {
        guard let scaled = rounded(value, decimals: decimals) else { return self("not-a-number") }
        var digits = String(scaled.magnitude)
        if decimals > 0 {
            digits = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        }
        let head = String(digits.dropLast(decimals))
        let tail = decimals > 0 ? self("decimal-mark") + digits.suffix(decimals) : ""
        let lead = scaled < 0 ? "\u{2212}" : sign && scaled > 0 ? "+" : ""
        return lead + (head.utf8.count > 4 ? group(head) : head) + tail
    }

    /// Value times 10^decimals as a whole number; nil where there is no number to print.
    private func rounded(_ value: Double, decimals: Int) -> Int? {
        var factor = 1.0
        for _ in 0..<max(0, decimals) { factor *= 10 }
        // 57 of 200 is 28.5 % although the nearest double lies below it: a billionth decides such halves.
        let scaled = (value * factor + (value < 0 ? -1e-9 : 1e-9)).rounded(.toNearestOrAwayFromZero)
        guard scaled.isFinite, scaled.magnitude < 1e15 else { return nil }
        return Int(scaled)
    }

    /// A figure: "72%", "+38", "4.2".
    package func value(_ value: Double, of kind: Statistic.Kind) -> String {
        switch kind {
        case .share: self("percent", ["n": number(value * 100)])
        case .netPromoter: number(value * 100, sign: true)
        case .mean: number(value, decimals: 1)
        }
    }

    /// An interval: "66% to 78%".
    package func range(_ estimate: Estimate, of kind: Statistic.Kind) -> String {
        self("range", ["low": value(estimate.low, of: kind), "high": value(estimate.high, of: kind)])
    }

    /// A difference without its sign and with its unit: "6 percentage points", "12 points", "0.4 points".
    package func points(_ difference: Double, of kind: Statistic.Kind) -> String {
        let size = difference.magnitude
        switch kind {
        case .share: return points("percentage-points", number(size * 100))
        case .netPromoter: return points("points", number(size * 100))
        case .mean: return points("points", number(size, decimals: 1))
        }
    }

    /// The same with its sign: "−6 percentage points".
    package func signedPoints(_ difference: Double, of kind: Statistic.Kind) -> String {
        let size = points(difference, of: kind)
        let signed = signed(difference, of: kind)
        guard let sign = signed.first, sign == "+" || sign == "\u{2212}" else { return size }
        return String(sign) + size
    }

    /// A place on an axis: whole numbers without a decimal.
    package func tick(_ value: Double, of kind: Statistic.Kind) -> String {
        kind == .mean && value == value.rounded() ? number(value) : self.value(value, of: kind)
    }

    private func points(_ key: String, _ number: String) -> String {
        self(number == "1" ? "\(key)-one" : "\(key)-other", ["n": number])
    }

    /// A difference with its sign, as a column holds it: "+6", "−0.4", "0".
    package func signed(_ difference: Double, of kind: Statistic.Kind) -> String {
        kind == .mean ? number(difference, decimals: 1, sign: true) : number(difference * 100, sign: true)
    }

    /// A target that is given in printed units.
    package func target(_ printed: Double, of kind: Statistic.Kind) -> String {
        value(printed / (kind == .mean ? 1 : 100), of: kind)
    }

    /// "4 March 2026".
    package func date(_ date: CalendarDate) -> String {
        self("date", ["day": String(date.day), "month": month(date.month), "year": String(date.year)])
    }

    private func group(_ digits: String) -> String {
        var result: [Character] = []
        for (index, digit) in digits.reversed().enumerated() {
            if index > 0, index % 3 == 0 { result += Array(self("thousands-mark")).reversed() }
            result.append(digit)
        }
        return String(result.reversed())
    }
}
