import Content
import Report

/// `surveys/index.html`: the surveys that the site is made of.
func surveyIndexPage(_ edition: Edition) -> Page {
    let words = edition.words
    let path = PagePath.surveys
    let surveys = edition.report.surveys
    return Page(
        path: path, template: "surveys",
        heading: words.count(
            "surveys-heading", surveys.count, ["rows": words.whole(surveys.reduce(0) { $0 + $1.rows })]),
        title: words("nav-surveys"), trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "surveys": .records(
                surveys.map { survey in
                    [
                        "title": .text(survey.title),
                        "href": .text(PagePath.relative(from: path, to: PagePath.survey(survey.id))),
                        "waves": .text(edition.list(survey.waves.map { edition.waveName($0) })),
                        "rows": .text(words.whole(survey.rows)), "counted": .text(words.whole(survey.rows(.counted))),
                        "rate": .text(responseRate(survey, words) ?? words("not-given")),
                    ]
                })
        ])
}

/// Of a question that has a column for each department, so many wordings are printed.
private let mostWordings = 12

/// `surveys/NAME.html`: what a reader needs to judge a survey, after the disclosure list of AAPOR, and its ledger.
func surveyPage(_ survey: SurveyAccount, _ edition: Edition) -> Page {
    let words = edition.words
    let path = PagePath.survey(survey.id)
    let report = edition.report
    return Page(
        path: path, template: "survey",
        heading: words(
            "survey-heading",
            ["title": survey.title, "counted": words.whole(survey.rows(.counted)), "rows": words.whole(survey.rows)]),
        title: survey.title,
        trail: [
            Page.Trail(path: PagePath.overview, label: words("nav-overview")),
            Page.Trail(path: PagePath.surveys, label: words("nav-surveys")),
        ],
        content: [
            "facts": .records(facts(survey, edition)),
            "questions": .records(
                survey.questions.map { asked in
                    let question = report.questions.first { $0.id == asked.question }
                    return [
                        "wording": .text(asked.wording),
                        "others": .texts(asked.words.dropFirst().prefix(mostWordings - 1).map(\.text)),
                        "othersMore": .optional(edition.more(asked.words.count - mostWordings)),
                        "scale": .text(question.map { scaleText($0, words) } ?? ""),
                        "answers": .text(words.whole(asked.answers)),
                        "notApplicable": .text(words.whole(asked.notApplicable)),
                        "unread": .text(words.whole(asked.unread)),
                    ]
                }),
            "ledger": .records(
                survey.ledger.map { line in
                    [
                        "outcome": .text(words("outcome-\(line.outcome.rawValue)")),
                        "reason": .text(words.has("reason-\(line.reason)") ? words("reason-\(line.reason)") : ""),
                        "rows": .text(words.whole(line.rows)),
                    ]
                }),
            "total": .text(words.whole(survey.rows)),
            "rules": .records(
                report.rulebook.rules.compactMap { rule in
                    rule.responses[survey.id].map {
                        [
                            "name": .text(rule.name), "side": .text(words.side(rule.side)),
                            "responses": .text(edition.text(of: $0)),
                        ]
                    }
                }),
        ])
}

private func facts(_ survey: SurveyAccount, _ edition: Edition) -> [TemplateRecord] {
    let words = edition.words
    var facts: [(key: String, value: String)] = [
        ("fact-sponsor", edition.organisation.name),
        ("fact-population", words("fact-population-text")),
        ("fact-waves", edition.list(survey.waves.map { edition.waveName($0) })),
    ]
    let days = survey.waves.compactMap { id in edition.report.waves.first { $0.id == id }?.days }
    if let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() {
        facts.append(("fact-dates", words("date-range", ["from": words.date(first), "to": words.date(last)])))
    }
    facts.append(("fact-mode", words(survey.isTabulated ? "fact-mode-tabulated" : "fact-mode-rows")))
    facts.append(("fact-invited", survey.invited.map { words.whole($0) } ?? words("not-given")))
    facts.append(("fact-rate", responseRate(survey, words) ?? words("not-given")))
    facts.append(
        (
            "fact-platform",
            words.has("platform-\(survey.platform)") ? words("platform-\(survey.platform)") : survey.platform
        ))
    facts.append(
        ("fact-encoding", words("encoding-text", ["encoding": survey.encoding, "delimiter": survey.delimiter])))
    if let order = survey.dateOrder {
        facts.append(("fact-date-order", words.has("date-order-\(order)") ? words("date-order-\(order)") : order))
    }
    facts.append(("fact-weighting", words("fact-weighting-text")))
    return facts.map { ["term": .text(words($0.key)), "text": .text($0.value)] }
}

/// Rows counted of people invited; nil where no number is given or more answered than were asked.
private func responseRate(_ survey: SurveyAccount, _ words: Words) -> String? {
    guard let invited = survey.invited, invited > 0, survey.rows(.counted) <= invited else { return nil }
    return words.value(Double(survey.rows(.counted)) / Double(invited), of: .share)
}

/// "1 Very dissatisfied to 5 Very satisfied", or its ends where the export has bare numbers.
private func scaleText(_ question: Question, _ words: Words) -> String {
    let scale = question.scale
    let low = scale.labels.first.map { "\(scale.low) \($0)" } ?? words.whole(scale.low)
    let high = scale.labels.last.map { "\(scale.high) \($0)" } ?? words.whole(scale.high)
    return words("scale-text", ["measure": words("measure-\(question.measure.rawValue)"), "low": low, "high": high])
}
