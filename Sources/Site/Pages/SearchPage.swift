import Content
import Report

/// `search.html`: the frame that the search script fills, and an A to Z that serves without it.
///
/// A long A to Z is cut
/// into pages of its own, all of them linked from here.
///
/// - Parameter parts: paths of the search index.
func searchPages(_ edition: Edition, _ parts: [String]) -> [Page] {
    let items = SearchItem.all(edition.report, edition.content, words: edition.words)
    let list = AlphabeticalList(items.filter { $0.kind != .action }.map { $0.make() })
    let sheets = list.count > SearchLists.onePage ? list.sheets(of: SearchLists.pageSize) : []
    return [searchPage(edition, parts, list, sheets)] + sheets.indices.map { sheetPage($0, of: sheets, edition) }
}

enum SearchLists {
    /// Up to here the A to Z stands on the search page itself.
    static let onePage = 200
    static let pageSize = 50
}

private func searchPage(
    _ edition: Edition, _ parts: [String], _ list: AlphabeticalList, _ sheets: [AlphabeticalList.Sheet]
) -> Page {
    let words = edition.words
    let path = PagePath.search
    let isWhole = sheets.isEmpty
    return Page(
        path: path, template: "search", heading: words("search-heading"), title: words("nav-search"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "parts": .text(parts.map { PagePath.relative(from: path, to: $0) }.joined(separator: " ")),
            "kinds": .records(
                SearchEntry.Kind.allCases.map {
                    ["kind": .text($0.rawValue), "word": .text(words("search-kind-\($0.rawValue)"))]
                }),
            "letters": .records(
                !isWhole
                    ? []
                    : list.groups.map { group in
                        [
                            "letter": .text(group.letter),
                            "entries": .records(entryRecords(group.entries, on: path, words)),
                        ]
                    }),
            "sheetLetters": .records(
                list.groups.compactMap { group in
                    let own = sheets.filter { $0.letter == group.letter }
                    guard !own.isEmpty else { return nil }
                    return [
                        "letter": .text(group.letter),
                        "sheets": .records(
                            own.enumerated().map { number, sheet in
                                [
                                    "href": .text(PagePath.relative(from: path, to: sheet.path)),
                                    "label": .text(sheetName(sheet, number + 1, of: own.count, words)),
                                ]
                            }),
                    ]
                }),
        ])
}

/// One page of a long A to Z.
private func sheetPage(_ position: Int, of sheets: [AlphabeticalList.Sheet], _ edition: Edition) -> Page {
    let words = edition.words
    let sheet = sheets[position]
    let own = sheets.indices.filter { sheets[$0].letter == sheet.letter }
    let name = sheetName(sheet, position - (own.first ?? position) + 1, of: own.count, words)
    let title = words("search-sheet-title", ["part": name])
    func neighbour(_ other: Int) -> TemplateValue {
        guard sheets.indices.contains(other) else { return .nothing }
        return .text(PagePath.relative(from: sheet.path, to: sheets[other].path))
    }
    return Page(
        path: sheet.path, template: "search-list", heading: title, title: title,
        trail: [
            Page.Trail(path: PagePath.overview, label: words("nav-overview")),
            Page.Trail(path: PagePath.search, label: words("nav-search")),
        ],
        content: [
            "entries": .records(entryRecords(sheet.entries, on: sheet.path, words)),
            "position": .text(name), "previous": neighbour(position - 1), "next": neighbour(position + 1),
        ])
}

/// The letter alone where it has one page, else with the page's number.
private func sheetName(_ sheet: AlphabeticalList.Sheet, _ number: Int, of count: Int, _ words: Words) -> String {
    guard count > 1 else { return sheet.letter }
    return words("search-sheet", ["letter": sheet.letter, "n": words.whole(number), "of": words.whole(count)])
}

private func entryRecords(_ entries: [SearchEntry], on path: String, _ words: Words) -> [TemplateRecord] {
    entries.map { entry in
        [
            "title": .text(entry.title), "href": .text(PagePath.relative(from: path, to: entry.path)),
            "context": .text(entry.context.isEmpty ? words("search-kind-\(entry.kind.rawValue)") : entry.context),
        ]
    }
}
