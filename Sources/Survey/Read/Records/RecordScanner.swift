import Diagnostics

/// RFC 4180 as a state machine over UTF-8: chunks may end anywhere, records end with CRLF, LF or CR.
///
/// What breaks the rules of quoting is written down and read as literal text, so that one pass finds every such place.
struct RecordScanner {
    /// Bytes above which a record is not read on: an open quote must not swallow a file of any size.
    static let longestRecord = Limits.row.most
    /// Problems that are kept; the others are only counted.
    static let keptProblems = 20

    private enum State {
        case recordStart, cellStart, unquoted, quoted
        /// A quote was met in a quoted cell: the cell's end, or the first of two.
        case quoteInQuoted
        /// Literal text behind a closing quote, or behind a quote that should not be there.
        case afterQuoted
    }

    private static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private let delimiter: UInt8
    private var state = State.recordStart
    private var line: Int
    private var recordLine: Int
    private var record: Int
    /// Offsets of the chunk's first byte and of the current line's first byte in the decoded text.
    private var offset = 0
    private var lineStart = 0
    /// The byte before was CR: an LF that follows belongs to the same line end.
    private var followsReturn = false
    private var openQuote = (line: 1, column: 1)
    private(set) var problems: [RecordProblem] = []
    private(set) var problemCount = 0
    /// Reading cannot go on.
    private(set) var isStopped = false

    /// - Parameters:
    ///   - line: the line of the first byte.
    ///   - record: number of the record that begins with it.
    init(delimiter: UInt8, line: Int = 1, record: Int = 0) {
        self.delimiter = delimiter
        self.line = line
        self.record = record
        recordLine = line
    }

    /// The next byte begins a record.
    var isBetweenRecords: Bool { state == .recordStart }
    /// Line ends met so far, when counting began with line 1.
    var lineEnds: Int { line - 1 }

    /// Reads a chunk.
    ///
    /// Complete records are ended in the batch; the last one may stay open.
    mutating func scan(_ chunk: [UInt8], into batch: inout RecordBatch) {
        var index = 0
        while index < chunk.count {
            switch state {
            case .recordStart, .cellStart: index = beginCell(chunk, index)
            case .unquoted, .afterQuoted: index = literal(chunk, index, &batch)
            case .quoted: index = quoted(chunk, index, &batch)
            case .quoteInQuoted: index = closeOrEscape(chunk, index, &batch)
            }
        }
        offset += chunk.count
        if batch.openBytes > RecordScanner.longestRecord {
            note(.recordTooLong, line: recordLine, column: 1)
            isStopped = true
        }
    }

    /// Ends the last record where the file ends without a line end.
    mutating func finish(into batch: inout RecordBatch) {
        if state == .quoted { note(.openQuote, line: openQuote.line, column: openQuote.column) }
        guard state != .recordStart, !isStopped else { return }
        batch.endCell()
        batch.endRecord(line: recordLine)
        state = .recordStart
    }

    private mutating func beginCell(_ chunk: [UInt8], _ index: Int) -> Int {
        let byte = chunk[index]
        if state == .recordStart {
            if byte == RecordScanner.lineFeed, followsReturn {
                followsReturn = false
                lineStart = offset + index + 1
                return index + 1
            }
            followsReturn = false
            recordLine = line
        }
        guard byte == RecordScanner.quote else {
            state = .unquoted
            return index
        }
        openQuote = (line, offset + index - lineStart + 1)
        state = .quoted
        return index + 1
    }

    private mutating func literal(_ chunk: [UInt8], _ index: Int, _ batch: inout RecordBatch) -> Int {
        let bytes = chunk.span
        let delimiter = delimiter
        var end = index
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter || byte == RecordScanner.quote || byte == RecordScanner.lineFeed
                || byte == RecordScanner.carriageReturn
            {
                break
            }
            end += 1
        }
        if end > index { batch.append(contentsOf: chunk[index..<end]) }
        guard end < chunk.count else { return end }
        guard chunk[end] == RecordScanner.quote else { return endCell(chunk[end], at: end, &batch) }
        if state == .unquoted {
            note(
                batch.openCell.first == 0x7B ? .quoteInJSON : .quoteInCell, line: line,
                column: offset + end - lineStart + 1)
            // Once a cell: the other quotes of it are no news.
            state = .afterQuoted
        }
        batch.append(RecordScanner.quote)
        return end + 1
    }

    private mutating func quoted(_ chunk: [UInt8], _ index: Int, _ batch: inout RecordBatch) -> Int {
        let bytes = chunk.span
        var end = index
        while end < bytes.count {
            let byte = bytes[end]
            if byte == RecordScanner.quote { break }
            end += 1
            if byte == RecordScanner.lineFeed || byte == RecordScanner.carriageReturn {
                if byte == RecordScanner.carriageReturn || !followsReturn { line += 1 }
                lineStart = offset + end
            }
            followsReturn = byte == RecordScanner.carriageReturn
        }
        if end > index { batch.append(contentsOf: chunk[index..<end]) }
        guard end < chunk.count else { return end }
        followsReturn = false
        state = .quoteInQuoted
        return end + 1
    }

    private mutating func closeOrEscape(_ chunk: [UInt8], _ index: Int, _ batch: inout RecordBatch) -> Int {
        switch chunk[index] {
        case RecordScanner.quote:
            batch.append(RecordScanner.quote)
            state = .quoted
            return index + 1
        case delimiter, RecordScanner.lineFeed, RecordScanner.carriageReturn:
            return endCell(chunk[index], at: index, &batch)
        default:
            note(.textAfterQuote, line: line, column: offset + index - lineStart + 1)
            state = .afterQuoted
            return index
        }
    }

    private mutating func endCell(_ byte: UInt8, at index: Int, _ batch: inout RecordBatch) -> Int {
        batch.endCell()
        guard byte != delimiter else {
            state = .cellStart
            return index + 1
        }
        batch.endRecord(line: recordLine)
        record += 1
        line += 1
        lineStart = offset + index + 1
        followsReturn = byte == RecordScanner.carriageReturn
        state = .recordStart
        return index + 1
    }

    private mutating func note(_ kind: RecordProblem.Kind, line: Int, column: Int) {
        problemCount += 1
        guard problems.count < RecordScanner.keptProblems else { return }
        problems.append(RecordProblem(kind: kind, record: record, line: line, column: column))
    }
}
