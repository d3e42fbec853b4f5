import Foundation
import Testing

@Suite("The program: statuses, messages, and an untouched site after errors")
struct CommandTests {
    private func smallContent(_ folder: TemporaryFolder) throws {
        let golden = "\(Program.package)/Tests/Golden/clinic/content"
        try FileManager.default.copyItem(atPath: golden, toPath: "\(folder.path)/content")
    }

    @Test("wrong usage ends with 64")
    func usage() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.run(["build", "--nonsense"], in: folder.path).status == 64)
        #expect(try Program.run(["build", "--as-of", "yesterday"], in: folder.path).status == 64)
        #expect(try Program.run(["--help"], in: folder.path).status == 0)
    }

    @Test("a missing content folder ends with 1 and says which")
    func missingContent() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "content: error[unreadable]: the content folder cannot be read: No such file or directory"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/public"))
    }

    @Test("all problems of all files are reported at once, and public/ is as it was")
    func allAtOnce() throws {
        let folder = try TemporaryFolder()
        try smallContent(folder)
        #expect(try Program.run(["build"], in: folder.path).status == 0)
        let before = try folder.files(below: "public")
        try folder.write("content/departments/kitchen.md", "---\nnmae: Kitchen\nparent: cellar\n---\n")
        try folder.write(
            "content/notes/2026-01-01-x.md", "---\ntitle: X\ndate: 2026-02-30\ndepartments: [nowhere]\n---\n")
        try folder.write(
            "content/customers.yml",
            "rules:\n  - name: A\n    when: { relationship: [X] }\n    side: sideways\n    because: x\n")
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 1)
        for place in [
            "kitchen.md:2:1", "kitchen.md:3:9", "2026-01-01-x.md:3:7", "2026-01-01-x.md:4:15", "customers.yml:4:11",
        ] {
            #expect(run.errors.contains(place), "\(place) in\n\(run.errors)")
        }
        #expect(run.errors.contains("did you mean `name`?"))
        #expect(try folder.files(below: "public") == before)
    }

    @Test("a folder of somebody else's pages is not overwritten: 73")
    func foreign() throws {
        let folder = try TemporaryFolder()
        try smallContent(folder)
        try folder.write("public/index.html", "mine")
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 73)
        #expect(run.errors.contains("error[foreign-file]"))
        #expect(try folder.files(below: "public").keys.sorted() == ["index.html"])
    }

    @Test("check reports in JSON too, and writes nothing")
    func checkJSON() throws {
        let folder = try TemporaryFolder()
        try smallContent(folder)
        try folder.write("content/departments/kitchen.md", "---\nname: Kitchen\nparent: cellar\n---\n")
        let run = try Program.run(["check", "--format", "json"], in: folder.path)
        #expect(run.status == 1)
        let findings = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]] ?? []
        let unknown = findings.first { $0["file"] as? String == "content/departments/kitchen.md" }
        #expect(unknown?["line"] as? Int == 3)
        #expect(unknown?["severity"] as? String == "error")
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/public"))
    }

    @Test("the same content gives the same bytes from another folder, zone and locale, and with shuffled rows")
    func determinism() throws {
        let folder = try TemporaryFolder()
        try smallContent(folder)
        let other = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: "\(folder.path)/content", toPath: "\(other.path)/elsewhere")
        for survey in ["2025-q4", "2026-q1"] {
            var lines = try other.text("elsewhere/surveys/\(survey).csv").split(
                separator: "\r\n", omittingEmptySubsequences: true)
            let header = lines.removeFirst()
            var generator = SplitMix(state: 11)
            lines.shuffle(using: &generator)
            try other.write("elsewhere/surveys/\(survey).csv", ([header] + lines).joined(separator: "\r\n") + "\r\n")
        }
        #expect(try Program.run(["build"], in: folder.path).status == 0)
        let zone = ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"]
        let run = try Program.run(
            ["build", "--content", "elsewhere", "--output", "out"], in: other.path, environment: zone)
        #expect(run.status == 0, "\(run.errors)")
        let (one, two) = (try folder.files(below: "public"), try other.files(below: "out"))
        #expect(one.keys.sorted() == two.keys.sorted())
        for path in one.keys.sorted() where one[path] != two[path] { Issue.record("\(path) differs") }
    }

    @Test(
        "an export that a spreadsheet saved again, with semicolons, byte-order mark or Windows-1252, gives the same site"
    )
    func savedAgain() throws {
        let folder = try TemporaryFolder()
        try smallContent(folder)
        #expect(try Program.run(["build"], in: folder.path).status == 0)
        let expected = try folder.files(below: "public")
        let export = try folder.text("content/surveys/2026-q1.csv")
        // No cell of it holds a semicolon; cells with commas are quoted, and stay so.
        #expect(!export.contains(";"))
        let semicolons = Self.withSemicolons(export)
        let forms: [(String, [UInt8])] = [
            ("semicolons", Array(semicolons.utf8)), ("byte-order mark", [0xEF, 0xBB, 0xBF] + Array(export.utf8)),
            ("line feeds", Array(export.replacing("\r\n", with: "\n").utf8)),
            (
                "Windows-1252",
                Array(semicolons.unicodeScalars.map { $0 == "…" ? 0x85 : UInt8(truncatingIfNeeded: $0.value) })
            ),
            (
                "UTF-16",
                [0xFF, 0xFE]
                    + export.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
            ),
        ]
        for (name, bytes) in forms {
            try folder.write("content/surveys/2026-q1.csv", bytes: bytes)
            let run = try Program.run(["build"], in: folder.path)
            #expect(run.status == 0, "\(name): \(run.errors)")
            let built = try folder.files(below: "public")
            // The survey's own page and the list of files say how the file was read; everything else is the same.
            let differing = built.keys.filter { built[$0] != expected[$0] }.sorted()
            #expect(built.keys.sorted() == expected.keys.sorted())
            #expect(differing.allSatisfy { $0 == "surveys/2026-q1.html" }, "\(name): \(differing)")
        }
    }

    /// Delimiters outside quotes as semicolons.
    private static func withSemicolons(_ text: String) -> String {
        var isQuoted = false
        return String(
            text.map { character -> Character in
                if character == "\"" { isQuoted.toggle() }
                return character == "," && !isQuoted ? ";" : character
            })
    }
}

/// A generator with a fixed start.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
