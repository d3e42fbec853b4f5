extension NearestNames {
    /// A question that names the nearest of the names; nil if none is near.
    static func hint(_ wanted: String, among names: [String]) -> String? {
        of(wanted, among: names).first.map { "did you mean `\($0)`?" }
    }
}
