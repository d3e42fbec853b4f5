import Parallel
import Report
import Statistics

/// Scores of themes: the mean of the favourable shares of a theme's published questions.
///
/// A change is given only where the wave before, in which the theme was asked, has the same questions published.
/// Order: theme, side, unit, wave.
func scoreThemes(_ themes: [Theme], _ cells: CellTable, _ frame: Frame) -> [ThemeScore] {
    themes.flatMap { theme -> [ThemeScore] in
        let questions = frame.questions.enumerated().compactMap { position, question -> ThemeQuestion? in
            guard question.theme == theme.id else { return nil }
            return question.statistics.first { $0.kind == .share }.map {
                ThemeQuestion(position: position, id: question.id, statistic: $0)
            }
        }
        guard !questions.isEmpty else { return [] }
        let waves = frame.waves.indices.filter { wave in questions.contains { frame.asked[wave][$0.position] } }
        let units = frame.organisation.unitCount
        let sides = Side.allCases
        return Parallel.machine.map(sides.count * units) { place in
            scores(
                theme.id, questions, waves, unit: place % units, side: sides[place / units], cells)
        }.flatMap(\.self)
    }
}

/// A question of a theme, with the share of its favourable answers.
private struct ThemeQuestion: Sendable {
    let position: Int
    let id: QuestionID
    let statistic: Statistic
}

private func scores(
    _ theme: ThemeID, _ questions: [ThemeQuestion], _ waves: [Int], unit: Int, side: Side, _ cells: CellTable
) -> [ThemeScore] {
    var result: [ThemeScore] = []
    var before: ThemeScore?
    for (place, wave) in waves.enumerated() {
        var shares: [Estimate] = []
        var used: [QuestionID] = []
        var base = Int.max
        for question in questions {
            guard let cell = cells[unit: unit, side: side, wave: wave, question: question.position].published,
                let share = cell.figure(question.statistic)?.estimate
            else { continue }
            shares.append(share)
            used.append(question.id)
            base = min(base, cell.base)
        }
        guard !shares.isEmpty else { continue }
        let estimate = mean(shares)
        var change: Estimate?
        if let before, place > 0, before.wave == waves[place - 1], before.questions == used {
            change = difference(estimate, before.estimate)
        }
        let score = ThemeScore(
            theme: theme, unit: unit, side: side, wave: wave, estimate: estimate, base: base, questions: used,
            change: change)
        result.append(score)
        before = score
    }
    return result
}

/// The mean of estimates that may hang together in any way, with the mean of their limits.
private func mean(_ estimates: [Estimate]) -> Estimate {
    func mean(_ value: (Estimate) -> Double) -> Double {
        estimates.reduce(0) { $0 + value($1) } / Double(estimates.count)
    }
    return Estimate(value: mean(\.value), low: mean(\.low), high: mean(\.high))
}

private func difference(_ now: Estimate, _ before: Estimate) -> Estimate {
    let limits = differenceInterval(
        now.value, Interval(low: now.low, high: now.high),
        minus: before.value, Interval(low: before.low, high: before.high))
    return Estimate(value: now.value - before.value, low: limits.low, high: limits.high)
}
