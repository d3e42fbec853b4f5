import Diagnostics
import Report

/// The rows of a file as codes, column by column: the one pass over the file.
///
/// After it, everything is decided on whole numbers, and each distinct cell is looked at as text once. The rows are kept
/// in the parts in which they were read, each with codes of its own, which lead to those of the whole file.
struct EncodedRows: Sendable {
    /// Why a row is out before its answers are looked at.
    struct Mark: Hashable, Sendable {
        let outcome: RowOutcome
        let reason: String
    }
    struct WrittenComment: Sendable {
        /// Within its part.
        let row: Int
        let column: Int
        let text: String
    }

    /// Rows that follow each other.
    struct Part: Sendable {
        /// Number of its first row in the file, from 0.
        let start: Int
        fileprivate(set) var codes: EncodedPart
        /// By column and code of the part: the code in the file's dictionary.
        let codesOfFile: [[UInt32]]
        /// By mark of the part: the one of the file.
        let marksOfFile: [UInt16]

        var count: Int { codes.count }

        /// The file's code of a row's cell.
        @inline(__always)
        func code(_ column: Int, _ row: Int) -> Int { Int(codesOfFile[column][codes.codes[column][row]]) }

        /// By row what a table has for the file's code of its cell.
        func values<Value>(_ column: Int, _ table: [Value]) -> [Value] {
            codes.codes[column].values(codesOfFile[column].map { table[Int($0)] })
        }

        /// Index into the file's marks.
        func mark(_ row: Int) -> Int {
            codes.markOfRow.isEmpty ? 0 : Int(marksOfFile[Int(codes.markOfRow[row])])
        }
    }

    private(set) var dictionaries: [CellDictionary]
    private(set) var parts: [Part] = []
    private(set) var count = 0
    private(set) var lines = RowLines()
    /// Key of the respondent's id by row, 0 where it is empty; no element where it is not mapped.
    private(set) var ids: [UInt64] = []
    /// Key of the whole row by row; no element where nobody asks for it.
    private(set) var rowKeys: [UInt64] = []
    private(set) var marks: [Mark?] = [nil]
    /// By column: moments are kept as days and times, and a time shows other than midnight.
    private(set) var keepsDays: [Bool]
    private(set) var hasClock: [Bool]
    /// Ids that a spreadsheet wrote as `1.1E+10`, and the line of the first.
    private(set) var roundedIDs = 0
    private(set) var firstRoundedLine = 0
    private(set) var lostZeros = LostZeros()

    private init(columns: Int) {
        dictionaries = [CellDictionary](repeating: CellDictionary(), count: columns)
        keepsDays = [Bool](repeating: false, count: columns)
        hasClock = keepsDays
    }

    /// Reads all rows of a file.
    static func read(
        _ binding: Binding, _ file: SurveyFile, keys: PersonKeys, comparesRows: Bool = false
    ) -> (rows: EncodedRows, diagnostics: [Diagnostic]) {
        let encoder = RowEncoder(
            binding: binding, file: file, keys: keys, comparesRows: comparesRows, dayColumns: binding.dayColumns)
        let read = read(encoder)
        // Dates of several forms are counted by their cells, so they have to be kept as they are.
        guard read.rows.mixesForms else { return read }
        return self.read(
            RowEncoder(binding: binding, file: file, keys: keys, comparesRows: comparesRows, dayColumns: []))
    }

    private static func read(_ encoder: RowEncoder) -> (rows: EncodedRows, diagnostics: [Diagnostic]) {
        var encoder = encoder
        var start = EncodedRows(columns: encoder.binding.columns.count)
        if let first = encoder.file.firstRows {
            encoder.learn(from: first)
            if encoder.binding.respondentID != nil { start.ids.reserveCapacity(encoder.file.rowsLike(first)) }
        }
        let (rows, pass) = encoder.file.pass(
            into: start, make: { [encoder] in encoder.encode($0) },
            take: { rows, parts, lines in
                for part in parts { rows.append(part, lines: lines) }
            })
        return (rows, pass.diagnostics)
    }

