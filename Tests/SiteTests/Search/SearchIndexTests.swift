import Testing

@testable import Site

@Suite("Search index")
struct SearchIndexTests {
    private func text(_ file: OutputFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

    @Test("The exact bytes of a small index")
    func golden() throws {
        let index = SearchIndex([
            SearchEntry(kind: .department, title: "Finance", path: "departments/finance.html"),
            SearchEntry(
                kind: .note, title: "Waiting", path: "notes/w.html", context: "4 March 2026", text: " a\n\t b "),
        ])
        #expect(index.files.map(\.path) == ["search/index-1.js"])
        #expect(
            text(try #require(index.files.first))
                == """
                throughlineSearch([
                ["department","Finance","departments/finance.html","",""],
                ["note","Waiting","notes/w.html","4 March 2026","a b"]
                ]);

                """)
    }

    @Test("Text cannot leave its string")
    func hostile() throws {
        let evil = "\"]);alert(1)//</script><!-- \\\" \u{2028}\u{2029}\u{0}\u{85}\u{FEFF}`${1}` 👩‍👩‍👧 \u{202E}"
        let index = SearchIndex([SearchEntry(kind: .note, title: evil, path: "p", text: evil)])
        let file = text(try #require(index.files.first))
        #expect(!file.contains("</script") && !file.contains("<!--"))
        #expect(!file.unicodeScalars.contains { ["\u{2028}", "\u{2029}", "\u{0}", "\u{85}", "\u{FEFF}"].contains($0) })
        // Every quote inside is escaped: the line has its ten own ones.
        let line = try #require(file.split(separator: "\n").dropFirst().first)
        var (quotes, isEscaped) = (0, false)
        for byte in line.utf8 {
            if byte == UInt8(ascii: "\""), !isEscaped { quotes += 1 }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        #expect(quotes == 10)
        #expect(file.contains("👩‍👩‍👧"))
    }

    @Test("Large indexes are split between entries; no entries, no file")
    func split() {
        let entries = (0..<100).map {
            SearchEntry(
                kind: .note, title: "Note \($0)", path: "notes/\($0).html", text: String(repeating: "x", count: 90))
        }
        let whole = SearchIndex(entries)
        let parts = SearchIndex(entries, partSize: 1_000)
        #expect(whole.files.count == 1 && parts.files.count > 10)
        #expect(parts.files.allSatisfy { $0.bytes.count < 1_200 })
        #expect(parts.files.last?.path == "search/index-\(parts.files.count).js")
        func lines(_ index: SearchIndex) -> [Substring] {
            index.files.flatMap { text($0).split(separator: "\n").filter { $0.hasPrefix("[") } }
                .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
        }
        #expect(lines(whole) == lines(parts))
        #expect(SearchIndex([]).files.isEmpty)
    }
}
