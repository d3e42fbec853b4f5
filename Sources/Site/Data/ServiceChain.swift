package import Report

/// How far each department is from the paying customer, along whom it says it serves: the front line stands at 1, every
/// other department at 1 + the nearest department that it serves.
///
/// Circles are allowed.
package struct ServiceChain: Sendable, Hashable {
    /// By unit; nil for the organisation itself and where no chain leads to the front line.
    package let distances: [Int?]
    /// By unit: the served department on the shortest chain, of equals the first by id; nil for the front line.
    package let next: [Int?]

    /// `exists`, by unit, says which departments there are now; all of them where it is not given.
    ///
    /// An id that no department has is passed over (reading the departments reports it).
    package init(_ organisation: Organisation, exists: [Bool]? = nil) {
        let count = organisation.unitCount
        func isThere(_ unit: Int) -> Bool { exists.map { unit < $0.count && $0[unit] } ?? true }
        var distances = [Int?](repeating: nil, count: count)
        var next = [Int?](repeating: nil, count: count)
        var servers = [[Int]](repeating: [], count: count)
        var level: [Int] = []
        for (index, department) in organisation.departments.enumerated() where isThere(index + 1) {
            if department.isFrontline {
                distances[index + 1] = 1
                level.append(index + 1)
            }
            for served in department.serves {
                guard let unit = organisation.unit(served), unit != 0, isThere(unit) else { continue }
                servers[unit].append(index + 1)
            }
        }
        // Breadth first; units of a level in the order of their ids, so that the first to reach a unit has the least.
        var distance = 1
        while !level.isEmpty {
            distance += 1
            var following: [Int] = []
            for unit in level {
                for server in servers[unit] where distances[server] == nil {
                    distances[server] = distance
                    next[server] = unit
                    following.append(server)
                }
            }
            level = following.sorted()
        }
        self.distances = distances
        self.next = next
    }

    /// The departments from `unit` to one of the front line, both included; empty where no chain leads there.
    package func chain(from unit: Int) -> [Int] {
        guard distances.indices.contains(unit), distances[unit] != nil else { return [] }
        var chain = [unit]
        while let last = chain.last, let following = next[last] { chain.append(following) }
        return chain
    }

    /// Units at each distance, nearest to the customer first, by id; `steps[0]` is the front line.
    package var steps: [[Int]] {
        var steps: [[Int]] = []
        for (unit, distance) in distances.enumerated() {
            guard let distance, distance >= 1 else { continue }
            while steps.count < distance { steps.append([]) }
            steps[distance - 1].append(unit)
        }
        return steps
    }

    /// Departments from which no chain leads to the front line, by id.
    package var unconnected: [Int] { distances.indices.filter { $0 > 0 && distances[$0] == nil } }
}
