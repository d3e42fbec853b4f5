package import Report

/// What a column seems to measure, from its values alone: a start for the analyst, never used for a figure.
package struct ScaleGuess: Sendable, Hashable {
    package let measure: Measure
    /// As a mapping says it: `satisfaction-5`, `{ from: 1, to: 5 }`.
    package let scale: String

    /// nil where the values are no answers on a scale that is known.
    static func guess(_ values: [String]) -> ScaleGuess? {
        let labels = values.map { Label($0) }
        let answers = labels.filter { !NotApplicable.holds($0) && !$0.isEmpty }
        guard answers.count >= 2 else { return nil }
        if answers.allSatisfy(\.isNumber) { return numbers(answers.compactMap(\.code)) }
        let candidates: [(Measure, String)] = [
            (.yesNo, "yes-no"), (.satisfaction, "satisfaction-5"), (.agreement, "agreement-5"),
            (.agreement, "agreement-7"),
            (.ease, "ease-5"), (.ease, "ease-7"), (.recommendation, "recommendation-11"),
        ]
        for (measure, name) in candidates {
            guard let scale = Scale.named(name) else { continue }
            let reading = AnswerReading(labels: answers, scale: scale, measure: measure)
            guard !reading.hasTooManyLabels, !reading.answers.contains(.unread),
                !reading.answers.contains(.notApplicable)
            else { continue }
            return ScaleGuess(measure: measure, scale: name)
        }
        return nil
    }

    private static func numbers(_ codes: [Int]) -> ScaleGuess? {
        guard let low = codes.min(), let high = codes.max(), low >= 0, high <= 10, high > low else { return nil }
        switch (low, high) {
        case (0, 1): return ScaleGuess(measure: .yesNo, scale: "yes-no")
        case (_, 8...): return ScaleGuess(measure: .recommendation, scale: "recommendation-11")
        case (0, _): return ScaleGuess(measure: .rating, scale: "{ from: 0, to: \(high) }")
        case (_, 6...7): return ScaleGuess(measure: .rating, scale: "{ from: 1, to: 7 }")
        default: return ScaleGuess(measure: .rating, scale: "{ from: 1, to: 5 }")
        }
    }
}
