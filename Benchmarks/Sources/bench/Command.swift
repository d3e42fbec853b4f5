import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that is run to its end, with what the system says of it.
struct Command {
    struct Run {
        /// Wall-clock time, in seconds.
        let seconds: Double
        /// Time of all cores, in seconds: user and system.
        let busy: Double
        /// The most memory it held, in megabytes of 1,000,000 bytes.
        let megabytes: Double
        let status: Int32
        let output: String
        let errors: String
    }

    let path: String
    let arguments: [String]

    init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// Runs it, its output in files so that nobody has to read while it writes.
    func run(output out: String? = nil, scratch: String) throws -> Run {
        let outPath = out ?? scratch + "/stdout"
        let errPath = scratch + "/stderr"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let start = ContinuousClock.now
        let failure = posix_spawnp(&process, path, &actions, nil, &words, environ)
        guard failure == 0 else { throw Failure(what: "\(path): \(String(cString: strerror(failure)))") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) == -1 && errno == EINTR {}
        let time = ContinuousClock.now - start
        #if canImport(Darwin)
            let unit = 1.0
        #else
            let unit = 1024.0
        #endif
        return Run(
            seconds: time.seconds, busy: usage.ru_utime.seconds + usage.ru_stime.seconds,
            megabytes: Double(usage.ru_maxrss) * unit / 1_000_000, status: status,
            output: out == nil ? text(outPath) : "", errors: text(errPath))
    }

    private func text(_ path: String) -> String {
        (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

struct Failure: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
}

extension timeval {
    var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
