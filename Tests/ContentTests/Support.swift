import Content
import Diagnostics

/// A content folder in memory: `site.yml` and one department stand unless they are given.
func folder(_ files: [String: String], surveys: [String] = []) -> Outcome<ContentFolder> {
    var all = files
    all["site.yml"] = files["site.yml"] ?? "title: T\norganisation: O\nheadline: overall\n"
    all["departments/finance.md"] = files["departments/finance.md"] ?? "---\nname: Finance\n---\n"
    let sources = all.filter { !$0.value.isEmpty }.map {
        SourceFile(path: "content/\($0.key)", name: $0.key, text: $0.value)
    }
    return ContentFolder.read(files: sources, surveys: surveys)
}

/// What the analyst would see of it.
func messages(_ files: [String: String], surveys: [String] = []) -> [String] {
    folder(files, surveys: surveys).diagnostics.map(\.rendered)
}

/// A note with a body, dated and titled.
func note(_ body: String, front: String = "") -> String {
    "---\ntitle: A note\ndate: 2026-03-04\n\(front)---\n\(body)"
}

/// A fixed sequence of numbers, the same in every run.
struct Sequence64: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
