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
        #else
            return CommandLine.arguments.first.flatMap(resolved)
        #endif
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }
}
