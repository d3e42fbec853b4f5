#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The clock, the computer and the process, as values: what a lock tells about who holds it. None of it reaches a page.
package struct Machine: Sendable {
    /// Seconds since 1970, UTC.
    package var now: @Sendable () -> Int
    /// Waits so many seconds; a signal ends it early.
    package var pause: @Sendable (_ seconds: Double) -> Void
    package var host: String
    package var process: Int
    /// Whether a process of this computer runs, and may be a run of this program.
    package var isRunning: @Sendable (_ process: Int) -> Bool
    /// The signal that asked this run to end; nil if none did.
    package var interruption: @Sendable () -> Int32?

    package init(
        now: @escaping @Sendable () -> Int,
        pause: @escaping @Sendable (_ seconds: Double) -> Void,
        host: String, process: Int,
        isRunning: @escaping @Sendable (_ process: Int) -> Bool,
        interruption: @escaping @Sendable () -> Int32? = { nil }
    ) {
        self.now = now
        self.pause = pause
        self.host = host
        self.process = process
        self.isRunning = isRunning
        self.interruption = interruption
    }

    /// This computer and this process.
    package static let this = Machine(
        now: {
            var time = timespec()
            _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
            return Int(time.tv_sec)
        },
        pause: { seconds in
            let whole = seconds.rounded(.down)
            var time = timespec(tv_sec: Int(whole), tv_nsec: Int((seconds - whole) * 1e9))
            _ = unsafe nanosleep(&time, nil)
        },
        host: hostName(), process: Int(getpid()),
        isRunning: { process in
            guard let number = pid_t(exactly: process), number > 0 else { return false }
            guard kill(number, 0) == 0 || errno == EPERM else { return false }
            // The number may have gone to another program since.
            guard let its = commandName(of: process), let ours = commandName(of: Int(getpid())) else { return true }
            return its == ours
        },
        interruption: { Interruption.signal })

    private static func hostName() -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
        let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return name.isEmpty ? "unknown" : name.replacing("\n", with: " ")
    }

    /// What Linux calls the program of a process; nil elsewhere.
    private static func commandName(of process: Int) -> [UInt8]? {
        // Files of /proc have no size; a name is short.
        guard let file = try? InputFile(path: "/proc/\(process)/comm") else { return nil }
        return try? file.read(at: 0, count: 64)
    }
}
