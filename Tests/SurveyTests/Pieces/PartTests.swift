import Parallel
import Testing

@testable import Survey

@Suite("Parts put together") struct PartTests {
    @Test("The codes of parts lead to those of the whole", arguments: [1, 3, 100])
    func dictionaries(size: Int) {
        var dice = Dice(7)
        let cells = (0..<500).map { _ in
            Array(String(repeating: "x", count: dice.below(20)).utf8)
                + Array(String(dice.below(40)).utf8.prefix(dice.below(3)))
        }
        var whole = CellDictionary()
        let codes = cells.enumerated().map { whole.code($1[...], line: $0 + 2) }
        var merged = CellDictionary()
        var found: [UInt32] = []
        for start in stride(from: 0, to: cells.count, by: size) {
            var part = CellDictionary()
            let own = cells[start..<min(start + size, cells.count)].enumerated().map {
                part.code($1[...], line: $0 + 1)
            }
            let leads = merged.merge(part, lines: start + 1)
            found += own.map { leads[Int($0)] }
        }
        #expect(found == codes)
        #expect(merged.count == whole.count)
        for code in 0..<whole.count {
            #expect(merged.cell(code) == whole.cell(code))
            #expect(merged.count(code) == whole.count(code))
            #expect(merged.firstLine(code) == whole.firstLine(code))
        }
        #expect(cells.indices.allSatisfy { Array(whole.cell(Int(codes[$0]))) == cells[$0] })
    }

    @Test("Cells that differ in one byte have codes of their own, whatever their length")
    func nearCells() {
        var cells: [[UInt8]] = []
        for length in 1...70 {
            let plain = [UInt8](repeating: 0x78, count: length)
            cells.append(plain)
            for place in 0..<length {
                var other = plain
                other[place] = 0x79
                cells.append(other)
            }
        }
        var dictionary = CellDictionary()
        for (index, cell) in cells.enumerated() {
            #expect(dictionary.code(cell[...], line: index) == UInt32(index + 1))
        }
        #expect(cells.indices.allSatisfy { Array(dictionary.cell($0 + 1)) == cells[$0] })
        // The same cells in one buffer, without a byte behind the last, and one that nobody knows.
        let unknown = 17
        let rows = cells[..<unknown] + [Array("unknown".utf8)] + cells[unknown...]
        let bytes = Array(rows.joined())
        let starts = rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        func write(_ range: Range<Int>, into codes: inout [UInt16]) -> Int {
            unsafe codes.withUnsafeMutableBufferPointer { codes in
                unsafe bytes.withUnsafeBytes { raw in
                    guard let base = raw.baseAddress else { return 0 }
                    return unsafe dictionary.write(range, into: codes) { row in
                        unsafe CellBytes(base, starts[row], starts[row + 1], limit: raw.count)
                    }
                }
            }
        }
        var codes = [UInt16](repeating: 0, count: rows.count)
        #expect(write(0..<rows.count, into: &codes) == unknown)
        #expect(write(unknown + 1..<rows.count, into: &codes) == rows.count)
        #expect(codes == (0..<rows.count).map { $0 == unknown ? 0 : UInt16($0 < unknown ? $0 + 1 : $0) })
    }

    /// Whatever their hashes are: a table compares keys only where those fall together.
    @Test("Keys of cells that differ in one byte, or in their length, are different")
    func nearKeys() {
        func key(_ cell: [UInt8]) -> CellKey {
            unsafe cell.withUnsafeBytes { raw in
                guard let base = raw.baseAddress else { return CellKey(0, 0) }
                return unsafe CellBytes(base, 0, cell.count, limit: raw.count).key
            }
        }
        for length in 1...CellKey.longest {
            let plain = [UInt8](repeating: 0x78, count: length)
            let own = key(plain)
            #expect(own == key(plain))
            #expect(!(own == key(plain + [0x78])), "\(length) bytes")
            for place in 0..<length {
                var other = plain
                other[place] = 0x79
                #expect(!(own == key(other)), "\(length) bytes, at \(place)")
            }
        }
    }

