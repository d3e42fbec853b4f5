import Foundation
import Testing

@Suite("The cache: nothing is done twice, and nothing is ever old")
struct CacheTests {
    private static let cache = "content/.throughline/cache"

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let golden = "\(Program.package)/Tests/Golden/clinic/content"
        try FileManager.default.copyItem(atPath: golden, toPath: "\(folder.path)/content")
        return folder
    }

    private func build(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Program.Run {
        try Program.run(["build"] + more, in: folder.path)
    }

    private func age(of name: String, in folder: TemporaryFolder) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")[.modificationDate] as? Date
    }

    @Test("a build of unchanged content says the same and touches no file")
    func unchanged() throws {
        let folder = try site()
        try folder.write("content/notes/picture.md", "---\ntitle: P\ndate: 2026-01-05\n---\n![x](y.png)\n")
        let first = try build(folder)
        #expect(first.status == 0)
        let names = try folder.files(below: "public").keys
        let ages = try names.map { try age(of: "public/\($0)", in: folder) }
        let again = try build(folder, ["--verbose"])
        #expect(again.status == 0)
        #expect(again.errors.contains("read: ") && !again.errors.contains("render: "), "it was built again")
        #expect(again.errors.contains("content/notes/picture.md:5:1: warning[image]"))
        #expect(again.errors.hasSuffix(first.errors))
        #expect(again.output.contains(" 0 files written, \(names.count - 1) unchanged, 0 removed"))
        #expect(
            again.output.prefix { $0 != "," } == first.output.prefix { $0 != "," }, "\(again.output) \(first.output)")
        #expect(try names.map { try age(of: "public/\($0)", in: folder) } == ages)
    }

    @Test("a change that keeps size and time of a file is a change")
    func sameSizeSameTime() throws {
        for name in ["content/notes/2026-03-04-waiting.md", "content/surveys/2026-q1.csv", "content/site.yml"] {
            let folder = try site()
            #expect(try build(folder).status == 0)
            let age = try age(of: name, in: folder)
            var bytes = Array(try folder.text(name).utf8)
            let old = bytes
            // A letter of the file's last word.
            let place = try #require(bytes.lastIndex { (0x61...0x7A).contains($0) })
            bytes[place] = bytes[place] == 0x61 ? 0x62 : 0x61
            try folder.write(name, bytes: bytes)
            try FileManager.default.setAttributes(
                [.modificationDate: try #require(age)], ofItemAtPath: "\(folder.path)/\(name)")
            #expect(bytes != old && bytes.count == old.count)
            let run = try build(folder, ["--verbose"])
            #expect(run.errors.contains("parse notes: "), "\(name): nothing was noticed")
        }
    }

    @Test("a link that comes to a survey folder elsewhere is a change, what lies in folders of it is none")
    func linkAmongSurveys() throws {
        let folder = try site()
        let files = FileManager.default
        try files.moveItem(atPath: "\(folder.path)/content/surveys", toPath: "\(folder.path)/exports")
        let settings = try folder.text("content/site.yml")
        try folder.write("content/site.yml", settings + "\nsurveys: ../exports\n")
        #expect(try build(folder).status == 0)
        try folder.write("exports/old/a.csv", "x\n")
        #expect(!(try build(folder, ["--verbose"]).errors.contains("parse notes: ")))
        try files.createSymbolicLink(
            atPath: "\(folder.path)/exports/more.csv", withDestinationPath: "\(folder.path)/exports/old/a.csv")
        let run = try build(folder)
        #expect(run.status == 1)
        #expect(run.errors.contains("/exports/more.csv: error[link]: "), "\(run.errors)")
    }

    @Test("what happened to the site is mended")
    func touchedOutput() throws {
        let folder = try site()
        #expect(try build(folder).status == 0)
        let whole = try folder.files(below: "public")
        try folder.write("public/method.html", "gone")
        try FileManager.default.removeItem(atPath: "\(folder.path)/public/actions.html")
        #expect(try build(folder).output.contains(" 2 files written,"))
        #expect(try folder.files(below: "public") == whole)
        try FileManager.default.removeItem(atPath: "\(folder.path)/public")
        #expect(try build(folder).status == 0)
        #expect(try folder.files(below: "public") == whole)
        #expect(try build(folder, ["--output", "other"]).status == 0)
        #expect(try folder.files(below: "other") == whole)
    }

    @Test("nobody else may read it, and none of it is in the site")
    func permissions() throws {
        let folder = try site()
        #expect(try build(folder).status == 0)
        func mode(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")[.posixPermissions] as? Int
        }
        #expect(try mode(Self.cache) == 0o700)
        let names = try folder.files(below: Self.cache).keys
        #expect(names.contains("last-build"))
        for name in names { #expect(try mode("\(Self.cache)/\(name)") == 0o600, "\(name)") }
        #expect(try folder.text("\(Self.cache)/.gitignore") == "*\n")
    }

    @Test("--no-cache neither reads nor writes it")
    func without() throws {
        let folder = try site()
        #expect(try build(folder, ["--no-cache"]).status == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/\(Self.cache)"))
        #expect(try build(folder).status == 0)
        let kept = try folder.files(below: Self.cache)
        #expect(try build(folder, ["--no-cache", "--verbose"]).errors.contains("render: "))
        #expect(try folder.files(below: Self.cache) == kept)
    }

    @Test("a damaged cache is passed over and written anew", arguments: 0..<6)
    func damaged(_ kind: Int) throws {
        let folder = try site()
        #expect(try build(folder).status == 0)
        let whole = try folder.files(below: "public")
        let name = try #require(try folder.files(below: Self.cache).keys.first { $0 != ".gitignore" })
        var bytes = try #require(try folder.files(below: Self.cache)[name])
        switch kind {
        case 0: bytes = []
        case 1: bytes.removeLast(bytes.count / 2)
        case 2: bytes[bytes.count / 2] ^= 1
        case 3: bytes[30] ^= 0x80
        case 4: bytes += [0]
        default: bytes = Array(repeating: 0xFF, count: 1000)
        }
        try folder.write("\(Self.cache)/\(name)", bytes: bytes)
        let run = try build(folder, ["--verbose"])
        #expect(run.status == 0 && run.errors.contains("render: "))
        #expect(try folder.files(below: "public") == whole)
        #expect(!(try build(folder, ["--verbose"]).errors.contains("render: ")))
    }

    /// Random edits of everything that people edit, each followed by a build with the cache and one without.
    @Test("after any edit a build with the cache is one without", arguments: [1, 2, 3] as [UInt64])
    func randomEdits(_ seed: UInt64) throws {
        let folder = try site()
        var random = Random(state: seed)
        for step in 0..<14 {
            let edit = try edit(folder, &random, step)
            let cached = try build(folder)
            let cold = try build(folder, ["--no-cache", "--output", "cold"])
            #expect(cached.status == cold.status, "\(edit)")
            #expect(
                cached.errors.replacing("public", with: "cold") == cold.errors.replacing("public", with: "cold"),
                "\(edit)")
            guard cached.status == 0 else { continue }
            #expect(try folder.files(below: "public") == folder.files(below: "cold"), "\(edit)")
        }
    }

    private struct Random {
        var state: UInt64

        mutating func callAsFunction(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
    }

    /// Does something to the content and says what.
    private func edit(_ folder: TemporaryFolder, _ random: inout Random, _ step: Int) throws -> String {
        func change(_ name: String, _ change: (String) -> String) throws {
            try folder.write(name, change(try folder.text(name)))
        }
        let note = "content/notes/n\(random(3)).md"
        let hasNote = FileManager.default.fileExists(atPath: "\(folder.path)/\(note)")
        switch random(11) {
        case 0, 1:
            let links = ["", "[a](n0.md)", "[b](../departments/care.md)", "[c](n1.md#more)"]
            try folder.write(
                note,
                "---\ntitle: Note \(step)\ndate: 2026-02-0\(1 + random(9))\ndepartments: [care]\n---\n## More\n\n"
                    + "Text \(random(100)) \(links[random(4)])\n\n- [ ] Do \(step) (due: 2026-0\(1 + random(9))-01)\n")
            return "note \(note) written"
        case 2 where hasNote:
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(note)")
            return "note \(note) removed"
        case 3 where hasNote:
            try change(note) { $0.replacing("Text", with: "Text, more text") }
            return "note \(note) changed"
        case 4:
            try change("content/departments/wards.md") { $0 + "\nMore \(step).\n" }
            return "department changed"
        case 5:
            let name = "content/departments/d\(random(2)).md"
            if FileManager.default.fileExists(atPath: "\(folder.path)/\(name)") {
                try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
            } else {
                try folder.write(name, "---\nname: Desk \(step)\nparent: care\n---\n")
            }
            return "department \(name) come or gone"
        case 6:
            try change("content/site.yml") {
                $0.replacing(/(?m)^title: .*$/, with: "title: Site \(random(4))")
            }
            return "settings changed"
        case 7:
            try change("content/surveys/2026-q1.csv") { text in
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                guard lines.count > 20 else { return text }
                lines.remove(at: 5 + random(10))
                return lines.joined(separator: "\n")
            }
            return "survey row removed"
        case 8:
            let names = try folder.files(below: Self.cache).keys.filter { $0 != ".gitignore" }.sorted()
            guard !names.isEmpty else { return "no cache to damage" }
            let name = "\(Self.cache)/\(names[random(names.count)])"
            var bytes = try #require(try folder.files()[name])
            guard !bytes.isEmpty else { return "nothing to damage" }
            bytes[random(bytes.count)] ^= UInt8(1 << random(8))
            try folder.write(name, bytes: bytes)
            return "cache damaged"
        case 9:
            try change("content/customers.yml") { $0.replacing(/because: .*/, with: "because: Said at \(random(4)).") }
            return "rulebook changed"
        default: return "nothing changed"
        }
    }
}
