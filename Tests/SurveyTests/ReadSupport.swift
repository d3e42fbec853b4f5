import Diagnostics
import Foundation
import Report
import Testing

@testable import Survey

/// A small generator whose numbers are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Hands on the path of a file with these bytes, which is gone afterwards.
func withSurveyFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("read-\(UUID().uuidString).csv").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

func withSurveyFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    try withSurveyFile(Array(text.utf8), body)
}

/// What a whole file holds, by way of the public entry points.
struct ReadFile {
    var layout: Layout
    var rows: [[String]] = []
    var lines: [Int] = []
    /// By logical column.
    var cells: [[String]] = []
    var outcomes: [String] = []
    var found: [Diagnostic] = []

    init(_ bytes: [UInt8], _ hints: LayoutHints = LayoutHints()) throws {
        self = try withSurveyFile(bytes) { path in
            let opened = SurveyFile.open(path: path, displayPath: "survey.csv", hints: hints)
            let file = try #require(opened.value)
            return ReadFile(file, opened.diagnostics)
        }
    }

    init(_ text: String, _ hints: LayoutHints = LayoutHints()) throws { try self.init(Array(text.utf8), hints) }

    private init(_ file: SurveyFile, _ diagnostics: [Diagnostic]) {
        layout = file.layout
        found = diagnostics
        var rows: [[String]] = []
        var lines: [Int] = []
        var cells: [[String]] = []
        var outcomes: [String] = []
        var next = 1
        found += file.forEachBatch { batch in
            #expect(batch.firstRow == next)
            next += batch.count
            for record in 0..<batch.count {
                rows.append((0..<batch.width(record)).map { batch.text(record, $0) })
                lines.append(batch.lines[record])
                cells.append(file.layout.columns.map { String(decoding: file.cell(batch, record, $0), as: UTF8.self) })
                outcomes.append(file.outcome(batch, record).map { "\($0.outcome.rawValue) \($0.reason)" } ?? "")
            }
        }
        (self.rows, self.lines, self.cells, self.outcomes) = (rows, lines, cells, outcomes)
    }

    var names: [String] { layout.columns.map(\.name) }
    var codes: [String] { found.map { "\($0.code) \($0.location.line ?? 0):\($0.location.column ?? 0)" } }
    /// Answers under a name.
    func answers(_ name: String) -> [String] {
        guard case .found(let index) = layout.column(named: name) else { return ["no such column"] }
        return cells.map { $0[index] }
    }
}
