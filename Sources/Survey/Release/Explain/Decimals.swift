/// A number with four decimals, rounded half away from zero; never `-0.0000`.
func fourDecimals(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e14 else { return "?" }
    let units = Int((abs(value) * 10_000).rounded())
    let digits = String(units % 10_000)
    let sign = value < 0 && units > 0 ? "-" : ""
    return "\(sign)\(units / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
}
