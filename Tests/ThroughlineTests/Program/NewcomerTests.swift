import Foundation
import Testing

@Suite("A newcomer's way: new, build, publish")
struct NewcomerTests {
    private func start() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try Program.run(["new", "content"], in: folder.path).status == 0)
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        return folder
    }

    @Test("the starting site builds without a finding and shows every department's colleagues' view")
    func startingSite() throws {
        let folder = try start()
        #expect(try Program.run(["check"], in: folder.path).errors.isEmpty)
        #expect(SiteCheck.faults(in: try folder.files(below: "public")) == [])
        let figures = try folder.text("public/data/figures.csv")
        for department in ["office", "stores", "workshop"] {
            let row = figures.split(separator: "\r\n").first {
                $0.hasPrefix("\(department),internal,2026-Q1,overall,csat,")
            }
            #expect(row?.contains(",published,") == true, "\(department)")
        }
        #expect(try Program.run(["new", "content"], in: folder.path).status == 73)
    }

    @Test("what was built is published once, remembered, and not published without its memory")
    func publish() throws {
        let folder = try start()
        let built = try folder.files(below: "public")
        let rehearsal = try Program.run(["publish", "share", "--dry-run"], in: folder.path)
        #expect(rehearsal.status == 0)
        #expect(try folder.files(below: "share").isEmpty)
        #expect(try Program.run(["publish", "share"], in: folder.path).status == 0)
        #expect(try folder.files(below: "share") == built)
        let again = try Program.run(["publish", "share"], in: folder.path)
        #expect(again.output.contains("0 files written"))
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/.throughline/published")
        let build = try Program.run(["build"], in: folder.path)
        #expect(build.status == 1)
        #expect(build.errors.contains("content/.throughline/published/index: error[memory-missing]"))
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/.throughline")
        let unknown = try Program.run(["publish", "share"], in: folder.path)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("error[memory-missing]"))
        #expect(try folder.files(below: "share") == built)
    }

    @Test("nothing is published that nobody could have looked at, nor into a folder of somebody else's")
    func refusals() throws {
        let folder = try start()
        try folder.write("mine/letter.txt", "mine")
        #expect(try Program.run(["publish", "mine"], in: folder.path).status == 73)
        #expect(try folder.files(below: "mine").keys.sorted() == ["letter.txt"])
        try folder.write("content/departments/yard.md", "---\nname: Yard\n---\nNew.\n")
        let stale = try Program.run(["publish", "share"], in: folder.path)
        #expect(stale.status == 1)
        #expect(stale.errors.contains("error[not-built]"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/content/.throughline/published"))
    }
}
