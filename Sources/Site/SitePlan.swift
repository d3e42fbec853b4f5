import Content
import Report

/// What the site consists of, before any template is filled: the pages with their values, and the files without a
/// template.
struct SitePlan: Sendable {
    let edition: Edition
    let pages: [Page]
    /// Data files, style sheet, script, search index.
    let files: [OutputFile]

    init(_ input: SiteInput, _ words: Words, assets: Assets) {
        let data = DataFiles(input.report)
        edition = Edition(
            report: input.report, content: input.content, asOf: input.asOf, words: words, release: data.releaseID,
            stylesheet: assets.stylesheet.path, script: assets.script?.path)
        let entries = SearchEntry.all(input.report, input.content, words: words)
        let index = SearchIndex(entries)
        files = data.files + assets.files + index.files
        pages = Self.pages(of: edition) + searchPages(edition, index, entries)
    }

    /// Every page but search: overview, departments, evidence, notes, comments.
    private static func pages(of edition: Edition) -> [Page] {
        let report = edition.report
        var pages = [overviewPage(edition)] + departmentIndexPages(edition)
        pages += edition.organisation.units.compactMap { departmentPage($0, edition) }
        pages += [customersPage(edition), serviceMapPage(edition), methodPage(edition)] + actionPages(edition)
        pages.append(surveyIndexPage(edition))
        pages += report.surveys.map { surveyPage($0, edition) }
        pages += noteListPages(edition)
        pages += edition.content.notes.map { notePage($0, edition) }
        if edition.content.settings.comments != .none {
            let byUnit = Dictionary(grouping: report.comments, by: \.unit)
            pages += byUnit.keys.sorted().map { commentsPage($0, byUnit[$0] ?? [], edition) }
        }
        return pages
    }
}
