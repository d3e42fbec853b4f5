/// The list that stands in for search where scripts do not run: entries by the first letter of their titles.
package struct AlphabeticalList: Sendable {
    package struct Group: Sendable {
        /// An upper-case letter, `0-9`, or `#` for everything else.
        package let letter: String
        package let entries: [SearchEntry]
    }
    /// Letters in order; entries by folded title, then path.
    package let groups: [Group]
    package init(_ entries: [SearchEntry]) { groups = [] }
}
