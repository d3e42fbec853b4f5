#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the running program lies.
enum ProgramPath {
    /// Absolute, links resolved; nil if the system does not tell.
    static var current: String? {
        #if os(Linux)
            return resolved("/proc/self/exe")
        #elseif canImport(Darwin)
            var size: UInt32 = 0
            _ = unsafe _NSGetExecutablePath(nil, &size)
            var path = [CChar](repeating: 0, count: Int(size) + 1)
            guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return nil }
            return resolved(String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        #else
            return CommandLine.arguments.first.flatMap(resolved)
        #endif
    }

    /// The folder that it was started in, links resolved; `.` if the system does not tell.
    static var currentFolder: String { resolved(".") ?? "." }

    private static func resolved(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }
}
