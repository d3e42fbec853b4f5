package import Diagnostics

/// Marks of a file's rows, by which the same row is recognised in another file; never written anywhere.
struct RowMarks: Sendable, CustomStringConvertible {
    let path: String
    /// Keyed hash of each whole row, and its line.
    let keys: [UInt64]
    let lines: RowLines
    /// True if rows hold a time of day, so that two equal rows are one response and not two people who agree.
    let arePrecise: Bool

    var description: String { "[\(keys.count) redacted rows]" }
}

private struct FilePair: Hashable, Comparable {
    let first: Int
    let second: Int
    static func < (left: FilePair, right: FilePair) -> Bool { (left.first, left.second) < (right.first, right.second) }
}

extension [SurveyResult] {
    /// Share of a file's different rows from which on rows without a time of day are taken for the same ones.
    private static var suspiciousShare: Double { 0.8 }
    /// Fewest different rows without a time of day that are compared at all.
    private static var fewestRows: Int { 10 }

    /// Rows of one file that stand again in another: a cumulative export, whose answers would be counted twice.
    package func checkRepeatedRows() -> [Diagnostic] {
        let files = compactMap(\.marks).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        guard files.count > 1 else { return [] }
        var owner: [UInt64: Int] = [:]
        var shared: [FilePair: (rows: Int, line: Int)] = [:]
        var different = [Int](repeating: 0, count: files.count)
        for (file, marks) in files.enumerated() {
            for (row, key) in marks.keys.enumerated() {
                let other = owner.updateValue(file, forKey: key)
                guard other != file else { continue }
                different[file] += 1
                guard let other else { continue }
                let pair = FilePair(first: other, second: file)
                shared[pair] = (rows: (shared[pair]?.rows ?? 0) + 1, line: shared[pair]?.line ?? marks.lines[row])
            }
        }
        return shared.keys.sorted().compactMap { pair in
            guard let (rows, line) = shared[pair] else { return nil }
            let (first, second) = (files[pair.first], files[pair.second])
            let fewest = Swift.min(different[pair.first], different[pair.second])
            let isSame =
                first.arePrecise && second.arePrecise
                || fewest >= Self.fewestRows && Double(rows) >= Self.suspiciousShare * Double(fewest)
            guard isSame else { return nil }
            return .error(
                "repeated-rows", at: SourceLocation(file: second.path, line: line),
                "\(rows) \(rows == 1 ? "row of \(first.path) stands" : "rows of \(first.path) stand") again in this file and would be counted twice",
                remedy: "keep the newer export alone, or export only the responses that came since")
        }
    }
}
