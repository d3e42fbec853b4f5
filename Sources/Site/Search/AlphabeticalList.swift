/// The list that stands in for search where scripts do not run: entries by the first letter of their titles.
package struct AlphabeticalList: Sendable {
    package struct Group: Sendable {
        /// An upper-case letter without marks, `0-9`, or `#` for titles without letter and digit.
        package let letter: String
        package let entries: [SearchEntry]
    }
    /// A part of a long list, a page of its own.
    package struct Sheet: Sendable {
        /// Such as `search/list-12.html`.
        package let path: String
        package let letter: String
        package let entries: [SearchEntry]
    }
    /// `#`, digits, then letters by code point; entries by folded title, then kind and path.
    package let groups: [Group]

    package init(_ entries: [SearchEntry]) {
        let order = Dictionary(
            SearchEntry.Kind.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let keyed = entries.map { (entry: $0, letter: FoldedText.heading($0.title), key: FoldedText.key($0.title)) }
        let sorted = keyed.sorted { left, right in
            if left.letter != right.letter { return left.letter.utf8.lexicographicallyPrecedes(right.letter.utf8) }
            if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
            if left.entry.kind != right.entry.kind {
                return (order[left.entry.kind] ?? 0) < (order[right.entry.kind] ?? 0)
            }
            return left.entry.path.utf8.lexicographicallyPrecedes(right.entry.path.utf8)
        }
        var groups: [(letter: String, entries: [SearchEntry])] = []
        for item in sorted {
            if groups.last?.letter != item.letter { groups.append((item.letter, [])) }
            groups[groups.count - 1].entries.append(item.entry)
        }
        self.groups = groups.map { Group(letter: $0.letter, entries: $0.entries) }
    }

    package var count: Int { groups.reduce(0) { $0 + $1.entries.count } }

    /// The list cut into pages of at most `size` entries, each of one letter.
    package func sheets(of size: Int = 50) -> [Sheet] {
        var sheets: [Sheet] = []
        for group in groups {
            for start in stride(from: 0, to: group.entries.count, by: max(1, size)) {
                let entries = Array(group.entries[start..<min(start + max(1, size), group.entries.count)])
                sheets.append(
                    Sheet(path: "search/list-\(sheets.count + 1).html", letter: group.letter, entries: entries))
            }
        }
        return sheets
    }
}
