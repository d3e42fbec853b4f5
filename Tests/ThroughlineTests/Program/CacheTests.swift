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

    @Test("nothing in it is about a respondent: no id, no time, no comment that is not released")
    func noRespondents() throws {
        let folder = try site()
        let survey = try folder.text("content/surveys/2026-q1.csv")
        let cells = survey.split(whereSeparator: { ",\n\r\"".contains($0) }).map(String.init)
        #expect(try build(folder).status == 0)
        let site = try folder.files(below: "public").values.map { String(decoding: $0, as: UTF8.self) }.joined()
        // Whatever a cell says that no page says.
        let hidden = Set(cells.filter { $0.utf8.count > 5 && !site.contains($0) })
        #expect(hidden.count > 20)
        for (name, bytes) in try folder.files(below: Self.cache) {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(hidden.filter { text.contains($0) } == [], "\(name)")
        }
    }

    @Test("surveys are read again only where something changed that figures are made of")
    func surveys() throws {
        let folder = try site()
        #expect(try build(folder).status == 0)
        func classifies(_ more: [String] = []) throws -> Bool {
            let run = try build(folder, ["--verbose"] + more)
            #expect(run.status == 0 && run.errors.contains("render: "), "\(run.errors)")
            return run.errors.contains("classify: ")
        }
        func change(_ name: String, _ old: String, _ new: String) throws {
            try folder.write(name, try folder.text(name).replacing(old, with: new))
        }
        try change("content/notes/2026-02-03-results-by-noon.md", "title: ", "title: So ")
        #expect(try !classifies())
        #expect(try !classifies(["--as-of", "2026-06-01"]))
        try folder.write(
            "own/index.mustache",
            try String(contentsOfFile: "\(Program.package)/templates/index.mustache", encoding: .utf8) + "\n")
        #expect(try !classifies(["--templates", "own"]))
        try change("content/departments/care.md", "name: ", "name: So ")
        #expect(try classifies())
        try change("content/site.yml", "title: ", "title: So ")
        #expect(try classifies())
        try change("content/surveys/2026-q1.yml", "\n", "\n\n")
        #expect(try classifies())
        try folder.write(
            "content/notes/s.md",
            "---\ntitle: S\ndate: 2026-02-01\nkind: standard\nquestion: overall\nmeasure: csat\nside: internal\ntarget: 60\n---\n"
        )
        #expect(try classifies())
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
        for (name, kept) in try folder.files(below: Self.cache) where name != ".gitignore" {
            var bytes = kept
            switch kind {
            case 0: bytes = []
            case 1: bytes.removeLast(bytes.count / 2)
            case 2: bytes[bytes.count / 2] ^= 1
            case 3: bytes[bytes.count * 2 / 3] ^= 0x80
            case 4: bytes += [0]
            default: bytes = Array(repeating: 0xFF, count: 1000)
            }
            try folder.write("\(Self.cache)/\(name)", bytes: bytes)
            let run = try build(folder, ["--verbose"])
            let isSeen = ["key", "last-build"].contains(name)
            #expect(run.status == 0 && (run.errors.contains("render: ") || !isSeen), "\(name)")
            #expect(try folder.files(below: "public") == whole, "\(name)")
            // What is not looked at while nothing changes is looked at now.
            let edited = try folder.text("content/departments/wards.md")
            try folder.write("content/departments/wards.md", edited + "\nMore.\n")
            #expect(try build(folder).status == 0)
            try folder.write("content/departments/wards.md", edited)
            #expect(try build(folder).status == 0)
            #expect(try folder.files(below: "public") == whole, "\(name)")
            #expect(!(try build(folder, ["--verbose"]).errors.contains("render: ")), "\(name)")
        }
    }

    @Test("a build after one edit touches only what the edit changes")
    func oneEdit() throws {
        let folder = try site()
        for number in 0..<60 {
            try folder.write(
                "content/notes/many/n\(number).md",
                "---\ntitle: Note \(number)\ndate: 2026-01-\(10 + number % 20)\ndepartments: [care]\n---\nText \(number).\n"
            )
        }
        #expect(try build(folder).status == 0)
        let note = "content/notes/many/n7.md"
        try folder.write(note, try folder.text(note).replacing("Text 7.", with: "Words 7."))
        let run = try build(folder)
        // Its page and its entry in the search index.
        #expect(run.output.contains(" 2 files written,"), "\(run.output)")
        try folder.write(note, try folder.text(note).replacing("title: Note 7", with: "title: Note seven"))
        let cold = try build(folder, ["--no-cache", "--output", "cold"])
        #expect(cold.status == 0)
        #expect(try build(folder).status == 0)
        #expect(try folder.files(below: "public") == folder.files(below: "cold"))
    }

    @Test("the cache does not grow from build to build")
    func size() throws {
        let folder = try site()
        #expect(try build(folder).status == 0)
        func size() throws -> Int { try folder.files(below: Self.cache).values.reduce(0) { $0 + $1.count } }
        let first = try size()
        for number in 0..<30 {
            try folder.write(
                "content/notes/n.md",
                "---\ntitle: T\ndate: 2026-01-05\n---\n\(String(repeating: "Words \(number). ", count: 500))\n")
            #expect(try build(folder).status == 0)
        }
        #expect(try folder.files(below: Self.cache).keys.count { $0.hasPrefix("texts-") } <= 14)
        #expect(try size() < first + 30_000 * 14)
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/notes/n.md")
        #expect(try build(folder).status == 0)
        #expect(try size() < first + 30_000)
    }

    /// Random edits of everything that people edit, each followed by a build with the cache and one without.
    @Test("after any edit a build with the cache is one without", arguments: 1...6 as ClosedRange<UInt64>)
    func randomEdits(_ seed: UInt64) throws {
        let folder = try site()
        try folder.write("own/README.md", "")
        var random = Random(state: seed)
        for step in 0..<16 {
            let edit = "seed \(seed), step \(step): \(try edit(folder, &random, step))"
            let before = try folder.files(below: "public")
            let ages = try before.keys.map { ($0, try age(of: "public/\($0)", in: folder)) }
            let cached = try build(folder, ["--templates", "own"])
            let cold = try build(folder, ["--no-cache", "--output", "cold", "--templates", "own"])
            #expect(cached.status == cold.status, "\(edit)")
            #expect(
                cached.errors.replacing("public", with: "cold") == cold.errors.replacing("public", with: "cold"),
                "\(edit)")
            guard cached.status == 0 else { continue }
            let after = try folder.files(below: "public")
            #expect(try after == folder.files(below: "cold"), "\(edit)")
            // No more files are written than differ, and the others keep their times.
            let same = Set(after.keys.filter { after[$0] == before[$0] })
            let written = after.keys.count { !same.contains($0) && $0 != "manifest.txt" }
            #expect(
                cached.output.contains(" \(written) file\(written == 1 ? "" : "s") written,"),
                "\(edit): \(cached.output)")
            for (name, age) in ages where same.contains(name) {
                #expect(try self.age(of: "public/\(name)", in: folder) == age, "\(edit): \(name)")
            }
        }
    }

    @Test("a preview is made of the same, and what it leaves is kept apart from a build's")
    func preview() throws {
        let folder = try site()
        func watch() throws -> [String: [UInt8]] {
            #expect(try Program.run(["watch", "--builds", "1"], in: folder.path).status == 0)
            var files = try folder.files(below: "content/.throughline/preview")
            files["assets/preview-stamp.js"] = nil
            return files
        }
        func stamp() throws -> String { try folder.text("content/.throughline/preview/assets/preview-stamp.js") }
        let first = try watch()
        let before = try stamp()
        #expect(try build(folder).status == 0)
        #expect(try watch() == first && stamp() == before)
        #expect(!(try build(folder, ["--verbose"]).errors.contains("render: ")))
        let note = "content/notes/2026-03-04-waiting.md"
        let text = try folder.text(note)
        try folder.write(note, text + "\nMore.\n")
        let edited = try watch()
        #expect(edited != first)
        #expect(try stamp() != before)
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(Self.cache)")
        #expect(try watch() == edited)
        try folder.write(note, text)
        #expect(try watch() == first)
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
        let files = FileManager.default
        func change(_ name: String, _ change: (String) -> String) throws {
            try folder.write(name, change(try folder.text(name)))
        }
        func exists(_ name: String) -> Bool { files.fileExists(atPath: "\(folder.path)/\(name)") }
        func remove(_ name: String) throws { try files.removeItem(atPath: "\(folder.path)/\(name)") }
        let note = "content/notes/n\(random(4)).md"
        switch random(20) {
        case 0, 1, 2, 3:
            try folder.write(note, text(&random, step))
            return "note \(note) written"
        case 4 where exists(note):
            try remove(note)
            return "note \(note) removed"
        case 5 where exists(note):
            try change(note) { $0.replacing("Text", with: "Text, more text") }
            return "text of \(note) changed"
        case 6 where exists(note):
            try change(note) { $0.replacing(/title: .*/, with: "title: Title \(step)") }
            return "title of \(note) changed"
        case 7 where exists(note):
            let other = "content/notes/n\(random(4)).md"
            if exists(other) { try remove(other) }
            if other != note { try files.moveItem(atPath: "\(folder.path)/\(note)", toPath: "\(folder.path)/\(other)") }
            return "note \(note) is \(other) now"
        case 8:
            try change("content/departments/wards.md") { $0 + "\nMore \(step).\n\n- [ ] Do \(step) [it](care.md)\n" }
            return "department changed"
        case 9:
            try change("content/departments/care.md") {
                $0.replacing(/(?m)^name: .*$/, with: "name: Care \(random(3))")
            }
            return "department named"
        case 10:
            let name = "content/departments/d\(random(2)).md"
            if exists(name) {
                try remove(name)
            } else {
                try folder.write(name, "---\nname: Desk \(step)\nparent: care\n---\n")
            }
            return "department \(name) come or gone"
        case 11:
            try change("content/site.yml") { $0.replacing(/(?m)^title: .*$/, with: "title: Site \(random(4))") }
            return "settings changed"
        case 12:
            try change("content/surveys/2026-q1.csv") { text in
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                guard lines.count > 20 else { return text }
                lines.remove(at: 5 + random(10))
                return lines.joined(separator: "\n")
            }
            return "survey row removed"
        case 13, 14:
            guard exists(Self.cache) else { return "no cache to damage" }
            let names = try folder.files(below: Self.cache).keys.filter { $0 != ".gitignore" }.sorted()
            let name = "\(Self.cache)/\(names[random(names.count)])"
            var bytes = try #require(try folder.files()[name])
            guard !bytes.isEmpty else { return "nothing to damage" }
            let place = random(bytes.count)
            if random(4) == 0 { bytes.removeLast(bytes.count - place) } else { bytes[place] ^= UInt8(1 << random(8)) }
            try folder.write(name, bytes: bytes)
            // A build of what is the same does not look at all of it.
            try folder.write(note, text(&random, step))
            return "\(name) damaged at \(place)"
        case 15:
            if exists(Self.cache) { try remove(Self.cache) }
            return "cache deleted"
        case 16:
            try change("content/customers.yml") { $0.replacing(/because: .*/, with: "because: Said at \(random(4)).") }
            return "rulebook changed"
        case 17:
            let built = try files.contentsOfDirectory(atPath: "\(Program.package)/templates")
            let names = built.filter { $0.hasSuffix(".mustache") }.sorted()
            let name = names[random(names.count)]
            let template = try String(contentsOfFile: "\(Program.package)/templates/\(name)", encoding: .utf8)
            try folder.write("own/\(name)", template + "<!-- \(step) -->\n")
            return "template \(name) changed"
        case 18:
            guard exists("public") else { return "nothing to touch" }
            let names = try folder.files(below: "public").keys.filter { $0 != "manifest.txt" }.sorted()
            let name = "public/\(names[random(names.count)])"
            if random(2) == 0 { try remove(name) } else { try change(name) { $0.replacing("a", with: "b") + "x" } }
            return "\(name) touched"
        default: return "nothing changed"
        }
    }

    /// A note of any kind, with links and tasks.
    private func text(_ random: inout Random, _ step: Int) -> String {
        let kinds = [
            "", "kind: thanks\n", "kind: you-said\nsaid: Slow \(step)\ndid: Faster\n",
            "kind: delay\nprovider: pharmacy\ncustomer: wards\nreply: Soon\n",
            "kind: standard\nquestion: overall\nmeasure: csat\nside: internal\ntarget: \(50 + random(40))\n",
        ]
        let links = [
            "", "[a](n0.md)", "[b](../departments/care.md)", "[c](n1.md#more)", "[d](#more)", "[e](https://x.example/)",
            "![f](g.png)", "<b>raw</b>",
        ]
        let tasks = ["", "- [ ] Do \(step) [it](n2.md) (owner: Care \(random(3)), due: 2026-0\(1 + random(9))-01)\n"]
        return "---\ntitle: Note \(random(50))\ndate: 2026-02-0\(1 + random(9))\ndepartments: [care]\n"
            + "\(kinds[random(kinds.count)])---\n## More\n\nText \(random(100)) \(links[random(links.count)]) "
            + "\(links[random(links.count)])\n\n\(tasks[random(2)])"
    }
}
