import Content
import Report

/// `method.html`: how every figure is made, in plain words, with numbers of this site.
func methodPage(_ edition: Edition) -> Page {
    let words = edition.words
    let rule = edition.report.confidentiality
    return Page(
        path: PagePath.method, template: "method", heading: words("method-heading"), title: words("nav-method"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "example": .optional(workedExample(edition)),
            "smallest": .records(
                [
                    (Side.external, rule.external), (.internal, rule.internal), (.selfView, rule.selfView),
                ].map { side, number in
                    ["side": .text(words.side(side).capitalisedFirst), "number": .text(words.whole(number))]
                } + [
                    [
                        "side": .text(words("comments-word").capitalisedFirst),
                        "number": .text(words.whole(rule.comments)),
                    ]
                ]),
            "measures": .records(
                measuresUsed(edition).map {
                    [
                        "term": .text(words("measure-\($0.rawValue)").capitalisedFirst),
                        "text": .text(words("measure-\($0.rawValue)-text")),
                    ]
                }),
            "waves": .records(edition.report.waves.map { ["name": .text($0.name), "id": .text($0.id.text)] }),
            "files": .records(
                ["figures", "departments", "links", "ledger", "rules"].map {
                    [
                        "href": .text("data/\($0).csv"), "name": .text("data/\($0).csv"),
                        "text": .text(words("file-\($0)")),
                    ]
                }),
        ])
}

private func measuresUsed(_ edition: Edition) -> [Measure] {
    Measure.allCases.filter { measure in edition.report.questions.contains { $0.measure == measure } }
}

/// The organisation's headline share, taken apart: how many answered what, the share, what chance could do.
private func workedExample(_ edition: Edition) -> TemplateRecord? {
    let words = edition.words
    for question in edition.report.questions.indices {
        let asked = edition.report.questions[question]
        for side in [Side.external, .internal] {
            guard let (cell, wave) = edition.newestCell(0, side, question), let published = cell.published,
                let statistic = asked.statistics.first(where: { $0.kind == .share }),
                let figure = published.figure(statistic), let from = asked.scale.favourableFrom(asked.measure),
                from >= 0, from <= published.histogram.count
            else { continue }
            let favourable = published.histogram[from...].reduce(0, +)
            return [
                "share": .text(
                    words(
                        "example-share",
                        [
                            "question": edition.wording(question, side, of: 0), "who": words.side(side),
                            "wave": edition.waveName(wave),
                            "n": words.whole(published.base), "x": words.whole(favourable),
                            "value": words.value(figure.estimate.value, of: .share),
                        ])),
                "interval": .text(
                    words(
                        "example-interval",
                        [
                            "low": words.value(figure.estimate.low, of: .share),
                            "high": words.value(figure.estimate.high, of: .share),
                            "value": words.value(figure.estimate.value, of: .share),
                        ])),
            ]
        }
    }
    return nil
}
