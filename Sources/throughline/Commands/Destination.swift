import ArgumentParser
import Site
import Storage

/// The folder on a file server that a site is published to.
struct Destination {
    let folder: String

    init(typed: String) {
        let trimmed = typed.replacing(/\/+$/, with: "")
        folder = trimmed.isEmpty ? "/" : trimmed
    }

    /// What is wrong with a destination as it was typed; nil if nothing is.
    static func fault(_ typed: String, output: String) -> String? {
        if typed.contains("\\") || typed.contains(/^[A-Za-z]:/) {
            return
                "\(typed) is a path of Windows, and this system has no folder of that name: mount the share, such as "
                + "with `sudo mount -t drvfs '\\\\server\\share' /mnt/share` under WSL, and give /mnt/share/folder"
        }
        if typed.hasPrefix("//"), (try? FileTree.entry(typed)) == .some(nil) {
            return "\(typed) is the address of a share, and this system reads shares only where they are mounted: "
                + "mount it, and give the folder, such as /mnt/share/folder"
        }
        if Destination(typed: typed).folder == Destination(typed: output).folder {
            return "the destination is the folder of the site itself; name the folder on the file server"
        }
        return nil
    }

    /// Refuses folders that are not ours, and a share that is not there.
    func check(adopts: Bool, isKnown: Bool, content: String) throws {
        let above = folder.lastIndex(of: "/").map { String(folder[...$0]) } ?? "."
        guard try FileTree.entry(above) != nil else {
            Terminal.complain(
                "\(above): error[no-folder]: there is no such folder, and a share that is not mounted looks like this; "
                    + "mount it, or create the folder")
            throw ExitStatus.cannotWrite
        }
        let names = try DiskEffects.disk.names(folder)
        let hasOurs = try DiskEffects.disk.read("\(folder)/\(Manifest.name)").map { Manifest.paths($0) != nil } ?? false
        if hasOurs, !isKnown {
            Terminal.complain(
                "\(folder): error[memory-missing]: a site was published here, but \(content) remembers none; "
                    + "restore \(content)/.throughline/published from a backup or from version control")
            throw ExitStatus.contentErrors
        }
        guard hasOurs || adopts || names.allSatisfy(Publication.isLeftover) else {
            Terminal.complain(
                "\(folder): error[not-ours]: there are files and no site of ours; nothing was touched; "
                    + "name an empty folder, or give --adopt to publish beside them")
            throw ExitStatus.cannotWrite
        }
    }

    /// What a publication would do.
    func rehearse(_ files: [StagedFile]) throws -> String {
        let plan = try Publication(folder: folder, effects: .rehearsal).publish(files)
        return "\(folder): would be \(plan.summaryWithBytes); digest \(Self.digest(files))"
    }

    /// Remembers, writes and reads back, while no other run writes there.
    ///
    /// - Parameter remember: comes first: what is remembered and not yet published does no harm, the reverse would.
    func publish(_ files: [StagedFile], breaksLock: Bool, remember: () throws -> Void) throws -> String {
        let publication = Publication(folder: folder, breaksLock: breaksLock, notify: Terminal.note(folder))
        let result = try publication.underLock {
            try remember()
            let result = try publication.publishUnderLock(files)
            try publication.verify(files)
            return result
        }
        return "\(folder): \(result.summaryWithBytes); verified: \(files.count) files and their list were read back, "
            + "digest \(Self.digest(files))"
    }

    /// The first 64 bits of SHA-256 over every file's path, length and bytes: equal sites have equal digests.
    private static func digest(_ files: [StagedFile]) -> String {
        var digest = SHA256()
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            digest.update(Array("\(file.path)\n\(file.bytes.count)\n".utf8))
            digest.update(file.bytes)
        }
        return SHA256.hexadecimal(digest.finished().prefix(8))
    }
}
