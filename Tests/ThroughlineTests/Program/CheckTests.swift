import Foundation
import Testing

/// `check` on the starting site, changed in one way: what builds, and should yet be looked at, is a warning with its place.
@Suite("What check adds")
struct CheckTests {
    private func site(_ change: (TemporaryFolder) throws -> Void) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try Program.run(["new", "content"], in: folder.path).status == 0)
        try change(folder)
        return folder
    }

    /// The findings as printed; the site must still build without a word of them.
    private func findings(_ folder: TemporaryFolder) throws -> String {
        let check = try Program.run(["check"], in: folder.path)
        #expect(check.status == 0, "\(check.errors)")
        let build = try Program.run(["build"], in: folder.path)
        #expect(build.status == 0 && build.errors.isEmpty, "\(build.errors)")
        return check.errors
    }

    private func replace(_ folder: TemporaryFolder, _ name: String, _ old: String, _ new: String) throws {
        let text = try folder.text(name)
        #expect(text.contains(old), "\(name)")
        try folder.write(name, text.replacing(old, with: new))
    }

    @Test("a rule that decides nobody")
    func rule() throws {
        let folder = try site { folder in
            let rule =
                "  - name: Neighbour\n    when:\n      relationship: [Neighbour]\n    side: connected\n    kind: community\n    because: Lives here.\n"
            try folder.write("content/customers.yml", try folder.text("content/customers.yml") + rule)
        }
        let found = try findings(folder)
        #expect(found.hasPrefix("content/customers.yml:15:5: warning[rule-never-decides]: the rule \"Neighbour\""))
        #expect(found.hasSuffix("\n1 warning\n"))
    }

    @Test("a column of which the mapping makes nothing, until it is listed as unused")
    func unmapped() throws {
        let folder = try site {
            try replace(
                $0, "content/surveys/2026-q1-pulse.yml", "comments:\n  - { column: What should we do better? }\n", "")
        }
        let found = try findings(folder)
        #expect(
            found.hasPrefix(
                "content/surveys/2026-q1-pulse.yml:11:5: warning[unmapped-column]: 2026-q1-pulse.csv has a column of which the mapping makes nothing: \"What should we do better?\""
            ))
        let mapping = try folder.text("content/surveys/2026-q1-pulse.yml")
        try folder.write("content/surveys/2026-q1-pulse.yml", mapping + "unused: [What should we do better?]\n")
        #expect(try findings(folder).isEmpty)
        try folder.write("content/surveys/2026-q1-pulse.yml", mapping + "unused: [What should we do better?, Age]\n")
        #expect(
            try findings(folder).hasPrefix("content/surveys/2026-q1-pulse.yml:22:37: warning[unknown-unused]"))
    }

    @Test("a survey whose newest response contradicts its wave", arguments: [("2025-Q3", true), ("2026-Q1", false)])
    func wave(wave: String, isWrong: Bool) throws {
        let folder = try site {
            try replace($0, "content/surveys/2026-q1-pulse.yml", "wave: { column: Timestamp }", "wave: \(wave)")
        }
        let found = try findings(folder)
        #expect(
            found.hasPrefix(
                "content/surveys/2026-q1-pulse.yml:3:7: warning[wave-against-dates]: the newest response of 2026-q1-pulse.csv is of 2026-02-28, but it is counted in 2025-Q3: the wave ended on 2025-09-30"
            ) == isWrong, "\(found)")
        #expect(found.isEmpty != isWrong)
    }

    @Test("a department that nobody rates, but not one below which somebody is rated")
    func department() throws {
        let folder = try site { folder in
            try folder.write("content/departments/yard.md", "---\nname: Yard\n---\nWe park.\n")
            try folder.write("content/departments/all.md", "---\nname: All\n---\nWe lead.\n")
            try replace(folder, "content/departments/stores.md", "name: Stores\n", "name: Stores\nparent: all\n")
        }
        let found = try findings(folder)
        #expect(
            found.hasPrefix(
                "content/departments/yard.md:1:1: warning[department-not-rated]: no survey has an answer about “Yard”"))
        #expect(found.hasSuffix("\n1 warning\n"))
    }

    @Test("standards that are held against nothing, or that every figure or none can meet")
    func standards() throws {
        let folder = try site { folder in
            try folder.write(
                "content/targets.csv",
                """
                department,side,question,measure,target,from
                stores,external,overall,csat,80,
                workshop,internal,overall,csat,0,
                workshop,internal,overall,csat,100,
                workshop,internal,overall,csat,70,2027-Q1
                workshop,internal,overall,csat,70,

                """)
        }
        let found = try findings(folder)
        for start in [
            "content/targets.csv:2:1: warning[standard-without-figure]: `overall` of `stores`, side external: no wave has an answer",
            "content/targets.csv:3:1: warning[target-always-met]", "content/targets.csv:4:1: warning[target-never-met]",
            "content/targets.csv:5:1: note[standard-not-begun]",
        ] {
            #expect(found.contains(start), "\(start) in\n\(found)")
        }
        #expect(!found.contains("targets.csv:6"))
        #expect(found.hasSuffix("\n3 warnings\n"))
    }

    @Test("a standard whose figure is hidden")
    func hidden() throws {
        let folder = try site { folder in
            try replace(folder, "content/site.yml", "self: 10", "self: 500")
            try folder.write(
                "content/targets.csv", "department,side,question,measure,target\n*,connected,overall,csat,80\n")
            let rule = "    because: Pays for what we make, and can go elsewhere.\n"
            try replace(
                folder, "content/customers.yml", rule,
                rule + "  - name: Bank\n    when: { relationship: Bank }\n    side: connected\n    because: Lends.\n")
            // Three banks, fewer than are shown.
            var lines = try folder.text("content/surveys/2026-q1-pulse.csv").split(separator: "\r\n").map(String.init)
            for index in [1, 4, 7] { lines[index] = lines[index].replacing(",Customer,", with: ",Bank,") }
            try folder.write("content/surveys/2026-q1-pulse.csv", lines.joined(separator: "\r\n") + "\r\n")
        }
        #expect(try findings(folder).contains("content/targets.csv:2:1: warning[standard-hidden]"))
    }

    @Test("actions without an owner, and those that are overdue; not those that are done")
    func actions() throws {
        let folder = try site { folder in
            try folder.write(
                "content/notes/2026-02-20-list.md",
                """
                ---
                title: List
                date: 2026-02-20
                departments: [office]
                ---
                - [ ] Nobody's
                - [ ] Late (owner: Office, due: 2026-02-21)
                - [x] Done late (due: 2026-01-01, done: 2026-02-01)
                - [ ] On the day (owner: Office, due: 2026-02-28)

                """)
        }
        let found = try findings(folder)
        #expect(found.hasPrefix("content/notes/2026-02-20-list.md:6:3: warning[action-without-owner]"))
        #expect(
            found.contains(
                "content/notes/2026-02-20-list.md:7:3: warning[action-overdue]: this action was due on 2026-02-21, before 2026-02-28"
            ))
        #expect(found.hasSuffix("\n2 warnings\n"))
    }

    @Test("everything that build reports is reported by check too, errors and warnings alike")
    func all() throws {
        let folder = try site { folder in
            try folder.write("content/notes/plan.docx", "x")
            try folder.write(
                "content/notes/2026-02-20-a.md",
                "---\ntitle: A\ndate: 2026-02-20\ndepartments: [nowhere]\n---\n[x](../departments/office.md#none) [y](b.md) ![z](z.png)\n"
            )
            try replace(folder, "content/site.yml", "key: write-a-secret-of-your-own-here", "key: ''")
        }
        let build = try Program.run(["build"], in: folder.path)
        let check = try Program.run(["check"], in: folder.path)
        #expect(build.status == 1 && check.status == 1)
        let said = Set(check.errors.split(separator: "\n"))
        for line in build.errors.split(separator: "\n") where line.contains("[") && !said.contains(line) {
            Issue.record("check does not say: \(line)")
        }
        for code in ["broken-anchor", "broken-link", "unknown-department", "stray-file", "image", "empty-key"] {
            #expect(check.errors.contains("[\(code)]"), "\(code)")
        }
        #expect(!check.errors.contains("key: ''"), "the line of the secret is never shown")
    }

    @Test("warnings in JSON have their place, and end with 0")
    func json() throws {
        let folder = try site { try $0.write("content/departments/yard.md", "---\nname: Yard\n---\nWe park.\n") }
        let run = try Program.run(["check", "--format", "json"], in: folder.path)
        #expect(run.status == 0 && run.errors.isEmpty)
        let findings = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]] ?? []
        #expect(findings.count == 1)
        #expect(findings.first?["code"] as? String == "department-not-rated")
        #expect(findings.first?["severity"] as? String == "warning")
        #expect(findings.first?["line"] as? Int == 1)
    }

    @Test("a department, a note and a survey called index have pages of their own")
    func index() throws {
        let folder = try site { folder in
            try folder.write("content/departments/index.md", "---\nname: Index\n---\nSee the [office](office.md).\n")
            try folder.write(
                "content/notes/index.md",
                "---\ntitle: I\ndate: 2026-02-20\ndepartments: [index]\n---\nSee [it](../departments/index.md).\n")
        }
        #expect(try Program.run(["build"], in: folder.path).status == 0)
        let files = try folder.files(below: "public")
        #expect(files["departments/page-index.html"] != nil && files["notes/page-index.html"] != nil)
        #expect(SiteCheck.faults(in: files) == [])
    }
}
