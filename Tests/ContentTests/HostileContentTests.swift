import Content
import Diagnostics
import Report
import Testing

/// Texts that nobody would write: read without a trap, in bounded time, with a message where something is left out.
struct HostileContentTests {
    @Test(arguments: [
        String(repeating: "- ", count: 50_000) + "a", String(repeating: "> ", count: 50_000) + "a",
        (0..<300).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined(),
    ])
    func deepNestingIsFlattenedWithAnError(_ body: String) {
        let outcome = folder(["notes/a.md": note(body)])
        #expect(outcome.diagnostics.map(\.code) == ["markdown-depth"])
        #expect(outcome.diagnostics.first?.location.line.map { $0 >= 5 } == true)
        #expect(outcome.value.notes.first?.plain.hasPrefix("a") == true)
    }

    @Test func deepEmphasisIsFlattened() {
        let body = String(repeating: "*a **b ", count: 2000) + String(repeating: "c** d*", count: 2000)
        #expect(folder(["notes/a.md": note(body)]).diagnostics.map(\.code) == ["markdown-depth"])
    }

    @Test func aLargeTableIsRead() {
        let row = "|" + String(repeating: " x |", count: 50) + "\n"
        let body = row + "|" + String(repeating: "---|", count: 50) + "\n" + String(repeating: row, count: 400)
        let html = folder(["notes/a.md": note(body)]).value.notes.first?.body.html ?? ""
        #expect(html.split(separator: "<td>").count == 20_001)
        #expect(html.split(separator: "<th scope=\"col\">").count == 51)
    }

    /// Short rows of a wide table are filled up: a small text could become a huge page.
    @Test(arguments: [(65, 1), (60, 1000)])
    func aTableThatNobodyCanReadStaysText(_ columns: Int, _ rows: Int) {
        let head = String(repeating: "|x", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
        let outcome = folder(["notes/a.md": note(head + String(repeating: "|a\n", count: rows))])
        #expect(outcome.diagnostics.map(\.code) == ["table-size"])
        #expect(outcome.value.notes.first?.body.html.hasPrefix("<p>|x|x") == true)
    }

    @Test func longLinesCostNoMoreThanTheyHold() {
        let outcome = folder(["notes/a.md": note(String(repeating: "[a](no.md) ", count: 4_000))])
        #expect(outcome.diagnostics.count == 4_000)
        #expect(outcome.diagnostics.last?.excerpt == nil)
        #expect((outcome.diagnostics.first?.excerpt?.utf8.count ?? 0) < 400)
        #expect(outcome.diagnostics.last?.location.column == 3_999 * 11 + 1)
        let list = "waves: [" + String(repeating: "a,", count: 20_000) + "]"
        #expect(folder(["site.yml": list]).diagnostics.count > 10_000)
    }

    @Test func tablesThatDoNotFitAreReported() {
        #expect(
            messages(["notes/a.md": note("a | b\n---|---|---\n\n| a |\n|---|\n| b | c |\n")]) == [
                "content/notes/a.md:5: warning[table-head]: this would be the head of a table, but the line below has another number of cells, so it stays text; give both the same number of cells\n  5 | a | b",
                "content/notes/a.md:10: error[table-row]: this row has 2 cells and its table 1 columns; write `\\|` for a pipe that belongs to the text\n  10 | | b | c |",
            ])
    }

