import Foundation
import Testing

/// docs/security.md: every line of what is defended names a test, and every test named there exists.
@Suite("The security page")
struct SecurityPageTests {
    private static let defended: [String] = {
        let page = (try? String(contentsOfFile: "\(Program.package)/docs/security.md", encoding: .utf8)) ?? ""
        guard let start = page.range(of: "\n## What is defended"), let end = page.range(of: "\n## What is not defended")
        else { return [] }
        return page[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| attempt ") }
    }()

    @Test("the page is read") func read() { #expect(Self.defended.count > 20) }

    @Test("each line names tests that exist", arguments: defended)
    func tests(line: String) throws {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        try #require(cells.count == 3, "attempt, why it fails, held by")
        let groups = cells[2].split(separator: ";")
        for group in groups {
            let parts = group.split(separator: "`", omittingEmptySubsequences: false)
            try #require(parts.count == 3, "\(group)")
            let source = try String(contentsOfFile: "\(Program.package)/Tests/\(parts[1])", encoding: .utf8)
            let names = parts[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(!names.isEmpty)
            for name in names {
                // The test's attribute stands before its function, on the same line or above.
                let function = try #require(source.range(of: "func \(name)("), "\(parts[1]) has no \(name)")
                let before = source[..<function.lowerBound]
                let attribute = try #require(before.range(of: "@Test", options: .backwards), "\(name) is no test")
                #expect(!before[attribute.upperBound...].contains("func "), "\(name) is no test")
            }
        }
    }
}
