#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system says of a file without reading it. Its time of change moves whenever anything of the file does, and no
/// program can set it: what keeps its stamp was not touched.
package struct FileStamp: Sendable, Hashable {
    package let size: Int
    /// Time of the last change of the bytes, and of the file at all, in nanoseconds since 1970.
    package let modified: Int
    package let changed: Int
    /// The file's number in its file system.
    package let number: UInt64

    package init(size: Int, modified: Int, changed: Int, number: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.number = number
    }

    /// The stamp of a plain file; nil if there is none.
    package static func of(_ path: String) -> FileStamp? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }
        return FileStamp(
            size: Int(status.st_size), modified: nanoseconds(modified), changed: nanoseconds(changed),
            number: UInt64(status.st_ino))
    }

    /// Now, as stamps count.
    package static var now: Int {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
        return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
    }
}
