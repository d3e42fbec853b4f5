import Report

/// `data/departments.csv`: `department,name,parent,frontline,distance`, by id.
///
/// The organisation itself has no row; a department directly under it has no parent.
func departmentsFile(_ report: Report) -> [UInt8] {
    let organisation = report.organisation
    let chain = ServiceChain(organisation)
    // Where nothing was asked yet, the tree is the one declared last.
    let trees = report.trees.isEmpty ? [organisation.tree(in: WaveID(""), of: [])] : report.trees
    var bytes = CSVText.start("department,name,parent,frontline,distance")
    for (index, department) in organisation.departments.enumerated() {
        let unit = index + 1
        // A department that is gone stands where it last stood.
        let tree = trees.last { $0.exists[unit] } ?? trees[trees.count - 1]
        let parent = tree.parents[unit].flatMap { $0 == 0 ? nil : organisation.id($0).text } ?? ""
        var distance: [UInt8] = []
        if let steps = chain.distances[unit] { DecimalText.append(steps, to: &distance) }
        bytes.appendRow(
            CSVText.field(department.id.text), CSVText.field(department.name), CSVText.field(parent),
            Array((department.isFrontline ? "true" : "false").utf8), distance)
    }
    return bytes
}
