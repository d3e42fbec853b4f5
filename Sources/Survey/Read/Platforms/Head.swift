/// The first rows of a table as text, header rows first: what platforms are recognised by.
struct Head {
    /// Rows of at most `HeadText.records`, cells without outer blanks; the first is the first header row.
    let rows: [[String]]
    /// Columns that are looked at.
    let width: Int
    /// The first header row, cleaned once: platforms ask for it column by column.
    private let first: [String]

    /// - Parameter width: nil for the columns up to the last one that any of the first three rows fills.
    init(rows: [[String]], width: Int? = nil) {
        self.rows = rows
        let width = width ?? rows.prefix(3).map(Head.filled).max() ?? 0
        self.width = width
        first = (0..<width).map { column in
            HeaderText.clean(rows.first.flatMap { column < $0.count ? $0[column] : nil } ?? "")
        }
    }

    init(_ batch: RecordBatch, from first: Int) {
        var rows: [[String]] = []
        for record in first..<max(first, batch.count) where rows.count < HeadText.records && !batch.isBlank(record) {
            rows.append(
                (0..<batch.width(record)).map {
                    String(decoding: Blanks.trimmed(batch.cell(record, $0)), as: UTF8.self)
                })
        }
        self.init(rows: rows)
    }

    /// Columns of a row up to the last one that is not blank.
    static func filled(_ row: [String]) -> Int { (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    /// A cell; empty beyond the row's or the sample's end.
    func cell(_ row: Int, _ column: Int) -> String {
        row < rows.count && column < rows[row].count ? rows[row][column] : ""
    }

    /// A header row as text on one line, `width` cells.
    func header(_ row: Int) -> [String] { row == 0 ? first : (0..<width).map { HeaderText.clean(cell(row, $0)) } }

    /// The first header row in lower case.
    var keys: [String] { header(0).map { $0.lowercased() } }

    /// Values of a column below the header rows that are not empty.
    func values(_ column: Int, below headerRows: Int) -> [String] {
        rows.dropFirst(headerRows).compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
    }

    /// True if there are values and at least nine in ten of them are dates.
    func areDates(_ column: Int, below headerRows: Int) -> Bool {
        let values = values(column, below: headerRows).prefix(200)
        guard !values.isEmpty else { return false }
        let dates = values.count { DateReading.read(Array($0.utf8)[...]) != nil }
        return dates * 10 >= values.count * 9
    }
}
