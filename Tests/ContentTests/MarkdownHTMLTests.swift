import CCmark
import Foundation
import Content
import Diagnostics
import Testing

/// The HTML of bodies: golden cases, and cmark's own writer as an oracle for what is plain CommonMark.
struct MarkdownHTMLTests {
    private func html(_ body: String) -> String {
        folder(["notes/a.md": note(body)]).value.notes.first?.body.html ?? "no note"
    }

    /// The lines before a table are text where they stand, and stay so where they are read by themselves.
    @Test(arguments: [
        ("text\n    # one\n", "<p>", "text\n# one"), ("text\n    - one\n    - two\n", "<p>", "text\n- one\n- two"),
        ("text\n    > one *x*\n", "<p>", "text\n&gt; one <em>x</em>"), ("text\n    ```\n", "<p>", "text\n```"),
        ("text\n    1. one\n", "<p>", "text\n1. one"),
        ("> text\n--\n", "<blockquote>\n<p>", "text\n--"), ("> text\n===\n", "<blockquote>\n<p>", "text\n==="),
        ("> text\n    >\n", "<blockquote>\n<p>", "text"),
    ])
    func linesBeforeATableStayText(_ lead: String, _ start: String, _ text: String) {
        let table =
            "<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\"><em>b</em></th>\n</tr>\n</thead>\n</table>\n"
        let end = start.hasPrefix("<blockquote>") ? "</blockquote>\n" : ""
        #expect(html(lead + "a | *b*\n--|--\n") == "\(start)\(text)</p>\n\(table)\(end)")
    }

