package import Diagnostics
package import Report

/// From counted answers to the wall: rolls up, protects, and makes everything that may be known of the surveys.
///
/// Nothing in the report depends on the order of surveys or rows, and everything in it is a function of published figures.
package func makeReport(_ input: ReportInput) -> Outcome<Report> {
    let prepared = prepare(input)
    return Outcome(makeReport(prepared.value), prepared.diagnostics)
}

/// The report of what was rolled up and decided: figures, intervals, comparisons, verdicts.
package func makeReport(_ prepared: Preparation) -> Report {
    let input = prepared.input
    let frame = prepared.frame
    let tally = prepared.tally
    let protected = prepared.protected
    let cells = assembleFigures(protected, tally, comparesYearAgo: input.comparesYearAgo)
    let comments = frame.waves.last.map {
        releaseComments(prepared.comments, wave: $0.id, names: input.policy.maskedNames)
    }
    return Report(
        organisation: frame.organisation, waves: frame.waves, trees: frame.trees, questions: frame.questions,
        headline: input.headline, themes: input.themes, confidentiality: input.policy.rule, cells: cells,
        asked: frame.asked, links: releaseLinks(protected, frame), surveys: tally.surveys.map(\.account),
        rulebook: accountRules(tally.surveys, input.rulebook), themeScores: scoreThemes(input.themes, cells, frame),
        association: associate(cells, frame), comments: comments ?? [],
        standards: holdStandards(input.standards, cells, frame, calendar: input.calendar),
        newestResponse: tally.surveys.compactMap(\.newestResponse).max(),
        remainders: releaseRemainders(protected, frame))
}

/// What is to be remembered once the report of the same input is published: the complete files of
/// `content/.throughline/published/`, earlier publications included.
package func rememberPublication(_ input: ReportInput) -> Outcome<[MemoryFile]> {
    let prepared = prepare(input, remembers: true)
    let value = prepared.value
    var memory = value.memory
    for side in value.protected.publications {
        var earlier = PublishedSide(wave: side.wave, side: side.side, questions: [])
        let place = memory.sides.firstIndex { $0.wave == side.wave && $0.side == side.side }
        if let place { earlier = memory.sides[place] }
        for question in side.questions {
            if let known = earlier.questions.firstIndex(where: { $0.question == question.question }) {
                if let newest = question.generations.last, earlier.questions[known].generations.last != newest {
                    earlier.questions[known].generations.append(newest)
                }
            } else {
                earlier.questions.append(question)
            }
        }
        if let place { memory.sides[place] = earlier } else { memory.sides.append(earlier) }
    }
    if let wave = value.frame.waves.last?.id {
        for pool in value.comments {
            memory.comments[CommentPlace(wave: wave, side: pool.side), default: []].formUnion(pool.comments.map(\.mark))
        }
    }
    return Outcome(writeMemory(memory, hash: value.hash), prepared.diagnostics)
}
