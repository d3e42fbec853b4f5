/// A content folder whose work is one survey export: 12 columns, 12 quarters, six questions, comments in a tenth of the
/// rows, 172 bytes a row.
public struct ResponsesContent {
    public let rows: Int
    /// Units of the organisation, a tenth of them divisions that hold the others.
    public let departments: Int

    public init(rows: Int, departments: Int = 200) {
        self.rows = rows
        self.departments = departments
    }

    private static let answers: [[UInt8]] = [
        "Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied",
    ].map { Array($0.utf8) }

    private var divisions: Int { max(1, departments / 10) }

    public func write(to folder: String) throws {
        for name in ["departments", "surveys", "notes"] { try makeFolder("\(folder)/\(name)") }
        try writeFile(
            "\(folder)/site.yml",
            """
            title: How we serve each other
            organisation: Generated Organisation
            as_of: 2026-01-10
            period: quarter
            headline: q1
            confidentiality: { internal: 5, external: 5, self: 10, comments: 10, key: generated }
            themes:
              - { id: informed, name: Keeps me informed }

            """)
        try writeFile(
            "\(folder)/customers.yml",
            """
            rules:
              - name: Staff
                when: { relationship: [Employee, Manager] }
                side: internal
                kind: employee
                because: Works here.
              - name: Customer
                when: { relationship: [Customer] }
                side: external
                kind: person
                because: Pays.

            """)
        for unit in 0..<departments { try writeDepartment(unit, to: folder) }
        try writeFile("\(folder)/surveys/responses.yml", mapping)
        try writeResponses(to: "\(folder)/surveys/responses.csv")
    }

    private func name(_ unit: Int) -> String { unit < divisions ? "Division \(unit)" : "Department \(unit)" }

    private func writeDepartment(_ unit: Int, to folder: String) throws {
        let rest = departments - divisions
        let parent = unit < divisions ? "" : "parent: u\(unit % divisions)\n"
        let serves = unit < divisions ? "" : "serves: [u\(divisions + (unit * 7 + 1) % rest)]\n"
        let frontline = unit % 9 == 0 ? "frontline: true\n" : ""
        try writeFile(
            "\(folder)/departments/u\(unit).md",
            "---\nname: \(name(unit))\n\(parent)\(serves)\(frontline)---\n\nWhat \(name(unit)) does for those who depend on it.\n"
        )
    }

    private var mapping: String {
        var text = """
            title: Responses
            platform: generic
            wave: { column: Date }
            respondent: { id: Id, relationship: Relationship, department: Own department }
            department: { column: Rated department }
            questions:

            """
        for question in 1...6 {
            text +=
                "  - { id: q\(question), column: Question \(question), measure: satisfaction, scale: satisfaction-5, theme: informed }\n"
        }
        return text + "comments:\n  - { column: Comment }\n"
    }

    private func writeResponses(to path: String) throws {
        var random = SeededRandom(seed: 1)
        let file = try FileWriter(path)
        let questions = (1...6).map { "Question \($0)" }.joined(separator: ",")
        try file.write("Id,Date,Relationship,Own department,Rated department,\(questions),Comment\n")
        let names = (divisions..<departments).map { Array(name($0).utf8) }
        let comma: UInt8 = 0x2C
        var row: [UInt8] = []
        for index in 0..<rows {
            row.removeAll(keepingCapacity: true)
            let quarter = random.below(12)
            let isCustomer = random.chance(50)
            row.append(contentsOf: "P\(index + 10_000_000)".utf8)
            row.append(comma)
            let month = quarter % 4 * 3 + 1 + random.below(3)
            row.append(contentsOf: "\(2023 + quarter / 4)-\(two(month))-\(two(1 + random.below(28)))".utf8)
            row.append(comma)
            row.append(contentsOf: (isCustomer ? "Customer" : random.chance(80) ? "Employee" : "Manager").utf8)
            row.append(comma)
            if !isCustomer { row.append(contentsOf: random.pick(names)) }
            row.append(comma)
            row.append(contentsOf: random.pick(names))
            for _ in 0..<6 {
                row.append(comma)
                row.append(contentsOf: Self.answers[min(4, (random.below(320) + 190) / 100)])
            }
            row.append(comma)
            if random.chance(10) {
                row.append(contentsOf: "\"Please, answer the phone \"\"more\"\" often, as in case \(index)\"".utf8)
            }
            row.append(0x0A)
            try file.write(row)
        }
        try file.close()
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
