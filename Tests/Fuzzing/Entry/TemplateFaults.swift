import Content
import Diagnostics
import Report
import Site

/// The site that templates are filled with: every text of it holds what must come out escaped.
private enum Payload {
    /// No template can write it but from a value that was not escaped.
    static let text = "\"'><b id=zq7>&"

    static let content: ContentFolder = {
        let yaml = "\"\\\"'><b id=zq7>&\""
        return ContentFolder.read(
            files: Fixture.content([
                "site.yml": Fixture.site.replacing("title: Service", with: "title: \(yaml)"),
                "departments/payroll.md": Fixture.department(yaml, "parent: finance\n") + "Words.\n",
                "notes/waiting.md":
                    "---\ntitle: \(yaml)\ndate: 2026-01-02\ndepartments: [payroll]\nkind: you-said\nsaid: \(yaml)\n"
                    + "did: \(yaml)\nauthor: \(yaml)\n---\n- [ ] Task (owner: x, due: 2026-02-01)\n",
            ])
        ).value
    }()
    static let day = content.notes.first?.date
    static let report = Fixture.report(content, [], Fixture.rulebook).value
}

/// A template `note.mustache`, a partial `foot.mustache` and the English strings of any text, on a small site.
func templateFaults(_ bytes: [UInt8]) -> [String] {
    let names = ["note.mustache", "foot.mustache", "strings/en.yml"]
    let texts = parts(bytes, atMost: names.count)
    let own = zip(names, texts).filter { !$1.isEmpty }.map {
        SourceFile(path: "own/\($0)", name: $0, text: $1)
    }
    guard let day = Payload.day else { return ["the fixed content cannot be read"] }
    let site = renderSite(
        SiteInput(
            report: Payload.report, content: Payload.content, asOf: day,
            templates: Fixture.templates, overrides: own))
    var faults = findingFaults(site.diagnostics)
    guard !site.hasErrors else { return faults }
    // A template may write anything of its own; only what comes from the content is at stake.
    guard !texts.contains(where: { $0.contains("zq7") }) else { return faults }
    for file in site.value where file.path.hasSuffix(".html") {
        if String(decoding: file.bytes, as: UTF8.self).contains("<b id=zq7>") {
            faults.append("raw text in \(file.path)")
        }
    }
    return faults
}
