import Storage
import Testing

/// Sites of so many files that several cores read and write them: what is promised of a publication holds for them too, and
/// nothing that is said of it shows that there was more than one.
@Suite("Publication: many files at once")
struct ManyFilesTests {
    private static func site(_ word: String, _ numbers: Range<Int>) -> [StagedFile] {
        let pages = numbers.map { number in
            StagedFile(
                path: "notes/\(number % 7)/n\(number).html",
                bytes: Array("\(number % 3 == 0 ? "same" : word) \(number)".utf8))
        }
        return pages + [StagedFile(path: "index.html", bytes: Array("\(word) start".utf8))]
    }
    private static let old = site("old", 0..<400)
    private static let new = site("new", 40..<440)

    private func publish(_ site: [StagedFile], _ disk: MemoryDisk, host: TestMachine = TestMachine()) throws
        -> Publication.Result
    {
        try Publication(folder: "out", effects: disk.effects, machine: host.machine).publish(site)
    }

    private func bytes(_ site: [StagedFile]) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: site.map { ("out/\($0.path)", $0.bytes) })
    }

    @Test("whichever step fails, the old site or the new one")
    func failingSteps() throws {
        let probe = MemoryDisk()
        _ = try publish(Self.old, probe)
        probe.fail(at: nil)
        let result = try publish(Self.new, probe)
        #expect(result.written == 40 + 240 + 1 && result.unchanged == 120 && result.removed == 40)
        let count = probe.steps.count
        let (was, will) = (bytes(Self.old), bytes(Self.new))
        for step in stride(from: 1, through: count, by: 23) {
            for forGood in [false, true] {
                let disk = MemoryDisk()
                _ = try publish(Self.old, disk)
                disk.fail(at: step, forGood: forGood)
                do { _ = try publish(Self.new, disk) } catch is Publication.Failure {}
                disk.fail(at: nil)
                let now = disk.files
                for path in Set(was.keys).union(will.keys) {
                    if let bytes = now[path] {
                        #expect(bytes == was[path] || bytes == will[path], "step \(step): \(path)")
                    }
                    if was[path] != nil, will[path] != nil { #expect(now[path] != nil, "step \(step): \(path)") }
                }
                if now["out/index.html"] == will["out/index.html"] {
                    for (path, bytes) in will { #expect(now[path] == bytes, "step \(step): \(path)") }
                }
                // Whoever failed alone took its temporaries away.
                if !forGood { #expect(!now.keys.contains { $0.hasSuffix(".throughline-new") }, "step \(step)") }
                _ = try publish(Self.new, disk, host: TestMachine(process: 101))
                var rest = disk.files
                rest["out/manifest.txt"] = nil
                #expect(rest == will, "step \(step)")
            }
        }
    }

    @Test("of several errors the first file's is told, and all foreign files are named in their order")
    func order() throws {
        let disk = MemoryDisk(bytes(Array(Self.old.shuffled().prefix(300))))
        do {
            _ = try publish(Self.new, disk)
            Issue.record("foreign files were replaced")
        } catch Publication.Failure.foreign(let paths) {
            #expect(paths == paths.sorted() && paths.count > 100)
        }
        let open = MemoryDisk()
        _ = try publish(Self.old, open)
        open.change { $0.open = ["out/notes/2/n44.html", "out/notes/1/n50.html", "out/notes/4/n200.html"] }
        do {
            _ = try publish(Self.new, open)
            Issue.record("files that are held open were read")
        } catch Publication.Failure.busy(let errors, _, _) {
            #expect(errors.map(\.path) == ["out/notes/2/n44.html", "out/notes/1/n50.html", "out/notes/4/n200.html"])
        }
    }

    @Test(
        "a file that is kept is neither read nor written; one that is not as it was left stops before anything changed")
    func kept() throws {
        let stamp = FileStamp(size: 5, modified: 6, changed: 7, number: 8)
        let kept = Self.old.map { KeptFile(path: $0.path, stamp: stamp) }
        for touched in [nil, "out/notes/6/n202.html"] as [String?] {
            let disk = MemoryDisk()
            _ = try publish(Self.old, disk)
            disk.fail(at: nil)
            var effects = disk.effects
            effects.stamp = { path in
                path == touched ? FileStamp(size: 5, modified: 6, changed: 9, number: 8) : stamp
            }
            let before = disk.files
            let more = [StagedFile(path: "more.html", bytes: [1])]
            let publication = Publication(folder: "out", effects: effects)
            if let touched {
                let path = String(touched.dropFirst("out/".count))
                #expect(throws: Publication.Failure.notAsLeft(path)) { try publication.publish(more, kept: kept) }
                #expect(disk.files == before)
                continue
            }
            let result = try publication.publish(more, kept: kept)
            #expect(result.written == 1 && result.unchanged == kept.count && result.removed == 0)
            let read = disk.steps.filter { $0.kind == .read }.map(\.path)
            #expect(Set(read) == ["out/manifest.txt", "out/more.html", "out/.throughline-lock"])
            #expect(disk.files.count == before.count + 1)
        }
    }
}
