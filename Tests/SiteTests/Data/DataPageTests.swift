import Foundation
import Testing

@testable import Site

/// docs/data.md describes the files that are written.
@Suite struct DataPageTests {
    @Test func everyFileStandsThereWithItsHeaderAndEveryColumn() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let page = try String(contentsOf: root.appendingPathComponent("docs/data.md"), encoding: .utf8)
        let files = DataFiles(SampleReport.report).files.filter { $0.path.hasSuffix(".csv") }
        #expect(files.count == 5)
        for file in files {
            let name = String(file.path.split(separator: "/").last ?? "")
            #expect(page.contains("## `\(name)`"), "\(name)")
            let header = try #require(
                String(decoding: file.bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").first)
            #expect(page.contains("\n    \(header)\n"), "\(name): \(header)")
        }
        let figures = try #require(page.split(separator: "## `").first { $0.hasPrefix("figures.csv") })
        let header = try #require(figures.split(separator: "\n").first { $0.hasPrefix("    department") })
        for column in header.trimmingCharacters(in: .whitespaces).split(separator: ",") {
            #expect(figures.contains("`\(column)`"), "\(column)")
        }
    }
}