    @Test("A part may begin with cells that it does not meet")
    func unmet() {
        func cell(_ number: Int) -> [UInt8] { Array(repeating: 0x61, count: number) + [0x62] }
        var first = CellDictionary()
        for number in 0..<50 { _ = first.code(cell(number)[...], line: number + 2) }
        var second = first.unmet
        #expect((0..<second.count).allSatisfy { second.count($0) == 0 })
        let codes = [3, 60, 7, 3].map { Int(second.code(cell($0)[...], line: $0 + 1)) }
        #expect(codes == [4, 51, 8, 4])
        var whole = CellDictionary()
        _ = whole.merge(first, lines: 0)
        let leads = whole.merge(second, lines: 100)
        #expect(codes.map { leads[$0] } == [4, 51, 8, 4])
        #expect(whole.count == 52)
        #expect(whole.count(4) == 3)
        #expect(whole.count(5) == 1)
        #expect(whole.firstLine(4) == 5)
        #expect(whole.firstLine(51) == 161)
        // Where they stand under other numbers, or not at all, they are found by their bytes.
        var other = CellDictionary()
        _ = other.code(cell(7)[...], line: 1)
        let others = other.merge(second, lines: 100)
        #expect(
            codes.map { other.text(Int(others[$0])) }
                == [3, 60, 7, 3].map { String(decoding: cell($0), as: UTF8.self) })
        #expect(other.count == 4)
    }

    @Test("Lines are kept whatever the parts", arguments: [1, 2, 7, 50])
    func lines(size: Int) {
        var dice = Dice(3)
        var line = 1
        let lines = (0..<60).map { _ in
            line += dice.chance(0.7) ? 1 : 1 + dice.below(4)
            return line
        }
        var merged = RowLines()
        for start in stride(from: 0, to: lines.count, by: size) {
            var part = RowLines()
            for line in lines[start..<min(start + size, lines.count)] { part.append(line - start) }
            merged.append(part, offset: start)
        }
        #expect(lines.indices.map { merged[$0] } == lines)
        #expect(merged.count == lines.count)
    }

    @Test("Equal keys are found by all workers as by comparing each with each", arguments: [1, 2, 5], [10, 300])
    func equalKeys(workers: Int, different: Int) {
        var dice = Dice(UInt64(different))
        let keys = (0..<200).map { _ in ByteHash.mix(UInt64(dice.below(different))) }
        let expected = keys.indices.map { place in
            keys[place] == 0 ? UInt32(place) : UInt32(keys.firstIndex(of: keys[place]) ?? 0)
        }
        #expect(EqualKeys.firstPlaces(keys, parallel: Parallel(workers: workers), groupSize: 16) == expected)
        #expect(EqualKeys.firstPlaces(Array(Set(keys))) == nil)
        #expect(EqualKeys.firstPlaces([]) == nil)
        #expect(EqualKeys.firstPlaces([0, 0]) == nil)
    }

    @Test("Ids in parts lose their zeros as in one go", arguments: [1, 2, 5])
    func lostZeros(size: Int) {
        var dice = Dice(11)
        for _ in 0..<60 {
            let ids = (0..<30).map { _ in
                dice.chance(0.01)
                    ? "x1" : dice.chance(0.1) ? String(100 + dice.below(900)) : String(40_000 + dice.below(50_000))
            }
            var whole = LostZeros()
            for (row, id) in ids.enumerated() { whole.observe(Array(id.utf8)[...], line: row + 2) }
            var merged = LostZeros()
            for start in stride(from: 0, to: ids.count, by: size) {
                var part = LostZeros()
                for (row, id) in ids[start..<min(start + size, ids.count)].enumerated() {
                    part.observe(Array(id.utf8)[...], line: row + 1)
                }
                merged.merge(part, lines: start + 1)
            }
            #expect(merged.finding?.count == whole.finding?.count)
            #expect(merged.finding?.line == whole.finding?.line)
        }
    }

    @Test("A comment that is known to say something without a closer look does")
    func silence() {
        var dice = Dice(5)
        let words = [
            "n/a", "not applicable", "don't know", "no opinion", "-", "good", "(n/a)", "5 -", "prefer not to say", "é",
        ]
        for _ in 0..<2_000 {
            let text = (0..<(1 + dice.below(8))).map { _ in words[dice.below(words.count)] }.joined(separator: " ")
            if NotApplicable.isLonger(Array(text.utf8)[...]) { #expect(!NotApplicable.isSilent(Label(text))) }
        }
        #expect(NotApplicable.isLonger(Array("Please answer the phone more often than you do now".utf8)[...]))
        #expect(!NotApplicable.isLonger(Array("I'd rather say nothing about it than (n/a), as it were so".utf8)[...]))
    }
}
