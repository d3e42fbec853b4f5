import Foundation
import Testing

@Suite("The number of cores never shows")
struct CoresTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let golden = "\(Program.package)/Tests/Golden/clinic/content"
        try FileManager.default.copyItem(atPath: golden, toPath: "\(folder.path)/content")
        for number in 0..<70 {
            try folder.write(
                "content/notes/n\(number).md",
                "---\ntitle: Note \(number % 9)\ndate: 2026-01-\(10 + number % 20)\ndepartments: [care, wards]\n---\n"
                    + "## Part\n\nSee [it](n\((number * 7) % 70).md#part) ![p](p.png)\n\n- [ ] Do it (owner: Care)\n")
        }
        return folder
    }

    @Test("the same bytes and the same messages, in the same order")
    func sameSite() throws {
        let folder = try site()
        let runs = try [1, 2, 7].map { cores in
            let run = try Program.run(
                ["build", "--no-cache", "--output", "site\(cores)"], in: folder.path,
                environment: ["THROUGHLINE_CORES": "\(cores)"])
            #expect(run.status == 0, "\(run.errors)")
            return (run.errors, try folder.files(below: "site\(cores)"))
        }
        #expect(runs[0].0.contains("warning[image]"))
        #expect(runs.allSatisfy { $0.0 == runs[0].0 && $0.1 == runs[0].1 })
    }

    @Test("errors too")
    func sameErrors() throws {
        let folder = try site()
        for number in 0..<40 {
            try folder.write(
                "content/notes/bad\(number).md",
                "---\ntitle: Bad\ndate: 2026-01-01\ncolour: red\n---\n[a](nowhere.md) [b](n1.md#none) [](n2.md)\n\n"
                    + "- [ ] (done: 2026)\n")
        }
        let errors = try [1, 2, 7].map { cores in
            let run = try Program.run(
                ["build"], in: folder.path, environment: ["THROUGHLINE_CORES": "\(cores)"])
            #expect(run.status == 1)
            return run.errors
        }
        #expect(errors[0].contains("broken-link") && errors[0].contains("unknown-key"))
        #expect(errors.allSatisfy { $0 == errors[0] })
    }
}
