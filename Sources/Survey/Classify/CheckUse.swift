package import Diagnostics
import Report

extension Rulebook {
    /// Rules that decide no response. Nothing is said of the built-in rules, nor where a tabulated survey does not say
    /// which rule decided.
    ///
    /// - Parameter results: all surveys of the site.
    package func checkUse(_ results: [SurveyResult]) -> [Diagnostic] {
        let tellsRules = results.allSatisfy { !$0.account.isTabulated || $0.decided.contains { $0 > 0 } }
        guard !isDefault, tellsRules, !results.isEmpty else { return [] }
        return rules.enumerated().compactMap { index, rule in
            let responses = results.reduce(0) { $0 + ($1.decided.indices.contains(index) ? $1.decided[index] : 0) }
            guard responses == 0 else { return nil }
            let above = index == 0 ? "" : ", or a rule above it decides first"
            return .warning(
                "rule-never-decides", at: rule.location,
                "the rule \"\(rule.name)\" decides no response: no respondent meets its conditions\(above)",
                remedy:
                    "`throughline explain FILE.csv --row N` shows what each rule makes of a row; correct its conditions, move it up, or take it out"
            )
        }
    }
}

extension [SurveyResult] {
    /// Departments that somebody rated in a closed wave, as units; answers about what one's own department receives are
    /// no ratings.
    package var ratedUnits: Set<Int> {
        reduce(into: []) { units, result in
            for (unit, side) in zip(result.responses.unit, result.responses.side) where side != .received {
                units.insert(Int(unit))
            }
        }
    }
}
