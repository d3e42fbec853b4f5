import Report

/// Departments by everything that survey rows call them: id, name and aliases, letter case and blanks ignored.
struct DepartmentNames: Sendable {
    private let units: [String: [Int]]
    /// By unit; that of the organisation is `*`.
    let ids: [DepartmentID]

    init(_ organisation: Organisation) {
        ids = organisation.units.map { organisation.id($0) }
        var units: [String: [Int]] = [:]
        func add(_ text: String, _ unit: Int) {
            let key = FieldValue(text).folded
            guard !key.isEmpty, units[key]?.contains(unit) != true else { return }
            units[key, default: []].append(unit)
        }
        // Ids first, then names, then aliases: where two departments share a word, the nearer kind decides.
        for (index, department) in organisation.departments.enumerated() { add(department.id.text, index + 1) }
        for (index, department) in organisation.departments.enumerated() { add(department.name, index + 1) }
        for (index, department) in organisation.departments.enumerated() {
            for alias in department.aliases { add(alias, index + 1) }
        }
        self.units = units
    }

    /// Units of that name, best first: several only where departments share it, of which those of a wave decide.
    func units(named text: String) -> [Int] { units[FieldValue(text).folded] ?? [] }
}
