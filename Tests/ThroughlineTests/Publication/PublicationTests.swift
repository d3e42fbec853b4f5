import Storage
import Testing

@Suite("Publication: the old site or the new one, and what is foreign stays")
struct PublicationTests {
    private static let old = [
        StagedFile(path: "index.html", bytes: Array("old start".utf8)),
        StagedFile(path: "departments/finance.html", bytes: Array("old finance".utf8)),
        StagedFile(path: "departments/gone.html", bytes: Array("gone".utf8)),
        StagedFile(path: "assets/site-1.css", bytes: Array("css".utf8)),
    ]
    private static let new = [
        StagedFile(path: "index.html", bytes: Array("new start".utf8)),
        StagedFile(path: "departments/finance.html", bytes: Array("new finance".utf8)),
        StagedFile(path: "notes/first.html", bytes: Array("first".utf8)),
        StagedFile(path: "assets/site-1.css", bytes: Array("css".utf8)),
    ]

    private func pages(_ disk: MemoryDisk) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: disk.files.filter { !$0.key.hasSuffix(Publication.manifestName) }
                .map { (String($0.key.dropFirst("out/".count)), String(decoding: $0.value, as: UTF8.self)) })
    }

    private func expected(_ site: [StagedFile]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: site.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("a first site is written whole")
    func first() throws {
        let disk = MemoryDisk()
        let result = try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        #expect(pages(disk) == expected(Self.old))
        #expect(result.written == 4 && result.unchanged == 0 && result.removed == 0)
    }

    @Test("the next site changes only what differs and removes what is stale")
    func next() throws {
        let disk = MemoryDisk()
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        let result = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
        #expect(pages(disk) == expected(Self.new))
        #expect(result.written == 3 && result.unchanged == 1 && result.removed == 1)
    }

    @Test("nothing is written where nothing changed")
    func unchanged() throws {
        let disk = MemoryDisk()
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
        disk.fail(at: nil)
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
        #expect(disk.steps == 0)
    }

    @Test("files that no manifest lists are never touched")
    func foreign() throws {
        let disk = MemoryDisk(["out/.gitignore": [42], "out/departments/mine.txt": [1]])
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
        #expect(disk.files["out/.gitignore"] == [42])
        #expect(disk.files["out/departments/mine.txt"] == [1])
    }

    @Test("a foreign file in the place of a page stops everything before anything is touched")
    func foreignInTheWay() throws {
        let disk = MemoryDisk(["out/index.html": Array("somebody's own".utf8)])
        let before = disk.files
        #expect(throws: Publication.Failure.foreign(["index.html"])) {
            try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        }
        #expect(disk.files == before)
    }

    @Test("a manifest that names places outside the folder is not believed")
    func hostileManifest() throws {
        let disk = MemoryDisk(["precious.txt": [7]])
        disk.put("out/manifest.txt", Array("heading\n../precious.txt\n/etc/passwd\na/../../precious.txt\n".utf8))
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        #expect(disk.files["precious.txt"] == [7])
    }

    @Test(
        "whichever step fails, every page is an old or a new one, the start page is new only if all are, and the next run completes it"
    )
    func everyStepFails() throws {
        let probe = MemoryDisk()
        _ = try Publication(folder: "out", effects: probe.effects).publish(Self.old)
        probe.fail(at: nil)
        _ = try Publication(folder: "out", effects: probe.effects).publish(Self.new)
        let steps = probe.steps
        #expect(steps > 8)
        for forGood in [false, true] {
            for step in 1...steps {
                let disk = MemoryDisk(["out/foreign.txt": [9]])
                _ = try Publication(folder: "out", effects: disk.effects).publish(Self.old)
                disk.fail(at: step, forGood: forGood)
                #expect(throws: Publication.Failure.self) {
                    try Publication(folder: "out", effects: disk.effects).publish(Self.new)
                }
                let (was, will) = (expected(Self.old), expected(Self.new))
                let now = pages(disk)
                for (path, text) in now where path.hasSuffix(".html") {
                    #expect(text == was[path] || text == will[path])
                }
                if now["index.html"] == will["index.html"] {
                    for (path, text) in will { #expect(now[path] == text) }
                }
                disk.fail(at: nil)
                _ = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
                var after = pages(disk)
                #expect(after.removeValue(forKey: "foreign.txt") != nil)
                #expect(after == will)
            }
        }
    }
}
