import Content
import Diagnostics
import Foundation
import Report
import Testing

/// The sample content that stands in the repository.
struct SampleContentTests {
    static func files() throws -> [SourceFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appending(path: "content")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return try names.filter {
            $0.hasSuffix(".md") || $0 == "site.yml" || $0 == "targets.csv" || $0 == "customers.yml"
        }
        .map { name in
            SourceFile(
                path: "content/\(name)", name: name,
                text: try String(contentsOf: root.appending(path: name), encoding: .utf8))
        }
    }

    @Test func readsWithoutAWord() throws {
        let outcome = ContentFolder.read(
            files: try Self.files(), surveys: ["surveys/passenger-survey.csv", "surveys/2026-q1-pulse.csv"])
        #expect(outcome.diagnostics.map(\.rendered) == [])
        #expect(outcome.value.organisation.departments.count == 23)
        #expect(outcome.value.notes.count >= 10)
        #expect(
            outcome.value.actions.contains { $0.moves == "informed" && $0.ownerDepartment?.text == "it-service-desk" })
    }
}
