import Report

/// Which rule decides a row.
///
/// Conditions are tested once per distinct cell, rules once per distinct combination of what the conditions say.
struct Classification {
    struct Decision {
        /// Index of the first rule that matches; nil if none does.
        var rule: Int?
        /// A later rule with another side matches too.
        var isContested = false
    }

    /// A column that rules ask about.
    private struct Field {
        let column: Int
        /// By code of the cell: which combination of its conditions holds.
        let pattern: [Int]
        /// Weight of the pattern in a row's place.
        var stride = 1
    }

    private var fields: [Field] = []
    /// By place: the decision once it is known.
    private var decisions: [Int: Decision] = [:]
    /// For each rule, its conditions as (field, by pattern: holds); nil for a rule that asks for a field that is not mapped.
    private var rules: [[(field: Int, holds: [Bool])]?] = []
    private let sides: [Side]
    /// False where rules have more combinations than numbers to name them, so that no decision can be kept.
    private var isCounted = true

    init(_ rulebook: Rulebook, columns: [String: Int], dictionaries: [CellDictionary]) {
        sides = rulebook.rules.map(\.side)
        var conditions: [Int: [(rule: Int, holds: [Bool])]] = [:]
        var order: [Int] = []
        var isPossible = [Bool](repeating: true, count: rulebook.rules.count)
        for (index, rule) in rulebook.rules.enumerated() {
            for condition in rule.conditions {
                guard let column = columns[condition.field] else {
                    isPossible[index] = false
                    continue
                }
                if conditions[column] == nil { order.append(column) }
                let dictionary = dictionaries[column]
                let holds = (0..<dictionary.count).map { code in
                    let value = FieldValue(dictionary.text(code))
                    return condition.tests.allSatisfy { $0.holds(value) }
                }
                conditions[column, default: []].append((index, holds))
            }
        }
        var parts: [[(field: Int, holds: [Bool])]] = Array(repeating: [], count: rulebook.rules.count)
        var stride = 1
        for (field, column) in order.enumerated() {
            let own = conditions[column] ?? []
            var known: [[Bool]: Int] = [:]
            var patterns: [[Bool]] = []
            let pattern = (0..<dictionaries[column].count).map { code in
                let row = own.map { $0.holds[code] }
                if let found = known[row] { return found }
                known[row] = patterns.count
                patterns.append(row)
                return patterns.count - 1
            }
            fields.append(Field(column: column, pattern: pattern, stride: stride))
            let (next, overflow) = stride.multipliedReportingOverflow(by: patterns.count)
            if overflow { isCounted = false }
            stride = next
            for (place, condition) in own.enumerated() {
                parts[condition.rule].append((field, patterns.map { $0[place] }))
            }
        }
        rules = zip(parts, isPossible).map { $1 ? $0 : nil }
    }

    /// - Parameter codes: the row's code in a column.
    mutating func decide(_ codes: (Int) -> Int) -> Decision {
        var place = 0
        for field in fields { place = place &+ field.pattern[codes(field.column)] &* field.stride }
        if isCounted, let known = decisions[place] { return known }
        var decision = Decision()
        for (index, conditions) in rules.enumerated() {
            guard let conditions else { continue }
            let matches = conditions.allSatisfy { $0.holds[fields[$0.field].pattern[codes(fields[$0.field].column)]] }
            guard matches else { continue }
            if let first = decision.rule {
                if sides[first] != sides[index] { decision.isContested = true }
            } else {
                decision.rule = index
            }
        }
        if isCounted { decisions[place] = decision }
        return decision
    }
}
