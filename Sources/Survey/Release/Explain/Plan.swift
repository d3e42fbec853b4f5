package import Diagnostics
package import Report
import Statistics

/// What a survey would be able to say, before it is sent: for each department whether its figures would be shown, and the
/// smallest change from one wave to the next that could be told.
///
/// It takes each department's headcount as the people who are asked about it, and the share of them who answer as given.
/// - Parameter response: share of people who answer, such as `40%` or `0.4`.
package func planSurvey(
    _ organisation: Organisation, calendar: WaveCalendar, rule: ConfidentialityRule, response: String
) -> Outcome<String?> {
    guard let rate = responseRate(response) else {
        return Outcome(
            nil,
            [
                .error(
                    "response-rate", at: SourceLocation(file: "plan"), "“\(response)” is no share of people",
                    remedy: "write a percentage such as 40%")
            ])
    }
    let tree = currentTree(organisation, calendar)
    let layout = ProtectionTree(tree)
    let own = organisation.units.map { unit -> Int in
        guard tree.exists[unit], let people = organisation.department(unit)?.headcount else { return 0 }
        return Int((Double(min(max(0, people), 1_000_000_000)) * rate).rounded())
    }
    let total = layout.branchSums(own)
    var optimum = Optimum()
    func shown(_ smallest: Int) -> [Bool] {
        optimum.solve(
            Optimum.Problem(
                own: own, total: total, weight: total.map { showingWeight(people: $0, shownBefore: false) },
                need: Array(repeating: smallest, count: layout.count),
                allowed: Array(repeating: true, count: layout.count)), layout)
    }
    let sides = [("internal", rule.internal), ("external", rule.external)]
    let choices = sides.map { shown($0.1) }
    var lines = [
        "If \(fourDecimals(rate * 100).prefix { $0 != "." }) of 100 people answer. A change is told from one wave to the next, "
            + "for a share near 70 %; 30 people are needed for it.", "",
    ]
    let levels = tree.levels
    var rows = [
        ["department", "answers", "internal (\(rule.internal))", "external (\(rule.external))", "smallest change"]
    ]
    for unit in tree.depthFirst {
        let name = String(repeating: "  ", count: levels[unit]) + organisation.displayName(unit)
        let seen = choices.contains { $0[unit] }
        rows.append(
            [name, String(total[unit])] + choices.map { $0[unit] ? "shown" : "hidden" } + [
                seen ? smallestChange(total[unit]) : ""
            ])
    }
    lines += table(rows)
    let without = tree.depthFirst.filter { organisation.department($0).map { $0.headcount == nil } ?? false }
    if !without.isEmpty {
        lines += ["", "\(without.count) departments have no `headcount:` and count as empty."]
    }
    return Outcome(lines.joined(separator: "\n") + "\n")
}

/// Reads `40%`, `40 %` or `0.4`; nil outside 0 (not included) to 1.
func responseRate(_ text: String) -> Double? {
    var number = text.filter { !$0.isWhitespace }
    var factor = 1.0
    if number.hasSuffix("%") {
        number.removeLast()
        factor = 0.01
    }
    guard let value = Double(number), value.isFinite else { return nil }
    let rate = value * factor
    return rate > 0 && rate <= 1 ? rate : nil
}

/// The tree after all waves that are named anywhere.
private func currentTree(_ organisation: Organisation, _ calendar: WaveCalendar) -> DepartmentTree {
    let named = organisation.departments.flatMap { department in
        [department.until].compactMap { $0 } + department.memberships.flatMap { [$0.from, $0.to].compactMap { $0 } }
    }
    let waves = calendar.ordered(named + calendar.listed.map(\.id))
    return organisation.tree(in: WaveID(""), of: waves)
}

/// The smallest difference of two shares, each of `people` answers and the higher near 70 %, whose 95 % interval excludes 0;
/// in percentage points.
func smallestChange(_ people: Int) -> String {
    guard people >= Verdict.smallestBase else { return "too few to tell" }
    let count = Double(people)
    let high = (count * 0.7).rounded()
    func isTold(_ step: Int) -> Bool {
        SampleDifference(
            .share(Share(hits: high, count: count)), .share(Share(hits: high - Double(step), count: count))
        ).excludesZero
    }
    var low = 0
    var enough = Int(high)
    guard isTold(enough) else { return "too few to tell" }
    while enough - low > 1 {
        let middle = (low + enough) / 2
        if isTold(middle) { enough = middle } else { low = middle }
    }
    return "\(Int((Double(enough) / count * 100).rounded(.up))) points"
}

/// Columns in line, the first to the left and the others as they come.
private func table(_ rows: [[String]]) -> [String] {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}
