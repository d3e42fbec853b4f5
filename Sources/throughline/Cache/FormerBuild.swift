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

    init(_ inputs: Inputs, texts: KeptTexts, record: BuildRecord?) {
        self.texts = texts
        self.inputs = inputs.base
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
