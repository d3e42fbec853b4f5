/// The departments of a site. A **unit** is a place in dense tables: unit 0 is the whole organisation (`*`), the others
/// are the departments in the order of their id bytes.
package struct Organisation: Sendable, Hashable {
    package let name: String
    /// Departments by id; `departments[i]` is unit `i + 1`.
    package let departments: [Department]
    private let unitOfID: [DepartmentID: Int]

    package init(name: String, departments: [Department]) {
        self.name = name
        self.departments = departments.sorted { $0.id < $1.id }
        var units: [DepartmentID: Int] = [.organisation: 0]
        for (index, department) in self.departments.enumerated() { units[department.id] = index + 1 }
        unitOfID = units
    }

    /// Number of units, the organisation included.
    package var unitCount: Int { departments.count + 1 }
    package var units: Range<Int> { 0..<unitCount }

    /// The unit of an id, nil for an unknown one.
    package func unit(_ id: DepartmentID) -> Int? { unitOfID[id] }
    /// The department of a unit, nil for the organisation itself.
    package func department(_ unit: Int) -> Department? {
        unit >= 1 && unit < unitCount ? departments[unit - 1] : nil
    }
    package func id(_ unit: Int) -> DepartmentID { department(unit)?.id ?? .organisation }
    package func displayName(_ unit: Int) -> String { department(unit)?.name ?? name }

    /// The tree in force in each of some waves.
    ///
    /// Waves that departments name in their own dates take part in the order of time, also where no survey has them.
    package func trees(of waves: [WaveID], calendar: WaveCalendar) -> [DepartmentTree] {
        let named = departments.flatMap { department in
            [department.until].compactMap { $0 }
                + department.memberships.flatMap { [$0.from, $0.to].compactMap { $0 } }
        }
        let order = calendar.ordered(calendar.listed.map(\.id) + named + waves)
        return waves.map { tree(in: $0, of: order) }
    }

    /// The tree in force in one of the waves, which are given in order of time and hold every wave that a department's
    /// own dates name. Where none of a department's memberships holds, it hangs directly under the organisation. Units that did not exist then are not
    /// in it. A parent that is unknown, absent in that wave or part of a circle counts as the organisation (reading
    /// the departments reports those as errors).
    package func tree(in wave: WaveID, of waves: [Wave]) -> DepartmentTree {
        let position = Dictionary(waves.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let now = position[wave] ?? waves.count
        func holds(_ from: WaveID?, _ to: WaveID?) -> Bool {
            if let from, let start = position[from], now < start { return false }
            if let to, let end = position[to], now > end { return false }
            return true
        }
        var exists = [Bool](repeating: true, count: unitCount)
        for unit in 1..<max(1, unitCount) { exists[unit] = holds(nil, departments[unit - 1].until) }
        var parents = [Int?](repeating: nil, count: unitCount)
        for unit in 1..<max(1, unitCount) where exists[unit] {
            let memberships = departments[unit - 1].memberships
            let parent = memberships.first { holds($0.from, $0.to) }?.parent.flatMap { unitOfID[$0] } ?? 0
            parents[unit] = exists[parent] ? parent : 0
        }
        return DepartmentTree(parents: parents, exists: exists)
    }
}

/// The department tree of one wave over the units of an `Organisation`; unit 0 is the root.
package struct DepartmentTree: Sendable, Hashable {
    /// The unit above; nil for the root and for units that do not exist in this wave.
    package let parents: [Int?]
    /// Children in the order of their ids.
    package let children: [[Int]]
    /// The root first, then every unit after its parent, children in order.
    package let depthFirst: [Int]
    package let exists: [Bool]

    package init(parents: [Int?], exists: [Bool]? = nil) {
        let count = parents.count
        let exists = exists ?? [Bool](repeating: true, count: count)
        var settled = parents
        if count > 0 { settled[0] = nil }
        // A circle is cut where it is found, so that every unit hangs under the root.
        var state = [UInt8](repeating: 0, count: count)
        for start in 0..<count where exists[start] && start != 0 {
            var path: [Int] = []
            var unit = start
            while unit != 0, state[unit] == 0 {
                state[unit] = 1
                path.append(unit)
                guard let parent = settled[unit] else { break }
                if state[parent] == 1 {
                    settled[unit] = 0
                    break
                }
                unit = parent
            }
            for unit in path { state[unit] = 2 }
        }
        var children = [[Int]](repeating: [], count: count)
        for unit in 0..<count where unit != 0 && exists[unit] {
            let parent = settled[unit] ?? 0
            settled[unit] = parent
            children[parent].append(unit)
        }
        var order: [Int] = []
        var stack = count > 0 ? [0] : []
        while let unit = stack.popLast() {
            order.append(unit)
            stack.append(contentsOf: children[unit].reversed())
        }
        self.parents = settled
        self.children = children
        self.exists = exists
        depthFirst = order
    }

    /// The units above, nearest first, the organisation last; empty for the organisation.
    package func ancestors(of unit: Int) -> [Int] {
        var result: [Int] = []
        var current = parents[unit]
        while let above = current {
            result.append(above)
            current = parents[above]
        }
        return result
    }

    /// True if `unit` is `other` or lies below it.
    package func isWithin(_ unit: Int, _ other: Int) -> Bool {
        var current: Int? = unit
        while let now = current {
            if now == other { return true }
            current = parents[now]
        }
        return false
    }
}
