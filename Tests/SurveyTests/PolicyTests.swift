import Diagnostics
import LocatedYAML
import Report
import Testing

@testable import Survey

struct PolicyTests {
    private func read(_ text: String) -> Outcome<DisclosurePolicy> {
        DisclosurePolicy.read(YAMLDocument.read(text, file: "site.yml").value.root)
    }

    @Test func fewerThanFiveIsRefused() {
        let policy = read("internal: 4\nexternal: 7\n")
        #expect(policy.diagnostics.map { "\($0.location) \($0.code)" } == ["site.yml:1:11 group-too-small"])
        #expect(policy.value.rule.internal == 5 && policy.value.rule.external == 7)
    }

    @Test(arguments: ["key: ''", "key: \"  \""]) func anEmptyKeyIsAnError(_ text: String) {
        let found = read("internal: 5\n\(text)\n").diagnostics
        #expect(found.map { "\($0.location) \($0.code)" } == ["site.yml:2:6 empty-key"])
        #expect(found.allSatisfy { $0.severity == .error && $0.excerpt == nil }, "the line of a secret is not shown")
    }

    @Test func aKeyIsWhatWasTyped() {
        #expect(read("key: 007\n").diagnostics.isEmpty)
        #expect(read("key: 007\n").value.key == Secret("007"))
        #expect(read("internal: 5\n").diagnostics.isEmpty, "without one there is none")
    }

    @Test func aSecretDoesNotPrintItself() {
        var text = ""
        dump(read("key: open-sesame\n").value, to: &text)
        text += "\(read("key: open-sesame\n").value)"
        #expect(!text.contains("open-sesame"))
    }
}
