import Content
import Diagnostics
import LocatedYAML
import Report
import Survey

/// An export of any bytes: how it is read, and its rows.
func surveyFaults(_ bytes: [UInt8], scratch: String) -> [String] {
    let path = "\(scratch)/pulse.csv"
    guard write(bytes, to: path) else { return ["cannot write \(path)"] }
    let (whole, dumped) = records(path, chunkSize: nil)
    var faults = findingFaults(dumped, files: [path])
    // Pieces of any size: the records must not depend on where a read ends.
    let seed = bytes.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let size = 1 + Int(seed >> 7 & 31)
    if records(path, chunkSize: size).text != whole { faults.append("other records in pieces of \(size) bytes") }

    let opened = SurveyFile.open(path: path, displayPath: path)
    faults += findingFaults(opened.diagnostics, files: [path])
    guard let file = opened.value else { return faults }
    // Where the header itself holds the marker, a message may name the column.
    let head = whole.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(
        file.layout.preambleRecords + file.layout.headerRows)
    let isNamed =
        file.layout.isLong || head.contains { String(decoding: $0, as: UTF8.self).contains(FuzzTarget.marker) }
    let secret = isNamed ? nil : FuzzTarget.marker
    faults += findingFaults(opened.diagnostics, secret: secret)

    let (rows, rowFaults) = passFaults(file)
    faults += rowFaults
    let inspected = Inspection.inspect(path: path, displayPath: path)
    faults += findingFaults(inspected.diagnostics, files: [path], secret: secret)
    guard let inspection = inspected.value else { return faults + ["opened, but not inspected"] }
    if !file.layout.isLong, inspection.rows != rows { faults.append("\(inspection.rows) rows inspected, \(rows) read") }
    _ = inspection.text
    _ = inspection.json
    let draft = MappingDraft.of(inspection, title: "pulse", organisation: Fixture.folder.organisation)
    let drafted = YAMLDocument.read(draft.text, file: "\(scratch)/pulse.yml")
    faults += drafted.diagnostics.map { "the draft is no YAML: \($0.rendered)\n\(draft.text)" }
    let yamls = [draft.text, byNumber(file.layout.columns.count), tabulated]
    for yaml in yamls { faults += collectFaults(yaml, file, rows: rows, scratch: scratch, secret: secret) }
    return faults + pieceFaults(file, bytes, mappings: yamls, seed: seed, scratch: scratch)
}

/// The records as lines of JSON.
private func records(_ path: String, chunkSize: Int?) -> (text: [UInt8], found: [Diagnostic]) {
    var text: [UInt8] = []
    let found = RecordDump.write(path: path, displayPath: path, chunkSize: chunkSize) { text += $0 }
    return (text, found)
}

/// One pass: rows are numbered without a gap, lines never go back, cells lie within the batch.
private func passFaults(_ file: SurveyFile) -> (rows: Int, faults: [String]) {
    var rows = 0
    var line = 0
    var faults: [String] = []
    _ = file.forEachBatch { batch in
        if batch.firstRow != rows + 1 { faults.append("row \(batch.firstRow) follows row \(rows)") }
        for record in 0..<batch.count {
            rows += 1
            if !file.layout.isLong, batch.lines[record] <= line {
                faults.append("line \(batch.lines[record]) after \(line)")
            }
            line = batch.lines[record]
            for column in file.layout.columns { _ = file.cell(batch, record, column) }
            _ = file.outcome(batch, record)
        }
    }
    return (rows, faults)
}

/// A mapping by the numbers of columns, so that it fits any file with enough of them.
private func byNumber(_ columns: Int) -> String {
    var yaml = "title: T\nrespondent: { id: \"#1\""
    if columns >= 3 { yaml += ", department: \"#3\"" }
    if columns >= 4 { yaml += ", relationship: \"#4\"" }
    yaml += " }\nwave: " + (columns >= 2 ? "{ column: \"#2\" }" : "2026-Q1")
    yaml += "\ndepartment: " + (columns >= 5 ? "{ column: \"#5\" }" : "{ is: finance }") + "\nquestions:\n"
    let kinds = [
        "measure: satisfaction", "measure: rating, scale: { from: 1, to: 5, top: 2 }", "measure: recommendation",
    ]
    for (index, kind) in kinds.enumerated() where columns >= 6 + index || index == 0 {
        yaml += "  - { id: q\(index), column: \"#\(min(columns, 6 + index))\", \(kind) }\n"
    }
    return yaml + "comments: [ \"#\(columns)\" ]\n"
}

/// Reads the file as counts, where its columns are called so.
private let tabulated = """
    title: T
    count: count
    one_rating_per_person: true
    questions:
      - { id: overall, column: overall, measure: satisfaction }
      - { id: far, column: far, measure: rating, scale: { from: 2147483600, to: 2147483647, top: 2 } }
    """

/// The mapping of a text, if it has no errors.
func fittingMapping(_ yaml: String, scratch: String) -> Mapping? {
    let document = YAMLDocument.read(yaml, file: "\(scratch)/pulse.yml").value
    let read = Fixture.mappings([("pulse.yml", document)], files: ["pulse.csv"], folder: scratch, Fixture.folder)
    return read.hasErrors ? nil : read.value.first
}

/// The rows under a mapping: every one in the ledger once, and a report of them.
func collectFaults(_ yaml: String, _ file: SurveyFile, rows: Int?, scratch: String, secret: String?) -> [String] {
    let document = YAMLDocument.read(yaml, file: "\(scratch)/pulse.yml").value
    let read = Fixture.mappings([("pulse.yml", document)], files: ["pulse.csv"], folder: scratch, Fixture.folder)
    // A draft names the gaps that the analyst fills; a mapping with errors is not collected.
    guard !read.hasErrors, let mapping = read.value.first else {
        return findingFaults(read.diagnostics, secret: secret)
    }
    let context = Fixture.context(Fixture.folder, Fixture.rulebook)
    let collected = SurveyResult.collect(mapping, from: file, in: context)
    var faults = findingFaults(collected.diagnostics, files: [scratch], secret: secret)
    _ = DepartmentSpellings.unmatched(in: mapping, from: file, context: context)
    _ = RowExplanation.of(row: 1, in: mapping, from: file, context: context)
    guard let result = collected.value else { return faults }
    faults += ledgerFaults(result, rows: rows)
    let report = Fixture.report(Fixture.folder, [result], Fixture.rulebook)
    faults += findingFaults(report.diagnostics, secret: secret)
    return faults
}

func ledgerFaults(_ result: SurveyResult, rows: Int?) -> [String] {
    var faults: [String] = []
    let sum = result.account.ledger.reduce(0) { $0 + $1.rows }
    if sum != result.account.rows { faults.append("the ledger holds \(sum) of \(result.account.rows) rows") }
    if let rows, rows != result.account.rows { faults.append("\(result.account.rows) rows of \(rows)") }
    return faults
}
