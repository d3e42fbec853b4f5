extension Layout {
    /// False for a row that has cells beyond the last header, or lacks cells where the writer does not drop blank ones.
    package func fits(_ batch: RecordBatch, _ record: Int) -> Bool {
        let found = batch.width(record)
        if found <= width { return found >= namedWidth || dropsTrailingBlanks }
        return (width..<found).allSatisfy { Blanks.areAll(batch.cell(record, $0)) }
    }

    /// True for a label that stands for "not chosen".
    func isBlankWord(_ cell: ArraySlice<UInt8>) -> Bool {
        guard !blanks.isEmpty else { return false }
        let text = Blanks.trimmed(cell)
        return blanks.contains { $0.utf8.elementsEqual(text) }
    }
}

extension RowMark {
    /// True if the mark is on the row.
    func holds(_ batch: RecordBatch, _ record: Int) -> Bool {
        holds(batch.cell(record, column)) && others.allSatisfy { holds(batch.cell(record, $0)) }
    }

    private func holds(_ cell: ArraySlice<UInt8>) -> Bool {
        let text = Blanks.trimmed(cell)
        return switch test {
        case .isOneOf(let words): words.contains { RowMark.matches(text, $0) }
        case .isNoneOf(let words): !words.contains { RowMark.matches(text, $0) }
        case .isEmpty: text.isEmpty
        }
    }

    /// Equal but for the case of ASCII letters.
    private static func matches(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
        guard text.count == word.utf8.count else { return false }
        return zip(text, word.utf8).allSatisfy { lowered($0) == lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
