import ByteCoding
import Diagnostics
import Parallel
import Site
import Storage

/// The last build: what it was made from, what it said, and the files that it left.
struct BuildRecord {
    /// Of everything that the site depends on.
    let inputs: ContentDigest
    /// The folder of the site, absolute.
    let output: String
    let diagnostics: [Diagnostic]
    /// What it was made from, in words.
    let summary: String
    /// Paths below the folder, the list of our files among them.
    let files: [(path: String, stamp: FileStamp)]
    /// Of all that every page depends on, and what each file was made of besides.
    let site: (base: ContentDigest, memory: SiteMemory)?

    /// The record of a site that was just published; nil if a file of it is not there.
    init?(
        inputs: ContentDigest, output: String, built: Built, published: [StagedFile], diagnostics: [Diagnostic]
    ) {
        let paths = published.map(\.path) + [Publication.manifestName]
        let stamps = Self.stamps(paths, in: output)
        guard stamps.allSatisfy({ $0 != nil }) else { return nil }
        self.inputs = inputs
        self.output = output
        self.diagnostics = diagnostics
        summary = built.summary
        files =
            built.kept.map { ($0.path, $0.stamp) }
            + zip(paths, stamps).compactMap { path, stamp in stamp.map { (path, $0) } }
        site = built.site
    }

    /// Number of the site's files, the list of them not counted.
    var count: Int { files.count - 1 }

    /// True if every file is as it was left.
    var stands: Bool { Self.stamps(files.map(\.path), in: output) == files.map(\.stamp) }

    /// The files that are as they were left.
    var standing: [String: FileStamp] {
        let now = Self.stamps(files.map(\.path), in: output)
        return Dictionary(
            zip(files, now).filter { $0.stamp == $1 }.map { ($0.0.path, $0.0.stamp) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func stamps(_ paths: [String], in folder: String) -> [FileStamp?] {
        let size = 512
        return Parallel.machine.map((paths.count + size - 1) / size) { part in
            paths[(part * size)..<min(paths.count, (part + 1) * size)].map { FileStamp.of("\(folder)/\($0)") }
        }.flatMap(\.self)
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(inputs)
        writer.put(output)
        writer.put(summary)
        writer.put(diagnostics) { $0.put($1) }
        writer.put(files) { writer, file in
            writer.put(file.path)
            writer.put(file.stamp.size)
            writer.put(file.stamp.modified)
            writer.put(file.stamp.changed)
            writer.put(file.stamp.number)
        }
        let places = Dictionary(
            files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        writer.put(site) { writer, site in
            writer.put(site.base)
            writer.put(site.memory.release) { $0.put($1) }
            writer.put(Array(site.memory.files)) { writer, group in
                writer.put(group.key)
                writer.put(group.value.compactMap { places[$0] }) { $0.put($1) }
            }
            writer.put(Array(site.memory.entries)) { writer, entry in
                writer.put(entry.key)
                writer.put(entry.value)
            }
        }
        return writer.bytes
    }

    init(_ reader: inout ByteReader, key: ContentDigest.Key) throws {
        inputs = try reader.digest()
        output = try reader.text()
        summary = try reader.text()
        diagnostics = try reader.list { try $0.diagnostic() }
        let files = try reader.list { reader in
            (
                path: try reader.text(),
                stamp: FileStamp(
                    size: try reader.number(), modified: try reader.number(), changed: try reader.number(),
                    number: try reader.word())
            )
        }
        self.files = files
        site = try reader.optional { reader in
            let base = try reader.digest()
            var memory = SiteMemory(key: key)
            memory.release = try reader.optional { try $0.text() }
            for _ in 0..<(try reader.count()) {
                let key = try reader.digest()
                memory.files[key] = try reader.list { reader in
                    let place = try reader.number()
                    guard files.indices.contains(place) else { throw ByteReader.Damaged() }
                    return files[place].path
                }
            }
            for _ in 0..<(try reader.count()) { memory.entries[try reader.digest()] = try reader.number() }
            return (base, memory)
        }
        guard reader.isAtEnd, !files.isEmpty else { throw ByteReader.Damaged() }
    }
}
