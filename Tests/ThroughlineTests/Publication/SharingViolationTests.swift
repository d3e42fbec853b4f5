import Storage
import Synchronization
import Testing

@Suite("Publication: files that readers hold open")
struct SharingViolationTests {
    private static let old = PublicationTests.old
    private static let new = PublicationTests.new

    private func start() throws -> MemoryDisk {
        let disk = MemoryDisk()
        _ = try Publication(folder: "out", effects: disk.effects).publish(Self.old)
        return disk
    }

    private struct Busy {
        let errors: [StorageError]
        let done: Publication.Result
        let startIsNew: Bool
    }

    private func busy(_ publication: Publication, _ site: [StagedFile]) -> Busy? {
        do {
            _ = try publication.publish(site)
        } catch {
            if case .busy(let errors, let done, let startIsNew) = error {
                return Busy(errors: errors, done: done, startIsNew: startIsNew)
            }
            Issue.record(error)
        }
        return nil
    }

    @Test("they are tried again together, and written when they are closed", arguments: [Int32(16), 13, 1, 26, 11, 17])
    func closedInTime(number: Int32) throws {
        let disk = try start()
        let host = TestMachine()
        disk.change {
            $0.open = ["out/departments/finance.html", "out/index.html"]
            $0.openNumber = number
        }
        host.change { $0.onWait = { waited in if waited >= 3 { disk.change { $0.open = [] } } } }
        let notices = Notices()
        let result = try Publication(
            folder: "out", effects: disk.effects, machine: host.machine, notify: { notices.append($0) }
        ).publish(Self.new)
        #expect(result.written == 3 && result.removed == 1)
        #expect(host.waited == 3)
        #expect(notices.all == [.waiting(files: 2)])
    }

    @Test("ten seconds are the limit for all of them, however many; then they are named and the old start page stands")
    func neverClosed() throws {
        let names = (0..<300).map { "departments/d\($0).html" }
        let old = (names + ["index.html"]).map { StagedFile(path: $0, bytes: Array("old \($0)".utf8)) }
        let new = (names + ["index.html"]).map { StagedFile(path: $0, bytes: Array("new \($0)".utf8)) }
        let disk = MemoryDisk()
        let host = TestMachine()
        let publication = Publication(folder: "out", effects: disk.effects, machine: host.machine)
        _ = try publication.publish(old)
        // Readers hold the pages so that they can be read, but not replaced.
        let open = Set(names.prefix(250).map { "out/\($0)" })
        var effects = disk.effects
        let plain = disk.effects
        effects.rename = { from, to throws(StorageError) in
            if open.contains(to) { throw StorageError(path: to, operation: "replace", number: 13) }
            try plain.rename(from, to)
        }
        let found = busy(Publication(folder: "out", effects: effects, machine: host.machine), new)
        #expect(found.map { Set($0.errors.map(\.path)) } == open)
        #expect(found?.done.written == 50)
        #expect(found?.startIsNew == false)
        #expect(host.waited == 10)
        #expect(disk.files["out/index.html"] == Array("old index.html".utf8))
        #expect(!disk.files.keys.contains { $0.contains("throughline") })
        let rest = try publication.publish(new)
        #expect(rest.written == 251 && rest.unchanged == 50)
    }

    @Test("a page of the former site that is held open stays listed, and the next run removes it")
    func staleHeld() throws {
        let disk = try start()
        disk.change { $0.open = ["out/departments/gone.html"] }
        let found = busy(Publication(folder: "out", effects: disk.effects, machine: TestMachine().machine), Self.new)
        #expect(found?.errors.map(\.path) == ["out/departments/gone.html"])
        #expect(found?.startIsNew == true && found?.done.written == 3)
        #expect(disk.files["out/index.html"] == Array("new start".utf8))
        disk.change { $0.open = [] }
        let next = try Publication(folder: "out", effects: disk.effects).publish(Self.new)
        #expect(next.removed == 1 && next.written == 0)
        #expect(disk.files["out/departments/gone.html"] == nil)
    }

    @Test("a right that is missing is no reader: nothing is waited for")
    func noRight() throws {
        let disk = try start()
        let host = TestMachine()
        var effects = disk.effects
        effects.write = { path, _ throws(StorageError) in
            throw StorageError(path: path, operation: "write", number: 13)
        }
        #expect(throws: Publication.Failure.self) {
            try Publication(folder: "out", effects: effects, machine: host.machine).publish(Self.new)
        }
        #expect(host.waited == 0)
    }

    @Test("what is read back is compared with the site and its list")
    func verification() throws {
        let disk = try start()
        let publication = Publication(folder: "out", effects: disk.effects)
        try publication.verify(Self.old)
        disk.put("out/departments/finance.html", Array("old financf".utf8))
        #expect(throws: Publication.Failure.notVerified(["departments/finance.html"])) {
            try publication.verify(Self.old)
        }
        #expect(throws: Publication.Failure.self) { try publication.verify(Self.new) }
    }
}

/// What a publication told, in order.
final class Notices: Sendable {
    private let told = Mutex<[Publication.Notice]>([])
    var all: [Publication.Notice] { told.withLock { $0 } }
    func append(_ notice: Publication.Notice) { told.withLock { $0.append(notice) } }
}
