import Foundation
import Testing

/// The wall between respondents and pages, as the manifest declares it. `make check` lets the compiler hold the sources
/// to the manifest; this holds the manifest to the design.
@Suite("The wall")
struct WallTests {
    /// Dependencies of each target between one `target(` and the next in Package.swift.
    private static func targets() throws -> [String: Set<String>] {
        let manifest = try String(contentsOfFile: "\(Program.package)/Package.swift", encoding: .utf8)
        let declaration = /\.(?:target|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[(.*?)\]\s*\))?/
            .dotMatchesNewlines()
        var targets: [String: Set<String>] = [:]
        for match in manifest.matches(of: declaration) {
            let names = (match.output.2 ?? "").matches(of: /"(\w+)"/).map { String($0.output.1) }
            targets[String(match.output.1)] = Set(names)
        }
        return targets
    }

    private static func reach(_ name: String, _ targets: [String: Set<String>]) -> Set<String> {
        var reached: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            for below in targets[next] ?? [] where reached.insert(below).inserted { waiting.append(below) }
        }
        return reached
    }

    @Test("the manifest is read: the confidential side is there")
    func read() throws {
        let targets = try Self.targets()
        #expect(targets["Survey"]?.contains("Report") == true)
        #expect(targets["throughline"]?.isSuperset(of: ["Survey", "Site"]) == true)
    }

    @Test("no public target reaches the confidential side, nor the disk", arguments: ["Site", "Content", "Report"])
    func publicSide(name: String) throws {
        let reached = Self.reach(name, try Self.targets())
        #expect(!reached.contains("Survey"))
        #expect(!reached.contains("Storage"))
    }

    @Test("the shared vocabulary depends on nothing", arguments: ["Report", "Diagnostics", "Statistics"])
    func vocabulary(name: String) throws {
        #expect(try Self.targets()[name] == [])
    }
}
