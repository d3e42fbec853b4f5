import Diagnostics

/// What every finding must keep: a place that can be, one line without control characters, and no word of a respondent.
///
/// - Parameters:
///   - files: paths that a finding may name; nil where any will do.
///   - secret: a text that no finding may hold; nil where there is none.
func findingFaults(_ found: [Diagnostic], files: Set<String>? = nil, secret: String? = nil) -> [String] {
    var faults: [String] = []
    for finding in found {
        let place = finding.location
        if let line = place.line, line < 1 { faults.append("line \(line): \(finding.rendered)") }
        if let column = place.column, column < 1 { faults.append("column \(column): \(finding.rendered)") }
        if finding.code.isEmpty || finding.message.isEmpty { faults.append("an empty message") }
        if let files, !files.contains(where: { place.file.hasPrefix($0) }) {
            faults.append("no such file: \(place.file)")
        }
        let text = finding.rendered
        let isUnsafe = text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
        }
        if isUnsafe { faults.append("a control character: \(text.debugDescription)") }
        if let secret, text.contains(secret) { faults.append("quotes a cell: \(text)") }
    }
    return faults
}
