/// The delimiter of a file, and why.
struct DelimiterFinding {
    let delimiter: UInt8
    /// A sentence without a full stop.
    let reason: String
    /// The file's first line is `sep=` and the delimiter.
    let isAnnounced: Bool

    static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    static func name(_ delimiter: UInt8) -> String {
        switch delimiter {
        case 0x2C: "comma"
        case 0x3B: "semicolon"
        case 0x09: "tab"
        case 0x7C: "vertical bar"
        default: "'\(Character(Unicode.Scalar(delimiter)))'"
        }
    }

    static func find(_ head: HeadText, declared: UInt8?) -> DelimiterFinding {
        let announced = announcement(head.bytes)
        if let declared {
            return DelimiterFinding(delimiter: declared, reason: "declared", isAnnounced: announced != nil)
        }
        if let announced {
            return DelimiterFinding(delimiter: announced, reason: "the first line says so", isAnnounced: true)
        }
        var best = (delimiter: candidates[0], score: 0.0, width: 1, agreeing: 0, of: 0)
        // A character that stands nowhere divides nothing.
        for delimiter in candidates where head.bytes.contains(delimiter) {
            let (batch, problems) = head.records(delimiter: delimiter)
            let shape = TableShape(batch)
            guard shape.width > 1 else { continue }
            // Rows of one width speak for a delimiter, broken quoting against it.
            let agreement = Double(shape.agreeing) / Double(max(1, shape.records))
            let penalty = problems.contains { $0.kind != .quoteInJSON } ? 0.1 : 1
            let score = agreement * agreement * Double(min(shape.width, 12) + 4) * penalty
            if score > best.score { best = (delimiter, score, shape.width, shape.agreeing, shape.records) }
        }
        guard best.score > 0 else {
            return DelimiterFinding(
                delimiter: 0x2C, reason: "one column: no delimiter divides the rows", isAnnounced: false)
        }
        return DelimiterFinding(
            delimiter: best.delimiter,
            reason:
                "the \(name(best.delimiter)) divides \(best.agreeing) of the first \(best.of) rows into \(best.width) cells",
            isAnnounced: false)
    }

    /// The delimiter of a first line `sep=;`, in quotes or not.
    private static func announcement(_ bytes: [UInt8]) -> UInt8? {
        var line = bytes.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
        if line.first == 0x22, line.last == 0x22, line.count > 1 { line = line.dropFirst().dropLast() }
        guard line.count == 5, line.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }),
            let last = line.last, candidates.contains(last)
        else { return nil }
        return last
    }
}

/// How wide the records of a sample are.
struct TableShape {
    /// The most frequent number of cells; of two equally frequent ones the larger.
    ///
    /// 0 without records.
    let width: Int
    /// Records of that width, and all that are not blank.
    let agreeing: Int
    let records: Int

    init(_ batch: RecordBatch) {
        var counts: [Int: Int] = [:]
        var records = 0
        for record in 0..<min(batch.count, HeadText.records) where !batch.isBlank(record) {
            counts[batch.width(record), default: 0] += 1
            records += 1
        }
        let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        width = best?.key ?? 0
        agreeing = best?.value ?? 0
        self.records = records
    }
}
