import Report

/// The words of each question by side: surveys may ask one question in several ways, and passengers are not asked like
/// colleagues.
struct Wordings: Sendable {
    private let bySide: [Side: [String]]
    private let any: [String]

    /// - Parameter newest: the newest wave with answers, by side and question.
    init(_ report: Report, newest: [Side: [Int?]]) {
        let any = report.questions.map { question in
            report.waves.reversed().lazy.compactMap { question.wording[$0.id] }.first { !$0.isEmpty }
                ?? question.id.text
        }
        self.any = any
        var bySide: [Side: [String]] = [:]
        for side in [Side.external, .internal, .connected] {
            let weights = report.surveys.map { Self.responsesPerWave(of: $0, side, report.rulebook) }
            bySide[side] = report.questions.indices.map { question in
                let wave = (newest[side]?[question] ?? nil).map { report.waves[$0].id }
                return Self.wording(of: report.questions[question].id, in: wave, report.surveys, weights)
                    ?? any[question]
            }
        }
        self.bySide = bySide
    }

    func of(_ question: Int, _ side: Side) -> String {
        switch side {
        case .external, .connected, .internal: bySide[side]?[question] ?? any[question]
        // One's own department is rated in the survey of colleagues.
        case .selfView: bySide[.internal]?[question] ?? any[question]
        case .all, .received: any[question]
        }
    }

    /// The words of the survey in which most of the side answered, from published counts alone; nil where none did.
    private static func wording(
        of question: QuestionID, in wave: WaveID?, _ surveys: [SurveyAccount], _ weights: [Double]
    ) -> String? {
        guard let wave else { return nil }
        var best: (wording: String, weight: Double)?
        for (survey, weight) in zip(surveys, weights) where weight > (best?.weight ?? 0) && survey.waves.contains(wave)
        {
            guard let asked = survey.questions.first(where: { $0.question == question }), !asked.wording.isEmpty,
                asked.answers > 0
            else { continue }
            best = (asked.wording, weight)
        }
        return best?.wording
    }

    /// Responses that the rules of a side decided, over the waves of the survey.
    private static func responsesPerWave(of survey: SurveyAccount, _ side: Side, _ rulebook: RulebookAccount) -> Double
    {
        let responses = rulebook.rules.reduce(0) { sum, rule in
            guard rule.side == side else { return sum }
            switch rule.responses[survey.id] {
            case .exactly(let count), .atLeast(let count): return sum + count
            case .fewer: return sum + 1
            case nil: return sum
            }
        }
        return Double(responses) / Double(max(1, survey.waves.count))
    }
}
