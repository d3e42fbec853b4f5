import Diagnostics
import Report

/// Reads `targets.csv`: `department,side,question,measure,target,from`, one standard a row.
struct TargetsReader {
    let known: KnownDepartments
    let calendar: WaveCalendar
    private let source: SourceText
    private var diagnostics: [Diagnostic] = []
    private var standards: [(standard: DeclaredStandard, location: SourceLocation)] = []

    private static let required = ["department", "side", "question", "measure", "target"]
    private static let columns = required + ["from"]

    static func read(
        _ file: SourceFile, known: KnownDepartments, calendar: WaveCalendar
    ) -> Outcome<[(standard: DeclaredStandard, location: SourceLocation)]> {
        let table = SmallTable.read(file)
        guard !table.hasErrors else { return Outcome([], table.diagnostics) }
        var reader = TargetsReader(known: known, calendar: calendar, source: SourceText(file.text, file: file.path))
        reader.read(table.value)
        return Outcome(reader.standards, reader.diagnostics)
    }

    private init(known: KnownDepartments, calendar: WaveCalendar, source: SourceText) {
        self.known = known
        self.calendar = calendar
        self.source = source
    }

    private mutating func read(_ rows: [[SmallTable.Cell]]) {
        guard let header = rows.first else {
            fail(
                "targets-header", SmallTable.Cell(text: "", line: 1, column: 1), "the file has no header", headerRemedy)
            return
        }
        var places: [String: Int] = [:]
        for (index, cell) in header.enumerated() {
            let name = cell.text.trimmed
            if !Self.columns.contains(name) {
                fail(
                    "targets-header", cell, "there is no column `\(name)`",
                    NearestName.to(name, among: Self.columns).map { "did you mean `\($0)`?" } ?? headerRemedy)
            } else if places[name] != nil {
                fail("targets-header", cell, "the column `\(name)` stands twice", "keep one of them")
            } else {
                places[name] = index
            }
        }
        for name in Self.required where places[name] == nil {
            fail(
                "targets-header", header.first ?? SmallTable.Cell(text: "", line: 1, column: 1),
                "the column `\(name)` is missing", headerRemedy)
        }
        guard diagnostics.isEmpty else { return }
        for row in rows.dropFirst() {
            guard row.count == header.count else {
                fail(
                    "targets-row", row.first, "this row has \(row.count) cells and the header \(header.count)",
                    "separate cells with commas, and quote text that holds one")
                continue
            }
            read(row) { name in places[name].flatMap { row.indices.contains($0) ? row[$0] : nil } }
        }
    }

    private var headerRemedy: String { "the columns are \(Self.columns.joined(separator: ", "))" }

    private mutating func read(_ row: [SmallTable.Cell], _ cell: (String) -> SmallTable.Cell?) {
        let department = department(cell("department"))
        let side = word(cell("side"), "side", Side.self)
        let question = identifier(cell("question"))
        let statistic = word(cell("measure"), "measure", Statistic.self)
        let target = target(cell("target"))
        let from = wave(cell("from"))
        guard let department, let side, let question, let statistic, let target, let first = row.first else { return }
        let standard = DeclaredStandard(
            department: department, side: side, question: question, statistic: statistic, target: target, from: from)
        standards.append((standard, source.location(line: first.line, column: first.column)))
    }

    private mutating func department(_ cell: SmallTable.Cell?) -> DepartmentID? {
        guard let cell else { return nil }
        let id = DepartmentID(cell.text.trimmed)
        if id == .organisation || known.ids.contains(id) { return id }
        fail("unknown-department", cell, "there is no department `\(id)`", known.hint(id.text))
        return nil
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ cell: SmallTable.Cell?, _ what: String, _: Word.Type
    ) -> Word?
    where Word.RawValue == String {
        guard let cell else { return nil }
        if let word = Word(rawValue: cell.text.trimmed) { return word }
        fail("wrong-value", cell, "\(what) must be one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    private mutating func identifier(_ cell: SmallTable.Cell?) -> QuestionID? {
        guard let cell else { return nil }
        let text = cell.text.trimmed
        if PageName.isIdentifier(text) { return QuestionID(text) }
        fail("bad-id", cell, "question `\(text)` is no id", "an id has 1 to 40 characters of a-z, 0-9 and -")
        return nil
    }

    private mutating func target(_ cell: SmallTable.Cell?) -> Double? {
        guard let cell else { return nil }
        let text = cell.text.trimmed
        let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
        if isDecimal, let number = Double(text), number.isFinite { return number }
        fail("wrong-type", cell, "target must be a number", "write it as it is printed, such as 70 or 4.2")
        return nil
    }

    private mutating func wave(_ cell: SmallTable.Cell?) -> WaveID? {
        guard let cell, !cell.text.trimmed.isEmpty else { return nil }
        let id = WaveID(cell.text.trimmed)
        if calendar.wave(named: id) != nil { return id }
        fail(
            "unknown-wave", cell, "there is no wave `\(id)`",
            "write a period such as 2026-Q1, or list it under `waves` in site.yml")
        return nil
    }

    private mutating func fail(_ code: String, _ cell: SmallTable.Cell?, _ message: String, _ remedy: String? = nil) {
        diagnostics.append(
            source.diagnostic(.error, code, line: cell?.line ?? 1, column: cell?.column, message, remedy: remedy))
    }
}
