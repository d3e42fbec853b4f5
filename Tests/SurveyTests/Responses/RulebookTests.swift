import Diagnostics
import LocatedYAML
import Report
import Testing

@testable import Survey

@Suite struct RulebookTests {
    private func read(_ text: String) -> Outcome<Rulebook> {
        Rulebook.read(YAMLDocument.read(text, file: "customers.yml").value)
    }
    private func holds(_ test: Rulebook.Test, _ value: String) -> Bool { test.holds(FieldValue(value)) }

    @Test func equalsIgnoresCaseAndOuterBlanks() {
        let test = Rulebook.Test.isOneOf(["Employee", "Line Manager"])
        #expect(holds(test, " employee\u{A0}") && holds(test, "LINE  MANAGER") && holds(test, "\u{FEFF}Employee"))
        #expect(!holds(test, "Employees") && !holds(test, "") && !holds(test, "Employee, Manager"))
        #expect(!holds(.isOneOf([""]), ""), "an empty cell equals nothing")
    }

    @Test func patterns() {
        #expect(holds(.matches(["STAFF-*"]), "staff-12") && !holds(.matches(["STAFF-*"]), "NOSTAFF-12"))
        #expect(holds(.matches(["*-??"]), "a-12") && !holds(.matches(["*-??"]), "a-123"))
        #expect(holds(.matches(["*"]), "x") && !holds(.matches(["*"]), " "), "an empty cell fits nothing")
        #expect(holds(.matches(["a.c"]), "a.c") && !holds(.matches(["a.c"]), "abc"), "a full stop is a full stop")
        #expect(holds(.matches(["x", "y*"]), "yes"))
        let long = String(repeating: "a", count: 2000)
        #expect(!Glob.matches(long, String(repeating: "*a", count: 40) + "b"), "no exponential search")
    }

    @Test func domains() {
        let test = Rulebook.Test.domain(["northline.example"])
        #expect(holds(test, "Jo@Northline.Example ") && holds(test, "a@b@northline.example"))
        #expect(!holds(test, "jo@notnorthline.example") && !holds(test, "jo@northline.example.org"))
        #expect(!holds(test, "northline.example") && !holds(test, "jo@"))
    }

