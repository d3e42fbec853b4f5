import ByteCoding
import Diagnostics
import Storage

/// A build into a folder that makes only what an earlier one did not leave there.
struct CachedBuild {
    let options: ContentOptions
    /// The folder of the site.
    let output: String
    /// Under which name what was built is kept.
    let part: BuildCache.Part
    private let cache: BuildCache?
    private let record: BuildRecord?
    private let texts: TextCache?
    private let start = FileStamp.now
    private var inputs: Inputs?

    /// Reads the content.
    /// - Parameter usesCache: false to make everything, and to leave what is kept as it is.
    init(_ options: ContentOptions, output: String, part: BuildCache.Part, usesCache: Bool = true) {
        self.options = options
        self.output = output
        self.part = part
        let cache = usesCache ? BuildCache(content: options.folder) : nil
        self.cache = cache
        let inputs = cache.map { Inputs(options, key: $0.key) }
        self.inputs = inputs
        let place = Self.absolute(output)
        let record = cache.flatMap { cache -> BuildRecord? in
            guard let (bytes, start) = cache.read(part) else { return nil }
            var reader = ByteReader(bytes, from: start)
            guard let record = try? BuildRecord(&reader, key: cache.key), record.output == place else { return nil }
            return record
        }
        self.record = record
        let isSame = record.map { $0.inputs == inputs?.digest && $0.stands } ?? false
        unchanged = isSame ? record : nil
        texts = isSame ? nil : cache.flatMap { cache in inputs.map { TextCache(cache, version: $0.version) } }
    }

    /// The last build, if this one would make the same and all of it is there.
    let unchanged: BuildRecord?

    /// Makes what is not there.
    mutating func make(_ progress: inout Progress) -> Outcome<Built> {
        var former: FormerBuild?
        if let cache, let inputs, let texts {
            former = FormerBuild(cache, inputs, texts: texts.texts(inputs.files), record: record)
        }
        return Pipeline(options).run(&progress, content: inputs?.takeContent(), since: former)
    }

    /// Writes the site, and keeps what the next build need not make again.
    /// - Parameter dress: what is written in place of the files that were made.
    func publish(
        _ built: Outcome<Built>, breaksLock: Bool = false, notify: @escaping @Sendable (Publication.Notice) -> Void,
        dress: (Built) -> [StagedFile] = { $0.files }
    ) throws(Publication.Failure) -> Publication.Result {
        let publication = Publication(folder: output, breaksLock: breaksLock, notify: notify)
        var site = built.value
        var files = dress(site)
        let result: Publication.Result
        do throws(Publication.Failure) {
            result = try publication.publish(files, kept: site.kept)
        } catch {
            guard case .notAsLeft = error else { throw error }
            // Somebody changed the folder while this build relied on it.
            var progress = Progress(quiet: true, verbose: false)
            let whole = Pipeline(options).run(&progress)
            guard !whole.hasErrors else { throw error }
            site = whole.value
            files = dress(site)
            result = try publication.publish(files)
        }
        guard let cache, let inputs else { return result }
        if inputs.areUnchanged(since: start) {
            if let report = site.report { cache.keep(.report, report.bytes) }
            let record = BuildRecord(
                inputs: inputs.digest, output: Self.absolute(output), built: site, published: files,
                diagnostics: built.diagnostics)
            if let record { cache.keep(part, record.bytes) }
        }
        if site.site != nil { texts?.keep(site.texts) }
        return result
    }

    /// The folder of the site as no other place calls it.
    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(ProgramPath.currentFolder)/\(path)"
    }
}
