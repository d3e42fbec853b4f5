import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Strange things in place of files: a located message, and nothing of them on a page")
struct StrangeFilesTests {
    private static let secret = "zq7-not-for-the-site"

    /// The golden clinic, and beside it a file that must not be published.
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: "\(Program.package)/Tests/Golden/clinic/content", toPath: "\(folder.path)/content")
        try folder.write("elsewhere/2026-01-01-secret.md", "---\ntitle: \(Self.secret)\ndate: 2026-01-01\n---\n")
        return folder
    }

    private func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
        try? FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/\(name)", withDestinationPath: "\(folder.path)/\(target)")
    }

    /// Builds, and expects an error at a place; no site stands there afterwards.
    private func refuses(_ folder: TemporaryFolder, _ message: String, _ arguments: [String] = []) throws {
        let run = try Program.run(["build"] + arguments, in: folder.path)
        #expect(run.status == 1)
        #expect(run.errors.contains(message), "\(message) in\n\(run.errors)")
        #expect(!run.errors.contains(Self.secret))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/public"))
    }

    @Test(
        "links are refused, to files and to folders",
        arguments: [
            ("content/notes/2026-01-01-secret.md", "elsewhere/2026-01-01-secret.md"),
            ("content/notes/more", "elsewhere"),
            ("content/notes", "elsewhere"), ("content/departments", "elsewhere"), ("content/surveys", "elsewhere"),
            ("content/site.yml", "elsewhere/2026-01-01-secret.md"),
            ("content/surveys/2026-q2.csv", "elsewhere/2026-01-01-secret.md"), ("content/notes/loop", "content"),
        ])
    func links(name: String, target: String) throws {
        let folder = try site()
        try link(folder, name, to: target)
        try refuses(folder, "\(name): error[link]: this is a link")
    }

    @Test("a folder of surveys that site.yml names may lie elsewhere, also behind a link")
    func namedSurveys() throws {
        let folder = try site()
        try FileManager.default.moveItem(
            atPath: "\(folder.path)/content/surveys", toPath: "\(folder.path)/confidential")
        try link(folder, "way", to: "confidential")
        let settings = try folder.text("content/site.yml")
        try folder.write("content/site.yml", settings + "surveys: ../way\n")
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("links among the templates are refused")
    func templateLinks() throws {
        let folder = try site()
        try folder.write("own/foot.mustache", "x")
        try link(folder, "own/note.mustache", to: "elsewhere/2026-01-01-secret.md")
        try refuses(folder, "own/note.mustache: error[link]", ["--templates", "own"])
    }

    @Test(
        "a pipe is not waited for",
        arguments: ["content/site.yml", "content/notes/pipe.md", "content/surveys/2026-q1.csv"])
    func pipes(name: String) throws {
        let folder = try site()
        let path = "\(folder.path)/\(name)"
        try? FileManager.default.removeItem(atPath: path)
        try #require(unsafe mkfifo(path, 0o644) == 0)
        try refuses(folder, "\(name): error[link]: this is a pipe, a device or a socket")
    }

    @Test("inspect waits neither for a pipe nor for a device, and reads no folder")
    func inspect() throws {
        let folder = try site()
        try #require(unsafe mkfifo("\(folder.path)/pipe.csv", 0o644) == 0)
        for (name, reason) in [
            ("pipe.csv", "it is no plain file"), ("/dev/zero", "it is no plain file"), ("content", "Is a directory"),
        ] {
            let run = try Program.run(["inspect", name], in: folder.path)
            #expect(run.status == 1)
            #expect(run.errors.contains("\(name): error[unreadable-file]: the file cannot be read: \(reason)"))
        }
    }

    @Test("a folder in place of a file is no file")
    func folders() throws {
        let folder = try site()
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/site.yml")
        try folder.write("content/site.yml/x", "")
        try refuses(folder, "content/site.yml: error[missing-file]: the file is missing")
    }

    @Test("a name that is no UTF-8 is named as well as it can be; control characters never reach the terminal")
    func names() throws {
        let folder = try site()
        #if os(Linux)
            let path = Array("\(folder.path)/content/notes/a".utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
            let descriptor = unsafe path.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return Int32(-1) }
                return unsafe open(base, O_CREAT | O_WRONLY, 0o644)
            }
            try #require(descriptor >= 0)
            _ = close(descriptor)
            try refuses(folder, "content/notes/a\u{FFFD}: error[unreadable]")
            _ = unsafe path.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe unlink($0) } }
        #endif
        try folder.write("content/notes/x\ncontent: error[none]\u{1B}[2J.md", "no front matter")
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 1)
        #expect(
            run.errors.contains("content/notes/x\u{FFFD}content: error[none]\u{FFFD}[2J.md:1:1: error[front-matter]"))
        #expect(!run.errors.unicodeScalars.contains("\u{1B}"))
    }

    @Test("a file that may not be read is named")
    func unreadable() throws {
        let folder = try site()
        let path = "\(folder.path)/content/notes/2026-03-04-waiting.md"
        try #require(unsafe chmod(path, 0) == 0)
        if geteuid() == 0 {
            // The administrator may read everything: all that can be seen is that the build goes on.
            let run = try Program.run(["build"], in: folder.path)
            #expect(run.status == 0, "\(run.errors)")
            print("not run as it is meant: an unreadable file is readable to root")
            return
        }
        try refuses(folder, "2026-03-04-waiting.md: error[unreadable]: the file cannot be read: Permission denied")
    }

    @Test(
        "bytes that are no UTF-8 are an error with the file's name",
        arguments: [
            "site.yml", "customers.yml", "targets.csv", "departments/care.md", "notes/2026-03-04-waiting.md",
            "surveys/2026-q1.yml",
        ])
    func encoding(name: String) throws {
        let folder = try site()
        try folder.write("content/\(name)", bytes: [0x61, 0xFF, 0xFE, 0x00, 0x80])
        try refuses(folder, "content/\(name): error[unreadable]")
    }

    @Test(
        "names that lead out of the folder are no names",
        arguments: [
            (
                "content/departments/care.md", "---\nname: Care\nparent: ../../etc\n---\n",
                "care.md:3:9: error[unknown-department]"
            ),
            ("content/surveys/2026-q1.yml", "like: ../../2025-q4\n", "2026-q1.yml:1:7: error[unknown-mapping]"),
            ("content/surveys/2026-q1.yml", "like: 2026-q1\n", "2026-q1.yml:1:7: error[like-circle]"),
            ("content/departments/a.b.md", "---\nname: X\n---\n", "a.b.md: error[bad-id]"),
        ])
    func ways(name: String, text: String, message: String) throws {
        let folder = try site()
        try folder.write(name, text)
        try refuses(folder, message)
    }

    @Test("names that Windows takes for devices become pages of other names")
    func devices() throws {
        let folder = try site()
        for id in ["con", "nul", "com1", "aux"] {
            try folder.write("content/departments/\(id).md", "---\nname: Team \(id)\n---\n")
        }
        try folder.write("content/notes/prn.md", "---\ntitle: Printing\ndate: 2026-01-01\ndepartments: [con]\n---\n")
        let run = try Program.run(["build"], in: folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(SiteCheck.faults(in: try folder.files(below: "public")) == [])
        // A file that already has the other name is told of, not overwritten.
        try folder.write("content/departments/page-con.md", "---\nname: Page con\n---\n")
        let clash = try Program.run(["build"], in: folder.path)
        #expect(clash.status == 1)
        #expect(clash.errors.contains("error[page-clash]"), "\(clash.errors)")
    }
}
