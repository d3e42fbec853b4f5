import Diagnostics
import Parallel
import Report
import Survey

/// A file that is read in pieces of a few bytes must be what it is in one, and what it is where it can only be read in one
/// go: as UTF-16.
///
/// - Parameter seed: picks the size of the pieces.
func pieceFaults(_ whole: SurveyFile, _ bytes: [UInt8], mappings yamls: [String], seed: UInt32, scratch: String)
    -> [String]
{
    let size = 1 + Int(seed >> 3) % (8 << (seed % 7))
    let parts = FilePieces(size: size, parallel: Parallel(workers: 1 + Int(seed & 1)))
    let opened = SurveyFile.open(path: whole.path, displayPath: whole.displayPath, parts: parts)
    guard let file = opened.value else { return ["not opened in pieces of \(size) bytes"] }
    var faults: [String] = []
    if file.layout != whole.layout { faults.append("another form in pieces of \(size) bytes") }
    let (read, expected) = (Rows(file), Rows(whole))
    if read.records != expected.records { faults.append("other rows in pieces of \(size) bytes") }
    if read.diagnostics != expected.diagnostics {
        faults.append(
            "other findings in pieces of \(size) bytes: \(read.diagnostics.map(\.rendered)), in one \(expected.diagnostics.map(\.rendered))"
        )
    }
    for yaml in yamls where collected(yaml, file, scratch: scratch) != collected(yaml, whole, scratch: scratch) {
        faults.append("another survey in pieces of \(size) bytes, mapped by \(yaml)")
    }
    guard whole.layout.encoding == .utf8, !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
        return faults
    }
    let wide = "\(scratch)/wide.csv"
    let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [] : [0xFF, 0xFE]
    guard write(mark + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }, to: wide) else {
        return faults + ["cannot write \(wide)"]
    }
    guard let other = SurveyFile.open(path: wide, displayPath: wide).value else { return faults + ["not opened wide"] }
    if Rows(other).records != read.records { faults.append("other rows in pieces than in one go") }
    return faults
}

/// The rows of a file, each with its line, and what was found on the way.
private struct Rows {
    var records: [[ArraySlice<UInt8>]] = []
    var diagnostics: [Diagnostic] = []

    init(_ file: SurveyFile) {
        var records: [[ArraySlice<UInt8>]] = []
        diagnostics = file.forEachBatch { batch in
            for record in 0..<batch.count {
                let line = "\(batch.row(record)) \(batch.lines[record])"
                records.append([Array(line.utf8)[...]] + (0..<batch.width(record)).map { batch.cell(record, $0) })
            }
        }
        self.records = records
    }
}

/// What a file is under a mapping, in words: never printed, only compared.
private func collected(_ yaml: String, _ file: SurveyFile, scratch: String) -> [String] {
    guard let mapping = fittingMapping(yaml, scratch: scratch) else { return [] }
    let collected = SurveyResult.collect(mapping, from: file, in: Fixture.context(Fixture.folder, Fixture.rulebook))
    let found = collected.diagnostics.map(\.rendered)
    guard let result = collected.value else { return found }
    let ratings = result.responses
    return found + [
        "\(result.account)", "\(result.decided) \(result.contested) \(result.unclassified)",
        "\(result.newestResponse.map { "\($0)" } ?? "")",
        "\(ratings.person) \(ratings.keys) \(ratings.wave) \(ratings.unit) \(ratings.customer) \(ratings.weight)",
        "\(ratings.side) \(ratings.answers) \(ratings.countsPeople)",
    ]
        + ratings.comments.map {
            "\($0.rating) \($0.unit ?? .max) \($0.side?.rawValue ?? "") \($0.column) \($0.text)"
        }
}
