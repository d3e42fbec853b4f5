import Report

/// The words of each question, by whom they were put to: surveys may ask one question in several ways, and passengers are
/// not asked like colleagues, nor freight customers like passengers.
struct Wordings: Sendable {
    /// One way in which a survey put a question.
    private struct Way: Sendable {
        let text: String
        /// Without letter case, spaces and punctuation.
        let shape: String
        /// The department that it is about; nil where it may be any.
        let unit: Int?
        let survey: Int
    }
    /// By question, surveys without an answer to it left out.
    private let ways: [[Way]]
    /// Whether a survey has answers in a wave: `isInWave[survey][wave]`.
    private let isInWave: [[Bool]]
    /// Responses per wave of each survey, by side.
    private let weights: [Side: [Double]]
    private let newest: [Side: [Int?]]
    private let tree: DepartmentTree
    /// By question: words where no survey tells better.
    private let any: [String]

    /// - Parameter newest: the newest wave with answers, by side and question.
    init(_ report: Report, newest: [Side: [Int?]], tree: DepartmentTree) {
        self.newest = newest
        self.tree = tree
        any = report.questions.map { question in
            report.waves.reversed().lazy.compactMap { question.wording[$0.id] }.first { !$0.isEmpty }
                ?? question.id.text
        }
        isInWave = report.surveys.map { survey in report.waves.map { survey.waves.contains($0.id) } }
        weights = Dictionary(
            uniqueKeysWithValues: [Side.external, .internal, .connected].map { side in
                (side, report.surveys.map { Self.responsesPerWave(of: $0, side, report.rulebook) })
            })
        ways = report.questions.map { question in
            report.surveys.enumerated().flatMap { survey, account in
                account.questions.filter { $0.question == question.id && $0.answers > 0 }.flatMap(\.words).compactMap {
                    $0.text.isEmpty
                        ? nil
                        : Way(
                            text: $0.text, shape: $0.text.lowercased().filter { $0.isLetter || $0.isNumber },
                            unit: $0.about.flatMap { report.organisation.unit($0) }, survey: survey)
                }
            }
        }
    }

    /// The words in which most people of a side were asked a question about a unit, in the newest wave that did; any words
    /// of the question where nobody was.
    ///
    /// Words about one department go before those of surveys that ask about any, on its own page; above it the larger
    /// survey speaks.
    func of(_ question: Int, _ side: Side, _ unit: Int) -> String {
        guard let side = asked(side), let weights = weights[side], let wave = newest[side]?[question] else {
            return any[question]
        }
        var best: (isOwn: Bool, weight: Double, text: String)?
        for way in ways[question] where isInWave[way.survey][wave] && weights[way.survey] > 0 {
            guard isAbout(way, unit) else { continue }
            let isOwn = way.unit == unit
            if let best, (best.isOwn && !isOwn) || (best.isOwn == isOwn && best.weight >= weights[way.survey]) {
                continue
            }
            best = (isOwn, weights[way.survey], way.text)
        }
        return best?.text ?? any[question]
    }

    /// True if nobody of a side was asked about a unit in a wave with words that were used in an earlier one.
    ///
    /// Words about the unit alone go before others here too. Letter case, spaces and punctuation do not count.
    func changed(_ question: Int, _ side: Side, _ unit: Int, from earlier: Int, to wave: Int) -> Bool {
        let before = shapes(question, side, unit, earlier)
        let now = shapes(question, side, unit, wave)
        return !now.isEmpty && !before.isEmpty && now.isDisjoint(with: before)
    }

    private func shapes(_ question: Int, _ side: Side, _ unit: Int, _ wave: Int) -> Set<String> {
        let weights = asked(side).flatMap { self.weights[$0] }.flatMap { $0.contains { $0 > 0 } ? $0 : nil }
        let asked = ways[question].filter {
            isInWave[$0.survey][wave] && weights?[$0.survey] != 0 && isAbout($0, unit)
        }
        let own = asked.filter { $0.unit == unit }
        return Set((own.isEmpty ? asked : own).map(\.shape))
    }

    /// One's own department is rated in the survey of colleagues. Nil: surveys are not told apart.
    private func asked(_ side: Side) -> Side? {
        switch side {
        case .external, .connected, .internal: side
        case .selfView: .internal
        case .all, .received: nil
        }
    }

    private func isAbout(_ way: Way, _ unit: Int) -> Bool { way.unit.map { tree.isWithin($0, unit) } ?? true }

    /// Responses that the rules of a side decided, over the waves of the survey, from published counts alone.
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
