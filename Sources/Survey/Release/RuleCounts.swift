import Report

/// How many responses each rule decided, small counts hidden.
///
/// The ledger says how many responses a survey's rules decided together, so a count that alone is hidden could be worked
/// out: it takes the next smallest with it. A total over surveys with a hidden part is the sum of the others, "at least".
func accountRules(_ surveys: [SurveyResult], _ rulebook: RulebookDescription) -> RulebookAccount {
    var responses = rulebook.rules.map { _ in [SurveyID: GuardedCount]() }
    for survey in surveys {
        let guarded = guardCounts(survey.decided)
        for (rule, count) in zip(responses.indices, guarded) where count != .exactly(0) {
            responses[rule][survey.account.id] = count
        }
    }
    let rules = zip(rulebook.rules, responses).map { rule, counts in
        RuleAccount(
            name: rule.name, side: rule.side, kind: rule.kind, because: rule.because, conditions: rule.conditions,
            responses: counts, total: total(Array(counts.values)))
    }
    return RulebookAccount(
        rules: rules, isDefault: rulebook.isDefault, contested: guardOne(surveys.reduce(0) { $0 + $1.contested }),
        unclassified: guardOne(surveys.reduce(0) { $0 + $1.unclassified }))
}

/// Counts of which 1 to 4 are hidden, and with a lone hidden one the next smallest that is not 0, the first among equals.
func guardCounts(_ counts: [Int]) -> [GuardedCount] {
    var hidden = counts.map { (1...4).contains($0) }
    if hidden.count(where: { $0 }) == 1 {
        let others = counts.indices.filter { !hidden[$0] && counts[$0] > 0 }
        if let next = others.min(by: { (counts[$0], $0) < (counts[$1], $1) }) { hidden[next] = true }
    }
    return zip(counts, hidden).map { $1 ? .fewer : .exactly($0) }
}

private func guardOne(_ count: Int) -> GuardedCount { (1...4).contains(count) ? .fewer : .exactly(count) }

private func total(_ counts: [GuardedCount]) -> GuardedCount {
    var sum = 0
    var isPartial = false
    for count in counts {
        switch count {
        case .exactly(let number), .atLeast(let number): sum += number
        case .fewer: isPartial = true
        }
    }
    guard isPartial else { return .exactly(sum) }
    return sum == 0 ? .fewer : .atLeast(sum)
}