    @Test func presenceAndNumbers() {
        #expect(holds(.present(true), "x") && !holds(.present(true), "\u{A0} "))
        #expect(holds(.present(false), "") && !holds(.present(false), "x"))
        let range = Rulebook.Test.number(from: 1, to: 99)
        #expect(holds(range, "1") && holds(range, " 99.0 ") && !holds(range, "0.99") && !holds(range, "100"))
        #expect(
            !holds(range, "") && !holds(range, "abc") && !holds(range, "nan") && !holds(range, "0x10")
                && !holds(range, "inf"))
        #expect(holds(.number(from: nil, to: -1), "-2") && !holds(.number(from: 5, to: nil), "4"))
    }

    @Test func everyFormOfConditionIsRead() throws {
        let outcome = read(
            """
            rules:
              - name: A
                when:
                  one: x
                  many: [x, y]
                  glob: { matches: "X-*" }
                  mail: { domain: ["@a.example", b.example] }
                  gone: { present: false }
                  age: { from: 1, to: 99 }
                side: connected
                kind: freelance poet
                because: So.
              - name: B
                side: external
                kind: person
                because: Everybody else.
            """)
        #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics.map(\.rendered))")
        #expect(
            outcome.value.rules[0].conditions.map(\.words) == [
                "one is x", "many is x or y", "glob fits X-*", "mail is an address at a.example or b.example",
                "gone is not given", "age is from 1 to 99",
            ])
        #expect(outcome.value.rules[0].kind == "freelance poet" && outcome.value.rules[1].conditions.isEmpty)
    }

    @Test func allProblemsAtOnce() {
        let outcome = read(
            """
            rules:
              - { name: A, side: self, kind: x, because: y }
              - { name: B, side: outside, kind: x, because: y }
              - { side: internal, kind: x, because: y }
              - { name: C, side: internal, kind: x, because: y, wenn: { a: b } }
              - { name: c, side: internal, kind: x, because: y }
              - { name: D, when: { a: { like: b } }, side: internal, kind: x, because: y }
              - { name: E, when: { a: { from: 3, to: 1 } }, side: internal, kind: x, because: y }
              - { name: F, when: { a: [] }, side: internal, kind: x, because: y }
            """)
        #expect(
            outcome.diagnostics.map { $0.location.line ?? 0 }.sorted() == [2, 3, 4, 5, 6, 7, 8, 9],
            "\(outcome.diagnostics.map(\.rendered))")
        #expect(outcome.diagnostics.allSatisfy { $0.severity == .error })
    }

    @Test func aFieldThatNoSurveyMapsIsAnError() throws {
        let mapping = try #require(SurveyFixture().readMapping().value.first)
        let rules = read(
            """
            rules:
              - { name: A, when: { relationship: x, relationshp: x, id: x }, side: internal, kind: x, because: y }
            """
        ).value
        let found = rules.checkFields([mapping])
        #expect(found.map(\.code) == ["unknown-field"])
        #expect(found.first?.location.line == 2 && found.first?.remedy == "did you mean `relationship`?")
        #expect(Rulebook.standard(domains: ["a.example"]).checkFields([mapping]).isEmpty)
    }

    @Test func firstMatchDecidesAndOthersContest() throws {
        var fixture = SurveyFixture(
            """
            a,2026-01-05,,Employee,Finance,Satisfied,
            b,2026-01-05,,Both,Finance,Satisfied,
            c,2026-01-05,,Passenger,Finance,Satisfied,
            d,2026-01-05,,,Finance,Satisfied,

            """)
        fixture.rulebook = SurveyFixture.rulebook(
            """
            rules:
              - { name: Staff, when: { relationship: [Employee, Both] }, side: internal, kind: employee, because: a }
              - { name: Staff again, when: { relationship: Employee }, side: internal, kind: employee, because: a }
              - { name: Nowhere, when: { unmapped: { present: false } }, side: connected, kind: bank, because: a }
              - { name: Passenger, when: { relationship: [Passenger, Both] }, side: external, kind: person, because: a }
            """)
        let result = try fixture.result()
        #expect(result.decided == [2, 0, 0, 1], "a rule on a field that this survey does not map is false")
        #expect(result.contested == 1 && result.unclassified == 1)
        #expect(result.ledgerText == ["unclassified 1", "counted 3"])
    }

    @Test func oneOwnDepartmentIsTheSelfView() throws {
        let result = try SurveyFixture(
            """
            a,2026-01-05,Payroll,Employee,Payroll,Satisfied,
            b,2026-01-05,Payroll,Employee,Finance,Satisfied,
            c,2026-01-05,Finance,Manager,Payroll,Satisfied,
            d,2026-01-05,Stations,Employee,Payroll,Satisfied,
            e,2026-01-05,Payroll,Passenger,Payroll,Satisfied,
            f,2026-01-05,money TEAM,Employee,finance,Satisfied,
            g,2026-01-05,Elsewhere,Employee,Payroll,Satisfied,

            """
        ).result()
        // Own unit, and the unit above it, are self; a manager who rates a team below is its internal customer.
        #expect(
            result.ratingTexts
                == [
                    "2026-Q1 2 self 3 2 1", "2026-Q1 2 self 3 4 1", "2026-Q1 4 external 3 0 1",
                    "2026-Q1 4 internal 3 0 1",
                    "2026-Q1 4 internal 3 2 1", "2026-Q1 4 internal 3 5 1", "2026-Q1 4 self 3 4 1",
                ].sorted())
        #expect(result.decided == [6, 1, 0])
    }

    @Test func theTreeOfTheWaveDecidesOnSelf() throws {
        var fixture = SurveyFixture(
            """
            a,2025-11-05,Payroll,Employee,Finance,Satisfied,
            b,2026-01-05,Payroll,Employee,Finance,Satisfied,
            c,2026-01-05,Stations,Employee,Old desk,Satisfied,
            d,2025-11-05,Stations,Employee,Old desk,Satisfied,

            """)
        fixture.organisation = Organisation(
            name: "N",
            departments: [
                Department(id: DepartmentID("finance"), name: "Finance"),
                Department(id: DepartmentID("stations"), name: "Stations"),
                Department(
                    id: DepartmentID("payroll"), name: "Payroll",
                    memberships: [
                        Department.Membership(parent: DepartmentID("finance"), to: WaveID("2025-Q4")),
                        Department.Membership(parent: nil, from: WaveID("2026-Q1")),
                    ]),
                Department(id: DepartmentID("old-desk"), name: "Old desk", until: WaveID("2025-Q4")),
            ])
        let result = try fixture.result()
        #expect(result.ratingTexts == ["2025-Q4 1 self 3 3 1", "2025-Q4 2 internal 3 4 1", "2026-Q1 1 internal 3 3 1"])
        #expect(result.ledgerText == ["unknown-department/ended-department 1", "counted 3"])
    }

    @Test(arguments: [
        ("Mitarbeiterin", Side.internal, "employee"), ("Vorgesetzter", .internal, "manager"),
        ("Contractor", .internal, "contractor"),
        ("Client", .external, "person"), ("particulier", .external, "person"), ("Firma", .external, "business"),
        ("ayuntamiento", .external, "public-body"),
        ("Verein", .external, "voluntary"), ("Lieferant", .connected, "supplier"),
        ("Shareholder", .connected, "shareholder"),
        ("Regulator", .connected, "regulator"), ("Anwohner", .connected, "community"), ("bank", .connected, "bank"),
        ("Händler", .connected, "distributor"),
        ("other department", .internal, "team"),
    ]) func theDefaultRulebookKnowsTheWords(word: String, side: Side, kind: String) {
        let rule = Rulebook.standard(domains: []).rules.first { rule in
            rule.conditions.allSatisfy { $0.tests.allSatisfy { $0.holds(FieldValue(word)) } }
        }
        #expect(rule.map { "\($0.side.rawValue) \($0.kind)" } == "\(side.rawValue) \(kind)")
    }

    @Test func theDefaultRulebookKnowsTheDomains() throws {
        let rules = Rulebook.standard(domains: ["northline.example"]).rules
        let last = try #require(rules.last)
        #expect(last.conditions[0].field == "email" && last.side == .internal)
        #expect(Set(rules.map(\.name)).count == rules.count)
        #expect(Rulebook.standard(domains: []).rules.count == rules.count - 1)
        var words: [String: Side] = [:]
        for rule in rules {
            for case .isOneOf(let texts) in rule.conditions.flatMap(\.tests) {
                for text in texts { #expect(words.updateValue(rule.side, forKey: text) == nil, "\(text) stands twice") }
            }
        }
    }

    @Test func explanationsNameEveryRule() throws {
        let fixture = SurveyFixture(
            """
            a,2026-01-05,Payroll,Employee,Finance,Satisfied,Fine
            a,2026-01-06,Payroll,Employee,Finance,Very satisfied,Fine
            b,,,,,,

            """)
        let first = try fixture.explanation(row: 1)
        #expect(first.contains("data row 1 (line 2)") && first.contains("outcome: duplicate"))
        let second = try fixture.explanation(row: 2)
        #expect(second.contains("outcome: counted") && second.contains("Finance (finance): side self"))
        #expect(second.contains("Payroll, lies below it"))
        #expect(second.contains("1. Staff: matches and decides: internal, employee"))
        #expect(second.contains("relationship is Employee or Manager: yes, it is \"Employee\""))
        #expect(second.contains("2. Passenger: does not match"))
        #expect(
            try fixture.explanation(row: 3).contains(
                "outcome: unreadable, because the cell that gives its wave is empty"))
        #expect(try fixture.explanation(row: 4).isEmpty)
    }
}
