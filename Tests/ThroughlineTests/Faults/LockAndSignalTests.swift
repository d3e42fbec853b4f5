import Foundation
import Testing

@Suite("The program and its lock, a file in use, and a request to end")
struct LockAndSignalTests {
    private func lock(host: String, process: Int32) -> String {
        "throughline is writing in this folder. It takes this file away when it is done.\n"
            + "host: \(host)\nprocess: \(process)\nsince: 2026-04-10T09:30:00Z\n"
    }

    private func start() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try #require(try Program.run(["new", "content"], in: folder.path).status == 0)
        try #require(try Program.run(["build"], in: folder.path).status == 0)
        return folder
    }

    @Test("a lock of a process that runs stops a second run, which says who holds it and what to do")
    func held() throws {
        let folder = try start()
        let site = try folder.files(below: "public")
        // A second program that seems to write: one that waits for a change, on this computer.
        let other = try Program.Running(Program.path, ["watch"], in: folder.path)
        defer {
            other.signal(SIGKILL)
            _ = try? other.end()
        }
        let host = try #require(
            try Program.tool("hostname", [])?.output.trimmingCharacters(in: .whitespacesAndNewlines))
        try folder.write("public/.throughline-lock", lock(host: host, process: other.process))
        try folder.write(
            "content/notes/2026-03-01-x.md", "---\ntitle: X\ndate: 2026-03-01\ndepartments: [stores]\n---\nX.\n")
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 73)
        #expect(
            run.errors.contains(
                "public/.throughline-lock: error[locked]: process \(other.process) on \(host) has been writing here since "
                    + "2026-04-10T09:30:00Z"), "\(run.errors)")
        #expect(run.errors.contains("--break-lock"))
        var now = try folder.files(below: "public")
        #expect(now.removeValue(forKey: ".throughline-lock") != nil)
        #expect(now == site)

        other.signal(SIGKILL)
        _ = try other.end()
        let next = try Program.run(["build"], in: folder.path)
        #expect(next.status == 0)
        #expect(next.errors.contains("note[lock-taken-over]: process \(other.process) on \(host)"))
        #expect(try folder.files(below: "public")[".throughline-lock"] == nil)
    }

    @Test("the lock of another computer is broken only when told to")
    func otherComputer() throws {
        let folder = try start()
        try folder.write(
            "share/.throughline-lock", lock(host: "another-desk", process: 1).replacing("2026-", with: "2999-"))
        let run = try Program.run(["publish", "share"], in: folder.path)
        #expect(run.status == 73)
        #expect(run.errors.contains("process 1 on another-desk"))
        #expect(try folder.files(below: "share").keys.sorted() == [".throughline-lock"])
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/content/.throughline/published"))
        let broken = try Program.run(["publish", "share", "--break-lock"], in: folder.path)
        #expect(broken.status == 0, "\(broken.errors)")
        #expect(broken.errors.contains("is said to be over"))
        #expect(try folder.files(below: "share") == folder.files(below: "public"))
    }

    @Test("a page that cannot be replaced is waited for; SIGTERM in between ends the run, without lock or temporaries")
    func busyPage() throws {
        let site = try FaultSite()
        let out = "\(site.folder.path)/out"
        try site.layOld(out)
        // The system itself refuses to replace a file that something is mounted on, as a file server does for an open one.
        let page = "\(out)/departments/stores.html"
        let mounted = try Program.tool("mount", ["--bind", page, page])
        guard let mounted, mounted.status == 0 else {
            print("A file in use: nothing can be mounted here (\(mounted?.errors ?? "no mount")); the seam stands in:")
            print("A file in use: see SharingViolationTests and PublicationFaultTests.interrupted")
            return
        }
        var isMounted = true
        defer { if isMounted { _ = try? Program.tool("umount", [page]) } }
        let arguments = ["build", "--output", "out"]
        let first = try Program.Running(Program.path, arguments, in: site.folder.path)
        while first.isRunning, !first.errors.contains("tried again") { usleep(5000) }
        first.signal(SIGTERM)
        let ended = try first.end()
        #expect(ended.status == 143)
        #expect(ended.errors.contains("error[interrupted]"))
        let now = try TemporaryFolder.files(below: out)
        #expect(now.keys.allSatisfy { !$0.contains("throughline") })
        #expect(now["index.html"] == site.old["index.html"])
        #expect(try site.faults(out, foreign: [:]) == [])

        let second = try Program.Running(Program.path, arguments, in: site.folder.path)
        while second.isRunning, !second.errors.contains("tried again") { usleep(5000) }
        #expect(try Program.tool("umount", [page])?.status == 0)
        isMounted = false
        let run = try second.end()
        #expect(run.status == 0, "\(run.errors)")
        #expect(try TemporaryFolder.files(below: out) == site.new)
    }
}
