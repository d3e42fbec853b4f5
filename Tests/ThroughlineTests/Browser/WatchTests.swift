import Foundation
import Testing

/// `throughline watch` with the page of a note left open in a real browser, over `file://`.
@Suite("Watching, in a browser", .enabled(if: Browser.path != nil, Comment(rawValue: Browser.absence)), .serialized)
struct WatchInBrowserTests {
    /// Says what the open page reads, and whether it came by a link or by loading itself again.
    ///
    /// It is a file of the site's own templates, so that the page is one that `watch` makes and nobody touches.
    private static let probe = """
        (function () {
          var text = document.querySelector(".prose");
          var how = performance.getEntriesByType("navigation")[0].type;
          if (text) { console.log("reads: " + how + ": " + text.textContent.trim()); }
        })();
        """

    private func note(_ text: String) -> String {
        "---\ntitle: Queue\ndate: 2026-02-01\ndepartments: [reception]\n---\n\(text)\n"
    }

    @Test("the open page shows what was written, again and again, without anybody loading it")
    func reload() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: "\(Program.package)/Tests/Golden/clinic/content", toPath: "\(folder.path)/content")
        try folder.write("content/notes/queue.md", note("As it was."))
        try folder.write("own/assets/99-probe.js", Self.probe)
        let page = "\(folder.path)/content/.throughline/preview/notes/queue.html"

        let watch = try Child.start(
            Program.path, ["watch", "--content", "content", "--templates", "own"], in: folder.path)
        defer { watch.end() }
        try watch.waits(for: "the preview") { _ in FileManager.default.fileExists(atPath: page) }

        let browser = try Child.start(
            try #require(Browser.path),
            Browser.arguments(profile: "\(folder.path)/profile")
                + ["--enable-logging=stderr", URL(fileURLWithPath: page).absoluteString], in: folder.path)
        defer { browser.end() }
        try browser.waits(for: "the page") { $0.contains("reads: navigate: As it was.") }

        try folder.write("content/notes/queue.md", note("Shorter now."))
        try browser.waits(for: "the first change") { $0.contains("reads: reload: Shorter now.") }
        try folder.write("content/notes/queue.md", note("Gone."))
        try browser.waits(for: "the second change") { $0.contains("reads: reload: Gone.") }
        #expect(try browser.log().contains("reads: navigate: As it was."))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/public"))
    }
}

/// What `watch` leaves in a site that is built: nothing.
@Suite struct WatchTraceTests {
    @Test("a preview tells of a new build; the built site and its manifest carry no trace of it")
    func trace() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: "\(Program.package)/Tests/Golden/clinic/content", toPath: "\(folder.path)/content")
        #expect(try Program.run(["build", "--output", "before"], in: folder.path).status == 0)
        #expect(try Program.run(["watch", "--builds", "1"], in: folder.path).status == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/public"))
        #expect(try Program.run(["build"], in: folder.path).status == 0)

        let preview = try folder.files(below: "content/.throughline/preview")
        let site = try folder.files(below: "public")
        #expect(site == (try folder.files(below: "before")))
        let marks = ["assets/preview.js", "preview-stamp.js", "throughlineBuilt"]
        func traces(_ files: [String: [UInt8]]) -> [String] {
            files.filter { name, bytes in
                let text = name + "\n" + String(decoding: bytes, as: UTF8.self)
                return marks.contains { text.contains($0) }
            }.keys.sorted()
        }
        let pages = preview.keys.filter { $0.hasSuffix(".html") }
        #expect(pages.count == site.keys.filter { $0.hasSuffix(".html") }.count)
        #expect(Set(pages).isSubset(of: traces(preview)))
        #expect(traces(site) == [])
    }
}
