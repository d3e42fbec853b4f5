import Diagnostics
import Storage
import Survey

/// The folder `.throughline/published/` of a content folder: what was published, kept so that two releases cannot be
/// subtracted from each other. Read by every build, written by `publish` alone.
///
/// It is replaced as a whole: the next one is complete beside it before it takes its place, and a run that was ended in
/// between leaves either the former or the next.
struct PublishedMemory {
    private let home: String
    var folder: String { "\(home)/published" }
    private var former: String { "\(home)/published-former" }
    private var next: String { "\(home)/published-next" }
    /// Says that there must be a memory, also where its folder was lost.
    private var marker: String { "\(home)/was-published" }
    private let effects: DiskEffects

    /// Another publication wrote the memory since it was read: what would be published was not decided with it.
    struct Outdated: Error {}

    init(content: String, effects: DiskEffects = .disk) {
        home = "\(content)/.throughline"
        self.effects = effects
    }

    /// The files of the memory; none for a site that was never published.
    func read() -> Outcome<(files: [MemoryFile], wasPublished: Bool)> {
        do {
            return Outcome((try files(), try effects.read(marker) != nil))
        } catch {
            return Outcome(
                ([], true),
                [
                    .error(
                        "unreadable", at: SourceLocation(file: error.path),
                        "what was published cannot be read: \(error.reason)")
                ])
        }
    }

    private func files() throws(StorageError) -> [MemoryFile] {
        let names = try effects.names(folder)
        let place = names.isEmpty ? former : folder
        return try (names.isEmpty ? effects.names(former) : names).map { name throws(StorageError) in
            // A publication that runs at this moment may take it away; half a memory is none.
            guard let bytes = try effects.read("\(place)/\(name)") else {
                throw StorageError(path: "\(place)/\(name)", operation: "read", number: StorageError.changed)
            }
            return MemoryFile(name: name, bytes: bytes)
        }
    }

    /// Puts these files in place of the ones that were read, under the memory's lock.
    ///
    /// - Throws: `Outdated`, `Publication.Failure.held`, `StorageError`.
    func replace(
        _ known: [MemoryFile], by files: [MemoryFile], machine: Machine = .this, breaksLock: Bool = false,
        notify: (Publication.Notice) -> Void = { _ in }
    ) throws {
        try effects.makeFolder(home)
        let lock = try FolderLock.take(
            in: home, effects: effects, machine: machine, breaks: breaksLock, notify: notify)
        defer { lock.release() }
        guard try self.files() == known else { throw Outdated() }
        if files != known { try write(files) } else { try mark() }
    }

    private func mark() throws(StorageError) {
        guard try effects.read(marker) == nil else { return }
        try effects.write(marker, Array("This site was published. Keep the folder published beside this file.\n".utf8))
    }

    /// What is remembered must outlast the power: it is on the disk before anything is published.
    private func write(_ files: [MemoryFile]) throws(StorageError) {
        try clear(next)
        try effects.makeFolder(next)
        for file in files {
            try effects.write("\(next)/\(file.name)", file.bytes)
            try effects.sync("\(next)/\(file.name)")
        }
        try effects.sync(next)
        if try !effects.names(folder).isEmpty {
            try clear(former)
            try effects.rename(folder, former)
        } else {
            _ = effects.removeFolder(folder)
        }
        try effects.rename(next, folder)
        // Not before: a run that is ended in between would leave the word that there is a memory, and none.
        try mark()
        try effects.sync(home)
        try clear(former)
    }

    private func clear(_ folder: String) throws(StorageError) {
        for name in try effects.names(folder) { try effects.remove("\(folder)/\(name)") }
        _ = effects.removeFolder(folder)
    }
}
