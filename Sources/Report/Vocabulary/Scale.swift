/// What a question measures, as a mapping declares it.
package enum Measure: String, CaseIterable, Sendable, Hashable {
    case satisfaction, agreement, recommendation, ease, rating
    case yesNo = "yes-no"

    /// The statistics that `figures.csv` gives for it, in order. A rating has `favourable` only where `top` is declared.
    package func statistics(top: Int?) -> [Statistic] {
        switch self {
        case .satisfaction: [.csat, .mean]
        case .agreement: [.favourable, .mean]
        case .recommendation: [.nps]
        case .ease: [.ces, .favourable]
        case .yesNo: [.yes]
        case .rating: top == nil ? [.rating] : [.rating, .favourable]
        }
    }
}

/// A number computed from a histogram of answers: the column `measure` of `figures.csv`.
package enum Statistic: String, CaseIterable, Sendable, Hashable {
    /// Share of answers in the top two of five, 0...1.
    case csat
    /// Mean on the scale's own points.
    case mean
    /// Net promoter score, −1...1.
    case nps
    /// Customer effort score: the mean on the ease scale's own points.
    case ces
    /// Share of favourable answers, 0...1.
    case favourable
    /// Share of yes, or good, 0...1.
    case yes
    /// Mean on a declared scale's own points.
    case rating

    package enum Kind: Sendable, Hashable { case share, netPromoter, mean }

    package var kind: Kind {
        switch self {
        case .csat, .favourable, .yes: .share
        case .nps: .netPromoter
        case .mean, .ces, .rating: .mean
        }
    }
    /// What a value is multiplied by for print and for files: shares are percent, NPS runs from −100 to 100.
    package var printFactor: Double { kind == .mean ? 1 : 100 }
}

/// The points of an answer scale, lowest first after any reversal: point i of a histogram has the value `low + i`.
package struct Scale: Sendable, Hashable {
    /// Value of the lowest point: 1 for label scales, 0 for recommendation and yes-no.
    package let low: Int
    /// Words of the points, lowest first; empty where the export has bare numbers.
    package let labels: [String]
    /// Number of points, at least 2.
    package let count: Int
    /// Number of the best points that count as favourable, for `rating`.
    package let top: Int?
    /// True if the export's numbers run from best to worst; the histogram is already turned.
    package let reversed: Bool
    /// Name such as `satisfaction-5`, where the scale is a named one.
    package let name: String?
    /// The number by which an export writes the lowest point, before any reversal: `low`, unless codes are shifted.
    package let origin: Int

    package init(
        low: Int, count: Int, labels: [String] = [], top: Int? = nil, reversed: Bool = false, name: String? = nil,
        origin: Int? = nil
    ) {
        self.low = low
        self.count = count
        self.labels = labels
        self.top = top
        self.reversed = reversed
        self.name = name
        self.origin = origin ?? low
    }

    package var high: Int { low + count - 1 }

    /// The named scales of `design`: points from `low`, without words.
    package static func named(_ name: String) -> Scale? {
        switch name {
        case "satisfaction-5", "agreement-5", "ease-5": Scale(low: 1, count: 5, name: name)
        case "agreement-7", "ease-7": Scale(low: 1, count: 7, name: name)
        case "recommendation-11": Scale(low: 0, count: 11, name: name)
        case "yes-no": Scale(low: 0, count: 2, name: name)
        default: nil
        }
    }

    /// First point, as an index into a histogram, that counts as favourable for a measure: top two of five, top three
    /// of seven, yes, 9 of 0...10, or the declared `top`. Nil where nothing is favourable.
    package func favourableFrom(_ measure: Measure) -> Int? {
        switch measure {
        case .satisfaction, .agreement, .ease: count - (count == 7 ? 3 : 2)
        case .yesNo: 1
        case .recommendation: 9
        case .rating: top.map { count - $0 }
        }
    }
}
