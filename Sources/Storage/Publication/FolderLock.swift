#if canImport(Glibc)
    private import Glibc
#elseif canImport(Darwin)
    private import Darwin
#endif

/// A file that says who writes in a folder. It is created so that of two runs one succeeds, on a file server too; no lock
/// of the file system is needed. A run that was killed leaves it: the next one knows that it is over, or says what to do.
package struct FolderLock: Sendable {
    /// Who holds a lock.
    package struct Holder: Sendable, Hashable {
        package let host: String
        package let process: Int
        /// Seconds since 1970, UTC, by the clock of that computer.
        package let since: Int
        /// The lock itself, and its age in seconds as far as this computer's clock can tell.
        package var path = ""
        package var age = 0
    }

    /// Why a lock is of a run that is over.
    package enum Staleness: Sendable, Hashable {
        /// It was taken on this computer by a process that is gone.
        case processIsGone
        /// Another computer took it longer ago than any run takes.
        case tooOld
        /// It says nothing: the run ended as it took it.
        case saysNothing
        /// A person said that the run is over.
        case told
    }

    /// Name of the lock in the folder.
    package static let name = ".throughline-lock"
    /// Seconds after which the lock of another computer is taken for stale.
    package static let oldest = 12 * 3600

    private let path: String
    private let bytes: [UInt8]
    private let effects: DiskEffects

    /// Takes the lock of a folder that is there.
    ///
    /// - Parameter breaks: takes it whoever holds it.
    /// - Throws: `Publication.Failure.held`; `StorageError`.
    package static func take(
        in folder: String, effects: DiskEffects = .disk, machine: Machine = .this, breaks: Bool = false,
        notify: (Publication.Notice) -> Void = { _ in }
    ) throws -> FolderLock {
        let path = "\(folder)/\(name)"
        let mine = Holder(host: machine.host, process: machine.process, since: machine.now())
        var patience = 4
        while true {
            if try effects.create(path, mine.bytes) {
                return FolderLock(path: path, bytes: mine.bytes, effects: effects)
            }
            guard let present = try effects.read(path) else {
                // It went away in between; that cannot go on for ever.
                guard patience > 0 else { throw StorageError(path: path, operation: "create", number: EAGAIN) }
                patience -= 1
                continue
            }
            guard var holder = Holder(bytes: present) else {
                // The run that takes it may be about to say who it is.
                if patience > 0, !breaks {
                    patience -= 1
                    machine.pause(0.5)
                    continue
                }
                if try takeAway(path, present, mine, effects) {
                    notify(.tookOver(Holder(host: "", process: 0, since: 0, path: path), because: .saysNothing))
                }
                continue
            }
            holder.path = path
            holder.age = mine.since - holder.since
            guard let reason = breaks ? .told : staleness(holder, machine) else {
                throw Publication.Failure.held(holder)
            }
            if try takeAway(path, present, mine, effects) { notify(.tookOver(holder, because: reason)) }
        }
    }

    private static func staleness(_ holder: Holder, _ machine: Machine) -> Staleness? {
        guard holder.host == machine.host else { return holder.age > oldest ? .tooOld : nil }
        // Our own number is of an earlier process: this one holds no lock yet.
        return holder.process == machine.process || !machine.isRunning(holder.process) ? .processIsGone : nil
    }

    /// Takes a stale lock away, under a name of our own first: if another run was quicker, it is that one's lock that we
    /// hold now, and it goes back. True if the stale one is gone.
    private static func takeAway(
        _ path: String, _ stale: [UInt8], _ mine: Holder, _ effects: DiskEffects
    ) throws(StorageError) -> Bool {
        let aside = "\(path)-stale-\(mine.process)"
        do {
            try effects.rename(path, aside)
        } catch {
            if error.number == ENOENT { return false }
            throw error
        }
        if let taken = try effects.read(aside), taken != stale {
            try effects.rename(aside, path)
            return false
        }
        try effects.remove(aside)
        return true
    }

    /// Gives the lock back, if it is still ours. One that cannot be removed is stale for the next run.
    package func release() {
        guard (try? effects.read(path)) == bytes else { return }
        try? effects.remove(path)
    }

    /// Files that only a lock leaves: the lock, and one that was being taken over.
    package static func isLock(_ name: String) -> Bool { name.hasPrefix(Self.name) }
}

extension FolderLock.Holder {
    private static let heading = "throughline is writing in this folder. It takes this file away when it is done."

    var bytes: [UInt8] {
        Array("\(Self.heading)\nhost: \(host)\nprocess: \(process)\nsince: \(UTCTime.text(since))\n".utf8)
    }

    /// nil for what no complete lock says.
    init?(bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 5, lines[4].isEmpty, lines[1].hasPrefix("host: "), lines[2].hasPrefix("process: "),
            lines[3].hasPrefix("since: "), let process = Int(lines[2].dropFirst("process: ".count)),
            let since = UTCTime.seconds(lines[3].dropFirst("since: ".count))
        else { return nil }
        self.init(host: String(lines[1].dropFirst("host: ".count)), process: process, since: since)
    }

    /// Such as "2026-04-10T09:30:00Z".
    package var sinceText: String { UTCTime.text(since) }
}
