import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waits until something below some folders changes. On Linux the kernel tells (inotify); elsewhere, and where it cannot,
/// the folders are looked at twice a second. What lies in hidden folders does not count, so that the preview, which lies
/// in one, does not wake its own maker.
struct FolderWatcher: ~Copyable {
    private let folders: [String]
    private var seen: [FileEntry]
    #if os(Linux)
        private let descriptor: Int32
    #endif

    init(folders: [String]) {
        self.folders = folders
        seen = Self.look(folders)
        #if os(Linux)
            descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        #endif
        listen()
    }

    #if os(Linux)
        deinit { if descriptor >= 0 { _ = close(descriptor) } }
    #endif

    /// Returns when a file was added, changed or removed. Editors write in several steps: after the first sign it waits
    /// until nothing has changed for a tenth of a second.
    mutating func waitForChange() {
        while true {
            sleepUntilSign()
            var now = Self.look(folders)
            guard now != seen else { continue }
            while true {
                usleep(100_000)
                let next = Self.look(folders)
                if next == now { break }
                now = next
            }
            seen = now
            listen()
            return
        }
    }

    private static func look(_ folders: [String]) -> [FileEntry] {
        folders.flatMap { (try? FileTree.entries(below: $0)) ?? [] }
    }

    #if os(Linux)
        /// Asks the kernel for every folder; asking again for one that is watched changes nothing.
        private func listen() {
            guard descriptor >= 0 else { return }
            let events = UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)
            for folder in folders {
                _ = unsafe inotify_add_watch(descriptor, folder, events)
                for entry in (try? FileTree.entries(below: folder)) ?? [] where entry.kind == .folder {
                    _ = unsafe inotify_add_watch(descriptor, "\(folder)/\(entry.name)", events)
                }
            }
        }

        /// Until the kernel reports anything, or two seconds at most: a look then costs little and misses nothing.
        private func sleepUntilSign() {
            guard descriptor >= 0 else {
                usleep(500_000)
                return
            }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&waiting, 1, 2000) > 0 else { return }
            var events = [UInt8](repeating: 0, count: 16 << 10)
            while unsafe read(descriptor, &events, events.count) > 0 {}
        }
    #else
        private func listen() {}
        private func sleepUntilSign() { usleep(500_000) }
    #endif
}
