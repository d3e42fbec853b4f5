import Content
import Diagnostics
import Report
import Testing

/// Departments: every key, the tree, and names that clash.
struct DepartmentTests {
    private func department(_ front: String, _ name: String = "a") -> [String: String] {
        ["departments/\(name).md": "---\n\(front)---\n"]
    }

    @Test func everyKeyIsRead() throws {
        let outcome = folder([
            "departments/it-desk.md": """
            ---
            name: IT Desk
            parent:
              - { id: finance, to: 2025-Q4 }
              - { id: "*", from: 2026-Q1 }
            until: 2026-Q4
            continues: [old-desk]
            aliases: [Helpdesk, IT]
            type: service
            frontline: true
            serves: [finance, finance]
            headcount: 12
            ---
            We **help**.
            """,
            "departments/old-desk.md": "---\nname: Old desk\nparent: finance\nuntil: 2025-Q2\n---\n",
        ])
        #expect(outcome.diagnostics.map(\.rendered) == [])
        #expect(
            outcome.value.organisation.departments[1]
                == Department(
                    id: DepartmentID("it-desk"), name: "IT Desk",
                    memberships: [
                        .init(parent: DepartmentID("finance"), to: WaveID("2025-Q4")),
                        .init(parent: nil, from: WaveID("2026-Q1")),
                    ], until: WaveID("2026-Q4"), continues: [DepartmentID("old-desk")], aliases: ["Helpdesk", "IT"],
                    isService: true, isFrontline: true, serves: [DepartmentID("finance")], headcount: 12))
        #expect(outcome.value.departments[1].body.html == "<p>We <strong>help</strong>.</p>\n")
        #expect(outcome.value.departments[1].plain == "We help.")
    }

    @Test(arguments: [
        ("nmae: A\n", "2:1: error[missing-key]: a department needs the key `name`; add it", nil, nil),
        (
            "name: A\nparent: fnance\n",
            "3:9: error[unknown-department]: parent: there is no department `fnance`; did you mean `finance`?",
            "parent: fnance", 9
        ),
        (
            "name: A\nparent: FINANCE\n",
            "3:9: error[unknown-department]: parent: there is no department `FINANCE`; write its id `finance`",
            "parent: FINANCE", 9
        ),
        (
            "name: A\nserves: [Money People]\n",
            "3:10: error[unknown-department]: serves: there is no department `Money People`; write its id `finance`",
            "serves: [Money People]", 10
        ),
        (
            "name: A\nserves: [zzzzzzzzz]\n",
            "3:10: error[unknown-department]: serves: there is no department `zzzzzzzzz`; departments are named by the file in departments/, without .md",
            "serves: [zzzzzzzzz]", 10
        ),
        (
            "name: A\nserves: a\n", "3:9: error[serves-itself]: the department serves itself; leave it out",
            "serves: a", 9
        ),
        (
            "name: A\nparent: a\n",
            "3:9: error[parent-circle]: the department is its own parent; name the one above it", "parent: a", 9
        ),
        (
            "name: A\nparent: { id: finance }\n",
            "3:9: error[wrong-type]: parent must be an id or a list of { id, from, to }", "parent: { id: finance }", 9
        ),
        (
            "name: A\nparent: [{ id: finance, from: winter }]\n",
            "3:31: error[unknown-wave]: from: there is no wave `winter`; write a period such as 2026-Q1, or list it under `waves` in site.yml",
            "parent: [{ id: finance, from: winter }]", 31
        ),
        (
            "name: A\nparent: [{ id: finance, from: 2026-Q2, to: 2026-Q1 }]\n",
            "3:16: error[wave-order]: this parent ends (2026-Q1) before it begins (2026-Q2)",
            "parent: [{ id: finance, from: 2026-Q2, to: 2026-Q1 }]", 16
        ),
        (
            "name: A\nheadcount: -1\n", "3:12: error[wrong-type]: headcount must be a whole number from 0 to 10000000",
            "headcount: -1", 12
        ),
        (
            "name: A\nheadcount: 1e3\n", "3:12: error[wrong-type]: headcount must be a whole number from 0 to 10000000",
            "headcount: 1e3", 12
        ),
        ("name: A\nfrontline: yes\n", "3:12: error[wrong-type]: frontline must be true or false", "frontline: yes", 12),
        (
            "name: A\ntype: team\n", "3:7: error[wrong-value]: type must be service; leave it out for a department",
            "type: team", 7
        ),
        (
            "name: A\ntype: service\n",
            "3:7: error[missing-key]: a service is shown on its parent's page, and this one has no parent; add the key `parent`",
            "type: service", 7
        ),
        (
            "name: A\naliases: [' ']\n", "3:11: error[wrong-value]: an alias is blank; leave it out", "aliases: [' ']",
            11
        ),
        (
            "name: A\ncontinues: a\n", "3:12: error[continues-itself]: the department continues itself; leave it out",
            "continues: a", 12
        ),
        (
            "name: finance\n",
            "2:7: error[name-clash]: `finance` already names the department `finance` (content/departments/finance.md); give one of them another name",
            "name: finance", 7
        ),
        (
            "name: A\naliases: [money  people]\n",
            "3:11: error[name-clash]: `money  people` already names the department `finance` (content/departments/finance.md:3:11); give one of them another name",
            "aliases: [money  people]", 11
        ),
    ])
    func wrongValuesAreErrorsAtTheirPlace(_ front: String, _ message: String, _ excerpt: String?, _ column: Int?) {
        var files = department(front, "z")
        if front.contains(" a\n") { files = department(front) }
        files["departments/finance.md"] = "---\nname: Finance\naliases: [Money People]\n---\n"
        let name = front.contains(" a\n") ? "a" : "z"
        var wanted = "content/departments/\(name).md:\(message)"
        if let excerpt, let column {
            wanted +=
                "\n  \(message.prefix { $0 != ":" }) | \(excerpt)\n    | \(String(repeating: " ", count: column - 1))^"
        }
        #expect(messages(files).filter { !$0.contains("nmae") } == [wanted])
    }

    @Test func aFileNameIsTheIdOrAnError() {
        #expect(
            messages(department("name: X\n", "Über uns")) == [
                "content/departments/Über uns.md: error[bad-id]: the name of a department's file is its id, and `Über uns` is none; rename it: 1 to 40 characters of a-z, 0-9 and -"
            ])
        #expect(messages(department("name: X\n", String(repeating: "a", count: 41))).count == 1)
        #expect(messages(department("name: X\n", String(repeating: "a", count: 40))) == [])
        #expect(messages(department("name: X\n", "index")) == [])
        #expect(PagePath.department(DepartmentID("index")) == "departments/page-index.html")
    }

    @Test func devicesGetAPrefixAndMayClash() {
        let one = folder(department("name: X\n", "con"))
        #expect(one.diagnostics == [])
        #expect(PagePath.department(DepartmentID("con")) == "departments/page-con.html")
        let two = department("name: X\n", "con").merging(department("name: Y\n", "page-con")) { $1 }
        #expect(folder(two).diagnostics.map(\.code) == ["page-clash"])
    }

    @Test func parentsInACircleAreOneError() {
        func file(_ name: String, _ parent: String) -> String { "---\nname: \(name)\nparent: \(parent)\n---\n" }
        #expect(
            messages([
                "departments/a.md": file("A", "b"), "departments/b.md": file("B", "c"),
                "departments/c.md": file("C", "a"),
                "departments/d.md": file("D", "a"),
            ]) == [
                "content/departments/a.md:3:9: error[parent-circle]: the parents go in a circle: a → b → c → a; one of them must lie under something else\n  3 | parent: b\n    |         ^"
            ])
    }

    @Test func aCircleOfSomeWavesIsFound() {
        let half = "[{ id: b, from: 2026-Q1 }, { id: finance }]"
        let found = messages([
            "departments/a.md": "---\nname: A\nparent: \(half)\n---\n",
            "departments/b.md": "---\nname: B\nparent: [{ id: a, to: 2026-Q1 }, { id: finance }]\n---\n",
        ])
        #expect(
            found == [
                "content/departments/a.md:3:16: error[parent-circle]: the parents go in a circle in 2026-Q1: a → b → a; one of them must lie under something else\n  3 | parent: \(half)\n    |                ^"
            ])
        let apart = messages([
            "departments/a.md": "---\nname: A\nparent: \(half)\n---\n",
            "departments/b.md": "---\nname: B\nparent: [{ id: a, to: 2025-Q4 }, { id: finance }]\n---\n",
        ])
        #expect(apart == [])
    }

    @Test func noDepartmentAtAllIsAnError() {
        let found = ContentFolder.read(
            files: [SourceFile(path: "c/site.yml", name: "site.yml", text: "title: T\norganisation: O\nheadline: h\n")],
            folder: "c")
        #expect(
            found.diagnostics.map(\.rendered) == [
                "c/departments: error[missing-file]: there is no department; write a file for each, such as departments/finance.md"
            ])
    }

    @Test func aThousandDepartmentsInOneChainAreChecked() {
        var files: [String: String] = ["departments/d0.md": "---\nname: D0\n---\n"]
        for number in 1..<1000 {
            files["departments/d\(number).md"] = "---\nname: D\(number)\nparent: d\(number - 1)\n---\n"
        }
        #expect(
            folder(files).diagnostics.map { "\($0.location) \($0.code)" } == [
                "content/departments/d32.md:3:9 department-depth"
            ])
        files["departments/d0.md"] = "---\nname: D0\nparent: d999\n---\n"
        #expect(folder(files).diagnostics.map(\.code) == ["parent-circle"])
    }
}
