/// Something that search finds: made from the report and the content alone.
package struct SearchEntry: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case department, question, survey, note, action
    }
    package let kind: Kind
    package let title: String
    /// Relative to the site's folder, such as `departments/finance.html#trend`.
    package let path: String
    /// A line under the title: department, date, owner.
    package let context: String
    /// Plain text that is searched and quoted, not shown as a whole.
    package let text: String
    package init(kind: Kind, title: String, path: String, context: String = "", text: String = "") {
        self.kind = kind
        self.title = title
        self.path = path
        self.context = context
        self.text = text
    }
}
