#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that nobody but their owner may read.
package enum PrivateFile {
    /// Creates a folder with mode 0700; one that is there gets that mode.
    package static func makeFolder(_ path: String) throws(StorageError) {
        if unsafe mkdir(path, 0o700) != 0, errno != EEXIST {
            throw StorageError(path: path, operation: "create", number: errno)
        }
        guard unsafe chmod(path, 0o700) == 0 else {
            throw StorageError(path: path, operation: "protect", number: errno)
        }
    }

    /// Puts a file with mode 0600 in place of another in one step.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(StorageError) {
        let temporary = "\(path).new"
        _ = unsafe unlink(temporary)
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StorageError(path: temporary, operation: "write", number: errno) }
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
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, !renamed(temporary, path) { failure = errno }
        guard failure == 0 else {
            _ = unsafe unlink(temporary)
            throw StorageError(path: path, operation: "write", number: failure)
        }
    }

    private static func renamed(_ from: String, _ to: String) -> Bool {
        #if canImport(Darwin)
            unsafe Darwin.rename(from, to) == 0
        #else
            unsafe Glibc.rename(from, to) == 0
        #endif
    }
}
