import Content
import Diagnostics

/// A department, a note and `targets.csv` of any text, front matter included.
func contentFaults(_ bytes: [UInt8]) -> [String] {
    let names = ["departments/payroll.md", "notes/2026/waiting.md", "targets.csv"]
    var own: [String: String] = [:]
    for (name, text) in zip(names, parts(bytes, atMost: names.count)) where !text.isEmpty { own[name] = text }
    let files = Fixture.content(own)
    let read = ContentFolder.read(files: files, surveys: ["surveys/pulse.csv"])
    var faults = findingFaults(read.diagnostics, files: ["content/"])
    for text in own.values {
        let front = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix { $0 != "---" }
        faults += yamlFaults(front.joined(separator: "\n"))
    }
    for finding in read.diagnostics {
        guard let text = files.first(where: { $0.path == finding.location.file })?.text,
            let line = finding.location.line
        else { continue }
        let count = SourceText.split(text).count
        if line > count { faults.append("line \(line) of \(count): \(finding.rendered)") }
    }
    for page in read.value.departments { faults += markupFaults(page.body.html) }
    for note in read.value.notes { faults += markupFaults(note.body.html) }
    for action in read.value.actions { faults += markupFaults(action.text.html(on: "actions.html")) }
    return faults
}

/// The body of a note of any text.
func noteFaults(_ bytes: [UInt8]) -> [String] {
    let body = String(decoding: bytes, as: UTF8.self)
    return contentFaults(
        Array("---\nname: Payroll\n---\n\n====\n---\ntitle: N\ndate: 2026-01-02\n---\n\(body)".utf8))
}
