import Storage
import Testing

@Suite("Publication: the old site or the new one, and what is foreign stays")
struct PublicationTests {
    static let old = [
        StagedFile(path: "index.html", bytes: Array("old start".utf8)),
        StagedFile(path: "departments/finance.html", bytes: Array("old finance".utf8)),
        StagedFile(path: "departments/gone.html", bytes: Array("gone".utf8)),
        StagedFile(path: "assets/site-1.css", bytes: Array("css".utf8)),
    ]
    static let new = [
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
        #expect(disk.changes == [])
        #expect(disk.files["out/.throughline-lock"] == nil)
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
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        let manifest = disk.files["out/manifest.txt"] ?? []
        disk.put(
            "out/manifest.txt", manifest + Array("../precious.txt\n/etc/passwd\na/../../precious.txt\na//b\n".utf8))
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
        #expect(disk.files["precious.txt"] == [7])
        #expect(!disk.steps.contains { $0.kind == .remove && $0.path.contains("..") })
    }

    @Test("a manifest.txt that is none of ours is a foreign file, and what it lists is not removed")
    func foreignManifest() throws {
        let disk = MemoryDisk(["out/manifest.txt": Array("Cargo\nletter.txt\n".utf8), "out/letter.txt": [1]])
        let before = disk.files
        #expect(throws: Publication.Failure.foreign(["manifest.txt"])) {
            try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        }
        #expect(disk.files == before)
    }
}
