import Storage

/// The folder `.throughline/cache/` of a content folder: what the last build needs not do again. It may be deleted at any
/// time; what is damaged, or of another program, is passed over and written anew. Its owner alone may read it.
struct BuildCache {
    private let home: String
    private var folder: String { "\(home)/cache" }
    private var path: String { "\(folder)/last-build" }
    private static let heading = Array("throughline last build 1\n".utf8)

    /// Under which everything is hashed; made anew where there is no record.
    let key: ContentDigest.Key
    /// The last build; nil where there is none.
    let last: BuildRecord?

    init(content: String) {
        home = "\(content)/.throughline"
        let read = Self.read("\(home)/cache/last-build")
        key = read?.key ?? .random()
        last = read?.record
    }

    private static func read(_ path: String) -> (key: ContentDigest.Key, record: BuildRecord)? {
        guard FileStamp.of(path) != nil, let bytes = try? InputFile(path: path).readAll(),
            bytes.starts(with: heading)
        else { return nil }
        do {
            var reader = ByteReader(bytes, from: heading.count)
            let key = ContentDigest.Key(first: try reader.word(), second: try reader.word())
            let checksum = try reader.digest()
            let start = heading.count + 32
            guard ContentDigest(Array(bytes[start...]), key: key) == checksum else { return nil }
            return (key, try BuildRecord(&reader))
        } catch {
            return nil
        }
    }

    /// Keeps a record in place of the last; a cache that cannot be written is no error, the next build just takes longer.
    func keep(_ record: BuildRecord) {
        let payload = record.bytes
        var writer = ByteWriter()
        writer.put(key.first)
        writer.put(key.second)
        writer.put(ContentDigest(payload, key: key))
        do {
            _ = try? DiskEffects.disk.makeFolder(home)
            try PrivateFile.makeFolder(folder)
            // Copies of the content in a version control system need none of it.
            if FileStamp.of("\(folder)/.gitignore") == nil {
                try PrivateFile.replace("\(folder)/.gitignore", with: Array("*\n".utf8))
            }
            try PrivateFile.replace(path, with: Self.heading + writer.bytes + payload)
        } catch {
            try? DiskEffects.disk.remove(path)
        }
    }
}
