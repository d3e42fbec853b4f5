import Report
import Testing

struct PageNameTests {
    @Test(arguments: [
        ("Customer Desk", "customer-desk"), ("  a--b  ", "a-b"), ("Ärger & Öl", "aerger-oel"), ("Łódź", "lodz"),
        ("2026/03", "2026-03"),
        ("a_b.c", "a-b-c"), ("E\u{301}tat", "e-tat"), ("État", "etat"),
    ])
    func slugs(_ text: String, _ slug: String) { #expect(PageName.slug(text) == slug) }

    @Test func slugsAreNeverEmptyAndNeverLong() {
        #expect(PageName.slug("").hasPrefix("n") && PageName.slug("???") != PageName.slug("!!!"))
        #expect(PageName.slug(String(repeating: "a", count: 99)).utf8.count == 40)
        #expect(PageName.isIdentifier(PageName.slug("日本")))
        #expect(PageName.slug(String(repeating: "a", count: 39) + " b") == String(repeating: "a", count: 39))
    }

    @Test func longNamesLoseWholeWords() {
        #expect(PageName.slug("2025-06-17 What passengers tell conductors") == "2025-06-17-what-passengers-tell")
        #expect(PageName.slug("forty characters fill a name to the rim x") == "forty-characters-fill-a-name-to-the-rim")
        #expect(PageName.slug("forty characters fill a name to the rims") == "forty-characters-fill-a-name-to-the-rims")
        #expect(PageName.slug("a " + String(repeating: "b", count: 50)).utf8.count == 40)
    }

    @Test func devicesAndTheNameOfTheListGetAPrefix() {
        for name in ["index", "con", "prn", "aux", "nul", "com0", "com9", "lpt1"] {
            #expect(PageName.file(name) == "page-" + name)
        }
        for name in ["cons", "com10", "com", "finance"] { #expect(PageName.file(name) == name) }
    }

    @Test func identifiers() {
        for good in ["a", "0", "a-b", "-", String(repeating: "z", count: 40)] { #expect(PageName.isIdentifier(good)) }
        for bad in ["", "A", "a b", "é", "a_b", "../a", String(repeating: "z", count: 41)] {
            #expect(!PageName.isIdentifier(bad))
        }
    }
}
