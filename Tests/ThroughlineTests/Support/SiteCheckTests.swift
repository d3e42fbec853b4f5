import Testing

@Suite("The check of sites finds what it is for")
struct SiteCheckTests {
    private func page(_ body: String, title: String = "t") -> [UInt8] {
        Array(
            "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"x\"><title>\(title)</title>\(body)"
                .utf8)
    }

    @Test(
        "one fault at a time",
        arguments: [
            ("<a href=\"missing.html\">x</a>", "which is not there"),
            ("<a href=\"/index.html\">x</a>", "out of the site"),
            ("<a href=\"../up.html\">x</a>", "out of the site"), ("<a href=\"#nowhere\">x</a>", "no #nowhere"),
            ("<img src=\"https://example.org/x.png\">", "out of the site"),
            ("<p style=\"color:red\">", "style attribute"),
            ("<script>1</script>", "inline or a module"), ("<p id=\"a\"></p><p id=\"a\"></p>", "twice"),
            ("<a href=\"departments/\">x</a>", "out of the site"), ("<p onclick=\"x\">", "handler"),
        ])
    func faults(body: String, fault: String) {
        let found = SiteCheck.faults(in: ["index.html": page(body)])
        #expect(found.count == 1)
        #expect(found.first?.contains(fault) == true)
    }

    @Test("a sound site has none")
    func sound() {
        let files = [
            "index.html": page("<a href=\"a/b.html#there\">x</a>"),
            "a/b.html": page("<h1 id=\"there\">y</h1><a href=\"../index.html\">z</a>", title: "u"),
        ]
        #expect(SiteCheck.faults(in: files) == [])
    }

    @Test("pages that nothing leads to, and titles that stand twice")
    func orphan() {
        let found = SiteCheck.faults(in: ["index.html": page(""), "lost.html": page("")])
        #expect(found.contains { $0.contains("no link leads here") })
        #expect(found.contains { $0.contains("the title of") })
    }
}
