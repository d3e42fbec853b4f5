import Storage
import Synchronization

/// A disk in memory on which every step can be made to fail.
final class MemoryDisk: Sendable {
    struct State {
        var files: [String: [UInt8]] = [:]
        /// Steps that change something, counted.
        var steps = 0
        /// The step that fails, and whether every later one does too, as after a kill.
        var failing: Int?
        var dies = false
    }
    private let state: Mutex<State>

    init(_ files: [String: [UInt8]] = [:]) { state = Mutex(State(files: files)) }

    var files: [String: [UInt8]] { state.withLock { $0.files } }
    var steps: Int { state.withLock { $0.steps } }

    func put(_ path: String, _ bytes: [UInt8]) { state.withLock { $0.files[path] = bytes } }

    /// Lets step number `step` (from 1) fail once, or that one and all after it.
    func fail(at step: Int?, forGood dies: Bool = false) {
        state.withLock {
            $0.steps = 0
            $0.failing = step
            $0.dies = dies
        }
    }

    private func change(_ path: String, _ body: (inout State) -> Void) throws(StorageError) {
        let failed = state.withLock { state in
            state.steps += 1
            if let failing = state.failing, state.steps == failing || (state.dies && state.steps > failing) {
                return true
            }
            body(&state)
            return false
        }
        if failed { throw StorageError(path: path, operation: "write", number: 28) }
    }

    var effects: DiskEffects {
        DiskEffects(
            read: { path in self.files[path] },
            write: { path, bytes throws(StorageError) in try self.change(path) { $0.files[path] = bytes } },
            rename: { from, to throws(StorageError) in
                try self.change(to) { $0.files[to] = $0.files.removeValue(forKey: from) }
            },
            remove: { path throws(StorageError) in try self.change(path) { $0.files[path] = nil } },
            removeFolder: { _ in true },
            makeFolder: { path throws(StorageError) in try self.change(path) { _ in } },
            names: { folder in
                self.files.keys.filter { $0.hasPrefix(folder + "/") }
                    .map { String($0.dropFirst(folder.count + 1)) }
                    .filter { !$0.contains("/") }.sorted()
            })
    }
}
