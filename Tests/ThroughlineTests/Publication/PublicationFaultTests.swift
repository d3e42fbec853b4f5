import Storage
import Testing

/// Every step of a publication fails in turn. What must hold afterwards: whatever stands at a page's path is whole, the start
/// page is new only if all pages are, foreign files are as they were, and the next run makes the new site and leaves
/// nothing else.
@Suite("Publication: whichever step fails, the old site or the new one")
struct PublicationFaultTests {
    private static let old = PublicationTests.old
    private static let new = PublicationTests.new
    private static let foreign: [String: [UInt8]] = ["out/foreign.txt": [9], "out/departments/mine.docx": [8]]

    private func publish(_ site: [StagedFile], _ disk: MemoryDisk, host: TestMachine = TestMachine()) throws {
        _ = try Publication(folder: "out", effects: disk.effects, machine: host.machine).publish(site)
    }

    private func start() throws -> MemoryDisk {
        let disk = MemoryDisk(Self.foreign)
        try publish(Self.old, disk)
        return disk
    }

    private func bytes(_ site: [StagedFile]) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: site.map { ("out/\($0.path)", $0.bytes) })
    }

    /// What is wrong with a half-done state; nothing if it is one that readers may meet.
    private func faults(_ disk: MemoryDisk) -> [String] {
        let (was, will, now) = (bytes(Self.old), bytes(Self.new), disk.files)
        var faults: [String] = []
        for path in Set(was.keys).union(will.keys).sorted() {
            if let bytes = now[path], bytes != was[path], bytes != will[path] { faults.append("\(path) is cut off") }
            if was[path] != nil, will[path] != nil, now[path] == nil { faults.append("\(path) is gone") }
        }
        if now["out/index.html"] == will["out/index.html"] {
            for (path, bytes) in will where now[path] != bytes { faults.append("\(path) is older than the start page") }
        }
        for (path, bytes) in Self.foreign where now[path] != bytes { faults.append("\(path) was touched") }
        return faults
    }

    private func completes(_ disk: MemoryDisk) throws {
        try publish(Self.new, disk, host: TestMachine(process: 101))
        var rest = disk.files
        for (path, bytes) in bytes(Self.new).merging(Self.foreign, uniquingKeysWith: { $1 }) {
            #expect(rest.removeValue(forKey: path) == bytes, "\(path)")
        }
        #expect(rest.removeValue(forKey: "out/manifest.txt") != nil)
        #expect(rest.keys.sorted() == [])
    }

    @Test("each step fails once, and is the last one before a kill")
    func everyStep() throws {
        let probe = try start()
        probe.fail(at: nil)
        try publish(Self.new, probe)
        let kinds = Set(probe.steps.map(\.kind))
        #expect(kinds == Set(MemoryDisk.Step.allCases), "not every kind of step is taken")
        let count = probe.steps.count
        var trials = 0
        for forGood in [false, true] {
            for step in 1...count {
                let disk = try start()
                disk.fail(at: step, forGood: forGood)
                // A lock that cannot be given back is the only step that a publication may do without.
                do { try publish(Self.new, disk) } catch is Publication.Failure {}
                #expect(faults(disk) == [], "step \(step) of \(count)")
                disk.fail(at: nil)
                try completes(disk)
                trials += 1
            }
        }
        print("Publication: \(trials) failing steps, no half site")
    }

    @Test("a step that fails says so, unless it only gives back the lock")
    func everyFailureIsSaid() throws {
        let probe = try start()
        probe.fail(at: nil)
        try publish(Self.new, probe)
        let steps = probe.steps
        for step in 1...steps.count where !(step > steps.count - 2) {
            let disk = try start()
            disk.fail(at: step)
            #expect(throws: Publication.Failure.self, "step \(step): \(steps[step - 1])") {
                try publish(Self.new, disk)
            }
            #expect(disk.files["out/.throughline-lock"] == nil)
        }
        #expect(steps.suffix(2).allSatisfy { $0.path == "out/.throughline-lock" })
    }

    @Test("a full disk is met before the first page changes, however little room there is")
    func fullDisk() throws {
        let before = try start().files
        let used = before.values.reduce(0) { $0 + $1.count }
        var refusals = 0
        for room in 0...400 {
            let disk = try start()
            disk.change { $0.room = used + room }
            do {
                try publish(Self.new, disk)
            } catch Publication.Failure.storage(let error) {
                #expect(error.number == 28)
                refusals += 1
                let pages = disk.files.filter { !$0.key.hasSuffix("manifest.txt") }
                if disk.files["out/index.html"] == before["out/index.html"] {
                    #expect(pages == before.filter { !$0.key.hasSuffix("manifest.txt") }, "\(room) bytes of room")
                }
                #expect(faults(disk) == [])
            }
            disk.change { $0.room = nil }
            try completes(disk)
        }
        #expect(refusals > 100)
    }

    @Test("a temporary that a killed run left whole need not travel again; one that was cut off must")
    func resumes() throws {
        let disk = try start()
        disk.put("out/departments/finance.html.throughline-new", Array("new finance".utf8))
        disk.put("out/index.html.throughline-new", Array("new st".utf8))
        let result = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
        #expect(result.resumed == 1 && result.written == 3)
        #expect(disk.files["out/index.html"] == Array("new start".utf8))
    }

    @Test("a signal ends the run between two steps, with the lock and all temporaries taken away")
    func interrupted() throws {
        let disk = try start()
        let host = TestMachine()
        host.change { $0.interruption = 15 }
        #expect(throws: Publication.Failure.interrupted(15)) { try publish(Self.new, disk, host: host) }
        #expect(disk.files.keys.allSatisfy { !$0.contains("throughline") })
        try completes(disk)
    }
}
