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

    init(content: String, effects: DiskEffects = .disk) {
        home = "\(content)/.throughline"
        self.effects = effects
    }

    /// The files of the memory; none for a site that was never published.
    func read() -> Outcome<(files: [MemoryFile], wasPublished: Bool)> {
        do {
            let names = try effects.names(folder)
            let place = names.isEmpty ? former : folder
            let files = try (names.isEmpty ? effects.names(former) : names).map { name throws(StorageError) in
                MemoryFile(name: name, bytes: try effects.read("\(place)/\(name)") ?? [])
            }
            return Outcome((files, try effects.read(marker) != nil))
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

    /// Puts these files in place of the former ones.
    func write(_ files: [MemoryFile]) throws(StorageError) {
        try clear(next)
        try effects.makeFolder(next)
        for file in files { try effects.write("\(next)/\(file.name)", file.bytes) }
        try effects.write(marker, Array("This site was published. Keep the folder published beside this file.\n".utf8))
        if try !effects.names(folder).isEmpty {
            try clear(former)
            try effects.rename(folder, former)
        } else {
            _ = effects.removeFolder(folder)
        }
        try effects.rename(next, folder)
        try clear(former)
    }

    private func clear(_ folder: String) throws(StorageError) {
        for name in try effects.names(folder) { try effects.remove("\(folder)/\(name)") }
        _ = effects.removeFolder(folder)
    }
}
