package import Diagnostics
import Report
import Statistics

/// The receipt of a figure, for the analyst's screen only: it names numbers that the site does not show.
///
/// - Parameter path: `DEPARTMENT/SIDE/WAVE/QUESTION`, such as `finance/internal/2026-Q2/overall`; `*` is the organisation.
/// - Returns: the text, or nil with an error that names what is not known.
package func explainFigure(_ path: String, _ input: ReportInput) -> Outcome<String?> {
    let prepared = prepare(input)
    let value = prepared.value
    let place = figurePlace(path, value.frame)
    guard let place = place.value else { return Outcome(nil, place.diagnostics) }
    var page = FigureReceipt(place: place, prepared: value)
    return Outcome(page.text(), prepared.diagnostics.filter { $0.severity == .error })
}

/// A figure's place in the tables.
struct FigurePlace {
    let unit: Int
    let side: Side
    let wave: Int
    let question: Int

    static func error(_ message: String, _ remedy: String) -> Outcome<FigurePlace?> {
        Outcome(nil, [.error("unknown-figure", at: SourceLocation(file: "explain"), message, remedy: remedy)])
    }
}

private func figurePlace(_ path: String, _ frame: Frame) -> Outcome<FigurePlace?> {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else {
        return FigurePlace.error("“\(path)” is not a figure", "write DEPARTMENT/SIDE/WAVE/QUESTION")
    }
    guard let unit = frame.organisation.unit(DepartmentID(parts[0])) else {
        return FigurePlace.error("no department has the id “\(parts[0])”", "ids are the file names in departments/")
    }
    guard let side = Side(rawValue: parts[1]) else {
        let sides = Side.allCases.map(\.rawValue).joined(separator: ", ")
        return FigurePlace.error("“\(parts[1])” is no side", "write one of \(sides)")
    }
    guard let wave = frame.wave(WaveID(parts[2])) else {
        let waves = frame.waves.map(\.id.text).joined(separator: ", ")
        return FigurePlace.error(
            "no closed wave with responses is called “\(parts[2])”",
            waves.isEmpty ? "there is none" : "there are \(waves)")
    }
    guard let question = frame.question(QuestionID(parts[3])) else {
        let questions = frame.questions.map(\.id.text).joined(separator: ", ")
        return FigurePlace.error("no survey asks “\(parts[3])”", "there are \(questions)")
    }
    return Outcome(FigurePlace(unit: unit, side: side, wave: wave, question: question))
}

/// Writes a receipt, part by part.
struct FigureReceipt {
    let place: FigurePlace
    let prepared: Preparation
    private var lines: [String] = []

    init(place: FigurePlace, prepared: Preparation) {
        self.place = place
        self.prepared = prepared
    }

