package import Diagnostics
import Storage

extension SurveyFile {
    /// Finds the form of a file.
    /// - Parameter displayPath: the path for messages.
    /// - Returns: nil with errors for a file that cannot be read as a table at all.
    package static func open(path: String, displayPath: String, hints: LayoutHints = LayoutHints()) -> Outcome<
        SurveyFile?
    > {
        do throws(StorageError) {
            let size = try InputFile(path: path).size
            let encoding = hints.encoding ?? .utf8
            let reader = RecordReader(path: path, encoding: encoding, delimiter: hints.delimiter ?? 0x2C)
            var head = RecordBatch()
            _ = try reader.forEachBatch { batch in
                head = batch
                return false
            }
            var layout = Layout(encoding: encoding, delimiter: hints.delimiter ?? 0x2C)
            layout.width = head.width(0)
            layout.columns = (0..<head.width(0)).map {
                LayoutColumn(name: HeaderText.clean(head.text(0, $0)), questionID: nil, role: .answer, sources: [$0])
            }
            return Outcome(
                SurveyFile(path: path, displayPath: displayPath, layout: layout, size: size, isWellFormed: false))
        } catch {
            return Outcome(nil, [unreadable(displayPath, error)])
        }
    }
}
