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
