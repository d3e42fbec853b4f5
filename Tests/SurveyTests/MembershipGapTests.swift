import Report
import Testing

@Suite struct MembershipGapTests {
    /// A department that joins a division later stands alone before, and again after it has left.
    @Test func outsideItsMembershipsADepartmentHangsUnderTheOrganisation() throws {
        func id(_ text: String) -> DepartmentID { DepartmentID(text) }
        let organisation = Organisation(
            name: "O",
            departments: [
                Department(id: id("a"), name: "A"),
                Department(
                    id: id("b"), name: "B",
                    memberships: [.init(parent: id("a"), from: WaveID("2025-Q2"), to: WaveID("2025-Q3"))]),
            ])
        let waves = WaveCalendar(period: .quarter)
            .ordered(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"].map { WaveID($0) })
        let unit = try #require(organisation.unit(id("b")))
        let parents = waves.map { organisation.tree(in: $0.id, of: waves).parents[unit] }
        #expect(parents == [0, organisation.unit(id("a")), organisation.unit(id("a")), 0])
    }
}
