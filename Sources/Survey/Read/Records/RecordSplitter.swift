/// Divides text into records as `RecordScanner` does, 64 bytes at a time and without copying the cells: for text in which
/// nothing breaks the rules of quoting.
///
/// Unsafe code: it looks at every byte of every survey. Over checked arrays the same loop takes three times as long.
struct RecordSplitter {
    /// Bytes behind the text that a buffer must have room for: blocks are read from any byte of it.
    static let padding = MarkFinding.size + 16

    let delimiter: UInt8

    struct Result {
        var batch: RecordBatch
        /// Line ends of the text, those within cells included.
        var lineEnds: Int
        /// The text ends with a line end, or is empty.
        var isClosed: Bool
    }

    /// True for a delimiter that is a character of its own.
    var isUsable: Bool { delimiter < 0x80 && ![quote, lineFeed, carriageReturn].contains(delimiter) }

    /// The records of a part of the text that begins with a record; lines count from 1.
    ///
    /// - Returns: nil where quoting is broken, a quote stays open, or a record is longer than records may be.
    func split(_ text: consuming [UInt8], _ range: Range<Int>) -> Result? {
        let wanted = range.upperBound + Self.padding
        if text.count > wanted { text.removeSubrange(wanted...) }
        while text.count < wanted { text.append(0) }
        // A line end behind the text, so that no loop has to ask for its end.
        text[range.upperBound] = lineFeed
        var splitting = Splitting(range, delimiter)
        let isSound = unsafe text.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            return unsafe splitting.run(base)
        }
        guard isSound else { return nil }
        let batch = RecordBatch(
            bytes: text, cells: splitting.cells.array, firstCells: splitting.firstCells, lines: splitting.lines)
        return Result(batch: batch, lineEnds: splitting.line - 1, isClosed: splitting.isClosed)
    }

    /// The state of one run through a text.
    private struct Splitting: ~Copyable {
        var cells: CellBuffer
        var firstCells: [Int] = [0]
        var lines: [Int] = []
        /// Line of what is read.
        var line = 1
        var isClosed = true
        private let start: Int
        private let end: Int
        private let marks: MarkFinding
        private let delimiter: UInt8
        /// Where the text of a quoted cell goes on, and where it was moved to: doubled quotes are made one in place.
        private var from = 0
        private var to = 0

        init(_ range: Range<Int>, _ delimiter: UInt8) {
            start = range.lowerBound
            end = range.upperBound
            self.delimiter = delimiter
            marks = MarkFinding(delimiter)
            cells = CellBuffer(capacity: range.count / 8 + 2 * MarkFinding.size)
            lines.reserveCapacity(range.count / 64)
            firstCells.reserveCapacity(range.count / 64)
        }

        /// False where the text cannot be divided this way.
        ///
        /// The line end behind the text is the last mark that is looked at.
        mutating func run(_ bytes: UnsafeMutableRawPointer) -> Bool {
            // Where the record begins that is being read, its line, and where the cell begins.
            var (recordStart, recordLine, cellStart) = (start, 1, start)
            var isQuoted = false
            // The end of a cell whose closing quote was met, and which the next mark ends.
            var quotedEnd = -1
            // A mark that belongs to the one before it: the second of two quotes, a line feed behind a carriage return.
            var second = -1
            var block = start
            while block <= end {
                // A block ends as many cells as it has bytes, at most.
                cells.makeRoom(for: MarkFinding.size)
                var found = unsafe marks.find(bytes + block)
                while found != 0 {
                    let place = block &+ found.trailingZeroBitCount
                    found &= found &- 1
                    let mark = unsafe byte(bytes, place)
                    if mark == delimiter {
                        if isQuoted { continue }
                    } else if mark == quote {
                        if place == second { continue }
                        if !isQuoted {
                            guard place == cellStart else { return false }
                            isQuoted = true
                            (from, to) = (place + 1, place + 1)
                            continue
                        }
                        if unsafe takeQuote(bytes, place) {
                            second = place + 1
                            continue
                        }
                        let next = unsafe byte(bytes, place + 1)
                        // A cell ends behind its closing quote.
                        guard next == delimiter || next == lineFeed || next == carriageReturn else { return false }
                        isQuoted = false
                        quotedEnd = to
                        continue
                    } else {
                        if place >= end {
                            guard !isQuoted else { return false }
                            if recordStart >= end { return true }
                            isClosed = false
                        } else if isQuoted {
                            if unsafe mark == carriageReturn || byte(bytes, place - 1) != carriageReturn { line += 1 }
                            continue
                        } else if place == second {
                            continue
                        }
                    }
                    let isPlain = quotedEnd < 0
                    cells.append(
                        RecordBatch.Cell(
                            start: UInt32(truncatingIfNeeded: isPlain ? cellStart : cellStart + 1),
                            end: UInt32(truncatingIfNeeded: isPlain ? place : quotedEnd)))
                    quotedEnd = -1
                    cellStart = place + 1
                    if mark == delimiter { continue }
                    firstCells.append(cells.count)
                    lines.append(recordLine)
                    if mark == carriageReturn, cellStart < end, unsafe byte(bytes, cellStart) == lineFeed {
                        second = cellStart
                        cellStart += 1
                    }
                    guard cellStart - recordStart <= RecordScanner.longestRecord else { return false }
                    if place >= end { return true }
                    line += 1
                    recordLine = line
                    recordStart = cellStart
                }
                block += MarkFinding.size
            }
            return true
        }

        @inline(__always)
        private func byte(_ bytes: UnsafeMutableRawPointer, _ place: Int) -> UInt8 {
            unsafe bytes.load(fromByteOffset: place, as: UInt8.self)
        }

        /// Takes in a quote within a quoted cell, with the text before it.
        /// - Returns: true if it is doubled: the two are one quote of the text.
        private mutating func takeQuote(_ bytes: UnsafeMutableRawPointer, _ place: Int) -> Bool {
            let isDoubled = unsafe place + 1 < end && byte(bytes, place + 1) == quote
            let length = place - from + (isDoubled ? 1 : 0)
            if from != to { unsafe (bytes + to).copyMemory(from: bytes + from, byteCount: length) }
            to += length
            from = place + 2
            return isDoubled
        }
    }
}

