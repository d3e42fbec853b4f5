import Content
import Report
import Testing

@testable import Site

/// The tree of departments of a large organisation, cut into pages.
@Suite struct DepartmentIndexTests {
    /// An organisation with so many departments, each tenth above the nine that follow, before any survey.
    private func edition(_ count: Int, name: (Int) -> String) -> Edition {
        func id(_ number: Int) -> String { "d\(number)" }
        let departments = (0..<count).map { number in
            SampleReport.department(
                id(number), name(number), parent: number % 10 == 0 ? nil : id(number / 10 * 10))
        }
        let unasked = SampleReport.unasked
        let organisation = Organisation(name: "Large", departments: departments)
        let report = unasked.report
        return SampleReport.edition(
            Report(
                organisation: organisation, waves: [], trees: [], questions: [], headline: report.headline, themes: [],
                confidentiality: report.confidentiality,
                cells: CellTable(waveCount: 0, questionCount: 0, unitCount: organisation.unitCount), asked: [],
                links: [], surveys: [], rulebook: report.rulebook, themeScores: [], association: report.association,
                comments: [], standards: [], newestResponse: nil),
            content: ContentFolder(
                settings: unasked.content.settings, organisation: organisation, departments: [], notes: [],
                actions: []))
    }

    private func names(_ page: Page, _ key: String) -> [String] {
        guard case .list(let rows)? = page.content[key] else { return [] }
        return rows.map { row in
            guard case .record(let record) = row, case .text(let name)? = record["name"] else { return "" }
            return name
        }
    }

    @Test("Every department stands on exactly one page, in the order of the tree, and each page links all")
    func split() {
        let edition = edition(1_200) { "Department \($0)" }
        let pages = departmentIndexPages(edition)
        #expect(
            pages.map(\.path) == ["departments/index.html", "departments/pages/2.html", "departments/pages/3.html"])
        let listed = pages.map { names($0, "tree") }
        #expect(listed.map(\.count) == [550, 550, 100])
        #expect(
            listed.joined().elementsEqual(edition.below(0, levels: 9).map { edition.organisation.displayName($0.unit) })
        )
        for page in pages { #expect(names(page, "departmentParts").count == 3) }
        #expect(names(pages[2], "departmentParts")[0] == "\(listed[0][0]) to \(listed[0][549])")
        #expect(pages[0].title == "Departments" && pages[1].title == "Departments, page 2 of 3")
    }

    @Test("Long names make shorter pages, so that none is heavy")
    func longNames() {
        let pages = departmentIndexPages(edition(500) { String(repeating: "Ä", count: 150) + " \($0)" })
        #expect(pages.count > 1)
        for page in pages {
            #expect(names(page, "tree").reduce(0) { $0 + $1.utf8.count } <= DepartmentParts.mostBytes)
        }
        #expect(pages.reduce(0) { $0 + names($1, "tree").count } == 500)
    }

    @Test("A small organisation has one page with figures and no list of pages")
    func small() {
        let pages = departmentIndexPages(SampleReport.edition(SampleReport.report))
        #expect(pages.count == 1 && names(pages[0], "tree").isEmpty)
    }
}
