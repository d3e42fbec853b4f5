import Diagnostics
import Testing

@testable import Site

/// The templates, their documentation and the code name the same things.
@Suite struct TemplateContractTests {
    let readme = ReadmeContract(SampleReport.builtInTemplates.first { $0.name == "README.md" }?.text ?? "")
    let code = TemplateContract.whole

    @Test func readmeListsEveryNameOfThePagesAndNoOther() {
        #expect(code.paths.count == 14)
        for template in code.paths.keys.sorted() {
            let given = code.paths[template] ?? []
            let promised = readme.paths(of: template)
            #expect(given.subtracting(promised).sorted() == [], "\(template): not in the README")
            let own = promised.subtracting(readme.paths(of: ""))
            #expect(own.subtracting(given).sorted() == [], "\(template): in the README alone")
        }
        #expect(readme.paths(of: "").subtracting(code.paths.values.joined()).sorted() == [])
    }

    @Test func listOfNamesIsThatOfThePages() {
        let given = Set(
            code.paths.values.joined().map { path in
                String(path.split(separator: ".").last ?? "").replacing("[]", with: "")
            })
        #expect(given.subtracting(TemplateNames.all).sorted() == [])
        #expect(TemplateNames.all.subtracting(given).sorted() == [])
    }

    @Test func builtInTemplatesAreAllUsed() {
        let loaded = TemplateSet.load(base: SampleReport.builtInTemplates, overrides: [])
        #expect(loaded.diagnostics == [])
        var used = Set(code.paths.keys)
        for name in loaded.value.templateNames {
            for tag in loaded.value.tags(in: name) where tag.kind == .partial { used.insert(tag.name) }
        }
        #expect(Set(loaded.value.templateNames) == used)
    }

    @Test func sampleRendersWithoutAnythingUnknown() {
        #expect(renderSite(SampleReport.input).diagnostics == [])
        #expect(renderSite(SampleReport.crowded).diagnostics == [])
        #expect(renderSite(SampleReport.unasked).diagnostics == [])
    }
}
