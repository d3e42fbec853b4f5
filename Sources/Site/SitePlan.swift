import Content
import Report

/// What the site consists of, before any template is filled: how its pages are made, and the files without a template.
struct SitePlan: Sendable {
    let edition: Edition
    /// Each makes some pages. A page's values are many times its size, so they are made only when its turn has come.
    let makers: [PageMaker]
    /// Data files, style sheet, script, search index.
    let files: [OutputFile]

    typealias PageMaker = @Sendable () -> [Page]

    init(_ input: SiteInput, _ words: Words, assets: Assets) {
        let data = DataFiles(input.report)
        let edition = Edition(
            report: input.report, content: input.content, asOf: input.asOf, words: words, release: data.releaseID,
            stylesheet: assets.stylesheet.path, script: assets.script?.path)
        self.edition = edition
        let entries = SearchEntry.all(input.report, input.content, words: words)
        let index = SearchIndex(entries)
        files = data.files + assets.files + index.files
        makers = [{ searchPages(edition, index, entries) }] + Self.makers(edition)
    }

    /// All pages.
    var pages: [Page] { makers.flatMap { $0() } }

    /// Every page but search: overview, departments, evidence, notes, comments. What takes longest comes first.
    private static func makers(_ edition: Edition) -> [PageMaker] {
        let report = edition.report
        var makers: [PageMaker] = [
            { noteListPages(edition) }, { [overviewPage(edition)] }, { departmentIndexPages(edition) },
            { [serviceMapPage(edition)] }, { actionPages(edition) },
        ]
        makers += edition.organisation.units.map { unit in
            { departmentPage(unit, edition).map { [$0] } ?? [] }
        }
        makers += [{ [customersPage(edition)] }, { [methodPage(edition)] }, { [surveyIndexPage(edition)] }]
        makers += report.surveys.map { survey in { [surveyPage(survey, edition)] } }
        makers += edition.content.notes.map { note in { [notePage(note, edition)] } }
        if edition.content.settings.comments != .none {
            let byUnit = Dictionary(grouping: report.comments, by: \.unit)
            makers += byUnit.keys.sorted().map { unit in { [commentsPage(unit, byUnit[unit] ?? [], edition)] } }
        }
        return makers
    }
}
