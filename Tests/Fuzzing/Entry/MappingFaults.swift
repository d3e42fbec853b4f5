import Content
import Diagnostics
import LocatedYAML
import Report
import Survey

/// `pulse.yml`, `other.yml`, `site.yml` and `customers.yml` of any text, beside two exports.
func mappingFaults(_ bytes: [UInt8], scratch: String) -> [String] {
    let texts = parts(bytes, atMost: 4)
    func text(_ index: Int, _ fallback: String) -> String { index < texts.count ? texts[index] : fallback }
    for name in ["pulse.csv", "other.csv"]
    where !write(Array(Fixture.export.utf8), to: "\(scratch)/\(name)") {
        return ["cannot write \(name)"]
    }
    let read = ContentFolder.read(files: Fixture.content(["site.yml": text(2, Fixture.site)]))
    let content = read.value
    var found = read.diagnostics
    let policy = DisclosurePolicy.read(content.settings.confidentiality)
    let customers = YAMLDocument.read(text(3, Fixture.rules), file: "content/customers.yml")
    let rulebook = Rulebook.read(customers.value)
    let documents = [("pulse.yml", text(0, Fixture.mapping)), ("other.yml", text(1, "like: pulse\ntitle: Other\n"))]
        .map { name, yaml in (name: name, read: YAMLDocument.read(yaml, file: "\(scratch)/\(name)")) }
    let mappings = Fixture.mappings(
        documents.map { ($0.name, $0.read.value) }, files: ["pulse.csv", "other.csv"] + documents.map(\.name),
        folder: scratch, content)
    found += policy.diagnostics + customers.diagnostics + rulebook.diagnostics + mappings.diagnostics
    found += documents.flatMap(\.read.diagnostics)
    found += content.checkReferences(
        questions: mappings.value.flatMap(\.questions).map {
            Question(id: $0.id, measure: $0.measure, scale: $0.scale, theme: $0.theme, isReceived: $0.about == .own)
        })
    found += rulebook.value.checkFields(mappings.value)
    // What is written here may hold the marker itself, and then messages may quote it.
    let isNamed = texts.contains { $0.contains(FuzzTarget.marker) }
    var faults = findingFaults(found, files: ["content", scratch]) + texts.flatMap(yamlFaults)
    guard !found.hasErrors else { return faults }
    var results: [SurveyResult] = []
    for mapping in mappings.value {
        let hints = LayoutHints(platform: mapping.platform, encoding: mapping.encoding, delimiter: mapping.delimiter)
        let opened = SurveyFile.open(path: mapping.csvPath, displayPath: mapping.csvPath, hints: hints)
        guard let file = opened.value, !opened.hasErrors else { continue }
        let collected = SurveyResult.collect(mapping, from: file, in: Fixture.context(content, rulebook.value))
        faults += findingFaults(collected.diagnostics, secret: isNamed ? nil : FuzzTarget.marker)
        guard let result = collected.value else { continue }
        faults += ledgerFaults(result, rows: nil)
        results.append(result)
    }
    return faults + findingFaults(Fixture.report(content, results, rulebook.value).diagnostics)
}
