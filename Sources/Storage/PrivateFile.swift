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
        var writer = try Writer(path)
        try writer.append(bytes)
        try writer.commit()
    }

    /// Writes such a file piece by piece; what is not committed leaves nothing behind.
    package struct Writer: ~Copyable {
        private let path: String
        private let temporary: String
        private var descriptor: Int32

        package init(_ path: String) throws(StorageError) {
            self.path = path
            temporary = "\(path).new"
            _ = unsafe unlink(temporary)
            descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw StorageError(path: temporary, operation: "write", number: errno) }
        }

        deinit {
            guard descriptor >= 0 else { return }
            _ = close(descriptor)
            _ = unsafe unlink(temporary)
        }

        package mutating func append(_ bytes: [UInt8]) throws(StorageError) {
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
            guard failure == 0 else { throw StorageError(path: path, operation: "write", number: failure) }
        }

        /// Puts the file in its place.
        package mutating func commit() throws(StorageError) {
            let closing = close(descriptor)
            descriptor = -1
            guard closing == 0, PrivateFile.renamed(temporary, path) else {
                let number = errno
                _ = unsafe unlink(temporary)
                throw StorageError(path: path, operation: "write", number: number)
            }
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
