import Parallel

/// Finds equal ones among millions of 64-bit keys.
enum EqualKeys {
    /// Keys of a group that is searched at a time: its table should fit in the cache of a core.
    static let groupSize = 32_768

    /// By key, the place of the first key that equals it; nil where all keys differ. The key 0 equals none.
    ///
    /// The keys must be hashes already: they are divided by their highest bits and found by their lowest.
    static func firstPlaces(
        _ keys: [UInt64], parallel: Parallel = .machine, groupSize: Int = EqualKeys.groupSize
    ) -> [UInt32]? {
        guard keys.count < UInt32.max else { return nil }
        var bits = 0
        while keys.count >> bits > groupSize, bits < 16 { bits += 1 }
        func group(_ key: UInt64) -> Int { bits == 0 ? 0 : Int(key >> UInt64(64 - bits)) }

        // Places by group, in order.
        var ends = [Int](repeating: 0, count: (1 << bits) + 1)
        for key in keys { ends[group(key) + 1] += 1 }
        for index in 1..<ends.count { ends[index] += ends[index - 1] }
        let starts = ends
        var places = [UInt32](repeating: 0, count: keys.count)
        for (place, key) in keys.enumerated() {
            places[ends[group(key)]] = UInt32(truncatingIfNeeded: place)
            ends[group(key)] += 1
        }
        let inGroups = places
        let repeated = parallel.map(1 << bits) { group in
            repeats(of: keys, among: inGroups[starts[group]..<starts[group + 1]])
        }
        guard repeated.contains(where: { !$0.isEmpty }) else { return nil }
        var first = (0..<UInt32(keys.count)).map { $0 }
        for group in repeated {
            for (place, earlier) in group { first[Int(place)] = earlier }
        }
        return first
    }

    /// The places whose keys stand at an earlier place too, each with the first such place.
    private static func repeats(of keys: [UInt64], among places: ArraySlice<UInt32>) -> [(UInt32, UInt32)] {
        var size = 16
        while size < 2 * places.count { size *= 2 }
        // By key: its first place and one more, 0 where it is free.
        var table = [UInt32](repeating: 0, count: size)
        var found: [(UInt32, UInt32)] = []
        for place in places {
            let key = keys[Int(place)]
            guard key != 0 else { continue }
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while table[slot] != 0, keys[Int(table[slot] - 1)] != key { slot = (slot + 1) & (size - 1) }
            if table[slot] == 0 { table[slot] = place + 1 } else { found.append((place, table[slot] - 1)) }
        }
        return found
    }
}
