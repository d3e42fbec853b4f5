package import Report

/// How the answers to a question divide, worst to best: the segments of a bar.
package struct AnswerShares: Sendable, Hashable {
    /// Where a segment stands between worst and best; the raw value is its class.
    package enum Tone: String, Sendable, Hashable {
        case worst = "n3", bad = "n2", neutral = "z", good = "p2", best = "p3"
        /// Between them on scales of six and seven, in other colours, so that all neighbours stay distinct.
        case veryPoor = "n5", poor = "n1", fair = "p1", veryFair = "p5"
    }
    package struct Segment: Sendable, Hashable {
        /// Fraction of all answers, 0...1.
        package let share: Double
        package let tone: Tone
    }
    package let segments: [Segment]

    /// Nil without answers, for a histogram that does not fit the scale, and for scales that no bar of up to seven
    /// segments shows.
    ///
    /// Recommendation is drawn as detractors (0-6), passives (7-8) and promoters (9-10).
    package init?(histogram: [Int], question: Question) {
        guard histogram.count == question.scale.count, let tones = AnswerShares.tones(of: question) else { return nil }
        var counts = histogram.map { max(0, $0) }
        if question.measure == .recommendation, counts.count == 11 {
            counts = [counts[0...6].reduce(0, +), counts[7] + counts[8], counts[9] + counts[10]]
        }
        let total = counts.reduce(0, +)
        guard total > 0, counts.count == tones.count else { return nil }
        segments = zip(counts, tones).map { Segment(share: Double($0) / Double(total), tone: $1) }
    }

    /// Tones of a question's segments, worst to best: one for each scale point, three for recommendation.
    ///
    /// Nil where the scale has more than seven points.
    package static func tones(of question: Question) -> [Tone]? {
        if question.measure == .recommendation { return [.bad, .neutral, .good] }
        return switch question.scale.count {
        case 2: [.bad, .good]
        case 3: [.bad, .neutral, .good]
        case 4: [.worst, .bad, .good, .best]
        case 5: [.worst, .bad, .neutral, .good, .best]
        case 6: [.worst, .veryPoor, .poor, .fair, .veryFair, .best]
        case 7: [.worst, .veryPoor, .poor, .neutral, .fair, .veryFair, .best]
        default: nil
        }
    }

    /// Fraction of answers on the side of the worse answers, half of the neutral ones included.
    package var left: Double {
        segments.reduce(0) { sum, segment in
            switch segment.tone {
            case .worst, .bad, .veryPoor, .poor: sum + segment.share
            case .neutral: sum + segment.share / 2
            case .fair, .veryFair, .good, .best: sum
            }
        }
    }
    package var right: Double { max(0, 1 - left) }
}
