import Report

/// Holds each declared standard against the figure of the newest wave that asked its question.
///
/// The interval decides, as it is printed beside the target, so that the two never contradict each other: met where it
/// lies at or above the target, missed where it lies below, else the answers cannot tell.
func holdStandards(
    _ standards: [DeclaredStandard], _ cells: CellTable, _ frame: Frame, calendar: WaveCalendar
) -> [StandardResult] {
    standards.enumerated().map { source, standard in
        let figure = newestFigure(standard, cells, frame, calendar)
        let status: StandardResult.Status =
            switch figure.estimate {
            case nil: .noFigure
            case .some(let estimate) where printed(estimate.low, standard.statistic) >= standard.target - 1e-9: .met
            case .some(let estimate) where printed(estimate.high, standard.statistic) < standard.target - 1e-9: .missed
            case .some: .cannotTell
            }
        return StandardResult(
            department: standard.department, side: standard.side, question: standard.question,
            statistic: standard.statistic, target: standard.target, wave: figure.wave, estimate: figure.estimate,
            status: status, source: source)
    }
}

/// In printed units, rounded as pages round: shares and net promoter scores to whole numbers, means to one decimal.
private func printed(_ value: Double, _ statistic: Statistic) -> Double {
    let decimals = statistic.kind == .mean ? 10.0 : 1
    let scaled = value * statistic.printFactor * decimals
    // As in `Words`: the nearest double of a half may lie below it.
    return (scaled + (value < 0 ? -1e-9 : 1e-9)).rounded(.toNearestOrAwayFromZero) / decimals
}

private func newestFigure(
    _ standard: DeclaredStandard, _ cells: CellTable, _ frame: Frame, _ calendar: WaveCalendar
) -> (wave: WaveID?, estimate: Estimate?) {
    guard let unit = frame.organisation.unit(standard.department), let question = frame.question(standard.question),
        let wave = frame.waves.indices.last(where: { frame.asked[$0][question] && frame.trees[$0].exists[unit] })
    else { return (nil, nil) }
    // A standard that begins in a wave without figures yet is not held against an older one.
    let newest = frame.waves[wave].id
    if let from = standard.from, from != newest, calendar.ordered([from, newest]).last?.id == from {
        return (nil, nil)
    }
    let cell = cells[unit: unit, side: standard.side, wave: wave, question: question].published
    return (newest, cell?.figure(standard.statistic)?.estimate)
}
