import Foundation
import FuzzEntry
import Testing

@Suite("What the fuzzers start from and what they found")
struct CorpusTests {
    private static let corpus: URL = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return tests.appendingPathComponent("Fuzzing/Corpus")
    }()

    @Test("every input of the corpus keeps what must hold", arguments: FuzzTarget.allCases)
    func corpus(target: FuzzTarget) throws {
        let folder = Self.corpus.appendingPathComponent(target.rawValue)
        let inputs = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        try #require(!inputs.isEmpty)
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        for input in inputs {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(input)))
            #expect(target.faults(bytes, scratch: scratch.path) == [], "\(target.rawValue)/\(input)")
            // Cut short anywhere, as a file that is still being copied.
            for cut in [bytes.count / 3, bytes.count * 2 / 3, max(0, bytes.count - 1)] {
                #expect(
                    target.faults(Array(bytes[..<cut]), scratch: scratch.path) == [],
                    "\(target.rawValue)/\(input) cut at \(cut)")
            }
        }
    }
}
