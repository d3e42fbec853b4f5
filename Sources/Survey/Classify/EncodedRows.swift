import Report

/// The rows of a file as codes, column by column: the one pass over the file.
///
/// After it, everything is decided on whole numbers, and each distinct cell is looked at as text once.
struct EncodedRows {
    /// Why a row is out before its answers are looked at.
    struct Mark: Hashable {
        let outcome: RowOutcome
        let reason: String
    }
    struct WrittenComment {
        let row: Int
        let column: Int
        let text: String
    }
    /// What a row says of the person behind it.
    struct Person {
        /// Key of the respondent's id; nil where it is empty or not mapped.
        var id: UInt64?
        /// Key of the whole row.
        var row: UInt64
    }

    private(set) var dictionaries: [CellDictionary]
    /// By column of the binding, then by row.
    private(set) var codes: [[UInt32]]
    private(set) var lines: [Int] = []
    private(set) var persons: [Person] = []
    private(set) var comments: [WrittenComment] = []
    /// Index into `marks` by row, 0 for a row that stands.
    private(set) var markOfRow: [UInt16] = []
    private(set) var marks: [Mark?] = [nil]
    /// Ids that a spreadsheet wrote as `1.1E+10`, and the line of the first.
    private(set) var roundedIDs = 0
    private(set) var firstRoundedLine = 0
    private(set) var lostZeros = LostZeros()

    private let binding: Binding
    private let file: SurveyFile
    private let keys: PersonKeys
    /// Columns that are read of rows that are out, too: when they were.
    private let moments: Set<Int>

    init(_ binding: Binding, _ file: SurveyFile, keys: PersonKeys) {
        self.binding = binding
        self.file = file
        self.keys = keys
        dictionaries = [CellDictionary](repeating: CellDictionary(), count: binding.columns.count)
        codes = [[UInt32]](repeating: [], count: binding.columns.count)
        moments = Set([binding.wave, binding.submitted].compactMap { $0 })
    }

    var count: Int { lines.count }

    mutating func append(_ batch: RecordBatch) {
        for record in 0..<batch.count {
            let line = batch.lines[record]
            let mark = file.outcome(batch, record).map { Mark(outcome: $0.outcome, reason: $0.reason) }
            let isRagged = mark?.outcome == .unreadable
            for (index, column) in binding.columns.enumerated() {
                guard !isRagged, mark == nil || moments.contains(index) else {
                    codes[index].append(0)
                    continue
                }
                codes[index].append(dictionaries[index].code(file.cell(batch, record, column), line: line))
            }
            person(batch, record, line, isOut: mark != nil)
            if mark == nil { comments(batch, record) }
            markOfRow.append(place(of: mark))
            lines.append(line)
        }
    }

    private mutating func place(of mark: Mark?) -> UInt16 {
        if let index = marks.firstIndex(of: mark) { return UInt16(index) }
        marks.append(mark)
        return UInt16(marks.count - 1)
    }

    private mutating func person(_ batch: RecordBatch, _ record: Int, _ line: Int, isOut: Bool) {
        var person = Person(id: nil, row: 0)
        if let column = binding.respondentID, !isOut {
            let cell = Blanks.trimmed(file.cell(batch, record, column))
            if !cell.isEmpty {
                person.id = keys.key(cell)
                lostZeros.observe(cell, line: line)
                if SpreadsheetTraces.isRounded(cell) {
                    roundedIDs += 1
                    if firstRoundedLine == 0 { firstRoundedLine = line }
                }
            }
        }
        // Cells and their limits, without blank ones at the end of the row, which a spreadsheet adds and drops.
        var bytes: [UInt8] = []
        var kept = 0
        for column in 0..<batch.width(record) {
            let cell = batch.cell(record, column)
            bytes.append(contentsOf: cell)
            bytes.append(0x1F)
            if !cell.isEmpty { kept = bytes.count }
        }
        person.row = keys.key(bytes[..<kept])
        persons.append(person)
    }

    private mutating func comments(_ batch: RecordBatch, _ record: Int) {
        for (index, column) in binding.comments.enumerated() {
            let cell = Blanks.trimmed(file.cell(batch, record, column))
            guard !cell.isEmpty else { continue }
            // Words for "nothing to say" are short, and only those are looked at more closely.
            if cell.count <= 60, NotApplicable.isSilent(Label(cell)) { continue }
            comments.append(WrittenComment(row: count, column: index, text: String(decoding: cell, as: UTF8.self)))
        }
    }
}
