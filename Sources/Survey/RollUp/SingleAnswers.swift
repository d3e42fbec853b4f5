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
        let cells = waves.count * Side.allCases.count * units
        guard responses.weight.isEmpty, responses.countsPeople, count >= fewest,
            cells * (points.compactMap(\.self).max() ?? 0) <= Self.mostCells,
            responses.person.allSatisfy({ Int($0) < responses.keys.count }), !responses.keys.isEmpty
        else { return nil }
        self.units = units
        var ratings = [UInt8](repeating: 0, count: responses.keys.count)
        for person in responses.person { ratings[Int(person)] = min(2, ratings[Int(person)] + 1) }
        let ratingsOfPerson = ratings
        let sides = Side.allCases.count
        let isClosed = waves.map { $0 != nil }
        let size = 1 << 16
        let found = parallel.map((count + size - 1) / size) { part in
            var found = Places(isUsed: [Bool](repeating: false, count: waves.count * sides))
            let range = part * size..<min(count, (part + 1) * size)
            found.places.reserveCapacity(range.count)
            for rating in range {
                guard ratingsOfPerson[Int(responses.person[rating])] == 1 else {
                    found.places.append(Places.several)
                    continue
                }
                let (wave, unit) = (Int(responses.wave[rating]), Int(responses.unit[rating]))
                guard wave < isClosed.count, isClosed[wave], unit < units else {
                    found.places.append(Places.none)
                    continue
                }
                let bucket = wave * sides + responses.side[rating].index
                found.isUsed[bucket] = true
                found.places.append(UInt32(bucket * units + unit))
            }
            return found
        }
        // Rows of the file in parts, which are not put together: they are many.
        let places = found.map(\.places)
        isSingle = places.flatMap { $0.map { $0 != Places.several } }
        isUsed = (0..<waves.count * sides).map { bucket in found.contains { $0.isUsed[bucket] } }
        // One table more, for the pairs.
        let pairPoints = headline.flatMap { $0 < points.count ? points[$0] : nil } ?? 0
        self.pairPoints = pairPoints
        let tables = parallel.map(responses.answers.count + 1) { question -> [UInt32]? in
            if question == responses.answers.count {
                guard let headline, pairPoints > 0 else { return nil }
                return Self.pairs(
                    responses, headline, points: pairPoints, waves: waves.count, units: units,
                    isCounted: { $0 < count && places[$0 / size][$0 % size] < Places.none })
            }
            guard question < points.count, let points = points[question] else { return [] }
            var counts = [UInt32](repeating: 0, count: cells * points)
            let answers = responses.answers[question]
            for (part, places) in places.enumerated() {
                for (place, point) in zip(places, answers.dropFirst(part * size))
                where place < Places.none && Int(point) < points {
                    counts[Int(place) * points + Int(point)] += 1
                }
            }
            return counts
        }
        counts = tables.dropLast().map { $0 ?? [] }
        pairs = tables.last ?? nil
    }

    /// Where ratings stand in the tables.
    private struct Places: Sendable {
        /// Not counted, because the wave is open or the unit does not exist; not counted here, because the person gave
        /// several.
        static let none = UInt32.max - 1
        static let several = UInt32.max

        /// By rating.
        var places: [UInt32] = []
        var isUsed: [Bool]
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
