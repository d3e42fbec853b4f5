package import Diagnostics
import Storage

/// The records of a file exactly as read, for comparison with other readers: header rows and blank lines included, cells
/// untouched but for quoting and decoding.
package enum RecordDump {
    /// Hands on one JSON array of strings a record, each with a line feed behind it, in pieces of some size.
    ///
    /// - Parameter chunkSize: bytes that are read at a time, nil for the usual number; the records do not depend on it.
    /// - Returns: errors where the file breaks RFC 4180 or cannot be read.
    package static func write(
        path: String, displayPath: String, hints: LayoutHints = LayoutHints(), chunkSize: Int? = nil,
        to sink: ([UInt8]) -> Void
    ) -> [Diagnostic] {
        do throws(StorageError) {
            let form = try FileForm.find(path: path, displayPath: displayPath, hints: hints)
            guard !form.isForeign else { return form.diagnostics }
            var layout = Layout(encoding: form.encoding.encoding, delimiter: form.delimiter.delimiter)
            if let header = HeaderFinding.find(
                form.head, announced: form.delimiter.isAnnounced, declared: hints.platform)
            {
                layout.platform = header.platform.platform
                layout.preambleRecords = header.preamble
                layout.headerRows = header.headerRows
            }
            var reader = RecordReader(
                path: path, encoding: layout.encoding, delimiter: layout.delimiter, isWellFormed: form.isWellFormed)
            if let chunkSize { reader.chunkSize = max(1, chunkSize) }
            var out: [UInt8] = []
            let result = try reader.forEachBatch { batch in
                out.removeAll(keepingCapacity: true)
                for record in 0..<batch.count {
                    out.append(0x5B)
                    for column in 0..<batch.width(record) {
                        if column > 0 { out.append(0x2C) }
                        JSONValue.appendQuoted(batch.cell(record, column), to: &out)
                    }
                    out.append(0x5D)
                    out.append(0x0A)
                }
                sink(out)
                return true
            }
            return form.diagnostics + RowDiagnostics(displayPath: displayPath).conclude(result, layout, rows: 0)
        } catch {
            return [SurveyFile.unreadable(displayPath, error)]
        }
    }
}
