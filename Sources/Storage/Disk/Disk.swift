#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension DiskEffects {
    /// The real disk, through these calls.
    package static func onDisk(_ calls: FileCalls) -> DiskEffects {
        DiskEffects(
            read: { path throws(StorageError) in
                guard let entry = try FileTree.entry(path) else { return nil }
                // A pipe or device would be waited for without end.
                guard entry.kind == .file || entry.kind == .link else {
                    throw StorageError(path: path, operation: "read", number: entry.kind == .folder ? EISDIR : EINVAL)
                }
                return try InputFile(path: path).readToEnd()
            },
            write: { path, bytes throws(StorageError) in
                try Self.fill(path, bytes, flags: O_TRUNC, calls)
            },
            create: { path, bytes throws(StorageError) in
                do throws(StorageError) {
                    try Self.fill(path, bytes, flags: O_EXCL, calls)
                    return true
                } catch {
                    if error.number == EEXIST { return false }
                    throw error
                }
            },
            sync: { path throws(StorageError) in try Self.sync(path, calls) },
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
            makeFolder: { path throws(StorageError) in try Self.makeFolders(path) },
            names: { folder throws(StorageError) in
                guard try FileTree.entry(folder).map({ $0.kind == .folder || $0.kind == .link }) == true else {
                    return []
                }
                return try FileTree.names(in: folder)
            })
    }

    private static func systemRename(_ from: String, _ to: String) -> Int32 {
        #if canImport(Darwin)
            unsafe Darwin.rename(from, to)
        #else
            unsafe Glibc.rename(from, to)
        #endif
    }

    private static func makeFolders(_ path: String) throws(StorageError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
            guard unsafe mkdir(made, 0o755) != 0, errno != EEXIST else { continue }
            let number = errno
            // A file server may refuse to create what is there already.
            var status = stat()
            guard unsafe stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                throw StorageError(path: made, operation: "create", number: number)
            }
        }
    }

    /// Creates a file with these bytes. One that could not be filled is taken away if this call created it.
    private static func fill(
        _ path: String, _ bytes: [UInt8], flags: Int32, _ calls: FileCalls
    ) throws(StorageError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flags, 0o644)
        guard descriptor >= 0 else { throw StorageError(path: path, operation: "write", number: errno) }
        var failure = calls.putAll(descriptor, bytes)
        // The umask must not hide a page from its readers. A file server that keeps no modes may refuse: it decides there.
        if failure == nil, fchmod(descriptor, 0o644) != 0, ![EPERM, ENOTSUP, ENOSYS, EACCES].contains(errno) {
            failure = FileCalls.Refusal(number: errno)
        }
        let closing = calls.close(descriptor)
        guard let refusal = failure ?? closing else { return }
        if flags & O_EXCL != 0 { _ = unsafe unlink(path) }
        throw StorageError(path: path, operation: "write", number: refusal.number)
    }

    private static func sync(_ path: String, _ calls: FileCalls) throws(StorageError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StorageError(path: path, operation: "write", number: errno) }
        let failure = calls.sync(descriptor)
        _ = calls.close(descriptor)
        // Where a file system knows no such thing, as for folders of a file server, nothing is left to wait for.
        guard let failure, ![EINVAL, ENOTSUP, ENOSYS, EBADF, EACCES, EISDIR].contains(failure.number) else { return }
        throw StorageError(path: path, operation: "write", number: failure.number)
    }
}
