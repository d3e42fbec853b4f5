import Diagnostics
import Storage

/// Bytes that no text has, with the place of the first.
enum ByteProblems {
    static func find(
        _ survey: ByteSurvey, _ encoding: TextEncoding, path: String, displayPath: String
    ) throws(StorageError) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        if let zero = survey.firstZero, !isWide {
            found.append(
                .error(
                    "nul-byte", at: try place(of: zero, path: path, displayPath: displayPath),
                    "a zero byte stands here: the file is damaged, or its encoding is another",
                    remedy: "export the responses again as CSV UTF-8, or declare `encoding:` in the mapping"))
        }
        if let damaged = survey.firstIllFormed, encoding == .utf8 || encoding == .utf8WithMark {
            found.append(
                .warning(
                    "damaged-text", at: try place(of: damaged, path: path, displayPath: displayPath),
                    "bytes that are no UTF-8 stand here, \(survey.illFormed) in the file; they are read as U+FFFD",
                    remedy: "export the responses again as CSV UTF-8, or declare `encoding:` in the mapping"))
        }
        return found
    }

    /// Line and column of an offset in a file of single bytes or UTF-8.
    private static func place(of target: Int, path: String, displayPath: String) throws(StorageError) -> SourceLocation
    {
        let file = try InputFile(path: path)
        var line = 1
        var lineStart = 0
        var followsReturn = false
        var offset = 0
        while offset < target {
            let chunk = try file.read(at: offset, count: min(ByteSurvey.chunkSize, target - offset))
            guard !chunk.isEmpty else { break }
            for (index, byte) in chunk.enumerated() where byte == 0x0A || byte == 0x0D {
                let isSecond = byte == 0x0A && (index == 0 ? followsReturn : chunk[index - 1] == 0x0D)
                if !isSecond { line += 1 }
                lineStart = offset + index + 1
            }
            followsReturn = chunk.last == 0x0D
            offset += chunk.count
        }
        return SourceLocation(file: displayPath, line: line, column: target - lineStart + 1)
    }
}
