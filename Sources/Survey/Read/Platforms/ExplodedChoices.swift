import Storage

/// Questions of one choice that were written with one column a choice: `Question [Yes]`, `Question [No]`, of which each
/// row fills one at most, with the choice's own label.
///
/// They become one column again.
struct ExplodedChoices {
    private struct Group {
        let question: String
        /// Indices into the columns of the layout.
        let columns: [Int]
        /// The one value of each column so far.
        var values: [[UInt8]?]
        /// Columns with more than one value: text of one's own beside the choices.
        var open: Set<Int> = []
        /// Some row fills two: several choices were allowed, or it is a matrix.
        var isSeveral = false
    }
    private var groups: [Group] = []
    private let columns: [LayoutColumn]
    private let blanks: Layout

    /// - Parameter layout: the form found so far, one column of the layout for each column of the file.
    init(_ layout: Layout) {
        columns = layout.columns
        blanks = layout
        var start = 0
        while start < columns.count {
            let question = Layout.splitRow(columns[start].name)?.question
            var end = start + 1
            while end < columns.count, let question, Layout.splitRow(columns[end].name)?.question == question {
                end += 1
            }
            let hasOwnColumn = start > 0 && columns[start - 1].name == question
            if let question, end - start > 1, !hasOwnColumn {
                let values = [[UInt8]?](repeating: nil, count: end - start)
                groups.append(Group(question: question, columns: Array(start..<end), values: values))
            }
            start = end
        }
    }

    /// False once no group can be joined any more.
    var isOpen: Bool { groups.contains { !$0.isSeveral } }

    mutating func observe(_ batch: RecordBatch) {
        for index in groups.indices where !groups[index].isSeveral {
            for record in 0..<batch.count where !groups[index].isSeveral { observe(batch, record, &groups[index]) }
        }
    }

    private func observe(_ batch: RecordBatch, _ record: Int, _ group: inout Group) {
        var filled = 0
        for (place, column) in group.columns.enumerated() {
            let cell = Blanks.trimmed(batch.cell(record, columns[column].sources[0]))
            if cell.isEmpty || blanks.isBlankWord(cell) { continue }
            if let value = group.values[place] {
                if !value.elementsEqual(cell) { group.open.insert(place) }
            } else {
                group.values[place] = Array(cell)
            }
            if !group.open.contains(place) { filled += 1 }
        }
        group.isSeveral = filled > 1 || group.open.count > 1
    }

    /// The columns with those of one choice joined.
    func joined() -> [LayoutColumn] {
        var result = columns
        var removed: Set<Int> = []
        for group in groups {
            let choices = choices(of: group)
            guard choices.count > 1, let first = choices.first else { continue }
            result[first] = LayoutColumn(
                name: group.question, questionID: columns[first].questionID, role: .answer,
                sources: choices.flatMap { columns[$0].sources })
            removed.formUnion(choices.dropFirst())
        }
        return result.indices.filter { !removed.contains($0) }.map { result[$0] }
    }

    /// The columns that are choices of one answer; empty if the group is no such question.
    ///
    /// Each holds its own label or nothing, or each a code of its own where labels are written as codes; one more may
    /// hold text of one's own.
    private func choices(of group: Group) -> [Int] {
        guard !group.isSeveral else { return [] }
        var labelled: [Int] = []
        var others: [Int] = []
        for (place, column) in group.columns.enumerated() where !group.open.contains(place) {
            guard let value = group.values[place] else {
                labelled.append(column)
                continue
            }
            let row = Layout.splitRow(columns[column].name)?.row ?? ""
            let isLabel = HeaderText.clean(String(decoding: value, as: UTF8.self)) == HeaderText.collapse(String(row))
            if isLabel { labelled.append(column) } else { others.append(column) }
        }
        let values = group.values.compactMap { $0 }
        if others.count + group.open.count <= 1, values.count > others.count + group.open.count { return labelled }
        let areCodes =
            values.count > 1 && Set(values).count == values.count
            && values.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
        return areCodes && group.open.isEmpty ? group.columns : []
    }
}
