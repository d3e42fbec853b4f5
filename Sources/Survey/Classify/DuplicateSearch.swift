import Parallel

/// Same respondent id, wave and department: the last by time of submission, then by position, stands.
enum DuplicateSearch {
    /// By part and rating: true where it is repeated later; nil where none is.
    static func superseded(
        _ found: [PartFindings], _ rows: EncodedRows, _ waves: WaveReading, parallel: Parallel
    ) -> [[Bool]]? {
        let keys = parallel.map(found.count) { part in
            found[part].ratings.ratings.map { key($0, id: rows.ids[rows.parts[part].start + Int($0.row)]) }
        }
        guard let first = EqualKeys.firstPlaces(Array(keys.joined()), parallel: parallel) else { return nil }
        var repeated = [Bool](repeating: false, count: first.count)
        for (place, earlier) in first.enumerated() where Int(earlier) != place { repeated[Int(earlier)] = true }
        var superseded = found.map { [Bool](repeating: false, count: $0.ratings.ratings.count) }
        /// By the first rating of its kind, the one that stands so far.
        var standing: [UInt32: (part: Int, index: Int, order: Int)] = [:]
        var place = 0
        for (part, findings) in found.enumerated() {
            for (index, rating) in findings.ratings.ratings.enumerated() {
                defer { place += 1 }
                guard repeated[Int(first[place])] else { continue }
                let order = waves.moment(rows.parts[part], Int(rating.row))?.order ?? .min
                guard let other = standing[first[place]] else {
                    standing[first[place]] = (part, index, order)
                    continue
                }
                if order >= other.order {
                    superseded[other.part][other.index] = true
                    standing[first[place]] = (part, index, order)
                } else {
                    superseded[part][index] = true
                }
            }
        }
        return superseded
    }

    /// One number for person, wave and department; 0 for a row without an id.
    private static func key(_ rating: Rating, id: UInt64) -> UInt64 {
        guard id != 0 else { return 0 }
        let place = UInt64(UInt32(bitPattern: rating.wave)) << 33 | UInt64(rating.unit) << 1
        return max(1, ByteHash.mix(id ^ ByteHash.mix(place | (rating.isReceived ? 1 : 0))))
    }
}
