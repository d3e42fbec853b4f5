/// Numbers of one column that a spreadsheet cut: `3.10` became `3.1`, because it took the version for a decimal number.
///
/// A cell with a list of numbers is text to a spreadsheet and stays whole, so such cells bear witness. `X.Y` counts as
/// cut where
/// * `X.Y0` stands in another cell: in a list, or alone in a file that was put together from two;
/// * the column counts past it: `X.(Y0-1)` or `X.(Y0+1)` occurs (both, where no list holds `X.Y0`), as 3.9 and 3.11;
/// * the column does not pass through `X.Y` itself: neither `X.(Y-1)` nor `X.(Y+1)` occurs, as 3.0 and 3.2, and no
///   list holds `X.Y`.
///
/// Columns with a number such as `3.05` hold decimals and not versions, and so do those with very many numbers.
struct CutNumbers {
    /// Different numbers above which a column holds measurements.
    static let kept = 400
    /// Bytes of a cell above which it is free text.
    static let longest = 200

    private struct Number: Hashable {
        /// Up to 9999, and up to 99.
        let whole: Int
        let part: Int
    }
    private struct Sightings {
        var alone = 0
        var listed = 0
        /// The line of the first cell that holds nothing else.
        var line = 0
    }
    private var numbers: [Number: Sightings] = [:]
    private var isDecimal = false

    mutating func observe(_ cell: ArraySlice<UInt8>, line: Int) {
        guard !isDecimal, let first = cell.first, (0x30...0x39).contains(first), cell.count <= Self.longest,
            cell.contains(0x2E)
        else { return }
        let pieces = cell.split { $0 == 0x2C || $0 == 0x3B || $0 == 0x7C || $0 == 0x0A }
        for piece in pieces {
            guard let number = number(Blanks.trimmed(piece)) else { continue }
            if pieces.count > 1 {
                numbers[number, default: Sightings()].listed += 1
            } else {
                numbers[number, default: Sightings(line: line)].alone += 1
                if numbers[number]?.line == 0 { numbers[number]?.line = line }
            }
        }
        if numbers.count > Self.kept { isDecimal = true }
        if isDecimal { numbers = [:] }
    }

    /// One to four digits, a full stop, one or two digits.
    private mutating func number(_ bytes: ArraySlice<UInt8>) -> Number? {
        guard bytes.count >= 3, bytes.count <= 7, let point = bytes.firstIndex(of: 0x2E) else { return nil }
        let (whole, part) = (bytes[..<point], bytes[(point + 1)...])
        guard (1...4).contains(whole.count), (1...2).contains(part.count),
            (whole + part).allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        if part.count == 2, part.first == 0x30 { isDecimal = true }
        func value(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        return Number(whole: value(whole), part: value(part))
    }

    /// The number of cells that were cut and the line of the first; nil where none was.
    var finding: (count: Int, line: Int)? {
        var count = 0
        var line = Int.max
        for (number, seen) in numbers where seen.alone > 0 && isCut(number, seen) {
            count += seen.alone
            line = min(line, seen.line)
        }
        return count > 0 ? (count, line) : nil
    }

    private func isCut(_ number: Number, _ seen: Sightings) -> Bool {
        func sightings(_ part: Int) -> Sightings? { numbers[Number(whole: number.whole, part: part)] }
        guard (1...9).contains(number.part), seen.listed == 0, let full = sightings(number.part * 10) else {
            return false
        }
        // A neighbour that is cut itself, such as 0.1 beside 0.2 where there are 0.10 and 0.20, is none.
        func passes(_ part: Int) -> Bool {
            part >= 0 && sightings(part) != nil && (part == 0 || sightings(part * 10) == nil)
        }
        guard !passes(number.part - 1), !passes(number.part + 1) else { return false }
        let (before, after) = (sightings(number.part * 10 - 1) != nil, sightings(number.part * 10 + 1) != nil)
        return full.listed > 0 ? before || after : before && after
    }
}
