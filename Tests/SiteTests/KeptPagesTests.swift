import ByteCoding
import Content
import Diagnostics
import Report
import Testing

@testable import Site

/// A page is made again where anything changed that it is made of, and only there.
@Suite("Pages that an earlier build left")
struct KeptPagesTests {
    private static let key = ContentDigest.Key(first: 7, second: 11)

    private func input(_ files: [String: String]) -> SiteInput {
        var all = files
        all["site.yml"] = "title: T\norganisation: O\nheadline: overall\n"
        let kept = KeptTexts(
            key: Self.key, digests: all.mapValues { ContentDigest(Array($0.utf8), key: Self.key) }, entries: [:])
        let content = ContentFolder.read(
            files: all.map { SourceFile(path: "content/\($0.key)", name: $0.key, text: $0.value) }, kept: kept)
        #expect(!content.hasErrors, "\(content.diagnostics)")
        let sample = SampleReport.input
        let report = SampleReport.report
        let own = Report(
            organisation: content.value.organisation, waves: [], trees: [], questions: [], headline: report.headline,
            themes: [], confidentiality: report.confidentiality,
            cells: CellTable(waveCount: 0, questionCount: 0, unitCount: content.value.organisation.unitCount),
            asked: [],
            links: [], surveys: [], rulebook: report.rulebook, themeScores: [],
            association: .cannotTell(departments: 0),
            comments: [], standards: [], newestResponse: nil)
        return SiteInput(report: own, content: content.value, asOf: sample.asOf, templates: sample.templates)
    }

    private static let files: [String: String] = {
        var files: [String: String] = [:]
        for department in ["care", "desk", "wards"] {
            files["departments/\(department).md"] = "---\nname: Of \(department)\n---\nWhat it does.\n"
        }
        for number in 0..<120 {
            let department = ["care", "desk"][number % 2]
            files["notes/n\(number).md"] =
                "---\ntitle: Note \(number)\ndate: 2026-01-\(10 + number % 20)\ndepartments: [\(department)]\n---\n"
                + "Text \(number).\n\n" + (number % 40 == 0 ? "- [ ] Do \(number) (due: 2026-04-01)\n" : "")
        }
        return files
    }()

    /// What is made, besides style sheet and script, after an edit; and that nothing else would have been another.
    private func made(after edit: (inout [String: String]) -> Void) throws -> Set<String> {
        let first = renderSite(input(Self.files), since: SiteMemory(key: Self.key))
        let memory = try #require(first.value.memory)
        var files = Self.files
        edit(&files)
        let second = renderSite(input(files), since: memory).value
        let whole = renderSite(input(files)).value
        let former = Dictionary(uniqueKeysWithValues: first.value.made.map { ($0.path, $0.bytes) })
        let made = Dictionary(uniqueKeysWithValues: second.made.map { ($0.path, $0.bytes) })
        #expect(Set(whole.map(\.path)) == Set(made.keys).union(second.kept))
        #expect(whole.count == second.made.count + second.kept.count)
        for file in whole { #expect(made[file.path] ?? former[file.path] == file.bytes, "\(file.path)") }
        // What is left for the next build holds, too.
        let third = renderSite(input(files), since: second.memory).value
        #expect(third.made.allSatisfy { $0.path.hasPrefix("assets/") })
        return Set(made.keys.filter { !$0.hasPrefix("assets/") })
    }

    @Test func nothingIsMadeOfTheSame() throws { #expect(try made { _ in } == []) }

    @Test func aTextIsOnItsPageOnThatOfItsDepartmentAndInTheIndex() throws {
        let made = try made { $0["notes/n7.md"]? += "More.\n" }
        #expect(made == ["notes/n7.html", "departments/desk.html", "search/index-1.js"])
    }

    @Test func aTitleIsInTheListsToo() throws {
        let made = try made { $0["notes/n7.md"]?.replace("title: Note 7", with: "title: Seven") }
        #expect(made.isSuperset(of: ["notes/n7.html", "notes/of/desk/1.html", "index.html", "search.html"]))
        #expect(!made.contains("notes/n8.html") && !made.contains("notes/of/care/1.html"))
        #expect(!made.contains("departments/wards.html") && !made.contains("method.html"))
    }

    @Test func anActionIsInTheirListToo() throws {
        let made = try made { $0["notes/n40.md"]?.replace("2026-04-01", with: "2026-04-02") }
        #expect(made.isSuperset(of: ["notes/n40.html", "departments/care.html", "actions.html", "index.html"]))
        #expect(!made.contains("notes/index.html") && !made.contains("search.html"))
    }

    @Test func aDepartmentsTextIsOnItsPage() throws {
        let made = try made { $0["departments/wards.md"]? += "More.\n" }
        #expect(made == ["departments/wards.html", "search/index-1.js"])
    }

    @Test func notesThatComeAndGo() throws {
        let come = try made { $0["notes/new.md"] = "---\ntitle: New\ndate: 2026-01-01\ndepartments: [wards]\n---\nx\n" }
        #expect(
            come.isSuperset(of: [
                "notes/new.html", "notes/index.html", "notes/of/wards/1.html", "departments/wards.html",
            ]))
        #expect(!come.contains("notes/of/care/1.html"))
        let gone = try made { $0["notes/n3.md"] = nil }
        #expect(gone.isSuperset(of: ["notes/index.html", "notes/of/desk/1.html"]) && !gone.contains("notes/n4.html"))
    }
}
