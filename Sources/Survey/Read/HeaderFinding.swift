import Report

/// Where the header begins, which platform wrote it, and what follows from both.
struct HeaderFinding {
    /// Records above the header, announcement of the delimiter, titles and blank lines.
    let preamble: Int
    let platform: any PlatformForm.Type
    let headerRows: Int
    let reason: String
    let head: Head

    /// Rows of a preamble that are looked at.
    private static let longestPreamble = 30

    /// nil if the records hold nothing but blanks.
    static func find(_ batch: RecordBatch, announced: Bool, declared: Platform?) -> HeaderFinding? {
        let first = announced ? 1 : 0
        guard let top = (first..<max(first, batch.count)).first(where: { !batch.isBlank($0) }) else { return nil }
        let shape = TableShape(batch)
        var start = top
        while start < min(batch.count, top + longestPreamble) {
            guard batch.isBlank(start) || isTitle(batch, start, shape) else { break }
            if !batch.isBlank(start), recognise(Head(batch, from: start), declared) != nil { break }
            start += 1
        }
        if start >= min(batch.count, top + longestPreamble) || start > top && !isHeader(batch, start) { start = top }
        let head = Head(batch, from: start)
        let (platform, reason) = recognise(head, declared) ?? (GenericForm.self, GenericForm.recognise(head) ?? "")
        let headerRows = max(1, min(platform.headerRows(head), head.rows.count))
        // Blank lines between header rows would be counted as header rows; no platform writes them.
        let width = head.rows.prefix(headerRows).map(\.count).max() ?? 0
        let filled = head.rows.map { min(width, Head.filled($0)) }.max() ?? 0
        return HeaderFinding(
            preamble: start, platform: platform, headerRows: headerRows,
            reason: declared == nil ? reason : "declared", head: Head(rows: head.rows, width: filled))
    }

    /// The first platform that knows the table as its own; the declared one without asking.
    private static func recognise(_ head: Head, _ declared: Platform?) -> (any PlatformForm.Type, String)? {
        if let declared { return (PlatformForms.form(of: declared), "declared") }
        for form in PlatformForms.all where form.platform != .generic {
            if let reason = form.recognise(head) { return (form, reason) }
        }
        return nil
    }

    /// A line of one or two filled cells above a table that is wider.
    private static func isTitle(_ batch: RecordBatch, _ record: Int, _ shape: TableShape) -> Bool {
        let filled = filled(batch, record)
        if shape.width == 2 { return batch.width(record) == 1 }
        guard shape.width > 2, filled <= 2 else { return false }
        return (record + 1..<min(batch.count, record + longestPreamble)).contains { self.filled(batch, $0) > 2 }
    }

    /// False for a row with a number or a date in it: under titles stands a header, not an answer.
    private static func isHeader(_ batch: RecordBatch, _ record: Int) -> Bool {
        (0..<batch.width(record)).allSatisfy { column in
            let cell = Blanks.trimmed(batch.cell(record, column))
            let isNumber = !cell.isEmpty && cell.allSatisfy { (0x2B...0x39).contains($0) }
            return !isNumber && DateReading.read(cell) == nil
        }
    }

    private static func filled(_ batch: RecordBatch, _ record: Int) -> Int {
        (0..<batch.width(record)).count { !Blanks.areAll(batch.cell(record, $0)) }
    }

    /// True if the sample was written by something that drops blank cells at the end of a row: a tenth of the data rows
    /// or more are short, at least three, and no row, short or whole, ends with a blank cell.
    func dropsTrailingBlanks(namedWidth: Int) -> Bool {
        let data = head.rows.dropFirst(headerRows)
        let short = data.count { $0.count < namedWidth }
        return short >= 3 && short * 10 >= data.count && data.allSatisfy { $0.last?.isEmpty == false }
    }
}
