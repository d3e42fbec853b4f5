import Storage

/// The decoded beginning of a file, from which delimiter, header and platform are found.
struct HeadText {
    /// Bytes of the file that are looked at.
    static let size = 1 << 20
    /// Records of them.
    static let records = 1000

    let bytes: [UInt8]
    /// The file ends here.
    let isWhole: Bool

    init(path: String, encoding: TextEncoding) throws(StorageError) {
        let file = try InputFile(path: path)
        let raw = try file.read(at: 0, count: HeadText.size)
        isWhole = file.size <= raw.count
        var decoder = TextDecoder(encoding)
        bytes = decoder.decode(raw, isLast: isWhole)
    }

    init(bytes: [UInt8], isWhole: Bool = true) {
        self.bytes = bytes
        self.isWhole = isWhole
    }

    /// Its records under a delimiter.
    ///
    /// A record that the sample cuts is left out, unless it is the only one.
    func records(delimiter: UInt8) -> (batch: RecordBatch, problems: [RecordProblem]) {
        var scanner = RecordScanner(delimiter: delimiter)
        var batch = RecordBatch()
        scanner.scan(bytes, into: &batch)
        if isWhole || batch.count == 0 { scanner.finish(into: &batch) } else { _ = batch.splitOpenRecord() }
        return (batch, scanner.problems)
    }
}