/// Finds the bytes at which a text is divided, 64 at a time: the tests of `ByteWords`, in sixteen bytes at a time.
private struct MarkFinding {
    static let size = 64
    private typealias Vector = SIMD16<UInt8>

    private let delimiters: Vector

    init(_ delimiter: UInt8) { delimiters = Vector(repeating: delimiter) }

    /// A bit for each byte, from the lowest: set for delimiters, quotes and line ends.
    @unsafe @inline(__always)
    func find(_ block: UnsafeMutableRawPointer) -> UInt64 {
        var bits = unsafe bits(block)
        bits |= unsafe self.bits(block + 16) << 16
        bits |= unsafe self.bits(block + 32) << 32
        return unsafe bits | self.bits(block + 48) << 48
    }

    @unsafe @inline(__always)
    private func bits(_ block: UnsafeMutableRawPointer) -> UInt64 {
        let bytes = unsafe block.loadUnaligned(as: Vector.self)
        let others =
            ByteWords.nonZeros(bytes ^ delimiters) & ByteWords.nonZeros(bytes ^ Vector(repeating: quote))
            & ByteWords.nonZeros(bytes ^ Vector(repeating: lineFeed))
            & ByteWords.nonZeros(bytes ^ Vector(repeating: carriageReturn))
        let words = ByteWords.words(others)
        return Self.gathered(words.0) | Self.gathered(words.1) << 8
    }

    /// A bit for each byte whose highest bit is clear: the product moves bit 0 of the nth byte to bit 56 + n.
    @inline(__always)
    private static func gathered(_ word: UInt64) -> UInt64 {
        let bits = (~word & ByteWords.highs) >> 7
        return (bits &* 0x0102_0408_1020_4080) >> 56
    }
}

/// An array that is only appended to: asking before each cell whether the array is shared takes as long as finding it.
@safe
private struct CellBuffer: ~Copyable {
    private var cells: UnsafeMutableBufferPointer<RecordBatch.Cell>
    private(set) var count = 0

    init(capacity: Int) { unsafe cells = .allocate(capacity: max(1, capacity)) }

    deinit { unsafe cells.deallocate() }

    /// To be asked for before cells are added.
    @inline(__always)
    mutating func makeRoom(for more: Int) {
        if unsafe count + more > cells.count { grow(by: more) }
    }

    /// There must be room for the cell.
    @inline(__always)
    mutating func append(_ cell: RecordBatch.Cell) {
        unsafe cells[count] = cell
        count += 1
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let wider = UnsafeMutableBufferPointer<RecordBatch.Cell>.allocate(capacity: 2 * count + more)
        _ = unsafe wider.initialize(fromContentsOf: cells.prefix(count))
        unsafe cells.deallocate()
        unsafe cells = wider
    }

    var array: [RecordBatch.Cell] { unsafe Array(cells.prefix(count)) }
}

private let quote: UInt8 = 0x22
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
