package import Diagnostics
package import Report

extension ContentFolder {
    /// Checks what only the surveys' mappings know: that the headline question, the questions of standards and what
    /// actions are to move exist, that a standard's statistic is one of its question's, its side one that the question
    /// is asked of, and its target a value that the statistic can take.
    ///
    /// - Parameters:
    ///   - questions: the questions of all mappings.
    package func checkReferences(questions: [Question]) -> [Diagnostic] {
        let byID = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let names = questions.map(\.id.text)
        func hint(_ id: QuestionID) -> String {
            NearestName.to(id.text, among: names).map { "did you mean `\($0)`?" }
                ?? "a question gets its id in the mapping of a survey"
        }
        var found: [Diagnostic] = []
        if byID[settings.headline] == nil, !settings.headline.text.isEmpty {
            found.append(
                error(
                    "unknown-question", settings.headlineLocation,
                    "headline: no survey asks the question `\(settings.headline)`", hint(settings.headline)))
        }
        for (standard, location) in standards {
            if let question = byID[standard.question] {
                found += check(standard, question, location)
            } else {
                found.append(
                    error(
                        "unknown-question", location, "no survey asks the question `\(standard.question)`",
                        hint(standard.question)))
            }
        }
        let themes = Set(settings.themes.map(\.id.text))
        for action in actions {
            guard let moves = action.moves, !themes.contains(moves), byID[QuestionID(moves)] == nil else { continue }
            let near = NearestName.to(moves, among: themes.union(names))
            found.append(
                error(
                    "unknown-theme", action.location, "`moves: \(moves)` is neither a theme nor a question",
                    near.map { "did you mean `\($0)`?" } ?? "name a theme of site.yml or a question of a survey"))
        }
        return found.inSourceOrder
    }

    private func check(_ standard: DeclaredStandard, _ question: Question, _ location: SourceLocation) -> [Diagnostic] {
        let statistics = question.statistics
        guard statistics.contains(standard.statistic) else {
            return [
                error(
                    "wrong-measure", location,
                    "the question `\(question.id)` has no measure `\(standard.statistic.rawValue)`",
                    "it has \(statistics.map(\.rawValue).joined(separator: ", "))")
            ]
        }
        if question.isReceived != (standard.side == .received) {
            return [
                question.isReceived
                    ? error(
                        "wrong-side", location,
                        "the question `\(question.id)` asks what a department receives, so it has no side `\(standard.side.rawValue)`",
                        "write the side `received`")
                    : error(
                        "wrong-side", location, "the question `\(question.id)` does not ask what a department receives",
                        "write another side")
            ]
        }
        let range = question.range(of: standard.statistic)
        guard !range.contains(standard.target) else { return [] }
        return [
            error(
                "wrong-target", location,
                "the target is none that \(standard.statistic.rawValue) of `\(question.id)` can reach",
                "it lies from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
        ]
    }

    private func error(_ code: String, _ location: SourceLocation, _ message: String, _ remedy: String) -> Diagnostic {
        finding(.error, code, location, message, remedy)
    }
}
