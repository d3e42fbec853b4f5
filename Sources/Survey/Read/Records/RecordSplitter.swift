/// Divides text into records as `RecordScanner` does, eight bytes at a time and without copying the cells: for text in
/// which nothing breaks the rules of quoting.
///
/// Unsafe code: it looks at every byte of every survey. Over checked arrays the same loop takes three times as long.
struct RecordSplitter {
    /// Bytes behind the text that a buffer must have room for: words are read from any byte of it.
    static let padding = 16

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
        var line = 1
        var isClosed = true
        private let start: Int
        private let end: Int
        private let delimiter: UInt8
        private let delimiters: UInt64

        init(_ range: Range<Int>, _ delimiter: UInt8) {
            start = range.lowerBound
            end = range.upperBound
            self.delimiter = delimiter
            delimiters = ByteWords.repeated(delimiter)
            cells = CellBuffer(capacity: range.count / 8 + 16)
            lines.reserveCapacity(range.count / 64)
            firstCells.reserveCapacity(range.count / 64)
        }

        /// False where the text cannot be divided this way.
        mutating func run(_ bytes: UnsafeMutableRawPointer) -> Bool {
            var place = start
            while place < end {
                lines.append(line)
                let recordStart = place
                var isOpen = true
                while isOpen {
                    let limit: Int
                    if unsafe byte(bytes, place) == quote {
                        guard let closing = unsafe quoted(bytes, place) else { return false }
                        limit = closing + 1
                    } else {
                        limit = unsafe unquoted(bytes, place)
                        cells.append(RecordBatch.Cell(start: UInt32(place), end: UInt32(limit)))
                    }
                    let mark = unsafe byte(bytes, limit)
                    place = limit + 1
                    if mark == delimiter, limit < end { continue }
                    isOpen = false
                    if limit >= end {
                        isClosed = false
                    } else if mark == lineFeed {
                        line += 1
                    } else if mark == carriageReturn {
                        line += 1
                        if place < end, unsafe byte(bytes, place) == lineFeed { place += 1 }
                    } else {
                        return false
                    }
                }
                firstCells.append(cells.count)
                guard place - recordStart <= RecordScanner.longestRecord else { return false }
            }
            return true
        }

        @inline(__always)
        private func byte(_ bytes: UnsafeMutableRawPointer, _ place: Int) -> UInt8 {
            unsafe bytes.load(fromByteOffset: place, as: UInt8.self)
        }

        /// Where a cell without quotes ends: at a delimiter, a line end or a quote, which does not belong there.
        @inline(__always)
        private func unquoted(_ bytes: UnsafeMutableRawPointer, _ from: Int) -> Int {
            var place = from
            while true {
                let word = unsafe ByteWords.load(bytes, place)
                let found =
                    ByteWords.zeros(word ^ delimiters) | ByteWords.zeros(word ^ quotes)
                    | ByteWords.zeros(word ^ lineFeeds) | ByteWords.zeros(word ^ carriageReturns)
                if found != 0 { return place + found.trailingZeroBitCount >> 3 }
                place += 8
            }
        }

        /// Takes in the cell that begins with a quote; doubled quotes are made one in place.
        /// - Returns: where its closing quote stands; nil if there is none.
        private mutating func quoted(_ bytes: UnsafeMutableRawPointer, _ opening: Int) -> Int? {
            var place = opening + 1
            var (from, to) = (place, place)
            while true {
                let word = unsafe ByteWords.load(bytes, place)
                let found =
                    ByteWords.zeros(word ^ quotes) | ByteWords.zeros(word ^ lineFeeds)
                    | ByteWords.zeros(word ^ carriageReturns)
                guard found != 0 else {
                    place += 8
                    continue
                }
                place += found.trailingZeroBitCount >> 3
                guard place < end else { return nil }
                switch unsafe byte(bytes, place) {
                case carriageReturn: line += 1
                case lineFeed:
                    if unsafe byte(bytes, place - 1) != carriageReturn { line += 1 }
                default:
                    let isDoubled = unsafe place + 1 < end && byte(bytes, place + 1) == quote
                    let length = place - from + (isDoubled ? 1 : 0)
                    if from != to { unsafe (bytes + to).copyMemory(from: bytes + from, byteCount: length) }
                    to += length
                    guard isDoubled else {
                        cells.append(RecordBatch.Cell(start: UInt32(opening + 1), end: UInt32(to)))
                        return place
                    }
                    place += 1
                    from = place + 1
                }
                place += 1
            }
        }
    }
}

/// An array that is only appended to: asking before each cell whether the array is shared takes as long as finding it.
@safe
private struct CellBuffer: ~Copyable {
    private var cells: UnsafeMutableBufferPointer<RecordBatch.Cell>
    private(set) var count = 0

    init(capacity: Int) { unsafe cells = .allocate(capacity: max(1, capacity)) }

    deinit { unsafe cells.deallocate() }

    @inline(__always)
    mutating func append(_ cell: RecordBatch.Cell) {
        if unsafe count == cells.count { grow() }
        unsafe cells[count] = cell
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let wider = UnsafeMutableBufferPointer<RecordBatch.Cell>.allocate(capacity: 2 * count)
        _ = unsafe wider.initialize(fromContentsOf: cells)
        unsafe cells.deallocate()
        unsafe cells = wider
    }

    var array: [RecordBatch.Cell] { unsafe Array(cells.prefix(count)) }
}

private let quote: UInt8 = 0x22
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let quotes = 0x2222_2222_2222_2222 as UInt64
private let lineFeeds = 0x0A0A_0A0A_0A0A_0A0A as UInt64
private let carriageReturns = 0x0D0D_0D0D_0D0D_0D0D as UInt64
