import Foundation
import Testing

/// Golden sites: `Tests/Golden/NAME/content` is built by the real program, and the site must be `Golden/NAME/expected`, the same
/// files with the same bytes. `THROUGHLINE_RECORD=1` writes what was built and fails all the same, so that a recording
/// never passes for a test.
@Suite("Golden sites")
struct GoldenSiteTests {
    private static let folder = "\(Program.package)/Tests/Golden"

    static var names: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/content") }.sorted()
    }

    @Test("there are golden sites")
    func present() { #expect(!Self.names.isEmpty) }

    @Test("the site is the expected one to the byte", arguments: names)
    func site(name: String) throws {
        let out = try TemporaryFolder()
        let place = "\(Self.folder)/\(name)"
        let run = try Program.run(
            ["build", "--content", "content", "--output", "\(out.path)/site", "--no-cache"], in: place)
        #expect(run.status == 0, "\(run.errors)")
        let built = try out.files(below: "site")
        #expect(SiteCheck.faults(in: built) == [])
        if ProcessInfo.processInfo.environment["THROUGHLINE_RECORD"] == "1" {
            try record(built, "\(place)/expected")
            Issue.record("recorded \(name): look at the difference, then run without THROUGHLINE_RECORD")
            return
        }
        let expected = try TemporaryFolder.files(below: "\(place)/expected")
        #expect(built.keys.sorted() == expected.keys.sorted())
        for path in built.keys.sorted() where built[path] != expected[path] {
            Issue.record("\(name): \(path) differs from \(place)/expected/\(path)")
        }
    }

    private func record(_ files: [String: [UInt8]], _ place: String) throws {
        try? FileManager.default.removeItem(atPath: place)
        for (path, bytes) in files {
            let file = "\(place)/\(path)"
            try FileManager.default.createDirectory(
                atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        }
    }
}
