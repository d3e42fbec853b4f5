/// The name that somebody probably meant.
enum Nearest {
    /// The nearest of the names within a third of their length; nil if none is near. Equally near ones in byte order.
    static func name(_ wanted: String, among names: [String]) -> String? {
        let folded = wanted.lowercased()
        let limit = max(2, wanted.count / 3)
        return names.map { (distance(folded, $0.lowercased(), limit), $0) }
            .filter { $0.0 <= limit }
            .min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
    }

    static func hint(_ wanted: String, among names: [String]) -> String? {
        name(wanted, among: names).map { "did you mean `\($0)`?" }
    }

    /// Levenshtein distance in characters of the first 120, or more than `limit` where the lengths alone say so.
    private static func distance(_ left: String, _ right: String, _ limit: Int) -> Int {
        let a = Array(left.prefix(120))
        let b = Array(right.prefix(120))
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }
}
