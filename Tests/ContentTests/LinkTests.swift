import Content
import Diagnostics
import Report
import Testing

/// Links of texts: to pages, to headings, out of the site, and all that must not be one.
struct LinkTests {
    private let others = [
        "departments/customer-desk.md":
            "---\nname: Customer Desk\n---\n## What we need\n\nText [up](../notes/b.md#two-words)\n",
        "notes/b.md": note("# Two words\n\nText\n"),
        "notes/2026/con.md": note("x [desk](../../departments/customer-desk.md)\n"),
        "customers.yml": "rules: []\n",
    ]

    private func link(_ url: String) -> (html: String, messages: [String]) {
        let outcome = folder(
            others.merging(["notes/a.md": note("See [it](\(url)).\n")]) { $1 }, surveys: ["surveys/2026 Q1 pulse.csv"])
        let html = outcome.value.notes.first { $0.id == "a" }?.body.html ?? ""
        return (html, outcome.diagnostics.map(\.rendered))
    }

    @Test(arguments: [
        ("../departments/customer-desk.md", "../departments/customer-desk.html"),
        ("../departments/customer-desk.md#what-we-need", "../departments/customer-desk.html#text-what-we-need"),
        ("./b.md#two-words", "b.html#text-two-words"), ("b.md", "b.html"), ("../customers.yml", "../customers.html"),
        ("../surveys/2026%20Q1%20pulse.csv", "../surveys/2026-q1-pulse.html"), ("2026/con.md", "2026-con.html"),
        ("../departments/", "../departments/index.html"), (".", "index.html"),
    ])
    func linksToFilesBecomeLinksToPages(_ url: String, _ page: String) {
        let (html, messages) = link(url)
        #expect(messages == [])
        #expect(html == "<p>See <a href=\"\(page)\">it</a>.</p>\n")
    }

    @Test(arguments: [
        ("https://x.example/a?b=c&d#e", "https://x.example/a?b=c&amp;d#e"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("HTTP://x.example", "HTTP://x.example"), ("https://x.example/%zz%20[a]", "https://x.example/%25zz%20%5Ba%5D"),
    ])
    func linksOutOfTheSiteAreEscaped(_ url: String, _ written: String) {
        let (html, messages) = link("<\(url)>")
        #expect(messages == [])
        #expect(html == "<p>See <a href=\"\(written)\" rel=\"noreferrer\">it</a>.</p>\n")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "c:/x",
        "ftp://x.example",
    ])
    func otherSchemesAreErrors(_ url: String) {
        let (html, messages) = link(url)
        #expect(html == "<p>See it.</p>\n")
        #expect(
            messages == [
                "content/notes/a.md:5:5: error[bad-link]: a link cannot begin with `\(url.prefix { $0 != ":" }.lowercased()):`; links lead to files of the content folder, or to http, https and mailto\n  5 | See [it](\(url)).\n    |     ^"
            ])
    }

    @Test(arguments: [
        (
            "/etc/passwd", "bad-link",
            "`/etc/passwd` is an absolute address, which breaks when the site moves; link to a file of the content folder, such as ../departments/finance.md"
        ),
        (
            "//server/share", "bad-link",
            "`//server/share` is an absolute address, which breaks when the site moves; link to a file of the content folder, such as ../departments/finance.md"
        ),
        (
            "\\\\\\\\server\\\\share", "bad-link",
            "`\\\\server\\share` is an absolute address, which breaks when the site moves; link to a file of the content folder, such as ../departments/finance.md"
        ),
        (
            "../../secret.md", "link-outside",
            "`../../secret.md` lies outside the content folder; link to a file inside it, or to https"
        ),
        ("bb.md", "broken-link", "there is no file `notes/bb.md` to link to; did you mean `notes/b.md`?"),
        (
            "../departments/Customer-Desk.md", "broken-link",
            "there is no file `departments/Customer-Desk.md` to link to; letter case counts: `departments/customer-desk.md`"
        ),
        (
            "../departments/customer-desk.html", "broken-link",
            "there is no file `departments/customer-desk.html` to link to; link to the Markdown file, not to its page"
        ),
        (
            "../site.yml", "broken-link",
            "there is no file `site.yml` to link to; link to a file of departments/ or notes/, or to a survey"
        ),
        (
            "b.md#two-word", "broken-anchor",
            "`b.md#two-word`: there is no heading `two-word`; did you mean `#two-words`?"
        ),
        (
            "#nothing", "broken-anchor",
            "`#nothing`: there is no heading `nothing`; name a heading in lower case with hyphens, such as #what-we-need"
        ),
        ("", "empty-link", "the link leads nowhere; write where to, or take the brackets off"),
        ("https:x.example", "bad-link", "`https:x.example` is no address; write it as in https://host/page"),
        ("<https://a b.example/>", "bad-link", "the address of a link holds blanks; write %20 for a blank"),
    ])
    func brokenLinksAreErrorsAtTheirPlace(_ url: String, _ code: String, _ message: String) {
        let (html, messages) = link(url)
        #expect(html == "<p>See it.</p>\n")
        #expect(
            messages == ["content/notes/a.md:5:5: error[\(code)]: \(message)\n  5 | See [it](\(url)).\n    |     ^"])
    }

    @Test func theLineIsRightInsideListsQuotesAndTables() {
        let body = "\n> one\n> two [x](no.md)\n\n- a\n  b [y](no.md)\n\n| a |\n|---|\n| é [z](no.md) |\n"
        let places = folder(["notes/a.md": note(body)]).diagnostics.map { $0.location.description }
        #expect(places == ["content/notes/a.md:7:7", "content/notes/a.md:10:5", "content/notes/a.md:14:6"])
    }

    @Test func aLinkNeedsWords() {
        #expect(
            messages(["notes/a.md": note("[](b.md)\n"), "notes/b.md": note("x\n")]) == [
                "content/notes/a.md:5:1: error[empty-link]: the link has no words; write between the brackets where it leads\n  5 | [](b.md)\n    | ^"
            ])
    }

    @Test func addressesDependOnThePageThatATextStandsOn() throws {
        let action = try #require(
            folder(
                others.merging([
                    "notes/a.md": note(
                        "- [ ] Ask [the desk](../departments/customer-desk.md#what-we-need) (owner: x)\n")
                ]) { $1 }
            )
            .value.actions.first)
        #expect(action.text.html == "Ask <a href=\"../departments/customer-desk.html#text-what-we-need\">the desk</a>")
        #expect(
            action.text.html(on: PagePath.actions)
                == "Ask <a href=\"departments/customer-desk.html#text-what-we-need\">the desk</a>")
        #expect(
            action.text.html(on: "departments/finance.html")
                == "Ask <a href=\"customer-desk.html#text-what-we-need\">the desk</a>")
    }

    @Test(arguments: [
        ("index.html", "index.html", "index.html"), ("a/b.html", "a/c.html", "c.html"),
        ("a/b.html", "c.html", "../c.html"),
        ("a.html", "b/c.html", "b/c.html"), ("a/b/c.html", "a/d/e.html", "../d/e.html"),
        ("a/b/c.html", "x/y.html", "../../x/y.html"),
    ])
    func relativeAddresses(_ page: String, _ target: String, _ address: String) {
        #expect(PagePath.relative(from: page, to: target) == address)
    }
}
