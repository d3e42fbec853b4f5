package import Report

/// What the site's people decided about confidentiality: the public rule, and what only the analyst knows.
package struct DisclosurePolicy: Sendable {
    package let rule: ConfidentialityRule
    /// Key of the hashes that order comments and remember people; redacted when printed.
    package let key: Secret
    /// Names that are masked in comments, beside addresses and numbers.
    package let maskedNames: [String]
    package init(
        rule: ConfidentialityRule = ConfidentialityRule(), key: Secret = Secret(""), maskedNames: [String] = []
    ) {
        self.rule = rule
        self.key = key
        self.maskedNames = maskedNames
    }
}

/// A text that does not print itself.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    package let text: String
    package init(_ text: String) { self.text = text }
    package var description: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