    mutating func text() -> String {
        let frame = prepared.frame
        let question = frame.questions[place.question]
        lines.append(
            "\(frame.organisation.displayName(place.unit)) · \(place.side.rawValue) · \(frame.waves[place.wave].name) · "
                + (question.wording[frame.waves[place.wave].id] ?? question.id.text))
        lines.append("For your screen only: numbers below may be hidden on the site.")
        addSurveys()
        addAnswers(question)
        addDecision()
        addFigures(question)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The files with answers of this wave and question: rows by outcome, rules.
    private mutating func addSurveys() {
        for (index, survey) in prepared.tally.surveys.enumerated() {
            guard prepared.frame.waveOfSurvey[index].contains(place.wave),
                prepared.frame.questionOfSurvey[index].contains(place.question)
            else { continue }
            let account = survey.account
            lines += ["", "Survey \(account.id) (\(account.title)): \(account.rows) rows"]
            for outcome in RowOutcome.allCases where account.rows(outcome) > 0 {
                lines.append("  \(outcome.rawValue): \(account.rows(outcome))")
            }
            for (rule, count) in zip(prepared.input.rulebook.rules, survey.decided)
            where count > 0 && (place.side == .all || rule.side == place.side || place.side == .selfView) {
                lines.append("  rule “\(rule.name)” (\(rule.side.rawValue), \(rule.kind)): \(count)")
            }
        }
    }

    /// What was counted here, and how many people that is.
    private mutating func addAnswers(_ question: Question) {
        let sides: [Side] = place.side == .all ? [.external, .internal] : [place.side]
        for side in sides {
            lines.append("")
            let tally = prepared.tally.side(side, wave: place.wave)?.questions[place.question]
            guard let tally, tally.answers(place.unit) > 0 || tally.uncounted[place.unit] else {
                lines.append("Answers (\(side.rawValue)): none")
                continue
            }
            let histogram = tally.histogram(place.unit)
            lines.append(
                "Answers (\(side.rawValue)): \(histogram.reduce(0, +)) of \(tally.people[place.unit]) people, "
                    + "of them \(tally.ownPeople[place.unit]) about the unit itself and not a part of it")
            for (point, count) in histogram.enumerated() {
                let labels = question.scale.labels
                let label = labels.indices.contains(point) ? " (\(labels[point]))" : ""
                lines.append("  \(question.scale.low + point)\(label): \(count)")
            }
            if tally.uncounted[place.unit] {
                lines.append("  and answers of a survey that does not say how many people its rows are")
            }
        }
    }

    private mutating func addDecision() {
        lines.append("")
        let smallest = prepared.input.policy.rule.smallest(place.side)
        switch prepared.protected.table[place.unit, place.side, place.wave, place.question] {
        case .published(let cell):
            lines.append(
                "Shown: \(cell.people) people; every group that can be worked out from the site has \(smallest) or more."
            )
            if let standing = standing {
                lines.append("It stands as it was published: \(standing).")
            }
        case .none: lines.append("No answers: " + reasonOfNone)
        case .suppressed: lines.append("Hidden: " + reasonOfHiding(smallest))
        }
    }

    private var standing: String? {
        let found = prepared.protected.standing.first {
            $0.wave == place.wave && $0.side == place.side && $0.question == place.question
        }
        guard let found else { return nil }
        let names = found.groups.map(\.unit.text).joined(separator: ", ")
        return "too few people came, went or answered otherwise since then (\(names))"
    }

    private var reasonOfNone: String {
        guard prepared.frame.trees[place.wave].exists[place.unit] else {
            return "the department did not exist in this wave."
        }
        guard prepared.frame.asked[place.wave][place.question] else {
            return "the question was not asked in this wave."
        }
        return "nobody answered the question here."
    }

    private func reasonOfHiding(_ smallest: Int) -> String {
        if place.side == .all {
            return "both sides together are shown only where both are shown, or one is and the other has no answers."
        }
        guard let side = prepared.tally.side(place.side, wave: place.wave), let tally = side.questions[place.question]
        else { return "nobody answered the question here, and the department is not shown on this side." }
        let people = tally.people[place.unit]
        if tally.uncounted[place.unit] {
            return "a survey with answers here does not say how many people its rows are."
        }
        if people < smallest { return "\(smallest) people are needed, and \(people) answered." }
        if tally.histogram(place.unit).count(where: { $0 > 0 }) == 1, people < 2 * smallest {
            return "all gave the same answer; for that \(2 * smallest) people are needed, and \(people) answered."
        }
        if prepared.protected.base[place.wave][place.side.index]?[place.unit] == false {
            return "shown together with its neighbours, it would give away a group of fewer than \(smallest) people."
        }
        return "with it, fewer than \(smallest) people, or people of one mind, could be worked out for this question."
    }

    /// Each statistic with its formula, its interval and its change.
    private mutating func addFigures(_ question: Question) {
        let report = makeReport(prepared)
        let cell = report.cells[unit: place.unit, side: place.side, wave: place.wave, question: place.question]
        guard let published = cell.published,
            let released = prepared.protected.table[place.unit, place.side, place.wave, place.question].cell
        else { return }
        for figure in published.figures {
            let factor = figure.statistic.printFactor
            func shown(_ value: Double) -> String { fourDecimals(value * factor) }
            func range(_ estimate: Estimate) -> String { "\(shown(estimate.low)) to \(shown(estimate.high))" }
            lines += [
                "",
                "\(figure.statistic.rawValue) = \(shown(figure.estimate.value)), 95 % interval \(range(figure.estimate))",
                "  " + formula(figure.statistic, question, released),
            ]
            for difference in [figure.change, figure.yearAgo].compactMap({ $0 }) + figure.comparisons {
                lines.append(
                    "  against \(words(difference.against)): \(shown(difference.estimate.value)) "
                        + "(\(range(difference.estimate)))" + (difference.verdict.map { ", \($0.rawValue)" } ?? ""))
            }
        }
    }

    private func formula(_ statistic: Statistic, _ question: Question, _ cell: ReleasedCell) -> String {
        let answers = cell.answers
        let scaled =
            cell.people < answers
            ? "; the interval counts \(cell.people) people, since some answered several times" : ""
        switch statistic.kind {
        case .share:
            let first = question.scale.favourableFrom(question.measure) ?? 0
            let hits = cell.histogram.dropFirst(first).reduce(0, +)
            return "\(hits) of \(answers) answers from point \(question.scale.low + first) up; Wilson score interval"
                + scaled
        case .netPromoter:
            let against = cell.histogram.prefix(7).reduce(0, +)
            let promoters = cell.histogram.dropFirst(9).reduce(0, +)
            return
                "(\(promoters) promoters − \(against) detractors) of \(answers) answers; adjusted Wald interval AW(3,T)"
                + scaled
        case .mean:
            return
                "mean of \(answers) answers on \(question.scale.low) to \(question.scale.high); Beta-matched interval"
                + scaled
        }
    }

    private func words(_ against: Difference.Against) -> String {
        switch against {
        case .wave(let wave): "wave \(wave)"
        case .rest: "the rest of the organisation"
        case .external: "the external side"
        case .internalCustomers: "its internal customers"
        }
    }
}
