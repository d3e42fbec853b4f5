import Report

/// A tree of groups in flat arrays, children in order; nodes that are in no wave's tree are not in `order`.
struct ProtectionTree: Sendable {
    /// Number of nodes, the root being 0.
    let count: Int
    /// −1 for the root and for nodes that are not in the tree.
    let parents: [Int]
    /// Parents before children.
    let order: [Int]
    private let firstChild: [Int]
    private let childList: [Int]

    /// The departments of a wave, and below them further nodes, numbered on from the last unit.
    ///
    /// - Parameter below: the unit that each further node hangs under.
    init(_ tree: DepartmentTree, below: [Int] = []) {
        let units = tree.parents.count
        count = units + below.count
        parents = tree.parents.map { $0 ?? -1 } + below
        order = tree.depthFirst + below.indices.map { units + $0 }
        var counts = [Int](repeating: 0, count: count + 1)
        for node in order where parents[node] >= 0 { counts[parents[node] + 1] += 1 }
        for node in 1...max(1, count) where node < counts.count { counts[node] += counts[node - 1] }
        var list = [Int](repeating: 0, count: counts.last ?? 0)
        var next = counts
        // Children of one unit follow each other in `order` as they do in the tree.
        for node in order where parents[node] >= 0 {
            list[next[parents[node]]] = node
            next[parents[node]] += 1
        }
        firstChild = counts
        childList = list
    }

    func children(_ node: Int) -> ArraySlice<Int> { childList[firstChild[node]..<firstChild[node + 1]] }

    /// For each node the nearest shown one at or above it; −1 where none is shown.
    func atoms(_ shown: [Bool]) -> [Int] {
        var atom = [Int](repeating: -1, count: count)
        for node in order { atom[node] = shown[node] ? node : parents[node] < 0 ? -1 : atom[parents[node]] }
        return atom
    }

    /// Sums over branches of what is at the nodes themselves.
    func branchSums(_ own: [Int]) -> [Int] {
        var sums = own
        for node in order.reversed() where parents[node] >= 0 { sums[parents[node]] += sums[node] }
        return sums
    }
}
