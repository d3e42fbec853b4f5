/// What a column's name in a mapping leads to.
package enum ColumnLookup: Sendable, Hashable {
    /// Index into `Layout.columns`.
    case found(Int)
    /// No column has that name; the nearest names, at most three, best first.
    case missing(nearest: [String])
    /// Several columns have it: indices into `Layout.columns`; `#N` tells them apart.
    case ambiguous([Int])
}

/// A matrix: the columns whose names differ in the final `[Row]`.
package struct MatrixLookup: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        /// Index into `Layout.columns`.
        package let column: Int
        /// The text that `*` stands for.
        package let text: String
        package init(column: Int, text: String) {
            self.column = column
            self.text = text
        }
    }
    /// In the order of the file; empty if no column fits.
    package let rows: [Row]
    /// Nearest names where no column fits, at most three.
    package let nearest: [String]
    package init(rows: [Row], nearest: [String]) {
        self.rows = rows
        self.nearest = nearest
    }
}

extension Layout {
    /// The column of a name: its header text as `inspect` shows it, else the platform's id of the question, else `#7`
    /// for the seventh column of the file.
    ///
    /// Markup and doubled blanks do not matter; letter case does, unless nothing fits with it.
    package func column(named name: String) -> ColumnLookup {
        let plain = HeaderText.collapse(name)
        let wanted = HeaderText.clean(name)
        let lowered = wanted.lowercased()
        let tests: [(LayoutColumn) -> Bool] = [
            { $0.name == plain || $0.name == wanted }, { $0.questionID == plain || $0.otherIDs.contains(plain) },
            { $0.name.lowercased() == lowered },
        ]
        for test in tests {
            let found = columns.indices.filter { test(columns[$0]) }
            if found.count == 1 { return .found(found[0]) }
            if found.count > 1 { return .ambiguous(found) }
        }
        if plain.hasPrefix("#"), let number = Int(plain.dropFirst()), number >= 1,
            let index = columns.firstIndex(where: { $0.sources.contains(number - 1) })
        {
            return .found(index)
        }
        return .missing(nearest: NearestNames.of(wanted, among: columns.map(\.name)))
    }

    /// The columns that a name with `*` within its final brackets stands for: `Question [*]`, `Question [The * team]`.
    package func matrix(named pattern: String) -> MatrixLookup {
        let wanted = HeaderText.collapse(pattern)
        guard let open = wanted.lastIndex(of: "["), wanted.hasSuffix("]"),
            let star = wanted[open...].firstIndex(of: "*")
        else { return MatrixLookup(rows: [], nearest: []) }
        let question = HeaderText.clean(String(wanted[..<open]))
        let before = wanted[wanted.index(after: open)..<star]
        let after = wanted[wanted.index(after: star)...].dropLast()
        var rows: [MatrixLookup.Row] = []
        for index in columns.indices {
            guard let (text, row) = Layout.splitRow(columns[index].name), text == question,
                row.utf8.count >= before.utf8.count + after.utf8.count, row.hasPrefix(before), row.hasSuffix(after)
            else { continue }
            let inner = row.dropFirst(before.count).dropLast(after.count)
            rows.append(MatrixLookup.Row(column: index, text: HeaderText.collapse(String(inner))))
        }
        guard rows.isEmpty else { return MatrixLookup(rows: rows, nearest: []) }
        var seen: Set<String> = []
        let questions = columns.compactMap { Layout.splitRow($0.name)?.question }.filter { seen.insert($0).inserted }
        return MatrixLookup(rows: [], nearest: NearestNames.of(question, among: questions).map { "\($0) [*]" })
    }

    /// A name of the form `Question [Row]` in its parts.
    ///
    /// The brackets are the last pair; the row may hold brackets of its own.
    static func splitRow(_ name: String) -> (question: String, row: Substring)? {
        guard name.hasSuffix("]") else { return nil }
        var depth = 0
        var index = name.endIndex
        while index > name.startIndex {
            index = name.index(before: index)
            if name[index] == "]" { depth += 1 }
            if name[index] == "[" {
                depth -= 1
                guard depth == 0 else { continue }
                let row = name[name.index(after: index)...].dropLast()
                return (HeaderText.collapse(String(name[..<index])), row)
            }
        }
        return nil
    }
}
