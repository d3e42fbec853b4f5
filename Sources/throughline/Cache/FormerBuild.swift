import ByteCoding
import Content
import Report
import Site
import Storage

/// What earlier builds left for this one.
struct FormerBuild {
    /// The notes as they were read.
    let texts: KeptTexts
    /// Of all that the site depends on but notes and departments.
    private let inputs: ContentDigest
    /// The last site in the same place; nil where there is none.
    private let record: BuildRecord?
    /// Its files that are as it left them.
    private let standing: [String: FileStamp]
    private let key: ContentDigest.Key
    /// Of all that the report depends on but departments and standards.
    private let surveys: ContentDigest
    private let cache: BuildCache

    init(_ cache: BuildCache, _ inputs: Inputs, texts: KeptTexts, record: BuildRecord?) {
        self.cache = cache
        self.texts = texts
        self.inputs = inputs.base
        surveys = inputs.surveys
        self.record = record
        standing = record?.standing ?? [:]
        key = texts.key
    }

    /// Of all that every page depends on.
    /// - Parameters:
    ///   - content: with its departments and the standards of its notes.
    ///   - day: the day on which the site speaks.
    func base(_ content: ContentFolder, _ day: CalendarDate) -> ContentDigest? {
        guard let structure = content.structure else { return nil }
        var writer = ByteWriter()
        writer.put(inputs)
        writer.put(structure)
        writer.put("\(day)")
        return writer.digest(key)
    }

    /// Of all that the report is made of.
    func reportInputs(_ content: ContentFolder) -> ContentDigest? {
        guard let structure = content.structure else { return nil }
        var writer = ByteWriter()
        writer.put(surveys)
        writer.put(structure)
        return writer.digest(key)
    }

    /// The report, if an earlier build made it of the same.
    func report(_ inputs: ContentDigest?) -> KeptReport? { inputs.flatMap { KeptReport(cache, inputs: $0) } }

    /// What of the last site need not be made again.
    func memory(_ base: ContentDigest?) -> SiteMemory? {
        guard let base else { return nil }
        guard let site = record?.site, site.base == base else { return SiteMemory(key: key) }
        var memory = site.memory
        memory.files = memory.files.filter { $0.value.allSatisfy { standing[$0] != nil } }
        return memory
    }

    /// The files that were left, with their stamps.
    func files(_ paths: [String]) -> [KeptFile] {
        paths.compactMap { path in standing[path].map { KeptFile(path: path, stamp: $0) } }
    }
}
