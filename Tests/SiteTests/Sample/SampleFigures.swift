import Report

/// Figures of the sample: histograms made by a small formula, with simple intervals.
extension SampleReport {
    static let organisation = Organisation(name: "Northline Buses", departments: departments)

    /// Who is shown: the archive is hidden everywhere, finance outside; nobody outside ever met the depot.
    static func cell(_ unit: Int, _ side: Side, _ wave: Int, _ question: Question) -> Cell {
        let id = organisation.id(unit).text
        if question.isReceived != (side == .received) { return .none }
        if side == .external && (id == "depot" || question.id.text == "ease") { return .none }
        if side == .internal && question.id.text == "recommend" { return .none }
        if side == .connected && (unit != 0 || question.id.text != "overall") { return .none }
        if side == .all { return .none }
        if id == "archive" || (id == "payroll" && side == .external) { return .suppressed }
        if side == .selfView && unit % 3 != 0 { return .suppressed }
        let size = unit == 0 ? 400 : id == "it" ? 18 : 40 + 7 * unit
        return .published(published(question, size, seed: unit + wave * 2 + side.index, wave))
    }

    static func published(_ question: Question, _ size: Int, seed: Int, _ wave: Int) -> PublishedCell {
        let count = question.scale.count
        var histogram = [Int](repeating: 0, count: count)
        for answer in 0..<size {
            let spread = (answer * 7 + seed * 3) % 10
            let place = spread < 6 ? count - 1 - (spread + seed) % 2 : (spread * (seed + 1)) % count
            histogram[place] += 1
        }
        let figures = question.statistics.map { statistic -> Figure in
            let now = estimate(statistic, histogram, question)
            guard wave > 0 else { return Figure(statistic: statistic, estimate: now) }
            let step = 0.03 * Double(seed % 3 - 1) * (statistic.kind == .mean ? 5 : 1)
            let verdict: Verdict? = size < 30 ? .few : seed % 3 == 1 ? .similar : seed % 3 == 2 ? .higher : .lower
            let change = Difference(
                against: .wave(waves[wave - 1].id), other: now.value - step,
                estimate: Estimate(value: step, low: step - 0.05, high: step + 0.05), verdict: verdict)
            let rest = Difference(
                against: .rest, other: now.value - 0.02, estimate: Estimate(value: 0.02, low: -0.03, high: 0.07),
                verdict: nil)
            let customers = Difference(
                against: .internalCustomers, other: now.value - 0.1,
                estimate: Estimate(value: 0.1, low: 0.02, high: 0.18),
                verdict: .higher)
            return Figure(statistic: statistic, estimate: now, change: change, comparisons: [rest, customers])
        }
        return PublishedCell(histogram: histogram, figures: figures)
    }

    static func estimate(_ statistic: Statistic, _ histogram: [Int], _ question: Question) -> Estimate {
        let total = Double(histogram.reduce(0, +))
        let mean =
            histogram.enumerated().reduce(0.0) { $0 + Double($1.offset + question.scale.low) * Double($1.element) }
            / total
        let value: Double
        switch statistic.kind {
        case .share:
            let from = question.scale.favourableFrom(question.measure) ?? 0
            value = Double(histogram[from...].reduce(0, +)) / total
        case .netPromoter:
            value = (Double(histogram[9...].reduce(0, +)) - Double(histogram[...6].reduce(0, +))) / total
        case .mean: value = mean
        }
        let half = (statistic.kind == .mean ? 2 : 1) / total.squareRoot()
        let ends =
            switch statistic.kind {
            case .share: (0.0, 1.0)
            case .netPromoter: (-1.0, 1.0)
            case .mean: (Double(question.scale.low), Double(question.scale.high))
            }
        return Estimate(value: value, low: max(ends.0, value - half), high: min(ends.1, value + half))
    }

    static var cells: CellTable {
        var table = CellTable(waveCount: waves.count, questionCount: questions.count, unitCount: organisation.unitCount)
        for wave in waves.indices {
            for side in Side.allCases {
                for (position, question) in questions.enumerated() {
                    for unit in organisation.units {
                        table[unit: unit, side: side, wave: wave, question: position] = cell(unit, side, wave, question)
                    }
                }
            }
        }
        return table
    }
}
