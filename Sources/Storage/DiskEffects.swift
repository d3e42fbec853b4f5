#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Everything that publication does to a disk, as values, so that a test can make any step fail.
package struct DiskEffects: Sendable {
    /// The bytes of a file; nil if there is none.
    package var read: @Sendable (_ path: String) throws(StorageError) -> [UInt8]?
    /// Creates a file with mode 0644 and these bytes, flushed to the disk; an existing one is replaced.
    package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(StorageError) -> Void
    /// Puts a file in another's place in one step.
    package var rename: @Sendable (_ from: String, _ to: String) throws(StorageError) -> Void
    package var remove: @Sendable (_ path: String) throws(StorageError) -> Void
    /// Removes a folder if it is empty; true if it is gone.
    package var removeFolder: @Sendable (_ path: String) -> Bool
    /// Creates a folder with mode 0755, parents included; nothing happens if it is there.
    package var makeFolder: @Sendable (_ path: String) throws(StorageError) -> Void
    /// Names in a folder; empty if there is no such folder.
    package var names: @Sendable (_ folder: String) throws(StorageError) -> [String]

    package init(
        read: @escaping @Sendable (_ path: String) throws(StorageError) -> [UInt8]?,
        write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(StorageError) -> Void,
        rename: @escaping @Sendable (_ from: String, _ to: String) throws(StorageError) -> Void,
        remove: @escaping @Sendable (_ path: String) throws(StorageError) -> Void,
        removeFolder: @escaping @Sendable (_ path: String) -> Bool,
        makeFolder: @escaping @Sendable (_ path: String) throws(StorageError) -> Void,
        names: @escaping @Sendable (_ folder: String) throws(StorageError) -> [String]
    ) {
        self.read = read
        self.write = write
        self.rename = rename
        self.remove = remove
        self.removeFolder = removeFolder
        self.makeFolder = makeFolder
        self.names = names
    }

    /// The real disk.
    package static let disk = DiskEffects(
        read: { path throws(StorageError) in
            guard try FileTree.entry(path) != nil else { return nil }
            return try InputFile(path: path).readAll()
        },
        write: { path, bytes throws(StorageError) in try Self.create(path, bytes) },
        rename: { from, to throws(StorageError) in
            guard Self.systemRename(from, to) == 0 else {
                throw StorageError(path: to, operation: "replace", number: errno)
            }
        },
        remove: { path throws(StorageError) in
            guard unsafe unlink(path) == 0 || errno == ENOENT else {
                throw StorageError(path: path, operation: "remove", number: errno)
            }
        },
        removeFolder: { path in unsafe rmdir(path) == 0 },
        makeFolder: { path throws(StorageError) in
            var made = path.hasPrefix("/") ? "/" : ""
            for part in path.split(separator: "/") {
                made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
                if unsafe mkdir(made, 0o755) != 0, errno != EEXIST {
                    throw StorageError(path: made, operation: "create", number: errno)
                }
            }
        },
        names: { folder throws(StorageError) in
            guard try FileTree.entry(folder)?.kind == .folder else { return [] }
            return try FileTree.names(in: folder)
        })

    private static func systemRename(_ from: String, _ to: String) -> Int32 {
        #if canImport(Darwin)
            unsafe Darwin.rename(from, to)
        #else
            unsafe Glibc.rename(from, to)
        #endif
    }

    private static func create(_ path: String, _ bytes: [UInt8]) throws(StorageError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw StorageError(path: path, operation: "write", number: errno) }
        var failure: Int32 = 0
        unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let base = buffer.baseAddress {
                #if canImport(Darwin)
                    let put = unsafe Darwin.write(descriptor, base + done, buffer.count - done)
                #else
                    let put = unsafe Glibc.write(descriptor, base + done, buffer.count - done)
                #endif
                if put < 0 {
                    if errno == EINTR { continue }
                    failure = errno
                    return
                }
                done += put
            }
        }
        // The folder's umask must not hide a page from its readers.
        if failure == 0, fchmod(descriptor, 0o644) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw StorageError(path: path, operation: "write", number: failure) }
    }
}
