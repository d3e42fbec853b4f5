import Foundation

/// A content folder in two states, and the site of each as an undisturbed build makes it.
struct FaultSite {
    let folder: TemporaryFolder
    let old: [String: [UInt8]]
    let new: [String: [UInt8]]
    private let kept: TemporaryFolder

    /// Builds the old state, then the new one; `content` and `public` of the folder are the new state afterwards.
    init() throws {
        folder = try TemporaryFolder()
        kept = try TemporaryFolder()
        try Self.expect(try Program.run(["new", "content"], in: folder.path))
        try folder.write("content/notes/2026-01-05-former.md", Self.note("A note that goes"))
        try Self.expect(try Program.run(["build"], in: folder.path))
        old = try folder.files(below: "public")
        try FileManager.default.copyItem(atPath: "\(folder.path)/public", toPath: "\(kept.path)/old")
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/notes/2026-01-05-former.md")
        try folder.write("content/notes/2026-02-20-next.md", Self.note("A note that comes"))
        let settings = try folder.text("content/site.yml")
        try folder.write(
            "content/site.yml", settings.replacing("How we serve each other", with: "Serving each other"))
        try Self.expect(try Program.run(["build"], in: folder.path))
        new = try folder.files(below: "public")
    }

    struct Unexpected: Error { let errors: String }

    private static func expect(_ run: Program.Run) throws {
        guard run.status == 0 else { throw Unexpected(errors: run.errors) }
    }

    private static func note(_ title: String) -> String {
        "---\ntitle: \(title)\ndate: 2026-01-05\ndepartments: [stores]\n---\nSaid at the counter.\n"
    }

    /// Puts the old site, as it was built, in a folder that is not there.
    func layOld(_ place: String) throws {
        try FileManager.default.copyItem(atPath: "\(kept.path)/old", toPath: place)
    }

    /// What is wrong with a site in a folder after a run that did not come to its end; foreign files stand in it too, and
    /// the old site stood there before unless it is said that none did.
    func faults(_ place: String, foreign: [String: [UInt8]], overOld: Bool = true) throws -> [String] {
        let now = try TemporaryFolder.files(below: place)
        var faults: [String] = []
        for path in Set(old.keys).union(new.keys).sorted() where path != "manifest.txt" {
            if let bytes = now[path], bytes != old[path], bytes != new[path] { faults.append("\(path) is cut off") }
        }
        for path in old.keys where overOld && new[path] != nil && now[path] == nil { faults.append("\(path) is gone") }
        let start = now["index.html"]
        for (path, bytes) in new where path != "manifest.txt" && start == new["index.html"] && now[path] != bytes {
            faults.append("\(path) is older than the start page")
        }
        for (path, bytes) in foreign where now[path] != bytes { faults.append("\(path) was touched") }
        return faults
    }
}
