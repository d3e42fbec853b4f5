/// Names that somebody may have meant.
package enum NearestNames {
    /// At most three of the names, best first: those that share most pairs of letters with the wanted one (Dice's
    /// coefficient of bigrams), at least a third of them.
    package static func of(_ wanted: String, among names: [String]) -> [String] {
        let pairs = bigrams(wanted)
        guard !pairs.isEmpty else { return [] }
        var scored: [(score: Double, place: Int)] = []
        for (place, name) in names.enumerated() where !name.isEmpty {
            let other = bigrams(name)
            let shared = pairs.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
            let total = pairs.values.reduce(0, +) + other.values.reduce(0, +)
            let score = total == 0 ? 0 : 2 * Double(shared) / Double(total)
            if score >= 1.0 / 3 { scored.append((score, place)) }
        }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(3).map { names[$0.place] }
    }

    private static func bigrams(_ text: String) -> [UInt16: Int] {
        let bytes = Array(text.lowercased().utf8.prefix(400))
        var counts: [UInt16: Int] = [:]
        for index in bytes.indices.dropLast() {
            counts[UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), default: 0] += 1
        }
        return counts
    }
}
