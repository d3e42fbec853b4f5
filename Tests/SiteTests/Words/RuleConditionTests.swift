import Report
import Testing

@testable import Site

/// What a rule asks, in the language of the site.
@Suite struct RuleConditionTests {
    @Test(arguments: [
        (RuleCondition.Test.isOneOf, ["Employee", "Manager", "Temp"], "field is Employee, Manager or Temp"),
        (.isOneOf, ["Employee"], "field is Employee"), (.isOneOf, [], "field is nothing"),
        (.fits, ["STAFF-*"], "field fits STAFF-*"),
        (.domain, ["a.example", "b.example"], "field is an address at a.example or b.example"),
        (.given, [], "field is given"), (.notGiven, [], "field is not given"),
        (.between, ["1", "99"], "field is from 1 to 99"), (.atLeast, ["5"], "field is at least 5"),
        (.atMost, ["5"], "field is at most 5"), (.number, [], "field is a number"),
    ])
    func inWords(_ test: RuleCondition.Test, _ values: [String], _ text: String) {
        let edition = SampleReport.edition(SampleReport.report)
        #expect(edition.text(of: RuleCondition(field: "field", test: test, values: values)) == text)
    }

    @Test("Every language says every test", arguments: ["en", "de"], RuleCondition.Test.allCases)
    func everyLanguage(_ language: String, _ test: RuleCondition.Test) {
        let words = SampleReport.words(language)
        #expect(words.has("rule-\(test.rawValue)"))
        #expect(words("rule-\(test.rawValue)", ["field": "x", "values": "y", "low": "1", "high": "2"]).hasPrefix("x "))
    }
}
