package import Diagnostics
import Content
import Parallel
import Report
import Synchronization

/// Makes the whole site in memory: words, templates, data files, assets, then every page.
///
/// Pure: the same input gives the same bytes, in the same order of paths. After errors the files are not to be written.
package func renderSite(_ input: SiteInput) -> Outcome<[OutputFile]> {
    let site = renderSite(input, since: nil)
    return Outcome(site.value.made, site.diagnostics)
}

/// The same, but for the files that are there already.
///
/// - Parameter memory: what the last build left; nil where nothing is kept from one build to the next.
package func renderSite(_ input: SiteInput, since memory: SiteMemory?) -> Outcome<RenderedSite> {
    let settings = input.content.settings
    let place = SourceLocation(file: settings.headlineLocation.file)
    let words = readWords(
        language: settings.language, base: input.templates, overrides: input.overrides, own: settings.words,
        ownPlace: place)
    let templates = TemplateSet.load(base: input.templates, overrides: input.overrides)
    var diagnostics = words.diagnostics + templates.diagnostics + templates.value.checkNames(words.value)
    guard !diagnostics.hasErrors else { return Outcome(RenderedSite(), diagnostics) }

    let plan = SitePlan(input, words.value, assets: Assets(templates.value), memory: memory)
    var site = plan.site
    let frames = PageFrames(plan.edition)
    let rendered = Parallel.machine.map(plan.makers.count) { number in
        plan.makers[number].make().map { page in
            let text = templates.value.render(
                page.template, page.records(frames.frame(of: page.path), plan.edition), words: words.value)
            return Outcome(OutputFile(path: page.path, bytes: text.value), text.diagnostics)
        }
    }
    for (maker, pages) in zip(plan.makers, rendered) {
        for page in pages {
            diagnostics += page.diagnostics
            site.made.append(page.value)
        }
        if let key = maker.key { site.memory?.files[key] = pages.map(\.value.path) }
    }
    site.made.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    diagnostics += collisions(site.made.map(\.path) + site.kept)
    return Outcome(site, diagnostics.inSourceOrder)
}

/// Two things of one name would overwrite each other, on some file systems also where only letter case differs.
private func collisions(_ paths: [String]) -> [Diagnostic] {
    var seen: Set<String> = []
    return paths.filter { !seen.insert($0.lowercased()).inserted }.map {
        .error(
            "same-page", at: SourceLocation(file: $0), "two pages of the site would have this name",
            remedy: "rename one of the files that they come from")
    }
}

/// The frames that were made already, for all workers.
private final class PageFrames: Sendable {
    private let edition: Edition
    private let known = Mutex<[String: PageFrame]>([:])

    init(_ edition: Edition) { self.edition = edition }

    func frame(of path: String) -> PageFrame {
        let key = PageFrame.key(path)
        if let frame = known.withLock({ $0[key] }) { return frame }
        let frame = PageFrame(path, edition)
        known.withLock { $0[key] = frame }
        return frame
    }
}
