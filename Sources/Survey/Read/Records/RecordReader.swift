import Storage

/// One pass over a file's records, in batches, with as much memory as a batch and the longest record need.
struct RecordReader {
    /// Bytes that are read at a time.
    static let chunkSize = 1 << 20

    let path: String
    let encoding: TextEncoding
    let delimiter: UInt8
    /// The whole file is known to be well-formed UTF-8.
    var isWellFormed = false
    var chunkSize = RecordReader.chunkSize
    /// Where reading begins.
    var start = Start()

    /// A place at which a record begins.
    struct Start: Sendable {
        var offset = 0
        var line = 1
        /// Records before it.
        var record = 0
    }

    /// What a pass found besides the records.
    struct Result {
        var problems: [RecordProblem]
        var problemCount: Int
        /// The body asked for no more, or a record was too long.
        var wasStopped: Bool
        /// Bytes read.
        var size: Int
    }

    /// Hands on the records in order, none of them empty batches, until the body returns false.
    func forEachBatch(_ body: (inout RecordBatch) -> Bool) throws(StorageError) -> Result {
        let file = try InputFile(path: path)
        var decoder = TextDecoder(encoding, isWellFormed: isWellFormed, isContinued: start.offset > 0)
        var scanner = RecordScanner(delimiter: delimiter, line: start.line, record: start.record)
        var batch = RecordBatch()
        var offset = start.offset
        var isLast = false
        while !isLast, !scanner.isStopped {
            let chunk = try file.read(at: offset, count: chunkSize)
            offset += chunk.count
            isLast = chunk.count < chunkSize
            scanner.scan(decoder.decode(chunk, isLast: isLast), into: &batch)
            if isLast { scanner.finish(into: &batch) }
            guard batch.count > 0 else { continue }
            var next = batch.splitOpenRecord()
            swap(&next, &batch)
            if !body(&next) {
                return Result(
                    problems: scanner.problems, problemCount: scanner.problemCount, wasStopped: true, size: offset)
            }
        }
        return Result(
            problems: scanner.problems, problemCount: scanner.problemCount, wasStopped: scanner.isStopped, size: offset)
    }
}
