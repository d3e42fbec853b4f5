#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The calls that put bytes into an open file, as values: a test gives ones that write a few bytes at a time, or fail.
package struct FileCalls: Sendable {
    /// Writes some of the bytes; how many were taken, or `errno`.
    package var put: @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Result<Int, Refusal>
    /// Closes the file, where a file server says at last whether it has the bytes.
    package var close: @Sendable (_ descriptor: Int32) -> Refusal?
    package var sync: @Sendable (_ descriptor: Int32) -> Refusal?

    /// `errno` of a call.
    package struct Refusal: Error, Sendable, Hashable {
        package let number: Int32
        package init(number: Int32) { self.number = number }
    }

    package init(
        put: @escaping @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Result<Int, Refusal>,
        close: @escaping @Sendable (_ descriptor: Int32) -> Refusal?,
        sync: @escaping @Sendable (_ descriptor: Int32) -> Refusal?
    ) {
        self.put = put
        self.close = close
        self.sync = sync
    }

    /// The calls of the system.
    package static let system = FileCalls(
        put: { descriptor, bytes in
            let taken = unsafe bytes.withUnsafeBytes { buffer in
                #if canImport(Darwin)
                    unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                #else
                    unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            return taken < 0 ? .failure(Refusal(number: errno)) : .success(taken)
        },
        close: { descriptor in
            #if canImport(Darwin)
                Darwin.close(descriptor) == 0 ? nil : Refusal(number: errno)
            #else
                Glibc.close(descriptor) == 0 ? nil : Refusal(number: errno)
            #endif
        },
        sync: { descriptor in fsync(descriptor) == 0 ? nil : Refusal(number: errno) })

    /// All bytes, however few are taken at once.
    func putAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Refusal? {
        var rest = bytes[...]
        while !rest.isEmpty {
            switch put(descriptor, rest) {
            case .success(let taken):
                // A call that takes nothing and gives no reason would be asked for ever.
                guard taken > 0 else { return Refusal(number: EIO) }
                rest = rest.dropFirst(taken)
            case .failure(let refusal):
                if refusal.number != EINTR { return refusal }
            }
        }
        return nil
    }
}
