/// Distinct cells of one column with their counts, as long as there are few: text that hardly repeats is only counted.
struct ValueTally {
    /// Distinct values that are kept.
    static let kept = 60
    /// Bytes of a value above which the column is free text.
    static let longest = 160

    private(set) var values: [(bytes: [UInt8], count: Int)] = []
    /// Cells that hold an answer.
    private(set) var answers = 0
    /// There are more distinct values than are kept, or longer ones.
    private(set) var isOpen = false
    /// Places of values by hash, 0 for none; values are numbered from 1.
    private var slots = [UInt8](repeating: 0, count: 256)

    mutating func observe(_ cell: ArraySlice<UInt8>) {
        let cell = Blanks.trimmed(cell)
        guard !cell.isEmpty else { return }
        answers += 1
        guard !isOpen else { return }
        guard cell.count <= ValueTally.longest else { return close() }
        var hash: UInt32 = 2_166_136_261
        for byte in cell { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        var slot = Int((hash ^ hash >> 15) & 255)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if values[place].bytes.elementsEqual(cell) {
                values[place].count += 1
                return
            }
            slot = (slot + 1) & 255
        }
        guard values.count < ValueTally.kept else { return close() }
        values.append((Array(cell), 1))
        slots[slot] = UInt8(values.count)
    }

    private mutating func close() {
        isOpen = true
        values = []
    }

    /// The most frequent first, equally frequent ones in the order of their bytes.
    var sorted: [(text: String, count: Int)] {
        values.sorted { $0.count != $1.count ? $0.count > $1.count : $0.bytes.lexicographicallyPrecedes($1.bytes) }
            .map { (String(decoding: $0.bytes, as: UTF8.self), $0.count) }
    }
}
