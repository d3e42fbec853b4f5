import Foundation

/// The release build under test.
struct Program {
    let path: String
    let scratch: String

    /// What one build took.
    struct Build {
        let run: Command.Run
        /// Milliseconds by stage, from `--verbose`.
        let stages: [(name: String, milliseconds: Double)]

        func seconds(_ names: Set<String>) -> Double {
            stages.filter { names.contains($0.name) }.reduce(0) { $0 + $1.milliseconds } / 1000
        }
    }

    /// Builds a site with every check that a build makes.
    ///
    /// - Parameter fresh: the folder of the site is removed first, and no cache is used.
    func build(_ content: String, to output: String, fresh: Bool) throws -> Build {
        if fresh { try? FileManager.default.removeItem(atPath: output) }
        var arguments = ["build", "--verbose", "--content", content, "--output", output]
        if fresh { arguments.append("--no-cache") }
        let run = try Command(path, arguments).run(scratch: scratch)
        guard run.status == 0 else { throw Failure(what: "build of \(content) failed:\n\(run.errors)") }
        return Build(run: run, stages: Self.stages(run.errors))
    }

    /// Lines such as `  classify: 123.4 ms`.
    private static func stages(_ log: String) -> [(name: String, milliseconds: Double)] {
        log.split(separator: "\n").compactMap { line in
            guard line.hasSuffix(" ms"), let colon = line.lastIndex(of: ":") else { return nil }
            let number = line[line.index(after: colon)...].dropLast(3).trimmingCharacters(in: .whitespaces)
            guard let value = Double(number) else { return nil }
            return (line[..<colon].trimmingCharacters(in: .whitespaces), value)
        }
    }
}
