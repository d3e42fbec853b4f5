import Diagnostics
import Parallel
import Storage

/// What a pass over a file found: `rows` and `blankRows` are those of the file below its header.
struct FilePass: Sendable {
    var diagnostics: [Diagnostic] = []
    var rows = 0
    var blankRows = 0
}

/// How far a pass has come, and what it found until there.
private struct PassProgress: Sendable {
    /// Rows that are read at most.
    let limit: Limit
    var faults = RowFaults()
    var rows = 0
    var blankRows = 0
    /// Where the records begin that were not read yet.
    var start = RecordReader.Start()
    var problems: [RecordProblem] = []
    var problemCount = 0
    /// The pieces that follow cannot be trusted: the rest is read in one go.
    var isBroken = false

    /// More rows than are read.
    var isFull: Bool { rows > limit.most }
}

/// A piece without header and blank rows.
private struct RowPiece: Sendable {
    var piece: RecordPieces.Piece
    /// Records of the piece, header and blank rows included; the data rows among them, and the blank rows.
    var records: Int
    var rows: Int
    var blankRows: Int
    var faults = RowFaults()
}

extension SurveyFile {
    /// One pass over the data rows of the file; blank rows are left out.
    func filePass(_ layout: Layout, _ body: (RecordBatch) -> Void) -> FilePass {
        var progress = PassProgress(limit: rowLimit)
        if let pieces = recordPieces, let file = try? InputFile(path: path) {
            var index = 0
            while index < pieces.count, !progress.isBroken, !progress.isFull {
                // As many at a time as keep all cores busy and memory small.
                let first = index
                let made = parts.parallel.map(min(pieces.count - first, 4 * parts.parallel.workers)) {
                    rowPiece(first + $0, pieces, file, layout)
                }
                for piece in made {
                    guard let batch = progress.take(piece) else { continue }
                    if batch.count > 0 { body(batch) }
                }
                index += made.count
            }
        } else {
            progress.isBroken = true
        }
        return finish(progress, layout, body)
    }

    /// One pass over the data rows in which what is made of them is made on all cores and taken in their order.
    ///
    /// - Parameters:
    ///   - make: may be called for rows that are never taken. Lines of the batch count from any beginning, and so do its
    ///     rows.
    ///   - take: gets what was made and the number of lines that have to be added.
    func filePass<Part: Sendable, State: Sendable>(
        into state: State, make: @Sendable (RecordBatch) -> Part, take: @Sendable (inout State, Part, Int) -> Void
    ) -> (State, FilePass) {
        var state = state
        var progress = PassProgress(limit: rowLimit)
        if let pieces = recordPieces, let file = try? InputFile(path: path) {
            (state, progress) = parts.parallel.fold(
                pieces.count, into: (state, progress),
                make: { index -> (RowPiece, Part)? in
                    guard var piece = rowPiece(index, pieces, file, layout) else { return nil }
                    let part = make(piece.piece.batch)
                    piece.piece.batch = RecordBatch()
                    return (piece, part)
                },
                take: { both, made in
                    let lines = both.1.start.line - 1
                    if both.1.take(made?.0) != nil, let part = made?.1 { take(&both.0, part, lines) }
                })
        } else {
            progress.isBroken = true
        }
        let pass = finish(progress, layout) { take(&state, make($0), 0) }
        return (state, pass)
    }

    /// The rows of the first of many pieces, with which every pass over them begins.
    ///
    /// Nil for a file that is not read that way.
    var firstRows: RecordBatch? {
        guard long == nil, let pieces = recordPieces, pieces.count >= Self.manyPieces,
            let file = try? InputFile(path: path)
        else { return nil }
        return rowPiece(0, pieces, file, layout)?.piece.batch
    }

    /// About as many rows as the file has if all pieces are like the first.
    func rowsLike(_ first: RecordBatch) -> Int {
        min(first.count * parts.count(size) / 16 * 17, size / Self.shortRow)
    }

    /// Bytes of a row below which nothing is presumed.
    private static let shortRow = 32