    /// True if a column whose moments are kept as days holds dates too whose form leaves the order open.
    private var mixesForms: Bool {
        keepsDays.indices.contains { column in
            guard keepsDays[column] else { return false }
            var evidence = DateEvidence()
            for code in 0..<dictionaries[column].count { evidence.observe(dictionaries[column].cell(code)) }
            return evidence.dates > evidence.fixed
        }
    }

    /// Columns of questions that hold no answers to a question: every cell of them would be looked at as text.
    func tooManyAnswers(_ binding: Binding) -> [Diagnostic] {
        var columns = Set(binding.targets.flatMap(\.answers).map(\.column))
        if let tabulation = binding.tabulation { columns.formUnion([tabulation.question, tabulation.answer]) }
        return columns.sorted().filter { dictionaries[$0].count > Limits.answers.most }.map { column in
            let line = dictionaries[column].firstLine(Limits.answers.most)
            return .error(
                Limits.answers.code, at: SourceLocation(file: binding.mapping.csvPath, line: line),
                "the column '\(binding.columns[column].name)' has more than \(Limits.answers.most) different cells, so it holds no answers to a question",
                remedy: "map free text under `comments:`")
        }
    }

    /// - Parameter offset: what has to be added to the part's lines.
    private mutating func append(_ part: EncodedPart, lines offset: Int) {
        let codesOfFile = dictionaries.indices.map { dictionaries[$0].merge(part.dictionaries[$0], lines: offset) }
        let marksOfFile = part.marks.map { Self.place(of: $0, in: &marks) }
        lines.append(part.lines, offset: offset)
        ids += part.ids
        rowKeys += part.rowKeys
        for column in part.clocks.indices {
            if !part.clocks[column].isEmpty { keepsDays[column] = true }
            if part.hasClock[column] { hasClock[column] = true }
        }
        if firstRoundedLine == 0, part.firstRoundedLine > 0 { firstRoundedLine = part.firstRoundedLine + offset }
        roundedIDs += part.roundedIDs
        lostZeros.merge(part.lostZeros, lines: offset)
        var codes = part
        codes.dictionaries = []
        codes.lines = RowLines()
        codes.ids = []
        codes.rowKeys = []
        parts.append(Part(start: count, codes: codes, codesOfFile: codesOfFile, marksOfFile: marksOfFile))
        count += part.count
    }

    static func place(of mark: Mark?, in marks: inout [Mark?]) -> UInt16 {
        if let index = marks.firstIndex(of: mark) { return UInt16(index) }
        marks.append(mark)
        return UInt16(marks.count - 1)
    }

    // MARK: Single rows

    /// The part that holds a row, and the row's place in it.
    func place(_ row: Int) -> (part: Int, row: Int) {
        var (low, high) = (0, parts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if parts[middle].start <= row { low = middle } else { high = middle }
        }
        return (low, row - parts[low].start)
    }

    /// The code of a row's cell; for single rows, others are read by part.
    func code(_ column: Int, _ row: Int) -> Int {
        let place = place(row)
        return parts[place.part].code(column, place.row)
    }

    /// Why a row is out before its answers are looked at; nil where it stands.
    func mark(_ row: Int) -> Mark? {
        let place = place(row)
        return marks[parts[place.part].mark(place.row)]
    }

    /// By row the code in a column.
    func codes(_ column: Int) -> [UInt32] {
        parts.flatMap { part in
            (0..<part.count).map { part.codesOfFile[column][part.codes.codes[column][$0]] }
        }
    }

    /// By row the index into `marks`.
    var markOfRow: [UInt16] { parts.flatMap { part in (0..<part.count).map { UInt16(part.mark($0)) } } }

    /// Gives the codes of a part free that nobody needs any more.
    mutating func release(_ part: Int) {
        parts[part].codes.codes = []
        parts[part].codes.clocks = []
        parts[part].codes.comments = []
    }
}
