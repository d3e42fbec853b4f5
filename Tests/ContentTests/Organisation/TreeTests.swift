import Report
import Testing

@Suite("The tree in force in a wave")
struct TreeTests {
    private let calendar = WaveCalendar(period: .quarter)

    private func organisation(_ memberships: [Department.Membership], until: String? = nil) -> Organisation {
        Organisation(
            name: "Works",
            departments: [
                Department(id: DepartmentID("alpha"), name: "Alpha"),
                Department(
                    id: DepartmentID("beta"), name: "Beta", memberships: memberships, until: until.map { WaveID($0) }),
                Department(id: DepartmentID("gamma"), name: "Gamma"),
            ])
    }

    /// The parent of beta in each wave: an id, `*`, or nothing where it does not exist.
    private func parents(_ organisation: Organisation, _ waves: [String]) -> [String?] {
        organisation.trees(of: waves.map { WaveID($0) }, calendar: calendar).map { tree in
            organisation.unit(DepartmentID("beta")).flatMap { tree.parents[$0] }.map { organisation.id($0).text }
        }
    }

    private func membership(_ parent: String, from: String? = nil, to: String? = nil) -> Department.Membership {
        Department.Membership(parent: DepartmentID(parent), from: from.map { WaveID($0) }, to: to.map { WaveID($0) })
    }

    @Test("a bound counts also where no survey has the wave that it names")
    func boundsBetweenWaves() {
        let moved = organisation([membership("gamma", to: "2025-Q2"), membership("alpha", from: "2025-Q3")])
        #expect(parents(moved, ["2025-Q1", "2025-Q3"]) == ["gamma", "alpha"])
        #expect(parents(moved, ["2025-Q1", "2025-Q4"]) == ["gamma", "alpha"])
        #expect(parents(organisation([], until: "2025-Q2"), ["2025-Q1", "2025-Q3"]) == ["*", nil])
    }

    @Test("outside all of its memberships a department hangs under the organisation")
    func outsideMemberships() {
        let later = organisation([membership("alpha", from: "2025-Q2")])
        #expect(parents(later, ["2025-Q1", "2025-Q2", "2026-Q1"]) == ["*", "alpha", "alpha"])
    }

    @Test("a circle is cut, and every unit hangs under the root", arguments: [[1, 2, 0], [1, 0, 1], [2, 2, 2]])
    func circles(shifted: [Int]) {
        let tree = DepartmentTree(parents: [nil] + shifted.map { $0 + 1 })
        #expect(tree.depthFirst.sorted() == [0, 1, 2, 3])
        for unit in 1...3 { #expect(tree.ancestors(of: unit).last == 0) }
    }

    /// Whatever a damaged file says, nothing stands above the organisation.
    @Test func theRootHasNoParent() {
        let tree = DepartmentTree(parents: [2, 0, 1])
        #expect(tree.parents == [nil, 0, 1])
        #expect(tree.ancestors(of: 2) == [1, 0])
        #expect(tree.depthFirst == [0, 1, 2])
    }
}
