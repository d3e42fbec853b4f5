/// Ids of respondents that lost their leading zeros, because a spreadsheet took them for numbers: `004711` became `4711`.
///
/// Zeros are lost where all ids are digits only, at least two thirds of them have one length of three digits or more,
/// some are shorter and none longer, and none begins with 0 any more. The numbers of a counter look the same; they are
/// told apart by three signs, each of which is enough for silence:
/// * along the file the ids never become shorter, or never longer: the shorter ones are the beginning of a sequence;
/// * the ids fill a quarter or more of the range that they span, as 1, 2, 3, … N do in any order;
/// * the first digit of the largest id is 1, 2 or 3, as of a counter that has got another digit not long ago.
///
/// So zeros lost in a file that was sorted by its ids are not seen; a false alarm would be worse.
struct LostZeros {
    /// Ids below which nothing can be said.
    static let fewest = 5
    /// Digits of the longest number that is looked at.
    static let longest = 18

    /// By number of digits.
    private var counts = [Int](repeating: 0, count: LostZeros.longest + 1)
    private var firstLines = [Int](repeating: 0, count: LostZeros.longest + 1)
    private var isOther = false
    private var grew = false
    private var shrank = false
    /// Digits of the first id and of the last.
    private var first = 0
    private var previous = 0
    private var smallest = Int.max
    private var largest = 0

    /// Takes in an id without blanks around it; empty ones are passed over.
    mutating func observe(_ id: ArraySlice<UInt8>, line: Int) {
        guard !isOther, let first = id.first else { return }
        guard first != 0x30, id.count <= Self.longest, id.allSatisfy({ (0x30...0x39).contains($0) }) else {
            isOther = true
            return
        }
        let value = id.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        smallest = min(smallest, value)
        largest = max(largest, value)
        if counts[id.count] == 0 { firstLines[id.count] = line }
        counts[id.count] += 1
        if previous > 0, id.count > previous { grew = true }
        if id.count < previous { shrank = true }
        previous = id.count
        if self.first == 0 { self.first = id.count }
    }

    /// Takes in an id that does not begin with a digit.
    mutating func observeOther() { isOther = true }

    /// Takes in the ids of rows that follow.
    /// - Parameter lines: what has to be added to their lines.
    mutating func merge(_ next: LostZeros, lines: Int) {
        if next.isOther { isOther = true }
        guard !isOther, next.first > 0 else { return }
        smallest = min(smallest, next.smallest)
        largest = max(largest, next.largest)
        for length in counts.indices {
            if counts[length] == 0, next.counts[length] > 0 { firstLines[length] = next.firstLines[length] + lines }
            counts[length] += next.counts[length]
        }
        if next.grew || previous > 0 && next.first > previous { grew = true }
        if next.shrank || next.first < previous { shrank = true }
        previous = next.previous
        if first == 0 { first = next.first }
    }

    /// The number of ids that are too short and the line of the first; nil where none is.
    var finding: (count: Int, line: Int)? {
        let total = counts.reduce(0, +)
        guard !isOther, total >= Self.fewest, grew, shrank, let length = counts.lastIndex(where: { $0 > 0 }),
            length >= 3, counts[length] >= total - total / 3
        else { return nil }
        let short = total - counts[length]
        guard total < (largest - smallest) / 4 else { return nil }
        guard largest >= (1..<length).reduce(4, { power, _ in power * 10 }) else { return nil }
        let lines = firstLines[..<length].filter { $0 > 0 }
        return lines.min().map { (short, $0) }
    }
}
