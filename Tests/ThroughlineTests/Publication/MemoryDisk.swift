import Storage
import Synchronization

/// A disk in memory on which every step can be made to fail.
final class MemoryDisk: Sendable {
    enum Step: String, CaseIterable { case read, write, create, sync, rename, remove, makeFolder, names }

    struct State {
        var files: [String: [UInt8]] = [:]
        /// What was asked, in order.
        var steps: [(kind: Step, path: String)] = []
        /// The step that fails, from 1, and whether every later one does too, as after a kill.
        var failing: Int?
        var dies = false
        /// What the failing step answers: by default that the disk is full.
        var number: Int32 = 28
        /// Bytes that fit; a write that needs more leaves what fitted and fails.
        var room: Int?
        /// Files that a reader holds open: they cannot be read, replaced or removed.
        var open: Set<String> = []
        var openNumber: Int32 = 16
    }
    private let state: Mutex<State>

    init(_ files: [String: [UInt8]] = [:]) { state = Mutex(State(files: files)) }

    var files: [String: [UInt8]] { state.withLock { $0.files } }
    /// Everything that was asked since the last `fail` or `forget`.
    var steps: [(kind: Step, path: String)] { state.withLock { $0.steps } }
    /// Steps that change something but the lock.
    var changes: [String] {
        steps.filter { ![.read, .names, .makeFolder].contains($0.kind) && !$0.path.contains(FolderLock.name) }
            .map { "\($0.kind) \($0.path)" }
    }

    func put(_ path: String, _ bytes: [UInt8]) { state.withLock { $0.files[path] = bytes } }
    func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

    /// Lets step number `step` fail once, or that one and all after it.
    func fail(at step: Int?, forGood dies: Bool = false, number: Int32 = 28) {
        state.withLock {
            $0.steps = []
            $0.failing = step
            $0.dies = dies
            $0.number = number
        }
    }

    private func step<Value: Sendable>(
        _ kind: Step, _ path: String, partial: @Sendable (inout State) -> Void = { _ in },
        _ body: @Sendable (inout State) -> Result<Value, StorageError>
    ) throws(StorageError) -> Value {
        let result: Result<Value, StorageError> = state.withLock { state in
            state.steps.append((kind, path))
            let count = state.steps.count
            if let failing = state.failing, count == failing || (state.dies && count > failing) {
                if count == failing { partial(&state) }
                return .failure(StorageError(path: path, operation: kind.rawValue, number: state.number))
            }
            let isOpen = [.read, .rename, .remove].contains(kind) && state.open.contains(path)
            if isOpen { return .failure(StorageError(path: path, operation: "replace", number: state.openNumber)) }
            return body(&state)
        }
        return try result.get()
    }

    private static func fill(_ state: inout State, _ path: String, _ bytes: [UInt8]) -> Result<Void, StorageError> {
        let others = state.files.reduce(0) { $0 + ($1.key == path ? 0 : $1.value.count) }
        let room = max(0, state.room.map { $0 - others } ?? bytes.count)
        state.files[path] = Array(bytes.prefix(room))
        return room < bytes.count
            ? .failure(StorageError(path: path, operation: "write", number: 28)) : .success(())
    }

    var effects: DiskEffects {
        DiskEffects(
            read: { path throws(StorageError) in try self.step(.read, path) { .success($0.files[path]) } },
            write: { path, bytes throws(StorageError) in
                // A write that fails has put half of the bytes.
                try self.step(.write, path, partial: { $0.files[path] = Array(bytes.prefix(bytes.count / 2)) }) {
                    Self.fill(&$0, path, bytes)
                }
            },
            create: { path, bytes throws(StorageError) in
                try self.step(
                    .create, path,
                    partial: { if $0.dies, $0.files[path] == nil { $0.files[path] = Array(bytes.prefix(9)) } },
                    { state -> Result<Bool, StorageError> in
                        guard state.files[path] == nil else { return .success(false) }
                        if case .failure(let error) = Self.fill(&state, path, bytes) {
                            state.files[path] = nil
                            return .failure(error)
                        }
                        return .success(true)
                    })
            },
            sync: { path throws(StorageError) in try self.step(.sync, path) { _ in .success(()) } },
            rename: { from, to throws(StorageError) in
                try self.step(.rename, to) { state in
                    guard let bytes = state.files.removeValue(forKey: from) else {
                        return .failure(StorageError(path: to, operation: "replace", number: 2))
                    }
                    state.files[to] = bytes
                    return .success(())
                }
            },
            remove: { path throws(StorageError) in
                try self.step(.remove, path) {
                    $0.files[path] = nil
                    return .success(())
                }
            },
            removeFolder: { _ in true },
            makeFolder: { path throws(StorageError) in try self.step(.makeFolder, path) { _ in .success(()) } },
            names: { folder throws(StorageError) in
                try self.step(.names, folder) { state in
                    .success(
                        state.files.keys.filter { $0.hasPrefix(folder + "/") }
                            .map { String($0.dropFirst(folder.count + 1)) }
                            .filter { !$0.contains("/") }.sorted())
                }
            })
    }
}

/// A machine whose clock moves only while somebody waits.
final class TestMachine: Sendable {
    struct State {
        var now = 1_775_813_400
        var waited = 0.0
        var running: Set<Int> = []
        var interruption: Int32?
        /// Called at each wait with the seconds waited so far.
        var onWait: (@Sendable (Double) -> Void)?
    }
    private let state = Mutex(State())
    private let host: String
    private let process: Int

    init(host: String = "desk", process: Int = 100) {
        self.host = host
        self.process = process
    }

    var waited: Double { state.withLock { $0.waited } }
    func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

    var machine: Machine {
        Machine(
            now: { self.state.withLock { $0.now } },
            pause: { seconds in
                let (waited, action) = self.state.withLock {
                    $0.waited += seconds
                    return ($0.waited, $0.onWait)
                }
                action?(waited)
            },
            host: host, process: process,
            isRunning: { process in self.state.withLock { $0.running.contains(process) } },
            interruption: { self.state.withLock { $0.interruption } })
    }
}
