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
    private let pairs: [UInt32]?
    /// Points of the question that pairs are counted of.
    let pairPoints: Int

    /// Cells of one question's table above which ratings are counted one by one.
    private static let mostCells = 1 << 24
    /// Fewest ratings that are worth a table.
    static let fewest = 1024

    /// The bucket of a wave of the survey and a side.
    static func bucket(wave: Int, side: Side) -> Int { wave * Side.allCases.count + side.index }

    /// - Parameters:
    ///   - points: of each question of the survey; nil for one that is not counted.
    ///   - headline: the survey's own question of which pairs of departments are counted.
    /// - Returns: nil for a survey whose ratings are better counted one by one.
    init?(
        _ responses: Responses, waves: [Int?], units: Int, points: [Int?], headline: Int? = nil,
        fewest: Int = SingleAnswers.fewest, parallel: Parallel = .machine
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
        // One table more, for the pairs.
        let pairPoints = headline.flatMap { $0 < points.count ? points[$0] : nil } ?? 0
        self.pairPoints = pairPoints
        let tables = parallel.map(responses.answers.count + 1) { question -> [UInt32]? in
            if question == responses.answers.count {
                guard let headline, pairPoints > 0 else { return nil }
                return Self.pairs(
                    responses, headline, points: pairPoints, waves: waves.count, units: units,
                    isCounted: { $0 < placeOfRating.count && placeOfRating[$0] != none })
            }
            guard question < points.count, let points = points[question] else { return [] }
            var counts = [UInt32](repeating: 0, count: places * points)
            for (place, point) in zip(placeOfRating, responses.answers[question])
            where place != none && Int(point) < points {
                counts[Int(place) * points + Int(point)] += 1
            }
            return counts
        }
        counts = tables.dropLast().map { $0 ?? [] }
        pairs = tables.last ?? nil
    }

    /// Answers of internal customers to a question: by wave of the survey, provider, customer and point, where the pairs
    /// fit into a table.
    private static func pairs(
        _ responses: Responses, _ question: Int, points: Int, waves: Int, units: Int, isCounted: (Int) -> Bool
    ) -> [UInt32]? {
        guard question < responses.answers.count, waves * units * units * points <= mostCells else { return nil }
        var counts = [UInt32](repeating: 0, count: waves * units * units * points)
        let answers = responses.answers[question]
        for rating in 0..<min(answers.count, responses.customer.count)
        where responses.side[rating] == .internal && Int(answers[rating]) < points && isCounted(rating) {
            let customer = Int(responses.customer[rating])
            let pair = Int(responses.unit[rating]) * units + (customer < units ? customer : 0)
            counts[(Int(responses.wave[rating]) * units * units + pair) * points + Int(answers[rating])] += 1
        }
        return counts
    }

    /// Answers about the headline question in a wave of the survey, by provider, customer and point; nil where pairs have
    /// to be counted one by one.
    func pairs(wave: Int) -> ArraySlice<UInt32>? {
        guard let pairs, pairPoints > 0 else { return nil }
        let size = units * units * pairPoints
        return pairs[wave * size..<(wave + 1) * size]
    }

    /// Answers of a unit in a bucket, by point.
    func answers(_ question: Int, bucket: Int, unit: Int, points: Int) -> ArraySlice<UInt32> {
        guard question < counts.count, !counts[question].isEmpty else { return [] }
        let start = (bucket * units + unit) * points
        return counts[question][start..<start + points]
    }
}
