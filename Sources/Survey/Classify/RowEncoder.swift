import Report

/// Turns rows into codes.
struct RowEncoder: Sendable {
    let binding: Binding
    let file: SurveyFile
    let keys: PersonKeys
    /// The key of every row is wanted, not only of those without an id that are people of their own.
    let comparesRows: Bool
    /// Columns in which moments are kept as days and times.
    let dayColumns: Set<Int>
    /// By column of the binding: the cells that every part begins with, so that few have to be taken in anew; empty where
    /// no part begins with any.
    private(set) var known: [CellDictionary] = []

    init(binding: Binding, file: SurveyFile, keys: PersonKeys, comparesRows: Bool, dayColumns: Set<Int>) {
        self.binding = binding
        self.file = file
        self.keys = keys
        self.comparesRows = comparesRows
        self.dayColumns = dayColumns
    }

    /// Most cells of a column that parts begin with.
    static let mostKnown = 4096

    /// Begins every part with the cells of the file's first rows, where those repeat themselves.
    ///
    /// The parts must be put together with the first of them in front: so every cell is known there before another part
    /// that began with it.
    mutating func learn(from first: RecordBatch) {
        guard let part = encode(first).first else { return }
        known = part.dictionaries.map { cells in
            cells.count <= min(Self.mostKnown, part.count / 2) ? cells.unmet : CellDictionary()
        }
    }

    private enum State {
        static let standing: UInt8 = 0
        /// Out by a mark of the platform: only when it was is read.
        static let marked: UInt8 = 1
        static let ragged: UInt8 = 2
    }

    /// The codes of a batch, in parts that are not too long.
    func encode(_ batch: RecordBatch) -> [EncodedPart] {
        stride(from: 0, to: batch.count, by: EncodedPart.mostRows).map { start in
            encode(batch, start..<min(batch.count, start + EncodedPart.mostRows))
        }
    }

    private func encode(_ batch: RecordBatch, _ records: Range<Int>) -> EncodedPart {
        var part = EncodedPart()
        part.count = records.count
        part.lines.append(batch.lines[records])
        let states = mark(batch, records, &part)
        let moments = [binding.wave, binding.submitted].compactMap { $0 }
        for (index, column) in binding.columns.enumerated() {
            let most = moments.contains(index) ? State.marked : State.standing
            var clocks = dayColumns.contains(index) ? Clocks(records.count) : nil
            var dictionary = known.isEmpty ? CellDictionary() : known[index]
            let codes = encode(batch, records, column, states, most, &dictionary, &clocks)
            part.clocks.append(clocks?.isUsed == true ? clocks?.orders ?? [] : [])
            part.hasClock.append(clocks?.isSet ?? false)
            part.codes.append(NarrowCodes(codes, most: dictionary.count - 1))
            part.dictionaries.append(dictionary)
        }
        if let column = binding.respondentID { identify(batch, records, column, states, &part) }
        if !binding.comments.isEmpty { comments(batch, records, states, &part) }
        if comparesRows || binding.respondentID == nil || binding.mapping.rowsArePeople {
            part.rowKeys = rowKeys(batch, records, part.ids)
        }
        return part
    }

    /// The state of each row; no element where all stand.
    private func mark(_ batch: RecordBatch, _ records: Range<Int>, _ part: inout EncodedPart) -> [UInt8] {
        let layout = file.layout
        if layout.marks.isEmpty, records.allSatisfy({ batch.width($0) == layout.width }) { return [] }
        var states = [UInt8](repeating: State.standing, count: records.count)
        part.markOfRow = [UInt16](repeating: 0, count: records.count)
        for (row, record) in records.enumerated() {
            guard let found = file.outcome(batch, record) else { continue }
            let mark = EncodedRows.Mark(outcome: found.outcome, reason: found.reason)
            states[row] = mark.outcome == .unreadable ? State.ragged : State.marked
            part.markOfRow[row] = EncodedRows.place(of: mark, in: &part.marks)
        }
        return states
    }

    // MARK: Columns

    /// The times of a column of moments.
    private struct Clocks {
        var orders: [Int32]
        var isUsed = false
        var isSet = false

        init(_ count: Int) { orders = [Int32](repeating: 0, count: count) }

        /// Keeps a moment's time.
        /// - Returns: its day; the cell itself where it has another form.
        mutating func take(_ cell: CellBytes, _ row: Int) -> CellBytes {
            guard let clock = ClockTime(cell) else { return cell }
            orders[row] = clock.order
            isUsed = true
            if clock.isSet { isSet = true }
            return cell.prefix(ClockTime.dayLength)
        }
    }

    /// - Parameter most: the highest state of a row whose cell is read.
    private func encode(
        _ batch: RecordBatch, _ records: Range<Int>, _ column: LayoutColumn, _ states: [UInt8], _ most: UInt8,
        _ dictionary: inout CellDictionary, _ clocks: inout Clocks?
    ) -> [UInt16] {
        var codes = [UInt16](repeating: 0, count: records.count)
        let plain = PlainColumn(column, file.layout)
        unsafe batch.withBuffers { bytes, cells, firstCells in
            guard let base = bytes.baseAddress else { return }
            unsafe codes.withUnsafeMutableBufferPointer { codes in
                var row = 0
                while row < codes.count {
                    row = unsafe dictionary.write(row..<codes.count, into: codes) { row in
                        if !states.isEmpty, states[row] > most { return unsafe CellBytes(base, 0, 0, limit: 0) }
                        let cell = unsafe plain.cell(
                            base, bytes.count, cells, firstCells, records.lowerBound + row)
                        guard clocks != nil, let cell else { return cell }
                        return clocks?.take(cell, row)
                    }
                    guard row < codes.count else { break }
                    // A cell that is new, or has to be looked at more closely.
                    let record = records.lowerBound + row
                    let line = batch.lines[record]
                    if var cell = unsafe plain.cell(base, bytes.count, cells, firstCells, record) {
                        if clocks != nil { cell = clocks?.take(cell, row) ?? cell }
                        unsafe codes[row] = UInt16(truncatingIfNeeded: dictionary.find(cell, line: line))
                    } else {
                        unsafe codes[row] = dictionary.find(file.cell(batch, record, column), line: line)
                    }
                    row += 1
                }
            }
        }
        dictionary.count(codes)
        return codes
    }

