import Content

/// A long list cut into pages.
///
/// The first of them links all the others, so that none is more than a click from it.
struct PagedList: Sendable {
    static let pageSize = 50

    /// Number of pages, at least one: an empty list has a page that says so.
    let count: Int
    /// Where a page stands, by its number from 1.
    let path: @Sendable (Int) -> String

    init(entries: Int, path: @escaping @Sendable (Int) -> String) {
        count = max(1, (entries + Self.pageSize - 1) / Self.pageSize)
        self.path = path
    }

    /// Positions of the entries on a page.
    func entries(on page: Int, of total: Int) -> Range<Int> {
        let first = min((page - 1) * Self.pageSize, total)
        return first..<min(first + Self.pageSize, total)
    }

    /// What a page is called: the list's name on the first, with its number on the others.
    func name(_ text: String, page: Int, _ words: Words) -> String {
        guard page > 1 else { return text }
        return words("page-number-of", ["page": text, "n": words.whole(page), "count": words.whole(count)])
    }

    /// The pager of a page; nothing where there is one page only.
    ///
    /// - Parameters:
    ///   - group: the heading under which a page is linked, such as the year of its first entry; pages with the same
    ///     one stand together.
    ///   - label: what the link to a page says.
    func pager(
        on page: Int, _ words: Words, group: (Int) -> String, label: (Int) -> String
    ) -> TemplateValue {
        guard count > 1 else { return .nothing }
        let here = path(page)
        func link(_ other: Int) -> String? {
            (1...count).contains(other) ? PagePath.relative(from: here, to: path(other)) : nil
        }
        var groups: [(name: String, pages: [TemplateRecord])] = []
        if page == 1 {
            for other in 1...count {
                let name = group(other)
                if groups.last?.name != name { groups.append((name, [])) }
                groups[groups.count - 1].pages.append([
                    "href": .text(PagePath.relative(from: here, to: path(other))), "label": .text(label(other)),
                    "current": .flag(other == page),
                ])
            }
        }
        return .record([
            "previous": .optional(link(page - 1)), "next": .optional(link(page + 1)),
            "position": .text(words("pager-position", ["n": words.whole(page), "count": words.whole(count)])),
            "groups": .records(groups.map { ["name": .text($0.name), "pages": .records($0.pages)] }),
        ])
    }
}
