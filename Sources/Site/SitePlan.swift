import ByteCoding
import Content
import Parallel
import Report

/// What the site consists of, before any template is filled: how its pages are made, and the files without a template.
struct SitePlan: Sendable {
    let edition: Edition
    /// Each makes some pages. A page's values are many times its size, so they are made only when its turn has come.
    /// Those whose pages are there already are not among them.
    let makers: [PageMaker]
    /// Data files, style sheet, script, search index, and the pages that are there already.
    let site: RenderedSite

    /// - Parameter memory: what the last build left.
    init(_ input: SiteInput, _ words: Words, assets: Assets, memory: SiteMemory? = nil) {
        var site = RenderedSite(memory: memory.map { SiteMemory(key: $0.key) })
        let release = site.addData(input.report, memory)
        site.made += assets.files
        let edition = Edition(
            report: input.report, content: input.content, asOf: input.asOf, words: words, release: release,
            stylesheet: assets.stylesheet.path, script: assets.script?.path)
        self.edition = edition
        let pages = PageMakers(edition, memory: memory)
        // Long lists, both: one is made beside the other.
        let lists = Parallel.machine.map(2) { work -> (index: SearchIndex?, makers: [PageMaker]) in
            guard work == 0 else { return (nil, pages.all) }
            return (SearchIndex(SearchItem.all(input.report, input.content, words: words, memory), memory: memory), [])
        }
        let index = lists[0].index ?? SearchIndex([])
        site.made += index.files
        site.keep(index.kept)
        site.memory?.files.merge(index.made) { first, _ in first }
        site.memory?.entries = index.lengths

        makers = ([pages.search(index.paths)] + lists[1].makers).filter { maker in
            guard let key = maker.key, let files = memory?.files[key] else { return true }
            site.keep([key: files])
            return false
        }
        self.site = site
    }

    /// All pages.
    var pages: [Page] { makers.flatMap { $0.make() } }
}

extension RenderedSite {
    /// Files that are there already.
    fileprivate mutating func keep(_ files: [ContentDigest: [String]]) {
        for (key, paths) in files {
            kept += paths
            memory?.files[key] = paths
        }
    }

    /// The files under `data/`.
    /// - Returns: the id of the release.
    fileprivate mutating func addData(_ report: Report, _ former: SiteMemory?) -> String {
        let key = former?.digest("data", [])
        if let key, let release = former?.release, let files = former?.files[key] {
            keep([key: files])
            memory?.release = release
            return release
        }
        let data = DataFiles(report)
        made += data.files
        memory?.release = data.releaseID
        if let key { memory?.files[key] = data.files.map(\.path) }
        return data.releaseID
    }
}
