import Parallel
import Report

/// The answers of people who gave one rating in the whole survey: mostly nearly all. They are counted straight into
/// dense tables, since nobody can be counted twice among them.
struct SingleAnswers: Sendable {
    /// By rating: true for those that are counted here.
    let isSingle: [Bool]
    /// By question of the survey, then by bucket, unit and point; empty for a question that is not counted.
    private let counts: [[UInt32]]
    /// Buckets that hold answers.
    let isUsed: [Bool]
    private let units: Int

    /// Cells of one question's table above which ratings are counted one by one.
    private static let mostCells = 1 << 24
    /// Fewest ratings that are worth a table.
    static let fewest = 1024

    /// The bucket of a wave of the survey and a side.
    static func bucket(wave: Int, side: Side) -> Int { wave * Side.allCases.count + side.index }

    /// - Parameter points: of each question of the survey; nil for one that is not counted.
    /// - Returns: nil for a survey whose ratings are better counted one by one.
    init?(
        _ responses: Responses, waves: [Int?], units: Int, points: [Int?], fewest: Int = SingleAnswers.fewest,
        parallel: Parallel = .machine
    ) {
        let count = min(responses.person.count, responses.wave.count, responses.unit.count, responses.side.count)
        let places = waves.count * Side.allCases.count * units
        guard responses.weight.isEmpty, responses.countsPeople, count >= fewest,
            places * (points.compactMap(\.self).max() ?? 0) <= Self.mostCells,
            responses.person.allSatisfy({ Int($0) < responses.keys.count }), !responses.keys.isEmpty
        else { return nil }
        self.units = units
        var ratings = [UInt8](repeating: 0, count: responses.keys.count)
        for person in responses.person { ratings[Int(person)] = min(2, ratings[Int(person)] + 1) }
        var isSingle = [Bool](repeating: false, count: count)
        // Place of a rating in the tables, `none` where it is not counted.
        let none = UInt32.max
        var place = [UInt32](repeating: none, count: count)
        let sides = Side.allCases.count
        let isClosed = waves.map { $0 != nil }
        var isUsed = [Bool](repeating: false, count: waves.count * sides)
        for rating in 0..<count where ratings[Int(responses.person[rating])] == 1 {
            isSingle[rating] = true
            let (wave, unit) = (Int(responses.wave[rating]), Int(responses.unit[rating]))
            guard wave < isClosed.count, isClosed[wave], unit < units else { continue }
            let bucket = Self.bucket(wave: wave, side: responses.side[rating])
            isUsed[bucket] = true
            place[rating] = UInt32(bucket * units + unit)
        }
        self.isSingle = isSingle
        self.isUsed = isUsed
        let placeOfRating = place
        counts = parallel.map(responses.answers.count) { question in
            guard question < points.count, let points = points[question] else { return [] }
            var counts = [UInt32](repeating: 0, count: places * points)
            for (place, point) in zip(placeOfRating, responses.answers[question])
            where place != none && Int(point) < points {
                counts[Int(place) * points + Int(point)] += 1
            }
            return counts
        }
    }

    /// Answers of a unit in a bucket, by point.
    func answers(_ question: Int, bucket: Int, unit: Int, points: Int) -> ArraySlice<UInt32> {
        guard question < counts.count, !counts[question].isEmpty else { return [] }
        let start = (bucket * units + unit) * points
        return counts[question][start..<start + points]
    }
}
