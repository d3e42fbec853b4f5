import Report

/// Which rule decides a row.
///
/// Conditions are tested once per distinct cell, rules once per distinct combination of what the conditions say.
struct Classification: Sendable {
    struct Decision: Sendable {
        /// Index of the first rule that matches; -1 if none does.
        var rule: Int32 = -1
        /// A later rule with another side matches too.
        var isContested = false
    }

    /// A column that rules ask about.
    private struct Field: Sendable {
        let column: Int
        /// By code of the cell: which combination of its conditions holds.
        let pattern: [Int]
        let patterns: Int
        /// Weight of the pattern in a row's place.
        var stride = 1
    }

    /// Combinations up to which all are decided before the first row.
    private static let mostDecided = 4096

    private var fields: [Field] = []
    /// By place: all decisions where there are few places, otherwise those that are known.
    private var allDecisions: [Decision] = []
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
            fields.append(Field(column: column, pattern: pattern, patterns: patterns.count, stride: stride))
            let (next, overflow) = stride.multipliedReportingOverflow(by: patterns.count)
            if overflow { isCounted = false }
            stride = next
            for (place, condition) in own.enumerated() {
                parts[condition.rule].append((field, patterns.map { $0[place] }))
            }
        }
        rules = zip(parts, isPossible).map { $1 ? $0 : nil }
        if isCounted, stride <= Self.mostDecided {
            allDecisions = (0..<stride).map { place in
                decision({ place / fields[$0].stride % fields[$0].patterns })
            }
        }
    }

    /// - Parameter codes: the row's code in a column.
    @inline(__always)
    mutating func decide(_ codes: (Int) -> Int) -> Decision {
        var place = 0
        for field in fields { place = place &+ field.pattern[codes(field.column)] &* field.stride }
        if !allDecisions.isEmpty { return allDecisions[place] }
        if isCounted, let known = decisions[place] { return known }
        let decision = decision({ fields[$0].pattern[codes(fields[$0].column)] })
        if isCounted { decisions[place] = decision }
        return decision
    }

    /// The decision of each row of a part.
    func decisions(_ part: EncodedRows.Part) -> [Decision] {
        if allDecisions.isEmpty {
            var own = self
            return (0..<part.count).map { row in own.decide { part.code($0, row) } }
        }
        var places = [Int32](repeating: 0, count: part.count)
        for field in fields {
            let weights = part.values(field.column, field.pattern.map { Int32($0 * field.stride) })
            for row in places.indices { places[row] &+= weights[row] }
        }
        return places.map { allDecisions[Int($0)] }
    }

    private func decision(_ patterns: (Int) -> Int) -> Decision {
        var decision = Decision()
        for (index, conditions) in rules.enumerated() {
            guard let conditions, conditions.allSatisfy({ $0.holds[patterns($0.field)] }) else { continue }
            if decision.rule < 0 {
                decision.rule = Int32(clamping: index)
            } else if sides[Int(decision.rule)] != sides[index] {
                decision.isContested = true
            }
        }
        return decision
    }
}
