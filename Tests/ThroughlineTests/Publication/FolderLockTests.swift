import Storage
import Testing

@Suite("The lock of a folder: who holds it, and when it is stale")
struct FolderLockTests {
    private let disk = MemoryDisk()
    private let place = "out/.throughline-lock"

    private func take(_ host: TestMachine, breaks: Bool = false) throws -> (FolderLock, [Publication.Notice]) {
        var notices: [Publication.Notice] = []
        let lock = try FolderLock.take(
            in: "out", effects: disk.effects, machine: host.machine, breaks: breaks, notify: { notices.append($0) })
        return (lock, notices)
    }

    private func holder(_ host: TestMachine) -> FolderLock.Holder? {
        do {
            _ = try take(host)
        } catch Publication.Failure.held(let holder) {
            return holder
        } catch {
            Issue.record(error)
        }
        return nil
    }

    @Test("it says who writes since when, and is gone afterwards")
    func content() throws {
        let (lock, notices) = try take(TestMachine())
        #expect(notices == [])
        #expect(
            String(decoding: disk.files[place] ?? [], as: UTF8.self)
                == """
                throughline is writing in this folder. It takes this file away when it is done.
                host: desk
                process: 100
                since: 2026-04-10T09:30:00Z

                """)
        lock.release()
        #expect(disk.files.isEmpty)
    }

    @Test("while its process runs, a second run on the same computer is told who holds it")
    func held() throws {
        _ = try take(TestMachine())
        let second = TestMachine(process: 200)
        second.change { $0.running = [100] }
        let found = holder(second)
        #expect(found?.process == 100 && found?.host == "desk" && found?.sinceText == "2026-04-10T09:30:00Z")
        #expect(found?.path == place)
        #expect(throws: Publication.Failure.self) {
            try Publication(folder: "out", effects: disk.effects, machine: second.machine)
                .publish(PublicationTests.old)
        }
        #expect(Array(disk.files.keys) == [place])
    }

    @Test("where its process is gone, or has our own number, it is taken over and that is said")
    func gone() throws {
        for process in [200, 100] {
            let (_, _) = try take(TestMachine())
            let (lock, notices) = try take(TestMachine(process: process))
            guard case .tookOver(let former, because: .processIsGone) = notices.first else {
                Issue.record("\(notices)")
                return
            }
            #expect(former.process == 100)
            lock.release()
            #expect(disk.files.isEmpty)
        }
    }

    @Test("the lock of another computer stands for twelve hours, whatever that computer does")
    func otherComputer() throws {
        _ = try take(TestMachine(host: "elsewhere"))
        let late = TestMachine()
        late.change { $0.now += FolderLock.oldest }
        #expect(holder(late)?.age == FolderLock.oldest)
        late.change { $0.now += 1 }
        let (lock, notices) = try take(late)
        guard case .tookOver(_, because: .tooOld)? = notices.first else {
            Issue.record("\(notices)")
            return
        }
        lock.release()
    }

    @Test("a clock that is behind makes no lock stale")
    func clockBehind() throws {
        _ = try take(TestMachine(host: "elsewhere"))
        let early = TestMachine()
        early.change { $0.now -= 10 * FolderLock.oldest }
        #expect(holder(early) != nil)
    }

    @Test("a person may say that the run is over; the broken run leaves the new lock alone")
    func broken() throws {
        let (first, _) = try take(TestMachine(host: "elsewhere"))
        let (second, notices) = try take(TestMachine(), breaks: true)
        guard case .tookOver(_, because: .told)? = notices.first else {
            Issue.record("\(notices)")
            return
        }
        first.release()
        #expect(disk.files.keys.sorted() == [place])
        second.release()
        #expect(disk.files.isEmpty)
    }

    @Test("a lock that says nothing is waited for, and then of a run that ended as it took it", arguments: [0, 9, 100])
    func empty(length: Int) throws {
        let (lock, _) = try take(TestMachine())
        let whole = disk.files[place] ?? []
        lock.release()
        disk.put(place, Array(whole.prefix(length)))
        let host = TestMachine()
        let (_, notices) = try take(host)
        guard case .tookOver(_, because: .saysNothing)? = notices.first else {
            Issue.record("\(notices)")
            return
        }
        #expect(host.waited == 2)
    }

    @Test("a lock that is completed while it is waited for is held")
    func completedLate() throws {
        let (lock, _) = try take(TestMachine(host: "elsewhere"))
        let whole = disk.files[place] ?? []
        lock.release()
        disk.put(place, [])
        let host = TestMachine()
        let disk = disk
        host.change { $0.onWait = { _ in disk.put("out/.throughline-lock", whole) } }
        #expect(holder(host)?.host == "elsewhere")
    }

    @Test("of two that find the same stale lock, the slower does not take the quicker one's")
    func race() throws {
        _ = try take(TestMachine(process: 1))
        let quicker = TestMachine(process: 300)
        let slower = TestMachine(process: 400)
        slower.change { $0.running = [300] }
        // Between the slower one's reading and its taking away, the quicker one takes over.
        var effects = disk.effects
        let reads = Notices()
        let plain = disk.effects
        effects.read = { path throws(StorageError) in
            let bytes = try plain.read(path)
            let isFirst = reads.all.isEmpty
            reads.append(.waiting(files: 1))
            if isFirst { _ = try? FolderLock.take(in: "out", effects: plain, machine: quicker.machine) }
            return bytes
        }
        #expect(throws: Publication.Failure.self) {
            try FolderLock.take(in: "out", effects: effects, machine: slower.machine)
        }
        #expect(String(decoding: disk.files[place] ?? [], as: UTF8.self).contains("process: 300"))
        #expect(disk.files.keys.sorted() == [place])
    }
}
