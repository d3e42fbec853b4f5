import Foundation
import Testing

@Suite("Input that changes or breaks off")
struct ChangingInputTests {
    @Test("a survey that is saved while it is read is an error, and the site is as it was")
    func savedWhileRead() throws {
        let folder = try TemporaryFolder()
        try #require(try Program.run(["new", "content"], in: folder.path).status == 0)
        try #require(try Program.run(["build"], in: folder.path).status == 0)
        let site = try folder.files(below: "public")
        let survey = "content/surveys/2026-q1-pulse.csv"
        let bytes = try folder.files(below: "content/surveys")["2026-q1-pulse.csv"] ?? []
        // The same bytes again and again, as a spreadsheet saves them: only the time tells.
        let run = try Program.Running(Program.path, ["build", "--no-cache"], in: folder.path)
        let handle = try #require(FileHandle(forWritingAtPath: "\(folder.path)/\(survey)"))
        while run.isRunning {
            try handle.seek(toOffset: 0)
            try handle.write(contentsOf: Data(bytes.prefix(1)))
            usleep(200)
        }
        try handle.close()
        let ended = try run.end()
        #expect(ended.status == 1)
        #expect(
            ended.errors.contains("\(survey): error[file-changed]: the file changed while it was read"),
            "\(ended.errors)")
        #expect(try folder.files(below: "public") == site)
        #expect(try Program.run(["build"], in: folder.path).status == 0)
    }

    @Test(
        "any file of the content cut short gives a sound site or a located error, never a half one", arguments: 0..<14)
    func cutShort(trial: Int) throws {
        let folder = try TemporaryFolder()
        try #require(try Program.run(["new", "content"], in: folder.path).status == 0)
        var dice = SplitMix(state: UInt64(trial) &* 7919)
        let files = try folder.files(below: "content").sorted { $0.key < $1.key }
        let (name, bytes) = files[trial % files.count]
        let length = Int(dice.next() % UInt64(bytes.count))
        try folder.write("content/\(name)", bytes: Array(bytes.prefix(length)))
        let run = try Program.run(["build"], in: folder.path)
        if run.status == 0 {
            #expect(SiteCheck.faults(in: try folder.files(below: "public")) == [], "\(name), \(length) bytes")
        } else {
            #expect(run.status == 1, "\(name), \(length) bytes: \(run.errors)")
            #expect(run.errors.contains("content/") && run.errors.contains("error["))
            #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/public"))
        }
    }
}
