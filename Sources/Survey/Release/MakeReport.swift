package import Diagnostics
package import Report

/// From counted answers to the wall: rolls up, protects, and makes everything that may be known of the surveys.
///
/// Nothing in the report depends on the order of surveys or rows, and everything in it is a function of published figures.
package func makeReport(_ input: ReportInput) -> Outcome<Report> {
    let surveys = input.surveys.sorted { $0.account.id < $1.account.id }
    let framed = makeFrame(
        surveys, organisation: input.organisation, calendar: input.calendar, headline: input.headline)
    var diagnostics = framed.diagnostics
    let frame = framed.value
    let tally = rollUp(surveys, frame: frame)
    diagnostics += endedDepartments(surveys, frame)
    let protected = protect(tally, rule: input.policy.rule)
    var assembly = FigureAssembly(
        frame: frame, table: protected.table, comparesYearAgo: input.comparesYearAgo,
        peopleOfRest: { unit, side, wave, question in
            tally.peopleOfRest(side, wave: wave, question: question, unit: unit)
        })
    let cells = assembly.cells()
    var comments: [CommentSet] = []
    if input.releasesComments, let newest = frame.waves.last {
        let pools = poolComments(
            tally, protected.table, smallest: input.policy.rule.comments, hash: KeyedHash(input.policy.key))
        comments = releaseComments(pools, wave: newest.id, names: input.policy.maskedNames)
    }
    let report = Report(
        organisation: frame.organisation, waves: frame.waves, trees: frame.trees, questions: frame.questions,
        headline: input.headline, themes: input.themes, confidentiality: input.policy.rule, cells: cells,
        asked: frame.asked, links: releaseLinks(protected, frame), surveys: surveys.map(\.account),
        rulebook: accountRules(surveys, input.rulebook), themeScores: scoreThemes(input.themes, cells, frame),
        association: associate(cells, frame),
        comments: comments,
        standards: holdStandards(input.standards, cells, frame, calendar: input.calendar),
        newestResponse: surveys.compactMap(\.newestResponse).max(),
        remainders: releaseRemainders(protected, frame))
    return Outcome(report, diagnostics)
}

/// Ratings of departments in waves in which their files say that they no longer existed: counted for the organisation
/// as a whole, with one warning a department.
private func endedDepartments(_ surveys: [SurveyResult], _ frame: Frame) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, survey) in surveys.enumerated() {
        let responses = survey.responses
        var seen: Set<Int> = []
        for (rating, unit) in responses.unit.enumerated() where rating < responses.wave.count {
            let own = Int(responses.wave[rating])
            guard own < frame.waveOfSurvey[index].count, let wave = frame.waveOfSurvey[index][own],
                Int(unit) < frame.organisation.unitCount, !frame.trees[wave].exists[Int(unit)],
                seen.insert(Int(unit)).inserted
            else { continue }
            found.append(
                .warning(
                    "department-ended", at: SourceLocation(file: survey.account.id.text),
                    "answers about “\(frame.organisation.id(Int(unit)))” stand in wave \(frame.waves[wave].id), after its "
                        + "`until`; they are counted for the organisation only",
                    remedy: "move `until`, or name the department that goes on its series"))
        }
    }
    return found
}
