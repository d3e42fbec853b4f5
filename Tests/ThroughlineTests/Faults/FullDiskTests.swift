import Foundation
import Storage
import Testing

/// A disk that is full, for real where a small one may be mounted.
@Suite("A full disk")
struct FullDiskTests {
    @Test("the old site stands whole, the status is 73, and with room again the next build completes it")
    func fullDisk() throws {
        let site = try FaultSite()
        let disk = "\(site.folder.path)/disk"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        // Room for the old site and a part of the new one beside it.
        let used = site.old.values.reduce(0) { $0 + ($1.count + 4095) / 4096 * 4096 }
        let mounted = try Program.tool("mount", ["-t", "tmpfs", "-o", "size=\(used + 40_960)", "none", disk])
        guard let mounted, mounted.status == 0 else {
            print(
                "Full disk: no small disk can be mounted here (\(mounted?.errors ?? "no mount")); the seam stands in:")
            print("Full disk: see PublicationFaultTests.fullDisk and DiskTests.everyCall")
            return
        }
        defer { _ = try? Program.tool("umount", [disk]) }
        try site.layOld("\(disk)/public")
        let foreign: [String: [UInt8]] = ["letter.docx": [1, 2, 3]]
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(disk)/public/letter.docx"))
        let arguments = ["build", "--output", "\(disk)/public"]
        let run = try Program.run(arguments, in: site.folder.path)
        #expect(run.status == 73)
        #expect(run.errors.contains("error[cannot-write]") && run.errors.contains("No space left on device"))
        let now = try TemporaryFolder.files(below: "\(disk)/public")
        for (path, bytes) in site.old where path != "manifest.txt" { #expect(now[path] == bytes, "\(path)") }
        #expect(now.keys.allSatisfy { !$0.contains("throughline") })
        #expect(try site.faults("\(disk)/public", foreign: foreign) == [])
        let resized = try Program.tool("mount", ["-o", "remount,size=\(4 * used)", disk])
        #expect(resized?.status == 0)
        let next = try Program.run(arguments, in: site.folder.path)
        #expect(next.status == 0, "\(next.errors)")
        #expect(try TemporaryFolder.files(below: "\(disk)/public") == site.new.merging(foreign) { $1 })
        print("Full disk: met for real, on a tmpfs of \(used + 40_960) bytes")
    }
}
