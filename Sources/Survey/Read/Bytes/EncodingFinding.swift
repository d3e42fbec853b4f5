import Storage

/// The encoding of a file, and why.
struct EncodingFinding {
    let encoding: TextEncoding
    /// A sentence without a full stop.
    let reason: String

    /// - Parameter declared: what the mapping says, which is believed.
    static func find(_ survey: ByteSurvey, path: String, declared: TextEncoding?) throws(StorageError)
        -> EncodingFinding
    {
        if let declared { return EncodingFinding(encoding: declared, reason: "declared") }
        if survey.start.starts(with: [0xEF, 0xBB, 0xBF]) {
            return EncodingFinding(encoding: .utf8WithMark, reason: "the file begins with the byte-order mark EF BB BF")
        }
        if survey.start.starts(with: [0xFF, 0xFE]) {
            return EncodingFinding(
                encoding: .utf16LittleEndian, reason: "the file begins with the byte-order mark FF FE")
        }
        if survey.start.starts(with: [0xFE, 0xFF]) {
            return EncodingFinding(encoding: .utf16BigEndian, reason: "the file begins with the byte-order mark FE FF")
        }
        let sampled = min(survey.size, 65_536)
        if survey.size % 2 == 0, survey.oddZeros + survey.evenZeros > sampled / 20 {
            // Latin letters, digits and delimiters have a zero as their high byte.
            if survey.oddZeros > 8 * survey.evenZeros {
                return EncodingFinding(
                    encoding: .utf16LittleEndian,
                    reason: "no mark, but \(survey.oddZeros) of the first bytes at odd places are zero")
            }
            if survey.evenZeros > 8 * survey.oddZeros {
                return EncodingFinding(
                    encoding: .utf16BigEndian,
                    reason: "no mark, but \(survey.evenZeros) of the first bytes at even places are zero")
            }
        }
        guard survey.illFormed > 0 else {
            let reason =
                survey.wellFormed == 0
                ? "all bytes are ASCII, which is UTF-8 too"
                : "all \(survey.wellFormed) characters beyond ASCII are well-formed UTF-8"
            return EncodingFinding(encoding: .utf8, reason: reason)
        }
        if survey.wellFormed > 4 * survey.illFormed {
            return EncodingFinding(
                encoding: .utf8,
                reason:
                    "\(survey.wellFormed) characters beyond ASCII are well-formed UTF-8, \(survey.illFormed) are damaged"
            )
        }
        return try singleByte(path: path, illFormed: survey.illFormed)
    }

    private static func singleByte(path: String, illFormed: Int) throws(StorageError) -> EncodingFinding {
        let file = try InputFile(path: path)
        var score = SingleByteScore()
        var offset = 0
        while true {
            let chunk = try file.read(at: offset, count: ByteSurvey.chunkSize)
            score.observe(chunk)
            offset += chunk.count
            if chunk.count < ByteSurvey.chunkSize { break }
        }
        let isMac = score.macRoman > score.windows1252
        return EncodingFinding(
            encoding: isMac ? .macRoman : .windows1252,
            reason:
                "\(illFormed) places are no UTF-8; as \(isMac ? "Mac Roman" : "Windows-1252") the letters and signs beyond ASCII "
                + "stand where such letters and signs stand (\(isMac ? score.macRoman : score.windows1252) points against "
                + "\(isMac ? score.windows1252 : score.macRoman))")
    }
}
