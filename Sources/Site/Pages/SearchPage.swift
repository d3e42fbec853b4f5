import Content
import Report

/// `search.html`: the frame that the search script fills, and an A to Z that serves without it.
func searchPage(_ edition: Edition, _ index: SearchIndex, _ entries: [SearchEntry]) -> Page {
    let words = edition.words
    let path = PagePath.search
    let letters = AlphabeticalList(entries.filter { $0.kind != .action }).groups
    return Page(
        path: path, template: "search", heading: words("search-heading"), title: words("nav-search"),
        trail: [Page.Trail(path: PagePath.overview, label: words("nav-overview"))],
        content: [
            "indexParts": .records(
                index.files.map { ["src": .text(PagePath.relative(from: path, to: $0.path))] }),
            "letters": .records(
                letters.map { group in
                    [
                        "letter": .text(group.letter),
                        "entries": .records(
                            group.entries.map {
                                ["title": .text($0.title), "href": .text($0.path), "context": .text($0.context)]
                            }),
                    ]
                }),
        ])
}
