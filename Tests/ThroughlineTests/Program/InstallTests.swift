import Foundation
import Testing

/// `make install` and `make uninstall` of the program as it was built for the tests, below a folder of their own.
@Suite("Installing")
struct InstallTests {
    private func make(_ goal: String, _ folder: TemporaryFolder) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // The program counts as built: the test is about what is put where.
        process.arguments = [
            "make", "-s", "-C", Program.package, "-o", Program.path, goal, "STATIC=\(Program.path)",
            "DESTDIR=\(folder.path)", "PREFIX=/opt/site",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(
        "the installed program finds its installed templates, has its manual and completions, and goes without a trace")
    func install() throws {
        let folder = try TemporaryFolder()
        let status = try make("install", folder)
        try #require(status != 127, "make is missing: nothing was tested")
        #expect(status == 0)
        let installed = try folder.files().keys.filter { !$0.hasPrefix("opt/site/share/throughline/templates/") }
        #expect(
            installed.sorted() == [
                "opt/site/bin/throughline", "opt/site/share/bash-completion/completions/throughline",
                "opt/site/share/fish/vendor_completions.d/throughline.fish", "opt/site/share/man/man1/throughline.1",
                "opt/site/share/zsh/site-functions/_throughline",
            ])
        #expect(try folder.files(below: "opt/site/share/throughline/templates").count > 20)
        #expect(try folder.text("opt/site/share/man/man1/throughline.1").hasPrefix(".TH THROUGHLINE 1"))

        let program = "\(folder.path)/opt/site/bin/throughline"
        #expect(try Program.run(["new", "content"], in: folder.path, program: program).status == 0)
        let build = try Program.run(["build"], in: folder.path, program: program)
        #expect(build.status == 0, "\(build.errors)")
        let built = try folder.files(below: "public")
        #expect(built["index.html"] != nil)
        // Another template beside the program is another page: those of the package were not read.
        let foot = "opt/site/share/throughline/templates/foot.mustache"
        try folder.write(foot, try folder.text(foot) + "<!-- installed -->\n")
        #expect(try Program.run(["build"], in: folder.path, program: program).status == 0)
        #expect(try folder.text("public/index.html").contains("<!-- installed -->"))

        #expect(try make("uninstall", folder) == 0)
        #expect(try folder.files(below: "opt").isEmpty)
    }
}
