import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file, folder or link below some folder.
package struct FileEntry: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case file, folder, link, other }
    /// Path relative to the listed folder, `/` between parts.
    package let name: String
    package let kind: Kind
    /// Bytes, for files.
    package let size: Int
    /// Time of the last change in nanoseconds since 1970: to notice that something changed, never for output.
    package let changed: Int

    /// The last part of the name.
    package var lastPart: Substring { name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...] }
}

/// Listing folders.
package enum FileTree {
    /// Deeper folders than any content needs; stops a circle of mounts.
    private static let deepest = Limits.folderDepth.most

    /// All entries below a folder, folders before what they hold, in the order of their bytes. Links are listed and not
    /// followed, hidden names (a leading dot) are left out.
    ///
    /// - Throws: `StorageError` if a folder cannot be read, or names that are not UTF-8 stand in it.
    package static func entries(below root: String) throws(StorageError) -> [FileEntry] {
        var found: [FileEntry] = []
        try collect(root, "", 0, &found)
        return found
    }

    private static func collect(
        _ root: String, _ prefix: String, _ depth: Int, _ found: inout [FileEntry]
    ) throws(StorageError) {
        let folder = prefix.isEmpty ? root : "\(root)/\(prefix)"
        guard depth <= deepest else { throw StorageError(path: folder, operation: "read", number: ELOOP) }
        for last in try names(in: folder) where !last.hasPrefix(".") {
            let name = prefix.isEmpty ? last : "\(prefix)/\(last)"
            guard let entry = try entry("\(root)/\(name)", named: name) else { continue }
            found.append(entry)
            if entry.kind == .folder { try collect(root, name, depth + 1, &found) }
        }
    }

    /// One entry, nil if there is none. A link is not followed.
    package static func entry(_ path: String, named name: String? = nil) throws(StorageError) -> FileEntry? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw StorageError(path: path, operation: "read", number: errno)
        }
        let kind: FileEntry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return FileEntry(
            name: name ?? path, kind: kind, size: Int(status.st_size),
            changed: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec))
    }

    /// Names in a folder, in the order of their bytes, `.` and `..` left out.
    package static func names(in folder: String) throws(StorageError) -> [String] {
        guard let stream = unsafe opendir(folder) else {
            throw StorageError(path: folder, operation: "open", number: errno)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let (name, shown) = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 1) {
                    unsafe (String(validatingCString: $0), String(cString: $0))
                }
            }
            guard let name else {
                throw StorageError(path: "\(folder)/\(shown)", operation: "read", number: StorageError.strangeName)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw StorageError(path: folder, operation: "read", number: errno) }
        return names.inByteOrder
    }
}