    /// Pieces from which on it is worth while to look at the first one twice.
    private static let manyPieces = 4

    private var recordPieces: RecordPieces? {
        RecordPieces(
            parts, oddQuotes: oddQuotes, fileSize: size, encoding: layout.encoding, isWellFormed: isWellFormed,
            delimiter: layout.delimiter)
    }

    private func rowPiece(
        _ index: Int, _ pieces: RecordPieces, _ file: borrowing InputFile, _ layout: Layout
    ) -> RowPiece? {
        guard var piece = pieces.piece(index, of: file) else { return nil }
        let records = piece.batch.count
        let header = index == 0 ? layout.preambleRecords + layout.headerRows : 0
        // A header that goes beyond the first piece is read in one go with its rows.
        guard records >= header else { return nil }
        piece.batch.keepRecords { $1 >= header && !$0.isBlank($1) }
        var found = RowPiece(
            piece: piece, records: records, rows: piece.batch.count, blankRows: records - header - piece.batch.count)
        found.faults.observe(piece.batch, layout)
        return found
    }

    /// Reads what is left in one go, and says what was found.
    private func finish(_ found: PassProgress, _ layout: Layout, _ body: (RecordBatch) -> Void) -> FilePass {
        var progress = found
        var result = RecordReader.Result(
            problems: progress.problems, problemCount: progress.problemCount, wasStopped: progress.isFull,
            size: progress.start.offset)
        if progress.isBroken {
            var reader = RecordReader(
                path: path, encoding: layout.encoding, delimiter: layout.delimiter, isWellFormed: isWellFormed)
            reader.start = progress.start
            var skipped = progress.start.record
            do throws(StorageError) {
                result = try reader.forEachBatch { batch in
                    let skip = min(batch.count, max(0, layout.preambleRecords + layout.headerRows - skipped))
                    skipped += skip
                    let below = batch.count - skip
                    batch.keepRecords { $1 >= skip && !$0.isBlank($1) }
                    batch.firstRow = progress.rows + 1
                    progress.blankRows += below - batch.count
                    progress.rows += batch.count
                    progress.faults.observe(batch, layout)
                    if batch.count > 0 { body(batch) }
                    return !progress.isFull
                }
            } catch {
                return FilePass(
                    diagnostics: [SurveyFile.unreadable(displayPath, error)], rows: progress.rows,
                    blankRows: progress.blankRows)
            }
            result.problems = Array((progress.problems + result.problems).prefix(RecordScanner.keptProblems))
            result.problemCount += progress.problemCount
        }
        var pass = FilePass(rows: progress.rows, blankRows: progress.blankRows)
        pass.diagnostics = RowDiagnostics(displayPath: displayPath, faults: progress.faults).conclude(
            result, layout, rows: progress.rows)
        if progress.isFull {
            pass.diagnostics.append(
                progress.limit.exceeded(
                    at: SourceLocation(file: displayPath), remedy: "count it where it lies, and bring it in tabulated"))
        }
        if !result.wasStopped, result.size != size {
            pass.diagnostics.append(
                .error(
                    "file-changed", at: SourceLocation(file: displayPath), "the file changed while it was read",
                    remedy: "run the command again"))
        }
        return pass
    }
}

extension PassProgress {
    /// Takes in the next piece.
    /// - Returns: its rows; nil where it is not known whether it begins with a record, and behind more rows than are read.
    mutating func take(_ next: RowPiece?) -> RecordBatch? {
        guard !isFull else { return nil }
        guard !isBroken, let next, next.piece.place == nil || next.piece.place?.lowerBound == start.offset else {
            isBroken = true
            return nil
        }
        var batch = next.piece.batch
        batch.moveLines(by: start.line - 1)
        batch.firstRow = rows + 1
        faults.merge(next.faults, lines: start.line - 1)
        rows += next.rows
        blankRows += next.blankRows
        problems += next.piece.problems
        problemCount += next.piece.problemCount
        start.offset = next.piece.place?.upperBound ?? start.offset
        start.line += next.piece.lineEnds
        start.record += next.records
        return batch
    }
}