    @Test func tablesHaveHeadsWithScope() {
        #expect(
            html("| What | How *long* |\n|:--|--:|\n| Gate | 2 \\| 3 hours |\n| `a|b` | [x](https://x.example) |\n")
                == """
                <table>
                <thead>
                <tr>
                <th scope="col">What</th>
                <th scope="col" class="right">How <em>long</em></th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>Gate</td>
                <td class="right">2 | 3 hours</td>
                </tr>
                <tr>
                <td>`a</td>
                <td class="right">b`</td>
                </tr>
                </tbody>
                </table>

                """)
    }

    @Test func aTableStandsInListsQuotesAndUnderText() {
        #expect(
            html("> | a | b |\n> |---|:-:|\n> | c |\n") == """
                <blockquote>
                <table>
                <thead>
                <tr>
                <th scope="col">a</th>
                <th scope="col" class="centre">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>c</td>
                <td class="centre"></td>
                </tr>
                </tbody>
                </table>
                </blockquote>

                """)
        #expect(
            html("- one\n\n  Before **it**\n  and more\n  a | b\n  --|--\n  1 | # 2\n") == """
                <ul>
                <li>
                <p>one</p>
                <p>Before <strong>it</strong>
                and more</p>
                <table>
                <thead>
                <tr>
                <th scope="col">a</th>
                <th scope="col">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>1</td>
                <td># 2</td>
                </tr>
                </tbody>
                </table>
                </li>
                </ul>

                """)
    }

    @Test func aCellReadsLinkDefinitionsOfTheDocument() {
        #expect(
            html("| a |\n|---|\n| [b] |\n\n[b]: https://b.example/x\n").contains(
                "<td><a href=\"https://b.example/x\" rel=\"noreferrer\">b</a></td>"))
    }

    @Test func tasksAreLabelledBoxes() {
        #expect(
            html("- [ ] Do *it*\n- [x] Done (owner: Finance)\n- plain\n") == """
                <ul>
                <li class="task"><label><input type="checkbox" disabled> Do <em>it</em></label></li>
                <li class="task"><label><input type="checkbox" checked disabled> Done</label></li>
                <li>plain</li>
                </ul>

                """)
        #expect(
            html("1. [X] One\n\n   More\n") == """
                <ol>
                <li class="task">
                <p><label><input type="checkbox" checked disabled> One</label></p>
                <p>More</p>
                </li>
                </ol>

                """)
    }

    @Test func headingsFitThePageAndHaveNames() {
        #expect(
            html("### Deep\n\n##### Deeper\n\n## High\n\n### High\n\n[x](#high-1)\n") == """
                <h2 id="text-deep">Deep</h2>
                <h3 id="text-deeper">Deeper</h3>
                <h2 id="text-high">High</h2>
                <h3 id="text-high-1">High</h3>
                <p><a href="#text-high-1">x</a></p>

                """)
        let department = folder(["departments/finance.md": "---\nname: F\n---\n# What\n\n## We do\n"]).value
            .departments[0]
        #expect(department.body.html == "<h3 id=\"text-what\">What</h3>\n<h4 id=\"text-we-do\">We do</h4>\n")
    }

    @Test func rawHTMLAndImagesAreLeftOutWithAWord() {
        let outcome = folder([
            "notes/a.md": note("a <b onclick=x>c</b>\n\n<script>alert(1)</script>\n\n![A *map*](map.png)\n")
        ])
        #expect(outcome.value.notes[0].body.html == "<p>a c</p>\n<p>A <em>map</em></p>\n")
        #expect(
            outcome.diagnostics.map(\.rendered) == [
                "content/notes/a.md:5:3: warning[raw-html]: raw HTML is left out of the page; write Markdown, or `\\<` for the sign itself\n  5 | a <b onclick=x>c</b>\n    |   ^",
                "content/notes/a.md:9:1: warning[image]: images are not shown; the words in its brackets stand in its place; say it in words, or link to where it lies\n  9 | ![A *map*](map.png)\n    | ^",
            ])
    }

    @Test func textIsEscapedAndControlCharactersNeverCome() {
        #expect(
            html("a & b < c > \"d\" &#1; &lt;i&gt; \\<j>\n")
                == "<p>a &amp; b &lt; c &gt; &quot;d&quot; \u{FFFD} &lt;i&gt; &lt;j&gt;</p>\n")
        #expect(html("```x\"y\n<&\n```\n") == "<pre><code>&lt;&amp;\n</code></pre>\n")
    }

    @Test func plainTextHasNoMarks() {
        let notes = folder([
            "notes/a.md": note("# One\n\nTwo *three*\nfour `5`\n\n- [x] six\n\n| a | b |\n|---|---|\n| c | d |\n")
        ]).value.notes
        #expect(notes[0].plain == "One Two three four 5 six a b c d")
    }

    /// Random CommonMark without what is ours: both writers must agree.
    @Test func plainCommonMarkIsWrittenAsCmarkWritesIt() throws {
        var random = Sequence64(7)
        let parts = [
            "a", "b c", "*", "**", "_", "`", "``", "\n", "\n\n", "\n    ", "\n- ", "\n  - ", "\n1. ", "\n3) ", "\n> ",
            "> ", "```\n",
            "\\", "&amp;", "&", "<", "  \n", "***\n", "\t", "é", "x\n", "\n\n  c",
        ]
        var agreed = 0
        for _ in 0..<1500 {
            var body = ""
            for _ in 0..<Int.random(in: 1...24, using: &random) { body += parts.randomElement(using: &random) ?? "" }
            let wanted = Self.reference(body)
            guard !wanted.contains("raw HTML omitted") else { continue }
            let written = html(body)
            try #require(
                written == wanted || Self.comparable(written) == Self.comparable(wanted), "\(body.debugDescription)")
            agreed += 1
        }
        #expect(agreed > 1100)
    }

    /// Without the levels of headings and the languages of code, which are ours.
    private static func comparable(_ html: String) -> String {
        html.replacing(#/<(/?)h[1-6][^>]*>/#) { "<\($0.1)h>" }.replacing(#/<code class="[^"]*">/#, with: "<code>")
    }

    private static func reference(_ body: String) -> String {
        guard let pointer = unsafe cmark_markdown_to_html(body, body.utf8.count, CMARK_OPT_DEFAULT) else { return "" }
        defer { unsafe free(pointer) }
        return unsafe String(cString: pointer).replacing("<br />", with: "<br>").replacing("<hr />", with: "<hr>")
    }
}
