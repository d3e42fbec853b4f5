import Report
import Statistics

extension ReleasedCell {
    /// What an estimate of a statistic is made from: the histogram scaled by people ÷ answers, so that several answers of
    /// one person do not make the interval falsely narrow. Nil where the question has no such statistic, or no answer.
    func sample(_ statistic: Statistic, of question: Question) -> Sample? {
        let answers = self.answers
        guard answers > 0, people > 0 else { return nil }
        let scale = min(1, Double(people) / Double(answers))
        func count(_ range: Range<Int>) -> Double { Double(histogram[range].reduce(0, +)) * scale }
        switch statistic.kind {
        case .share:
            guard let first = question.scale.favourableFrom(question.measure), (0...histogram.count).contains(first)
            else { return nil }
            return .share(Share(hits: count(first..<histogram.count), count: count(0..<histogram.count)))
        case .netPromoter:
            guard histogram.count == 11 else { return nil }
            return .netPromoter(
                NetPromoter(detractors: count(0..<7), passives: count(7..<9), promoters: count(9..<11)))
        case .mean:
            guard histogram.count >= 2 else { return nil }
            return .mean(
                BoundedMean(histogram: scaled(histogram, people: people), low: Double(question.scale.low)))
        }
    }
}

/// A histogram scaled by people ÷ answers, where there are fewer people.
func scaled(_ histogram: [Int], people: Int) -> [Double] {
    let scale = min(1, Double(people) / Double(max(1, histogram.reduce(0, +))))
    return histogram.map { Double($0) * scale }
}

extension Sample {
    /// The estimate with its 95 % interval.
    var reported: Estimate {
        let limits = interval()
        return Estimate(value: estimate, low: limits.low, high: limits.high)
    }
}
