package import Diagnostics

/// What a spreadsheet program leaves behind in a file that was opened and saved in it.
package enum SpreadsheetTraces {
    /// True for a number in the notation into which a spreadsheet turns long ids: `1.1E+10`, `3,19085E+09`.
    package static func isRounded(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let first = cell.first, (0x30...0x39).contains(first), cell.count >= 5, cell.count <= 30 else {
            return false
        }
        guard let mark = cell.lastIndex(where: { $0 == 0x45 || $0 == 0x65 }), mark + 2 < cell.endIndex,
            cell[mark + 1] == 0x2B || cell[mark + 1] == 0x2D
        else { return false }
        var points = 0
        for byte in cell[..<mark] {
            if byte == 0x2E || byte == 0x2C { points += 1 } else if !(0x30...0x39).contains(byte) { return false }
        }
        return points <= 1 && cell[(mark + 2)...].allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The finding for ids that are no longer those of the platform.
    package static func roundedIDs(_ count: Int, column: String, file: String, line: Int? = nil) -> Diagnostic {
        .error(
            "rounded-ids", at: SourceLocation(file: file, line: line),
            "\(count) ids of column '\(column)' were rounded by a spreadsheet (as in 1.1E+10), so that different people look alike",
            remedy: "export the responses again and do not open the file in a spreadsheet before it is read here")
    }
}