    private func identify(
        _ batch: RecordBatch, _ records: Range<Int>, _ column: LayoutColumn, _ states: [UInt8],
        _ part: inout EncodedPart
    ) {
        var ids = [UInt64](repeating: 0, count: records.count)
        let plain = PlainColumn(column, file.layout)
        unsafe batch.withBuffers { bytes, cells, firstCells in
            guard let base = bytes.baseAddress else { return }
            var written = ids.mutableSpan
            for (row, record) in records.enumerated() where states.isEmpty || states[row] == State.standing {
                // An id that begins with a digit is looked at more closely: a spreadsheet may have taken it for a number.
                if let cell = unsafe plain.cell(base, bytes.count, cells, firstCells, record),
                    cell.length == 0 || cell[0] > 0x39 && cell.last > 0x20 && cell.last < 0x80
                {
                    guard cell.length > 0 else { continue }
                    written[row] = max(1, keys.key(cell))
                    part.lostZeros.observeOther()
                    continue
                }
                let cell = Blanks.trimmed(file.cell(batch, record, column))
                guard !cell.isEmpty else { continue }
                // 0 stands for no id.
                written[row] = max(1, keys.key(cell))
                part.lostZeros.observe(cell, line: batch.lines[record])
                if SpreadsheetTraces.isRounded(cell) {
                    part.roundedIDs += 1
                    if part.firstRoundedLine == 0 { part.firstRoundedLine = batch.lines[record] }
                }
            }
        }
        part.ids = ids
    }

    private func comments(
        _ batch: RecordBatch, _ records: Range<Int>, _ states: [UInt8], _ part: inout EncodedPart
    ) {
        var silence = SilentComments()
        // A column with all its names is not taken in hand for each row.
        let sources = binding.comments.map(\.sources)
        for (row, record) in records.enumerated() where states.isEmpty || states[row] == State.standing {
            for index in sources.indices {
                guard sources[index].contains(where: { !batch.range(record, $0).isEmpty }) else { continue }
                let cell = Blanks.trimmed(file.cell(batch, record, binding.comments[index]))
                guard !cell.isEmpty, !silence.holds(cell) else { continue }
                part.comments.append(
                    EncodedRows.WrittenComment(row: row, column: index, text: String(decoding: cell, as: UTF8.self)))
            }
        }
    }

    // MARK: Rows

    /// Keys of cells and their limits, without blank ones at the end of the row, which a spreadsheet adds and drops.
    private func rowKeys(_ batch: RecordBatch, _ records: Range<Int>, _ ids: [UInt64]) -> [UInt64] {
        var row: [UInt8] = []
        return records.enumerated().map { place, record in
            guard comparesRows || ids.isEmpty || ids[place] == 0 else { return 0 }
            row.removeAll(keepingCapacity: true)
            var kept = 0
            for column in 0..<batch.width(record) {
                let cell = batch.range(record, column)
                row.append(contentsOf: batch.bytes[cell])
                row.append(0x1F)
                if !cell.isEmpty { kept = row.count }
            }
            return max(1, keys.key(row[..<kept]))
        }
    }
}

/// A column whose cells mostly need no other look than at their first byte.
private struct PlainColumn {
    /// The column's place in the file; nil where several are read as one, or words stand for nothing.
    private let source: Int?

    init(_ column: LayoutColumn, _ layout: Layout) {
        source = column.sources.count == 1 && layout.blanks.isEmpty ? column.sources[0] : nil
    }

    /// The cell of a record; nil where it may begin with a blank, a guard or a character beyond ASCII.
    @inline(__always)
    func cell(
        _ base: UnsafeRawPointer, _ limit: Int, _ cells: UnsafeBufferPointer<RecordBatch.Cell>,
        _ firstCells: UnsafeBufferPointer<Int>, _ record: Int
    ) -> CellBytes? {
        guard let source else { return nil }
        let place = unsafe firstCells[record] + source
        guard unsafe place < firstCells[record + 1] else { return unsafe CellBytes(base, 0, 0, limit: limit) }
        let cell = unsafe cells[place]
        guard cell.start < cell.end else { return unsafe CellBytes(base, 0, 0, limit: limit) }
        let first = unsafe base.load(fromByteOffset: Int(cell.start), as: UInt8.self)
        guard first > 0x20, first < 0x80, first != 0x27 else { return nil }
        return unsafe CellBytes(base, Int(cell.start), Int(cell.end), limit: limit)
    }
}

/// Tells comments from words for "nothing to say": those are short, and each is looked at more closely once.
private struct SilentComments {
    private static let longest = 60

    private var known = CellDictionary()
    private var isSilent: [Bool] = [true]

    /// - Parameter cell: not empty.
    mutating func holds(_ cell: ArraySlice<UInt8>) -> Bool {
        guard cell.count <= Self.longest, !NotApplicable.isLonger(cell) else { return false }
        let code = Int(known.code(cell, line: 0))
        if code == isSilent.count { isSilent.append(NotApplicable.isSilent(Label(cell))) }
        return isSilent[code]
    }
}
