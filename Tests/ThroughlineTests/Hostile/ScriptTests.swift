import Foundation
import Testing

/// Script in every string that can reach a page, and formulas in every text that can reach a CSV file.
@Suite("Script and formulas in every string")
struct ScriptTests {
    /// Breaks out of text, of attributes in either quote, and of scripts; the second one survives the removal of tags
    /// from headers.
    private static let payload = "zq7\"'><script>zq7()</script><img src=x onerror=zq7() a="

    /// A site whose every string is hostile, with enough answers to show figures and comments.
    ///
    /// - Parameter text: what stands in every string; `quoted` for YAML.
    private func site(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        func quoted(_ more: String = "") -> String {
            let escaped = (text + more).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\"" + escaped.replacing("\t", with: "\\t").replacing("\r", with: "\\r") + "\""
        }
        try folder.write(
            "content/site.yml",
            """
            title: \(quoted())
            organisation: \(quoted(" organisation"))
            headline: overall
            as_of: 2026-04-10
            words: { external: \(quoted()), nav-overview: \(quoted()) }
            confidentiality: { key: only-for-tests, mask: [\(quoted(" masked"))] }
            waves:
              - { id: 2025-Q4, name: \(quoted(" before")) }
              - { id: 2026-Q1, name: \(quoted(" winter")) }
            themes:
              - { id: informed, name: \(quoted(" theme")) }

            """)
        try folder.write(
            "content/customers.yml",
            """
            rules:
              - name: \(quoted(" rule"))
                when: { relationship: [Employee, \(quoted())] }
                side: internal
                kind: \(quoted().utf8.count > 60 ? "\"<b>=1\"" : quoted())
                because: \(quoted())
              - name: \(quoted(" other"))
                when: { relationship: { matches: \(quoted("*")) } }
                side: connected
                kind: supplier
                because: \(quoted())
              - name: Rest
                side: external
                because: \(quoted())

            """)
        for (id, keys) in [("one", "serves: [two]\nfrontline: true\n"), ("two", "aliases: [\(quoted(" alias"))]\n")] {
            try folder.write(
                "content/departments/\(id).md",
                "---\nname: \(quoted(" \(id)"))\n\(keys)---\n\(text)\n\n# \(text)\n\n- [ ] \(text) (owner: \(text.filter { !"(),:".contains($0) }), due: 2026-01-01)\n"
            )
        }
        let front = "date: 2026-02-01\nauthor: \(quoted())\n"
        let body = """
            \(text)

            [\(text)](../departments/one.md "\(text.filter { $0 != "\"" })") [x](https://example.org/\(text.filter { !" <>()".contains($0) }))
            [two]: javascript:zq7() "\(text.filter { $0 != "\"" })"
            ![\(text)](x.png "y") <zq7:alert> `\(text)`

            ```\(text)
            \(text)
            ```

            | \(text) | b |
            |---|---|
            | \(text) | <b onclick=zq7()> |

            """
        for (name, more) in [
            ("plain", "departments: [one]\n"), ("thanks", "kind: thanks\ndepartments: [two]\n"),
            ("you-said", "kind: you-said\ndepartments: [one]\nsaid: \(quoted())\ndid: \(quoted())\n"),
            (
                "delay",
                "kind: delay\nprovider: one\ncustomer: two\ndays: 3\nreply: \(quoted())\nagreed: \(quoted())\n"
            ),
        ] {
            try folder.write(
                "content/notes/\(name).md", "---\ntitle: \(quoted(" \(name)"))\n\(front)\(more)---\n\(body)")
        }
        try folder.write(
            "content/surveys/pulse.yml",
            """
            title: \(quoted(" survey"))
            wave: { column: Date }
            respondent: { id: Id, department: Own, relationship: I am }
            department: { column: Department }
            questions:
              - { id: overall, column: "#6", measure: satisfaction, theme: informed }
              - id: rated
                column: "#7"
                measure: rating
                scale: { labels: [\(quoted(" low")), \(quoted(" high"))], top: 1 }
            comments: [ Comment ]

            """)
        func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        var rows = "Id,Date,Own,I am,Department,\(cell(text)),\(cell("\(text) rated")),Comment\n"
        for index in 0..<120 {
            let isInside = index % 3 == 0
            rows +=
                [
                    "p\(index)", index % 2 == 0 ? "2025-11-05" : "2026-01-05", isInside ? "two" : "",
                    isInside ? "Employee" : "Passenger", cell("\(text) one"),
                    index % 5 == 0 ? "Dissatisfied" : "Very satisfied",
                    cell("\(text) \(index % 4 == 0 ? "low" : "high")"), cell("\(text) comment \(index)"),
                ].joined(separator: ",") + "\n"
        }
        try folder.write("content/surveys/pulse.csv", rows)
        return folder
    }

