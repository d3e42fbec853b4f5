import Parallel
import Report

/// Scores of themes: the mean of the favourable shares of a theme's published questions.
///
/// A change is given only where the wave before, in which the theme was asked, has the same questions published.
/// Order: theme, side, unit, wave.
func scoreThemes(_ themes: [Theme], _ cells: CellTable, _ frame: Frame) -> [ThemeScore] {
    themes.flatMap { theme -> [ThemeScore] in
        let questions = frame.questions.enumerated().compactMap { position, question -> ThemeQuestion? in
            guard question.theme == theme.id, let first = question.scale.favourableFrom(question.measure) else {
                return nil
            }
            return ThemeQuestion(position: position, id: question.id, favourableFrom: first)
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

/// A question of a theme, with the first point that counts as favourable.
private struct ThemeQuestion: Sendable {
    let position: Int
    let id: QuestionID
    let favourableFrom: Int
}

private func scores(
    _ theme: ThemeID, _ questions: [ThemeQuestion], _ waves: [Int], unit: Int, side: Side, _ cells: CellTable
) -> [ThemeScore] {
    var result: [ThemeScore] = []
    var before: (wave: Int, value: Double, questions: [QuestionID])?
    for (place, wave) in waves.enumerated() {
        var shares: [Double] = []
        var used: [QuestionID] = []
        for question in questions {
            let first = question.favourableFrom
            guard let cell = cells[unit: unit, side: side, wave: wave, question: question.position].published,
                cell.base > 0, cell.histogram.indices.contains(first)
            else { continue }
            shares.append(Double(cell.histogram[first...].reduce(0, +)) / Double(cell.base))
            used.append(question.id)
        }
        guard !shares.isEmpty else { continue }
        let value = shares.reduce(0, +) / Double(shares.count)
        var change: Double?
        if let before, place > 0, before.wave == waves[place - 1], before.questions == used {
            change = value - before.value
        }
        result.append(
            ThemeScore(theme: theme, unit: unit, side: side, wave: wave, value: value, questions: used, change: change))
        before = (wave, value, used)
    }
    return result
}
