import Diagnostics
import Testing

@testable import throughline

/// Surveys are read twice by a build: once to tell whether anything changed, and once to be counted.
@Suite("Surveys that change between two readings", .enabled(if: TemplateFolder.builtInPlace() != nil))
struct ChangedBetweenTests {
    private let folder: TemporaryFolder
    private static let survey = "content/surveys/2026-q1.csv"

    init() throws {
        folder = try TemporaryFolder()
        for (name, bytes) in try TemporaryFolder.files(below: "\(Program.package)/Tests/Golden/clinic/content") {
            try folder.write("content/\(name)", bytes: bytes)
        }
    }

    private func start(output: String = "public", usesCache: Bool = true) -> CachedBuild {
        var options = ContentOptions()
        options.content = "\(folder.path)/content"
        options.templates = nil
        options.asOf = nil
        return CachedBuild(options, output: "\(folder.path)/\(output)", part: .site, usesCache: usesCache)
    }

    private func end(_ begun: CachedBuild) throws -> [String: [UInt8]] {
        var build = begun
        var progress = Progress(quiet: true, verbose: false)
        let built = build.make(&progress)
        try #require(!built.hasErrors, "\(built.diagnostics.map(\.rendered))")
        _ = try build.publish(built, notify: { _ in })
        var output = build.output
        output.removeFirst(folder.path.count + 1)
        return try folder.files(below: output)
    }

    @Test("what was made of other rows than were looked at first is no record of these")
    func record() throws {
        let text = try folder.text(Self.survey)
        let fewer = text.split(whereSeparator: \.isNewline).dropLast(40).joined(separator: "\n") + "\n"
        let whole = try end(start())
        #expect(start().unchanged != nil)
        try folder.write("content/notes/more.md", "---\ntitle: More\ndate: 2026-01-05\n---\nx\n")
        for part in ["notes", "site.yml"] {
            // Whether the report is made anew or not.
            if part == "site.yml" {
                try folder.write("content/site.yml", try folder.text("content/site.yml") + "\n")
            }
            let begun = start()
            #expect(begun.unchanged == nil)
            try folder.write(Self.survey, fewer)
            #expect(try end(begun) != whole)
            // As it was when it was looked at first.
            try folder.write(Self.survey, text)
            #expect(start().unchanged == nil, "\(part)")
            let again = try end(start())
            #expect(try again == end(start(output: "cold", usesCache: false)), "\(part)")
        }
    }
}
