import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that runs beside a test until the test ends it; what it writes, to either stream, is kept in a file.
struct Child {
    private let process: Process
    private let captured: TemporaryFolder

    struct Failure: Error, CustomStringConvertible { let description: String }

    static func start(_ program: String, _ arguments: [String], in folder: String) throws -> Child {
        let captured = try TemporaryFolder()
        let output = FileHandle(forWritingAtPath: try captured.write("log", ""))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return Child(process: process, captured: captured)
    }

    func log() throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(captured.path)/log")), as: UTF8.self)
    }

    /// Waits until what it has written passes a test: two minutes at most, which only a failure or a machine that
    /// stands still takes.
    func waits(for what: String, until test: (String) -> Bool) throws {
        for _ in 0..<1_200 {
            if test(try log()) { return }
            guard process.isRunning else { break }
            Thread.sleep(forTimeInterval: 0.1)
        }
        if test(try log()) { return }
        let state = process.isRunning ? "still runs" : "ended with \(process.terminationStatus)"
        throw Failure(description: "no sign of \(what); the program \(state) and wrote:\n\(try log().suffix(4_000))")
    }

    /// Asks it to end, and after ten seconds makes it end.
    func end() {
        guard process.isRunning else { return }
        process.terminate()
        for _ in 0..<200 where process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
        if process.isRunning { _ = kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}
