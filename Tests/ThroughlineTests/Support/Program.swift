import Foundation

/// The real program, as a user runs it.
enum Program {
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Top folder of the package.
    static let package: String = {
        var folder = #filePath
        for _ in 0..<4 { folder = (folder as NSString).deletingLastPathComponent }
        return folder
    }()

    /// The built program, beside the tests that run.
    static let path: String = {
        #if os(Linux)
            let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
            return (tests as NSString).deletingLastPathComponent + "/throughline"
        #else
            return package + "/.build/debug/throughline"
        #endif
    }()

    /// Runs it to its end.
    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], program: String = path
    ) throws -> Run {
        try Running(program, arguments, in: folder, environment: environment).end()
    }

    /// Runs another program; nil if there is none of this name.
    static func tool(_ name: String, _ arguments: [String]) throws -> Run? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init) + ["/usr/bin", "/bin", "/usr/sbin", "/sbin"]
        let places = folders.map { "\($0)/\(name)" }
        guard let place = places.first(where: { unsafe access($0, X_OK) == 0 }) else { return nil }
        return try Running(place, arguments, in: "/").end()
    }

    /// A program that runs; the output goes through files, so that no pipe can fill up.
    final class Running {
        private let child = Process()
        private let captured: TemporaryFolder

        init(_ path: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]) throws {
            captured = try TemporaryFolder()
            let places = try ["out", "err"].map { try captured.write($0, "") }
            child.executableURL = URL(fileURLWithPath: path)
            child.arguments = arguments
            child.currentDirectoryURL = URL(fileURLWithPath: folder)
            child.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            child.standardOutput = FileHandle(forWritingAtPath: places[0])
            child.standardError = FileHandle(forWritingAtPath: places[1])
            child.standardInput = FileHandle.nullDevice
            try child.run()
        }

        var process: Int32 { child.processIdentifier }
        var isRunning: Bool { child.isRunning }
        var errors: String { (try? captured.text("err")) ?? "" }

        func signal(_ number: Int32) { if child.isRunning { kill(child.processIdentifier, number) } }

        func end() throws -> Run {
            child.waitUntilExit()
            return Run(
                status: child.terminationStatus, output: try captured.text("out"), errors: try captured.text("err"))
        }
    }
}
