import Foundation
import Storage
import Synchronization
import Testing

/// The real disk, with calls that take little at once, are interrupted, or fail.
@Suite("The disk: short writes, refused writes, a close that fails")
struct DiskTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The system's calls with a count, and a failure of the call with one number.
    private final class Calls: Sendable {
        enum Kind: Sendable { case put, close, sync }
        private let count = Mutex(0)
        var made: Int { count.withLock { $0 } }

        func failing(_ kind: Kind, at number: Int, _ errno: Int32) -> FileCalls {
            var calls = FileCalls.system
            let fails: @Sendable (Kind) -> Bool = { asked in
                asked == kind
                    && self.count.withLock {
                        $0 += 1
                        return $0 == number
                    }
            }
            calls.put = { descriptor, bytes in
                // Seven bytes at most, and an interruption before every other call.
                if fails(.put) { return .failure(FileCalls.Refusal(number: errno)) }
                return FileCalls.system.put(descriptor, bytes.prefix(7))
            }
            calls.close = { descriptor in
                let refusal = FileCalls.system.close(descriptor)
                return fails(.close) ? FileCalls.Refusal(number: errno) : refusal
            }
            calls.sync = { descriptor in
                fails(.sync) ? FileCalls.Refusal(number: errno) : FileCalls.system.sync(descriptor)
            }
            return calls
        }
    }

    private func bytes(_ site: [StagedFile]) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: site.map { ($0.path, $0.bytes) })
    }

    private func site() throws -> [String: [UInt8]] {
        try folder.files(below: "out").filter { $0.key != "manifest.txt" }
    }

    @Test("bytes that are taken seven at a time, with interruptions, arrive all")
    func shortWrites() throws {
        let long = Array("a page of more than a few bytes, written piece by piece".utf8)
        let calls = Calls()
        try DiskEffects.onDisk(calls.failing(.put, at: 2, EINTR)).write("\(folder.path)/a", long)
        #expect(try DiskEffects.disk.read("\(folder.path)/a") == long)
        #expect(calls.made == 1 + (long.count + 6) / 7)
    }

    @Test("a call that takes nothing and gives no reason is an error, not a loop")
    func takesNothing() throws {
        var calls = FileCalls.system
        calls.put = { _, _ in .success(0) }
        #expect(throws: StorageError(path: "\(folder.path)/a", operation: "write", number: EIO)) {
            try DiskEffects.onDisk(calls).write("\(folder.path)/a", [1])
        }
    }

    @Test("whichever write, close or flush fails, the old site or the new one stands, and the next run completes it")
    func everyCall() throws {
        let place = "\(folder.path)/out"
        var trials = 0
        for (kind, errno) in [(Calls.Kind.put, ENOSPC), (.close, EIO), (.sync, EIO)] {
            let probe = Calls()
            try? FileManager.default.removeItem(atPath: place)
            _ = try Publication(folder: place).publish(PublicationTests.old)
            _ = try Publication(folder: place, effects: .onDisk(probe.failing(kind, at: 0, errno)))
                .publish(PublicationTests.new)
            #expect(probe.made > 1)
            for number in 1...probe.made {
                try FileManager.default.removeItem(atPath: place)
                _ = try Publication(folder: place).publish(PublicationTests.old)
                let effects = DiskEffects.onDisk(Calls().failing(kind, at: number, errno))
                var failure: Publication.Failure?
                do {
                    _ = try Publication(folder: place, effects: effects).publish(PublicationTests.new)
                } catch {
                    failure = error
                }
                if case .storage(let error)? = failure {
                    #expect(error.number == errno && error.operation == "write")
                } else {
                    // The descriptor of a flush is read only, so that nothing is lost where its close fails.
                    #expect(kind == .close && failure == nil, "\(kind) \(number): nothing was said")
                }
                let now = try site()
                let (was, will) = (bytes(PublicationTests.old), bytes(PublicationTests.new))
                #expect(now == was || now == will, "\(kind) \(number): a mixed site")
                _ = try Publication(folder: place).publish(PublicationTests.new)
                #expect(try site() == will)
                trials += 1
            }
        }
        print("Disk: \(trials) failing calls of write, close and fsync, no half site")
    }

    @Test("a file is created once, and one that cannot be filled is not left as a lock")
    func create() throws {
        let path = "\(folder.path)/lock"
        let full = DiskEffects.onDisk(Calls().failing(.put, at: 1, ENOSPC))
        #expect(throws: StorageError.self) { try full.create(path, [1]) }
        #expect(try DiskEffects.disk.read(path) == nil)
        #expect(try DiskEffects.disk.create(path, [1]))
        #expect(try !DiskEffects.disk.create(path, [2]))
        #expect(try DiskEffects.disk.read(path) == [1])
    }

    @Test("a link in the place of a temporary is not followed, a pipe is not waited for")
    func linksAndPipes() throws {
        let precious = try folder.write("precious.txt", "mine")
        let link = "\(folder.path)/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: precious)
        #expect(throws: StorageError.self) { try DiskEffects.disk.write(link, [1]) }
        #expect(try folder.text("precious.txt") == "mine")
        let pipe = "\(folder.path)/pipe"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        #expect(throws: StorageError.self) { try DiskEffects.disk.read(pipe) }
    }

    @Test("a file that grew or shrank after it was opened is not read as if it were whole")
    func changedWhileRead() throws {
        for text in ["longer than before", "short", ""] {
            let path = try folder.write("note.md", "as it was")
            let file = try InputFile(path: path)
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.truncate(atOffset: 0)
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
            #expect(throws: StorageError(path: path, operation: "read", number: StorageError.changed)) {
                try file.readAll()
            }
        }
        #expect(StorageError(path: "x", operation: "read", number: -1).reason.contains("changed while it was read"))
    }
}
