import Report
import Statistics

/// Departments that an association needs.
let fewestForAssociation = 20

/// Whether departments that are served better serve better: `received` against the department's own external headline,
/// first differences between the newest two waves that asked both.
///
/// One pair a department, and none for a department above another that has one, since its answers hold the other's.
func associate(_ cells: CellTable, _ frame: Frame) -> Association {
    guard let headline = frame.headline,
        let received = frame.questions.indices.first(where: { frame.questions[$0].isReceived })
    else { return .cannotTell(departments: 0) }
    let both = frame.waves.indices.filter { frame.asked[$0][headline] && frame.asked[$0][received] }
    guard both.count >= 2 else { return .cannotTell(departments: 0) }
    let (from, to) = (both[both.count - 2], both[both.count - 1])
    func change(_ unit: Int, _ side: Side, _ question: Int) -> Double? {
        let statistic = frame.questions[question].headlineStatistic
        func value(_ wave: Int) -> Double? {
            cells[unit: unit, side: side, wave: wave, question: question].published?.figure(statistic)?.estimate.value
        }
        guard let old = value(from), let new = value(to) else { return nil }
        return new - old
    }
    var pairs: [Int: (received: Double, given: Double)] = [:]
    let tree = frame.trees[to]
    for unit in tree.depthFirst where unit != 0 {
        guard let got = change(unit, .received, received), let gave = change(unit, .external, headline) else {
            continue
        }
        for above in tree.ancestors(of: unit) { pairs[above] = nil }
        pairs[unit] = (got, gave)
    }
    let units = pairs.keys.sorted()
    guard units.count >= fewestForAssociation,
        let found = spearman(units.compactMap { pairs[$0]?.received }, units.compactMap { pairs[$0]?.given })
    else { return .cannotTell(departments: units.count) }
    return .measured(
        departments: units.count,
        coefficient: Estimate(value: found.estimate, low: found.interval.low, high: found.interval.high),
        from: frame.waves[from].id, to: frame.waves[to].id)
}
