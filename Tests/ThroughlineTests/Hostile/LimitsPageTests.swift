import Diagnostics
import Foundation
import Report
import Testing

@Suite("docs/limits.md is the program's own list")
struct LimitsPageTests {
    @Test("every limit stands there with its number and the code of its message, and nothing else does")
    func table() throws {
        let text = try String(contentsOfFile: "\(Program.package)/docs/limits.md", encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let written = rows.map { row in
            "\(row[0]) \(row[1].replacing(",", with: "")) \(row[2])"
        }
        let own = Limits.all.map { "\($0.what) \($0.most) `\($0.code)`" }
        #expect(written == own)
    }

    /// The one mapping more is the last file of the folder.
    @Test("as many mappings as are allowed, and one more", arguments: [0, 1])
    func mappings(more: Int) throws {
        let folder = try TemporaryFolder()
        try folder.write("content/site.yml", "title: T\norganisation: O\n")
        for number in 0..<(Limits.surveys.most + more) {
            try folder.write("content/surveys/\(10_000 + number).yml", "title: S\n")
        }
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("error[too-many-surveys]") == (more == 1), "\(run.errors.suffix(300))")
    }

    @Test("what the vocabulary says of ids is the limit")
    func ids() { #expect(PageName.longest == Limits.id.most) }

    @Test("a site of the size that is promised keeps far below each")
    func promised() {
        #expect(Limits.departments.most >= 10 * 1000)
        #expect(Limits.rows.most >= 10 * 10_000_000)
        #expect(Limits.notes.most >= 10 * 10_000)
        // Ten million rows of 172 bytes, as measured.
        #expect(Limits.surveyFile.most >= 5 * 10_000_000 * 172)
    }
}
