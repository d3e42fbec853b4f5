import Testing

@testable import Site

@Suite("A to Z")
struct AlphabeticalListTests {
    private func list(_ titles: [String]) -> AlphabeticalList {
        AlphabeticalList(titles.map { SearchEntry(kind: .note, title: $0, path: "notes/\($0.utf8.count).html") })
    }

    @Test("Letters without their marks, digits and signs before them, other alphabets after")
    func letters() {
        let groups = list([
            "Zebra", "ábc", "abd", "Ább", "10 days", "„Quote“", "Øre", "Ölwechsel", "ж", "Ärger", "—", "中文",
            "e\u{301}tude", "Łódź",
            "🙂 smile", "ﬁre", "ß",
        ]).groups
        #expect(
            groups.map(\.letter) == ["#", "0-9", "A", "E", "F", "L", "O", "Q", "S", "Z", "Ж", "中"])
        #expect(groups[2].entries.map(\.title) == ["Ább", "ábc", "abd", "Ärger"])
        #expect(groups[6].entries.map(\.title) == ["Ölwechsel", "Øre"])
    }

    @Test("Equal titles stand by kind, then by path; the order of the input does not matter")
    func order() {
        let entries = [
            SearchEntry(kind: .note, title: "Payroll", path: "notes/b.html"),
            SearchEntry(kind: .note, title: "payroll", path: "notes/a.html"),
            SearchEntry(kind: .department, title: "Payroll", path: "departments/p.html"),
        ]
        let expected = ["departments/p.html", "notes/a.html", "notes/b.html"]
        #expect(AlphabeticalList(entries).groups.first?.entries.map(\.path) == expected)
        #expect(AlphabeticalList(entries.reversed()).groups.first?.entries.map(\.path) == expected)
    }

    @Test("Sheets hold every entry once, at most so many, of one letter")
    func sheets() {
        let list = list((0..<123).map { "A\($0)" } + (0..<7).map { "B\($0)" })
        let sheets = list.sheets(of: 50)
        #expect(sheets.map(\.entries.count) == [50, 50, 23, 7])
        #expect(sheets.map(\.path) == (1...4).map { "search/list-\($0).html" })
        #expect(sheets.flatMap(\.entries) == list.groups.flatMap(\.entries))
        #expect(list.count == 130 && AlphabeticalList([]).sheets().isEmpty)
    }
}
