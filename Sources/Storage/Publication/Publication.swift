/// Puts a whole site in a folder: changed files only, all complete as temporaries beside their places before the first
/// page changes, then renamed, what pages load before the pages, `index.html` last; then what only the former site had is
/// removed. What no manifest of ours lists is never touched. Killed at any moment, the next run completes it: until the
/// end the manifest lists the old and the new files.
package struct Publication: Sendable {
    /// Name of the list of our files, at the top of the site.
    package static let manifestName = Manifest.name
    static let temporarySuffix = ".throughline-new"

    /// What a run leaves that was ended before its first manifest.
    package static func isLeftover(_ name: String) -> Bool {
        FolderLock.isLock(name) || name == manifestName + temporarySuffix
    }

    let folder: String
    let effects: DiskEffects
    let machine: Machine
    let notify: @Sendable (Notice) -> Void
    private let breaksLock: Bool

    /// - Parameters:
    ///   - breaksLock: writes also where another run seems to.
    ///   - notify: is told what a person would want to know on the way.
    package init(
        folder: String, effects: DiskEffects = .disk, machine: Machine = .this, breaksLock: Bool = false,
        notify: @escaping @Sendable (Notice) -> Void = { _ in }
    ) {
        self.folder = folder
        self.effects = effects
        self.machine = machine
        self.breaksLock = breaksLock
        self.notify = notify
    }

    /// Writes the site under a lock of its own.
    ///
    /// - Parameter kept: files of the site that are to be there as they were left; they are not read.
    /// - Throws: `Failure`. After `foreign`, `notAsLeft` and `held` the folder is as it was.
    package func publish(_ site: [StagedFile], kept: [KeptFile] = []) throws(Failure) -> Result {
        try Failure.only(folder) { try underLock { try publishUnderLock(site, kept: kept) } }
    }

    /// Does something while no other run writes there; the folder is created where it is missing.
    ///
    /// - Throws: what the body throws; `Failure.held`; `StorageError`.
    package func underLock<Value>(_ body: () throws -> Value) throws -> Value {
        try effects.makeFolder(folder)
        let lock = try FolderLock.take(
            in: folder, effects: effects, machine: machine, breaks: breaksLock, notify: notify)
        defer { lock.release() }
        return try body()
    }

    /// Writes the site; the caller holds the lock.
    package func publishUnderLock(_ site: [StagedFile], kept: [KeptFile] = []) throws(Failure) -> Result {
        try Failure.only(folder) {
            var run = PublicationRun(self)
            try run.write(site, kept)
            return run.result
        }
    }

    /// Reads everything back: the manifest lists the site and nothing else, and every file of it has the site's bytes.
    ///
    /// - Throws: `Failure.notVerified`, `Failure.busy`, `Failure.interrupted`, `Failure.storage`.
    package func verify(_ site: [StagedFile]) throws(Failure) {
        try Failure.only(folder) {
            var patience = Patience(machine, notify: notify)
            var wrong: [String] = []
            let manifest = Manifest.bytes(site.map(\.path).inByteOrder)
            let all = [StagedFile(path: Manifest.name, bytes: manifest)] + site
            let busy = try patience.forEach(all) { [folder, effects] file throws(StorageError) -> Bool in
                try effects.read("\(folder)/\(file.path)") == file.bytes
            } take: { file, isRight in
                if !isRight { wrong.append(file.path) }
            }
            guard busy.isEmpty else { throw Failure.busy(busy, done: Result(), startIsNew: true) }
            guard wrong.isEmpty else { throw Failure.notVerified(wrong.inByteOrder) }
        }
    }
}

extension Publication.Failure {
    /// Whatever goes wrong below, as a failure of a publication into this folder.
    static func only<Value>(_ folder: String, _ body: () throws -> Value) throws(Publication.Failure) -> Value {
        do {
            return try body()
        } catch let failure as Publication.Failure {
            throw failure
        } catch let error as StorageError {
            throw .storage(error)
        } catch {
            throw .storage(StorageError(path: folder, operation: "write", number: 0))
        }
    }
}
