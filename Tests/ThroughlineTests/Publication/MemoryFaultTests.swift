import Diagnostics
import Storage
import Survey
import Synchronization
import Testing

@testable import throughline

@Suite("The memory of publications, ended at any step")
struct MemoryFaultTests {
    /// Fails from a step on, as a run does that is killed; the lock's own steps count too.
    private final class Dying: Sendable {
        private let left: Mutex<Int>
        init(after steps: Int) { left = Mutex(steps) }
        var isOver: Bool { left.withLock { $0 <= 0 } }

        func step(_ path: String) throws(StorageError) {
            let isAlive = left.withLock { left in
                left -= 1
                return left >= 0
            }
            guard isAlive else { throw StorageError(path: path, operation: "write", number: 5) }
        }

        var effects: DiskEffects {
            let disk = DiskEffects.disk
            var effects = disk
            effects.write = { path, bytes throws(StorageError) in
                try self.step(path)
                try disk.write(path, bytes)
            }
            effects.rename = { from, to throws(StorageError) in
                try self.step(from)
                try disk.rename(from, to)
            }
            effects.makeFolder = { path throws(StorageError) in
                try self.step(path)
                try disk.makeFolder(path)
            }
            effects.remove = { path throws(StorageError) in
                try self.step(path)
                try disk.remove(path)
            }
            return effects
        }
    }

    private static let first = [MemoryFile(name: "index", bytes: [1]), MemoryFile(name: "2026-Q1", bytes: [2])]
    private static let second = [MemoryFile(name: "index", bytes: [3])]

    /// After each, what is read is the former memory or the next, never the word that there is one and none; and the next
    /// run completes it.
    @Test(arguments: [[], first]) func endedAnywhere(former: [MemoryFile]) throws {
        func sorted(_ files: [MemoryFile]) -> [MemoryFile] { files.sorted { $0.name < $1.name } }
        let next = sorted(former.isEmpty ? Self.first : Self.second)
        var ended = 0
        for steps in 0..<100 {
            let folder = try TemporaryFolder()
            let whole = PublishedMemory(content: folder.path)
            if !former.isEmpty { try whole.replace([], by: sorted(former)) }
            let dying = Dying(after: steps)
            let broken = PublishedMemory(content: folder.path, effects: dying.effects)
            let isDone = (try? broken.replace(sorted(former), by: next)) != nil
            let read = whole.read()
            #expect(!read.hasErrors)
            let files = sorted(read.value.files)
            #expect(files == sorted(former) || files == next, "after \(steps) steps")
            #expect(!(read.value.wasPublished && files.isEmpty), "after \(steps) steps")
            try whole.replace(read.value.files, by: next, breaksLock: true)
            #expect(sorted(whole.read().value.files) == next && whole.read().value.wasPublished)
            if isDone && !dying.isOver { break }
            ended += 1
        }
        #expect((5..<99).contains(ended))
    }
}
