package import Diagnostics
import Content
import Report

/// Makes the whole site in memory: words, templates, data files, assets, then every page.
///
/// Pure: the same input gives the same bytes, in the same order of paths. After errors the files are not to be written.
package func renderSite(_ input: SiteInput) -> Outcome<[OutputFile]> {
    let settings = input.content.settings
    let place = SourceLocation(file: settings.headlineLocation.file)
    let words = readWords(
        language: settings.language, base: input.templates, overrides: input.overrides, own: settings.words,
        ownPlace: place)
    let templates = TemplateSet.load(base: input.templates, overrides: input.overrides)
    var diagnostics = words.diagnostics + templates.diagnostics
    guard !diagnostics.hasErrors else { return Outcome([], diagnostics) }

    let data = DataFiles(input.report)
    let assets = Assets(templates.value)
    let edition = Edition(
        report: input.report, content: input.content, asOf: input.asOf, words: words.value, release: data.releaseID,
        stylesheet: assets.stylesheet.path, script: assets.script?.path)

    var files = data.files + assets.files
    let entries = SearchEntry.all(input.report, input.content, words: words.value)
    let index = SearchIndex(entries)
    files += index.files
    for page in pages(of: edition) + searchPages(edition, index, entries) {
        let rendered = templates.value.render(page.template, page.record(in: edition), words: words.value)
        diagnostics += rendered.diagnostics
        files.append(OutputFile(path: page.path, bytes: Array(rendered.value.utf8)))
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    diagnostics += collisions(files)
    return Outcome(files, diagnostics.inSourceOrder)
}

/// Every page of the site: overview, departments, evidence, notes, method.
private func pages(of edition: Edition) -> [Page] {
    let report = edition.report
    var pages = [overviewPage(edition), departmentIndexPage(edition)]
    pages += edition.organisation.units.compactMap { departmentPage($0, edition) }
    pages += [customersPage(edition), serviceMapPage(edition), actionsPage(edition), methodPage(edition)]
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

/// Two things of one name would overwrite each other, on some file systems also where only letter case differs.
private func collisions(_ files: [OutputFile]) -> [Diagnostic] {
    var seen: Set<String> = []
    return files.filter { !seen.insert($0.path.lowercased()).inserted }.map {
        .error(
            "same-page", at: SourceLocation(file: $0.path), "two pages of the site would have this name",
            remedy: "rename one of the files that they come from")
    }
}
