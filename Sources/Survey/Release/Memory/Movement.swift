/// Who went from which atom to which between two publications of the same groups, known by their marks.
struct Movement {
    private struct Way: Hashable {
        let from: Int
        let to: Int
    }

    /// Sets of atoms, two or more, between which people moved, in ascending order.
    let connected: [[Int]]
    private let ways: [Way: Int]
    private let gained: [Int]
    private let lost: [Int]
    private let before: [Int]

    /// - Parameters:
    ///   - old: the groups of the earlier publication.
    ///   - new: the same groups in the same order.
    init(from old: [PublishedNode], to new: [PublishedNode]) {
        let arrivals = zip(new, old).map { $0.marks.less($1.marks) }
        let departures = zip(old, new).map { $0.marks.less($1.marks) }
        gained = arrivals.map(\.people)
        lost = departures.map(\.people)
        before = old.map(\.atomPeople)
        var leftFrom: [UInt64: [(atom: Int, people: Int)]] = [:]
        for (atom, marks) in departures.enumerated() {
            for (value, people) in zip(marks.values, marks.counts) {
                leftFrom[value, default: []].append((atom, people))
            }
        }
        var ways: [Way: Int] = [:]
        var leader = Array(old.indices)
        func find(_ atom: Int) -> Int {
            var top = atom
            while leader[top] != top { top = leader[top] }
            return top
        }
        for (atom, marks) in arrivals.enumerated() {
            for (value, people) in zip(marks.values, marks.counts) {
                for source in leftFrom[value] ?? [] where source.atom != atom {
                    ways[Way(from: source.atom, to: atom), default: 0] += min(people, source.people)
                    let (one, other) = (find(source.atom), find(atom))
                    leader[max(one, other)] = min(one, other)
                }
            }
        }
        self.ways = ways
        var sets = [[Int]](repeating: [], count: old.count)
        for atom in old.indices { sets[find(atom)].append(atom) }
        connected = sets.filter { $0.count > 1 }
    }

    /// True if everything that both publications together cut out of a connected set is empty or large enough.
    ///
    /// That is: who went one way, who came from outside, who left altogether, and who stayed. Whether these are of one
    /// mind is not known, so that twice the smallest group is asked of them.
    func isSafe(_ atoms: [Int], _ smallest: Int) -> Bool {
        let smallest = 2 * smallest
        for atom in atoms {
            var arrived = 0
            var left = 0
            for other in atoms where other != atom {
                let into = ways[Way(from: other, to: atom)] ?? 0
                guard isAllowed(into, smallest) else { return false }
                arrived += into
                left += ways[Way(from: atom, to: other)] ?? 0
            }
            guard isAllowed(max(0, gained[atom] - arrived), smallest), isAllowed(max(0, lost[atom] - left), smallest),
                isAllowed(max(0, before[atom] - lost[atom]), smallest)
            else { return false }
        }
        return true
    }
}

extension Marks {
    /// How many people it stands for.
    var people: Int { counts.reduce(0, +) }

    /// The people that are not in another.
    func less(_ other: Marks) -> Marks {
        var entries: [(mark: UInt64, count: Int)] = []
        var place = 0
        for (index, value) in values.enumerated() {
            while place < other.values.count, other.values[place] < value { place += 1 }
            let there = place < other.values.count && other.values[place] == value ? other.counts[place] : 0
            if counts[index] > there { entries.append((value, counts[index] - there)) }
        }
        return Marks(entries)
    }
}
