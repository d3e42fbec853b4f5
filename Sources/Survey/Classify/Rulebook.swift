package import Diagnostics
package import Report

/// Ordered rules that say who an answer comes from: the first that matches decides.
package struct Rulebook: Sendable {
    package let rules: [Rule]
    /// True where `customers.yml` is not written and the built-in rules stand in.
    package let isDefault: Bool

    package init(rules: [Rule], isDefault: Bool = false) {
        self.rules = rules
        self.isDefault = isDefault
    }

    /// One rule: all of its conditions must hold; a rule without conditions always matches.
    package struct Rule: Sendable {
        package let name: String
        package let conditions: [Condition]
        /// `internal`, `external` or `connected`.
        package let side: Side
        package let kind: String
        /// A sentence for the reader.
        package let because: String
        package let location: SourceLocation

        package init(
            name: String, conditions: [Condition], side: Side, kind: String, because: String, location: SourceLocation
        ) {
            self.name = name
            self.conditions = conditions
            self.side = side
            self.kind = kind
            self.because = because
            self.location = location
        }
    }

    /// A test of one field of the respondent.
    package struct Condition: Sendable {
        package let field: String
        package let tests: [Test]
        package let location: SourceLocation

        package init(field: String, tests: [Test], location: SourceLocation) {
            self.field = field
            self.tests = tests
            self.location = location
        }

        /// The condition as a site says it, a test at a time.
        package var account: [RuleCondition] { tests.map { $0.account(of: field) } }

        /// The condition in words of the rulebook, for the analyst's screen, such as `relationship is Employee or Manager`.
        package var words: String { "\(field) " + tests.map(\.words).joined(separator: " and ") }
    }

    package enum Test: Sendable {
        /// Equals one of these, letter case and outer blanks ignored.
        case isOneOf([String])
        /// Fits one of these patterns, in which `*` stands for any text and `?` for one character.
        case matches([String])
        /// An e-mail address of one of these domains, or such a domain itself.
        case domain([String])
        /// Is filled in, or is not.
        case present(Bool)
        /// A number within bounds, both included.
        case number(from: Double?, to: Double?)
    }

    /// What a rulebook says of each rule in public.
    package func account(of rule: Rule) -> (
        name: String, side: Side, kind: String, because: String, conditions: [RuleCondition]
    ) {
        (rule.name, rule.side, rule.kind, rule.because, rule.conditions.flatMap(\.account))
    }
}

extension Rulebook.Test {
    /// The test in words, with its field in front.
    package var words: String {
        func either(_ texts: [String]) -> String {
            guard texts.count > 1, let last = texts.last else { return texts.first ?? "nothing" }
            return texts.dropLast().joined(separator: ", ") + " or " + last
        }
        switch self {
        case .isOneOf(let texts): return "is " + either(texts)
        case .matches(let patterns): return "fits " + either(patterns)
        case .domain(let domains): return "is an address at " + either(domains)
        case .present(let wanted): return wanted ? "is given" : "is not given"
        case .number(let from?, let to?): return "is from \(number(from)) to \(number(to))"
        case .number(let from?, nil): return "is at least \(number(from))"
        case .number(nil, let to?): return "is at most \(number(to))"
        case .number(nil, nil): return "is a number"
        }
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    func account(of field: String) -> RuleCondition {
        switch self {
        case .isOneOf(let texts): RuleCondition(field: field, test: .isOneOf, values: texts)
        case .matches(let patterns): RuleCondition(field: field, test: .fits, values: patterns)
        case .domain(let domains): RuleCondition(field: field, test: .domain, values: domains)
        case .present(let wanted): RuleCondition(field: field, test: wanted ? .given : .notGiven)
        case .number(let from?, let to?):
            RuleCondition(field: field, test: .between, values: [number(from), number(to)])
        case .number(let from?, nil): RuleCondition(field: field, test: .atLeast, values: [number(from)])
        case .number(nil, let to?): RuleCondition(field: field, test: .atMost, values: [number(to)])
        case .number(nil, nil): RuleCondition(field: field, test: .number)
        }
    }

    /// - Parameter value: the cell; nil for an empty one.
    package func holds(_ value: FieldValue) -> Bool {
        switch self {
        case .isOneOf(let texts): return !value.isEmpty && texts.contains { FieldValue($0).folded == value.folded }
        case .matches(let patterns):
            return !value.isEmpty && patterns.contains { Glob.matches(value.folded, FieldValue($0).folded) }
        case .domain(let domains):
            guard let at = value.folded.lastIndex(of: "@") else { return false }
            let own = value.folded[value.folded.index(after: at)...].drop { $0 == " " }
            return domains.contains { !$0.isEmpty && FieldValue($0).folded == String(own) }
        case .present(let wanted): return value.isEmpty != wanted
        case .number(let from, let to):
            guard let number = value.number else { return false }
            return number >= (from ?? -.infinity) && number <= (to ?? .infinity)
        }
    }
}

/// A respondent's field as rules compare it.
package struct FieldValue: Sendable, Hashable {
    /// Lower case, without outer blanks, markers and doubled blanks.
    package let folded: String

    package init(_ raw: String) {
        var scalars = String.UnicodeScalarView()
        var blank = false
        for scalar in raw.unicodeScalars {
            switch scalar.value {
            case 0xFEFF, 0x200B, 0x2060, 0xAD: continue
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: blank = true
            default:
                if blank, !scalars.isEmpty { scalars.append(" ") }
                blank = false
                scalars.append(scalar == "\u{2019}" || scalar == "\u{2018}" ? "'" : scalar)
            }
        }
        folded = String(scalars).lowercased()
    }

    package var isEmpty: Bool { folded.isEmpty }

    /// The value as a finite decimal number.
    package var number: Double? {
        let allowed = folded.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B || $0 == 0x65
        }
        guard allowed, folded.utf8.count <= 40, let number = Double(folded), number.isFinite else { return nil }
        return number
    }
}

/// Patterns in which `*` stands for any text and `?` for one character; everything else for itself.
package enum Glob {
    /// Time is at most the product of the lengths.
    package static func matches(_ text: String, _ pattern: String) -> Bool {
        let text = Array(text)
        let pattern = Array(pattern)
        var (t, p) = (0, 0)
        var (star, mark) = (-1, 0)
        while t < text.count {
            if p < pattern.count, pattern[p] == "*" {
                star = p
                mark = t
                p += 1
            } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
                t += 1
                p += 1
            } else if star >= 0 {
                p = star + 1
                mark += 1
                t = mark
            } else {
                return false
            }
        }
        while p < pattern.count, pattern[p] == "*" { p += 1 }
        return p == pattern.count
    }
}
