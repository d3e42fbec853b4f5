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

    /// Runs it to its end; the output goes through files, so that no pipe can fill up.
    static func run(
        _ arguments: [String], in folder: String, environment: [String: String] = [:], program: String = path
    ) throws -> Run {
        let captured = try TemporaryFolder()
        let places = try ["out", "err"].map { try captured.write($0, "") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle(forWritingAtPath: places[0])
        process.standardError = FileHandle(forWritingAtPath: places[1])
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try captured.text("out"), errors: try captured.text("err"))
    }
}
