/// A department as its file declares it: the part that figures and pages need. Its text belongs to `Content`.
package struct Department: Sendable, Hashable, Identifiable {
    /// Where a department hangs in the tree, during some waves.
    package struct Membership: Sendable, Hashable {
        /// The department above; nil hangs it directly under the organisation.
        package let parent: DepartmentID?
        /// First and last wave in which this holds, both included; nil is open-ended.
        package let from: WaveID?
        package let to: WaveID?
        package init(parent: DepartmentID?, from: WaveID? = nil, to: WaveID? = nil) {
            self.parent = parent
            self.from = from
            self.to = to
        }
    }

    package let id: DepartmentID
    package let name: String
    /// In order of the file; the first that holds in a wave decides. Empty: directly under the organisation, always.
    package let memberships: [Membership]
    /// Last wave in which it existed.
    package let until: WaveID?
    /// Departments whose series this one goes on.
    package let continues: [DepartmentID]
    /// Other spellings by which survey rows name it.
    package let aliases: [String]
    /// A service of its parent: counted like a department, shown on the parent's page.
    package let isService: Bool
    /// Serves paying customers directly.
    package let isFrontline: Bool
    /// Departments that depend on this one, as declared.
    package let serves: [DepartmentID]
    /// People who work in it (not below it); nil if not given.
    package let headcount: Int?

    package init(
        id: DepartmentID, name: String, memberships: [Membership] = [], until: WaveID? = nil,
        continues: [DepartmentID] = [], aliases: [String] = [], isService: Bool = false, isFrontline: Bool = false,
        serves: [DepartmentID] = [], headcount: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.memberships = memberships
        self.until = until
        self.continues = continues
        self.aliases = aliases
        self.isService = isService
        self.isFrontline = isFrontline
        self.serves = serves
        self.headcount = headcount
    }
}
