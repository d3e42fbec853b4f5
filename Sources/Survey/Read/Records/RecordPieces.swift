import Storage

/// A file's records, piece by piece, so that all cores can read at the same time.
///
/// A piece holds the records whose first byte lies behind the first line end in its part of the file and up to the first
/// line end behind that part. Whether a line end stands within quotes is told by the number of quotes before it, which
/// is right as long as nothing breaks the rules of quoting. Whoever puts the pieces together learns of every piece
/// whether it ended where a record ends: so the next one began where one begins, and what was presumed is proved. From
/// the first piece of which that is not true on, the file has to be read in one go.
struct RecordPieces {
    private let parts: FilePieces
    private let oddQuotes: [Bool]
    private let fileSize: Int
    private let encoding: TextEncoding
    private let isWellFormed: Bool
    private let splitter: RecordSplitter

    /// The records of a piece, with what was found on the way.
    struct Piece: Sendable {
        var batch: RecordBatch
        /// Line ends in the piece.
        var lineEnds: Int
        /// Where it stands in the file; nil for a piece in which no record begins.
        var place: Range<Int>?
        var problems: [RecordProblem] = []
        var problemCount = 0

        static let empty = Piece(batch: RecordBatch(), lineEnds: 0)
    }

    /// - Parameter oddQuotes: of each part, whether an odd number of quotes stands before it.
    /// - Returns: nil for a file in which a byte is no character of its own.
    init?(
        _ parts: FilePieces, oddQuotes: [Bool], fileSize: Int, encoding: TextEncoding, isWellFormed: Bool,
        delimiter: UInt8
    ) {
        guard encoding != .utf16LittleEndian, encoding != .utf16BigEndian, oddQuotes.count == parts.count(fileSize)
        else { return nil }
        self.parts = parts
        self.oddQuotes = oddQuotes
        self.fileSize = fileSize
        self.encoding = encoding
        self.isWellFormed = isWellFormed
        splitter = RecordSplitter(delimiter: delimiter)
        guard splitter.isUsable else { return nil }
    }

    var count: Int { oddQuotes.count }

    /// Nil where the piece has to be read in one go with those before it, or cannot be read.
    func piece(_ index: Int, of file: borrowing InputFile) -> Piece? {
        guard file.size == fileSize, let text = try? text(index, of: file) else { return nil }
        guard !text.range.isEmpty else { return .empty }
        let start = text.offset + text.range.lowerBound
        let end = text.offset + text.range.upperBound
        let isLast = end == fileSize
        guard
            var piece = split(text.bytes, text.range, isFirst: start == 0, isLast: isLast)
                ?? (start == 0 ? scan(text.bytes, text.range, isLast: isLast) : nil)
        else { return nil }
        piece.place = start..<end
        return piece
    }

    /// The records by the fast way.
    private func split(_ bytes: [UInt8], _ range: Range<Int>, isFirst: Bool, isLast: Bool) -> Piece? {
        let result: RecordSplitter.Result?
        if isWellFormed {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let skipped = isFirst && bytes[range].starts(with: mark) ? mark.count : 0
            result = splitter.split(bytes, range.dropFirst(skipped))
        } else {
            let text = decoded(bytes, range, isFirst: isFirst)
            result = splitter.split(text, text.indices)
        }
        guard let result, result.isClosed || isLast else { return nil }
        return Piece(batch: result.batch, lineEnds: result.lineEnds)
    }

    private func decoded(_ bytes: [UInt8], _ range: Range<Int>, isFirst: Bool) -> [UInt8] {
        var decoder = TextDecoder(encoding, isWellFormed: isWellFormed, isContinued: !isFirst)
        return decoder.decode(Array(bytes[range]), isLast: true)
    }

    /// The records of the first piece by the way that writes down what breaks the rules: a header may.
    private func scan(_ bytes: [UInt8], _ range: Range<Int>, isLast: Bool) -> Piece? {
        var scanner = RecordScanner(delimiter: splitter.delimiter)
        var batch = RecordBatch()
        scanner.scan(decoded(bytes, range, isFirst: true), into: &batch)
        if isLast { scanner.finish(into: &batch) }
        guard scanner.isBetweenRecords, !scanner.isStopped else { return nil }
        return Piece(
            batch: batch, lineEnds: scanner.lineEnds, problems: scanner.problems,
            problemCount: scanner.problemCount)
    }

    // MARK: Where pieces begin and end

    private struct Text {
        var bytes: [UInt8] = []
        var range = 0..<0
        /// Offset in the file of the first byte.
        var offset = 0
    }

    /// The bytes of a piece, an empty range where no record begins in its part; nil where its end is not found within
    /// the length of a record.
    private func text(_ index: Int, of file: borrowing InputFile) throws(StorageError) -> Text? {
        let part = parts.range(index, of: fileSize)
        // Mostly the last record ends a little behind the part.
        var text = Text(
            bytes: try file.read(
                at: part.lowerBound, count: part.count + 1024, spare: RecordSplitter.padding), offset: part.lowerBound)
        var start = 0
        if index > 0 {
            guard
                let found = lineEnd(text, from: 0, isQuoted: oddQuotes[index]), found.index < part.count
            else { return Text() }
            start = found.next
        }
        guard part.upperBound < fileSize else {
            text.range = min(start, part.count)..<min(text.bytes.count, part.count)
            return text
        }
        var isQuoted = oddQuotes[index + 1]
        var looked = part.count
        var step = 4096
        while true {
            if let found = lineEnd(text, from: looked, isQuoted: isQuoted) {
                text.range = start..<max(start, found.next)
                return text
            }
            guard part.lowerBound + text.bytes.count < fileSize else {
                text.range = start..<max(start, text.bytes.count)
                return text
            }
            guard text.bytes.count - part.count <= RecordScanner.longestRecord else { return nil }
            // The last byte is looked at again: it may be the first half of a line end.
            let next = max(looked, text.bytes.count - 1)
            for byte in text.bytes[looked..<next] where byte == 0x22 { isQuoted.toggle() }
            looked = next
            let more = try file.read(at: part.lowerBound + text.bytes.count, count: step)
            guard !more.isEmpty else { return nil }
            text.bytes += more
            step *= 4
        }
    }

    /// The first line end outside quotes, and the place behind it; nil if there is none, or if only its first half is
    /// there.
    private func lineEnd(_ text: Text, from start: Int, isQuoted: Bool) -> (index: Int, next: Int)? {
        let bytes = text.bytes.span
        var isQuoted = isQuoted
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 {
                isQuoted.toggle()
            } else if !isQuoted, byte == 0x0A {
                return (index, index + 1)
            } else if !isQuoted, byte == 0x0D {
                if index + 1 < bytes.count { return (index, bytes[index + 1] == 0x0A ? index + 2 : index + 1) }
                return text.offset + index + 1 == fileSize ? (index, index + 1) : nil
            }
            index += 1
        }
        return nil
    }
}
