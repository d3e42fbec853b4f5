import ByteCoding
import Content
import Diagnostics
import Parallel
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
        let kept = cache?.read(part)
        // Both lists are long, and the notes are not needed where nothing changed.
        var first = kept.map { ByteReader($0.bytes, from: $0.start) }
        let isSame = (try? first?.digest()) == inputs?.digest && inputs != nil
        let version = isSame ? nil : inputs?.version
        let known = Parallel.machine.map(2) { work -> (record: BuildRecord?, texts: TextCache?) in
            guard let cache else { return (nil, nil) }
            if work == 1 { return (nil, version.map { TextCache(cache, version: $0) }) }
            guard let kept else { return (nil, nil) }
            var reader = ByteReader(kept.bytes, from: kept.start)
            let record = try? BuildRecord(&reader, key: cache.key)
            return (record?.output == place ? record : nil, nil)
        }
        record = known[0].record
        unchanged = isSame && record?.stands == true ? record : nil
        if unchanged == nil, let cache, let inputs {
            texts = known[1].texts ?? TextCache(cache, version: inputs.version)
        } else {
            texts = nil
        }
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
        let site = built.value
        let files = dress(site)
        // The notes are kept while the site is written: they are what they are whether it can be or not. Where all of them
        // are new that would be another site in memory, and comes behind it.
        let isSmall = site.texts.count { $0.text != nil } < 256
        let notes = site.texts
        defer { if !isSmall, built.value.site != nil { texts?.keep(notes) } }
        let outcomes = Parallel.machine.map(2) { [site, files, texts] work -> Written? in
            guard work == 0 else {
                if isSmall, site.site != nil { texts?.keep(site.texts) }
                return nil
            }
            return Written { () throws(Publication.Failure) in try publication.publish(files, kept: site.kept) }
        }
        let result: Publication.Result
        switch outcomes.compactMap(\.self).first {
        case .done(let written): result = written
        case .failed(.notAsLeft(let path)):
            let error = Publication.Failure.notAsLeft(path)
            // Somebody changed the folder while this build relied on it.
            var progress = Progress(quiet: true, verbose: false)
            let whole = Pipeline(options).run(&progress)
            guard !whole.hasErrors else { throw error }
            // What it was made of is not what was read first, so nothing of it is kept.
            return try publication.publish(dress(whole.value))
        case .failed(let error): throw error
        case nil: result = Publication.Result()
        }
        guard let cache, let inputs else { return result }
        if inputs.areUnchanged(since: start) {
            if let report = site.report { cache.keep(.report, report.bytes) }
            let record = BuildRecord(
                inputs: inputs.digest, output: Self.absolute(output), built: site, published: files,
                diagnostics: built.diagnostics)
            if let record { cache.keep(part, record.bytes) }
        }
        return result
    }

    /// What became of writing a site.
    private enum Written: Sendable {
        case done(Publication.Result)
        case failed(Publication.Failure)

        init(_ body: () throws(Publication.Failure) -> Publication.Result) {
            do throws(Publication.Failure) { self = .done(try body()) } catch { self = .failed(error) }
        }
    }

    /// The folder of the site as no other place calls it.
    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(ProgramPath.currentFolder)/\(path)"
    }
}
