#if canImport(Glibc)
    private import Glibc
#elseif canImport(Darwin)
    private import Darwin
#endif

/// Why a file could not be read or written, in the system's words.
package struct StorageError: Error, Sendable, Hashable {
    package let path: String
    package let operation: String
    /// `errno`.
    package let number: Int32
    package init(path: String, operation: String, number: Int32) {
        self.path = path
        self.operation = operation
        self.number = number
    }
    /// In place of `errno`: the file is not the one that was opened.
    package static let changed: Int32 = -1

    /// In place of `errno`: a name that is no UTF-8 text.
    package static let strangeName: Int32 = -3
    /// In place of `errno`: a pipe, a device or a socket stands where a file is wanted.
    package static let notPlain: Int32 = -2

    package var reason: String {
        if number == Self.changed { return "it changed while it was read; run the command again" }
        if number == Self.strangeName { return "its name is not UTF-8, so rename it" }
        if number == Self.notPlain { return "it is no plain file" }
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}

/// A file that is open for reading by position, so that a large survey never has to be in memory as a whole.
package struct InputFile: ~Copyable, Sendable {
    package let path: String
    /// Size in bytes when it was opened.
    package let size: Int
    private let descriptor: Int32

    /// - Throws: `StorageError` if it cannot be opened or is not a regular file.
    package init(path: String) throws(StorageError) {
        // Without waiting for somebody to write, where a pipe stands in place of a file.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw StorageError(path: path, operation: "open", number: errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let number = errno
            _ = close(descriptor)
            throw StorageError(path: path, operation: "read", number: number)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            _ = close(descriptor)
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw StorageError(path: path, operation: "read", number: isFolder ? EISDIR : StorageError.notPlain)
        }
        self.path = path
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { _ = close(descriptor) }

    /// Up to `count` bytes from `offset`; fewer only at the end of the file.
    /// - Parameter spare: bytes that the caller is going to append, for which room is made.
    package func read(at offset: Int, count: Int, spare: Int = 0) throws(StorageError) -> [UInt8] {
        var failure: Int32 = 0
        let wanted = max(0, count)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted + max(0, spare)) { buffer, filled in
            filled = 0
            while filled < wanted, let base = buffer.baseAddress {
                let got = unsafe pread(descriptor, base + filled, wanted - filled, off_t(offset + filled))
                if got < 0 {
                    if errno == EINTR { continue }
                    failure = errno
                    break
                }
                if got == 0 { break }
                filled += got
            }
        }
        guard failure == 0 else { throw StorageError(path: path, operation: "read", number: failure) }
        return bytes
    }

    /// The whole file, as it was when it was opened.
    ///
    /// - Throws: `StorageError` with `changed` if its size or the time of its last change is another afterwards.
    package func readAll() throws(StorageError) -> [UInt8] {
        let before = try stamp()
        let bytes = try read(at: 0, count: size)
        guard bytes.count == size, try stamp() == before, before.size == size else {
            throw StorageError(path: path, operation: "read", number: StorageError.changed)
        }
        return bytes
    }

    /// Everything up to the end, whatever size was announced. A file server may announce size and time of a file of our
    /// own differently from one moment to the next.
    func readToEnd() throws(StorageError) -> [UInt8] {
        var bytes = try read(at: 0, count: size)
        while true {
            let more = try read(at: bytes.count, count: 1 << 16)
            if more.isEmpty { return bytes }
            bytes += more
        }
    }

    private struct Stamp: Equatable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    private func stamp() throws(StorageError) -> Stamp {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw StorageError(path: path, operation: "read", number: errno)
        }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Stamp(size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    }

    /// The whole file.
    ///
    /// - Throws: `StorageError` also where it has more than `most` bytes, before any of them is read.
    package func readAll(atMost most: Int) throws(StorageError) -> [UInt8] {
        guard size <= most else { throw StorageError(path: path, operation: "read", number: EFBIG) }
        return try readAll()
    }
}