    /// Builds without raw HTML and images, which are warnings, and links that are errors by design.
    private func built(_ text: String) throws -> TemporaryFolder {
        let folder = try site(text)
        var run = try Program.run(["build"], in: folder.path)
        if run.status != 0 {
            // Links that lead nowhere are errors; what is left must build.
            for name in ["plain", "thanks", "you-said", "delay"] {
                let note = try folder.text("content/notes/\(name).md")
                let kept = note.split(separator: "\n", omittingEmptySubsequences: false).filter {
                    !$0.contains("](") && !$0.contains("<zq7:")
                }
                try folder.write("content/notes/\(name).md", kept.joined(separator: "\n"))
            }
            run = try Program.run(["build"], in: folder.path)
        }
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    @Test("no page holds what was not escaped, and every page keeps what a site must keep")
    func script() throws {
        let files = try built(Self.payload).files(below: "public")
        try #require(files.count > 10)
        #expect(SiteCheck.faults(in: files) == [])
        for (path, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            if path.hasSuffix(".html") {
                for part in ["<script>", "<img", "<b onclick", "href=\"javascript:", "zq7\"'"] where text.contains(part)
                {
                    Issue.record("\(part) in \(path)")
                }
                for tag in HTMLTags(text).tags where tag.attributes.contains(where: { $0.name.hasPrefix("on") }) {
                    Issue.record("a handler on <\(tag.name)> in \(path)")
                }
            }
            if path.hasSuffix(".js"), path.hasPrefix("search/"), text.contains("<") { Issue.record("< in \(path)") }
        }
        // The strings did get there: escaped, on pages of every kind.
        let reached = files.filter {
            String(decoding: $0.value, as: UTF8.self).contains("zq7&quot;&#39;&gt;&lt;script")
        }
        for kind in ["index.html", "departments/", "notes/", "surveys/", "comments/", "customers.html", "actions.html"]
        {
            #expect(reached.keys.contains { $0.hasPrefix(kind) }, "\(kind) of \(reached.keys.sorted())")
        }
    }

    @Test(
        "no cell of a written CSV file can be a formula",
        arguments: ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u{FF1D}1", "=HYPERLINK(\"x\",\"y\")"])
    func formulas(start: String) throws {
        let folder = try built(start)
        var written = try folder.files(below: "public").filter { $0.key.hasSuffix(".csv") }
        #expect(written.count == 5)
        let mapping = try folder.text("content/surveys/pulse.yml")
        try folder.write("content/surveys/pulse.yml", mapping + "one_rating_per_person: true\n")
        let counts = try Program.run(["tabulate", "content/surveys/pulse.csv"], in: folder.path)
        #expect(counts.status == 0, "\(counts.errors)")
        written["tabulated"] = Array(counts.output.utf8)
        for (path, bytes) in written {
            for cell in Self.cells(bytes) where Self.isFormula(cell) {
                Issue.record("\(cell.debugDescription) in \(path)")
            }
        }
        // Counts read back: the guard before a formula is no part of an answer.
        try folder.write("content/surveys/pulse.csv", counts.output)
        try folder.write(
            "content/surveys/pulse.yml",
            mapping.replacing("wave: { column: Date }\n", with: "").replacing("comments: [ Comment ]\n", with: "")
                .replacing("department: { column: Department }\n", with: "").replacing(
                    "respondent: { id: Id, department: Own, relationship: I am }\n", with: "")
                + "count: count\none_rating_per_person: true\n")
        let again = try Program.run(["build", "--output", "again"], in: folder.path)
        #expect(again.status == 0, "\(again.errors)")
        let figures = try folder.files(below: "again")["data/figures.csv"]
        #expect(figures == written["data/figures.csv"])
    }

    private static func isFormula(_ cell: String) -> Bool {
        // Numbers of ours may be negative.
        if Double(cell) != nil { return false }
        guard let first = cell.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return ["=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].contains(first)
    }

    /// Cells of an RFC 4180 file.
    private static func cells(_ bytes: [UInt8]) -> [String] {
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted, 0x0A where !isQuoted: cells.append([])
            case 0x0D where !isQuoted: break
            default: cells[cells.count - 1].append(byte)
            }
        }
        return cells.map { String(decoding: $0, as: UTF8.self) }
    }
}
