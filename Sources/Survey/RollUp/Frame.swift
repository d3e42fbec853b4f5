import Diagnostics
package import Report

/// What the tables of a site are laid out by: its closed waves, the tree of each, and the questions of all surveys.
package struct Frame: Sendable {
    package let organisation: Organisation
    /// Closed waves with counted responses, in order of time.
    package let waves: [Wave]
    package let trees: [DepartmentTree]
    /// The headline question first, the others by survey id and then as the survey lists them.
    package let questions: [Question]
    /// Position of the headline question: 0, or nil where no survey asks it.
    package let headline: Int?
    /// Whether a question was asked in a wave: `asked[wave][question]`.
    package let asked: [[Bool]]
    /// Position in `waves` of each survey's own waves; nil for open and unused ones.
    let waveOfSurvey: [[Int?]]
    /// Position in `questions` of each survey's own questions; nil where its scale is not the question's.
    let questionOfSurvey: [[Int?]]

    package func wave(_ id: WaveID) -> Int? { waves.firstIndex { $0.id == id } }
    package func question(_ id: QuestionID) -> Int? { questions.firstIndex { $0.id == id } }
}

/// Lays out the tables for the surveys, which stand in the order of their ids.
func makeFrame(
    _ surveys: [SurveyResult], organisation: Organisation, calendar: WaveCalendar, headline: QuestionID
) -> Outcome<Frame> {
    var diagnostics: [Diagnostic] = []
    let used = surveys.map { usedWaves($0.responses) }
    let ids = zip(surveys, used).flatMap { survey, flags in
        zip(survey.responses.waves, flags).filter(\.1).map(\.0)
    }
    let waves = calendar.ordered(ids).filter { !$0.isOpen }
    let waveAt = Dictionary(waves.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

    var questions: [Question] = []
    var position: [QuestionID: Int] = [:]
    let listed = surveys.flatMap { survey in survey.responses.questions.map { (survey.account.id, $0) } }
    let inOrder = listed.filter { $0.1.id == headline } + listed.filter { $0.1.id != headline }
    for (survey, question) in inOrder {
        guard let known = position[question.id] else {
            position[question.id] = questions.count
            questions.append(question)
            continue
        }
        if questions[known].isLike(question) {
            questions[known] = questions[known].worded(also: question.wording)
        } else {
            diagnostics.append(
                .error(
                    "question-differs", at: SourceLocation(file: survey.text),
                    "question “\(question.id)” has another measure or scale here than in an earlier survey",
                    remedy: "give it an id of its own, or the same measure and scale"))
        }
    }
    var asked = waves.map { _ in [Bool](repeating: false, count: questions.count) }
    var waveOfSurvey: [[Int?]] = []
    var questionOfSurvey: [[Int?]] = []
    for (survey, flags) in zip(surveys, used) {
        let ownWaves = zip(survey.responses.waves, flags).map { $1 ? waveAt[$0] : nil }
        let ownQuestions = survey.responses.questions.map { question -> Int? in
            guard let known = position[question.id], questions[known].isLike(question) else { return nil }
            return known
        }
        for wave in ownWaves.compactMap({ $0 }) {
            for question in ownQuestions.compactMap({ $0 }) { asked[wave][question] = true }
        }
        waveOfSurvey.append(ownWaves)
        questionOfSurvey.append(ownQuestions)
    }
    let frame = Frame(
        organisation: organisation, waves: waves,
        trees: organisation.trees(of: waves.map(\.id), calendar: calendar), questions: questions,
        headline: questions.first?.id == headline ? 0 : nil, asked: asked,
        waveOfSurvey: waveOfSurvey, questionOfSurvey: questionOfSurvey)
    return Outcome(frame, diagnostics)
}

/// Which of its waves a survey has ratings in.
private func usedWaves(_ responses: Responses) -> [Bool] {
    var used = [Bool](repeating: false, count: responses.waves.count)
    for wave in responses.wave where Int(wave) < used.count { used[Int(wave)] = true }
    return used
}

extension Question {
    /// True if answers to both may stand in one histogram.
    fileprivate func isLike(_ other: Question) -> Bool {
        measure == other.measure && scale.low == other.scale.low && scale.count == other.scale.count
            && scale.top == other.scale.top && isReceived == other.isReceived
    }

    fileprivate func worded(also other: [WaveID: String]) -> Question {
        Question(
            id: id, measure: measure, scale: scale, theme: theme, isReceived: isReceived,
            wording: wording.merging(other) { first, _ in first })
    }
}