    @Test func tooMuchIsRefused() {
        let long = String(repeating: "a", count: 131_073)
        #expect(
            messages(["notes/a.md": note(long)]) == [
                "content/notes/a.md: error[file-too-large]: the text is longer than 131072 bytes; split it"
            ])
        #expect(
            folder(["site.yml": "title: " + String(repeating: "a", count: 1_048_576)]).diagnostics.contains {
                $0.code == "file-too-large"
            })
    }

    @Test func controlCharactersAreErrors() {
        #expect(
            messages(["notes/a.md": note("a\u{0}b\n")]) == [
                "content/notes/a.md:5:2: error[control-character]: a control character cannot stand in a page; delete it\n  5 | a\u{FFFD}b\n    |  ^"
            ])
    }

    /// Costly texts of cmark's history, at the size that a note may have.
    @Test(arguments: [
        "![l", "[a](<b", "*a _b ", "`a``", "<!--", "[a][b", "> - ", "&amp;&", "|", "| a ", "\n|-|\n", "[[", "](", "<a ",
        "\\|", "- [ ] (owner: ",
    ])
    func costlyTextsEnd(_ part: String) {
        let body = String(repeating: part, count: 20_000 / part.utf8.count)
        _ = folder(["notes/a.md": note(body)])
    }

    @Test func anythingIsReadWithoutATrapAndWithoutHarm() throws {
        var random = Sequence64(5)
        let parts = [
            "a", " ", "\n", "\n\n", "|", "|---|", "\n|--|--|\n", "- [ ] ", "- [x] b (owner: c, due: 2026-01-0", ")",
            "(", "<script>", "</p>", "<a href=x>",
            "[b](javascript:x)", "[b](", "](", "![", "\"", "&lt;", "&#0;", "&#x202e;", "*", "`", "```", "~~~", "# ",
            "> ", "1. ", "\t", "\r", "\u{0}", "\u{7F}",
            "\u{FFFF}", "\u{1F469}\u{200D}\u{1F469}", "\u{301}", "[c]: d", "https://", "<https://x.example>", "---",
            "\\", "é", "\u{2028}",
        ]
        for round in 0..<1000 {
            var body = ""
            for _ in 0..<Int.random(in: 1...30, using: &random) { body += parts.randomElement(using: &random) ?? "" }
            let outcome = folder(["notes/a.md": note(body), "departments/finance.md": "---\nname: F\n---\n" + body])
            guard let html = outcome.value.notes.first?.body.html else { continue }
            for bad in ["<script", "javascript:x\"", "href=\"\"", "style=", "onclick", "<a href=x"] {
                try #require(!html.contains(bad), "round \(round): \(body.debugDescription)")
            }
            try #require(Self.isBalanced(html), "round \(round): \(body.debugDescription) gave \(html)")
            try #require(outcome.diagnostics.allSatisfy { ($0.location.line ?? 1) >= 1 })
        }
    }

    /// Every element that is opened is closed in the right order.
    static func isBalanced(_ html: String) -> Bool {
        var open: [Substring] = []
        for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            let tag = part.prefix { $0 != ">" }
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            if ["br", "hr", "input"].contains(name) { continue }
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }

    @Test(arguments: [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "a: [&x 1, *x]\n", "<<: &x { a: 1 }\n",
    ])
    func aliasesAreNeverFollowed(_ yaml: String) {
        let found = folder(["site.yml": yaml]).diagnostics
        #expect(found.contains { $0.code == "yaml-alias" && $0.location.line != nil })
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
        String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
        "a: " + String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
    ])
    func deepYAMLIsRefused(_ yaml: String) {
        let found = folder(["site.yml": yaml + "\n"]).diagnostics.filter { $0.location.file == "content/site.yml" }
        #expect(found.contains { ["yaml-depth", "yaml-syntax"].contains($0.code) && $0.location.line == 1 })
    }

    @Test func textsOfOneLineEnd() {
        let long = String(repeating: "x", count: Limits.line.most + 1)
        #expect(
            folder(["departments/care.md": "---\nname: \(long)\n---\n"]).diagnostics.map(\.code).contains(
                "text-too-long"))
        let words = "title: T\norganisation: O\nheadline: overall\nwords: { external: \(long) }\n"
        #expect(
            folder(["site.yml": words]).diagnostics.map { "\($0.location) \($0.code)" } == [
                "content/site.yml:4:20 text-too-long"
            ])
    }

    @Test func namesThatLookTheSameAreTold() {
        let found = folder([
            "departments/finance.md": "---\nname: Finance\naliases: [Payroll]\n---\n",
            "departments/money.md": "---\nname: Fin\u{430}nce\n---\n",
            "departments/wages.md": "---\nname: Wages\naliases: [\u{FF30}ayroll, \"Pay\u{AD}roll team\"]\n---\n",
            "departments/cyrillic.md": "---\nname: \u{411}\u{430}\u{43D}\u{43A}\n---\n",
        ]).diagnostics
        #expect(found.allSatisfy { $0.code == "look-alike" && $0.severity == .warning && $0.excerpt != nil })
        #expect(
            found.map { "\($0.location.file) \($0.message)" } == [
                "content/departments/money.md `Fin\u{430}nce` looks like `Finance` of the department `finance`, in other characters",
                "content/departments/wages.md `\u{FF30}ayroll` looks like `Payroll` of the department `finance`, in other characters",
                "content/departments/wages.md `Pay\u{AD}roll team` holds the character U+00AD, which is not what it looks like, so a survey that writes the name in plain letters is not matched",
            ])
    }

    @Test func targetsAreReadWithoutATrap() {
        var random = Sequence64(3)
        let parts = [
            "department,side,question,measure,target,from\n", "finance,", "\"", ",", "\n", "\r", "\r\n", "a",
            "\u{FEFF}", "é", "all,", "overall,", "csat,", "70",
        ]
        for _ in 0..<600 {
            var text = ""
            for _ in 0..<Int.random(in: 0...16, using: &random) { text += parts.randomElement(using: &random) ?? "" }
            _ = folder(["targets.csv": text])
        }
    }

    @Test func frontMatterIsReadWithoutATrap() {
        var random = Sequence64(9)
        let parts = [
            "---", "\n", "title: x\n", "date: 2026-01-01\n", "kind: delay\n", "parent: [", "departments: {", "]", "}",
            ": ", "- ", "'", "\r\n", "\u{0}", "name: é\n", "parent: finance\n", "serves: [a]\n",
        ]
        for _ in 0..<600 {
            var text = ""
            for _ in 0..<Int.random(in: 0...16, using: &random) { text += parts.randomElement(using: &random) ?? "" }
            _ = folder(["notes/a.md": text, "departments/a.md": "---\n" + text, "site.yml": text])
        }
    }
}
