import ByteCoding
import Storage

/// The folder `.throughline/cache/` of a content folder: what earlier builds made that need not be made again. It may be
/// deleted at any time; what is damaged, or of another program, is passed over and written anew. Its owner alone may read
/// it.
struct BuildCache {
    /// What is kept: the last build of a site, the last of a preview, the notes, what was released of the surveys.
    enum Part: String {
        case site = "last-build"
        case preview = "last-preview"
        case texts, report

        /// The first line of its file, with the version of its form.
        var heading: [UInt8] { Array("throughline \(rawValue) 2\n".utf8) }
    }

    private let home: String
    let folder: String
    /// Under which everything is hashed; made anew where there is none.
    let key: ContentDigest.Key
    private static let keyHeading = Array("throughline key 1\n".utf8)

    init(content: String) {
        home = "\(content)/.throughline"
        folder = "\(content)/.throughline/cache"
        key = Self.key(of: folder) ?? .random()
    }

    private static func key(of folder: String) -> ContentDigest.Key? {
        guard let bytes = bytes("\(folder)/key"), bytes.starts(with: keyHeading) else { return nil }
        var reader = ByteReader(bytes, from: keyHeading.count)
        guard let first = try? reader.word(), let second = try? reader.word(), reader.isAtEnd else { return nil }
        return ContentDigest.Key(first: first, second: second)
    }

    private static func bytes(_ path: String) -> [UInt8]? {
        guard FileStamp.of(path) != nil else { return nil }
        return try? InputFile(path: path).readAll()
    }

    /// The bytes of a part, and where what was kept begins; nil where there is none, or a damaged one.
    func read(_ part: Part) -> (bytes: [UInt8], start: Int)? {
        let heading = part.heading
        guard let bytes = Self.bytes("\(folder)/\(part.rawValue)"), bytes.starts(with: heading) else { return nil }
        var reader = ByteReader(bytes, from: heading.count)
        guard let checksum = try? reader.digest(),
            ContentDigest(Array(bytes[reader.place...]), key: key) == checksum
        else { return nil }
        return (bytes, reader.place)
    }

    /// Keeps a part in place of the last; a cache that cannot be written is no error, the next build just takes longer.
    func keep(_ part: Part, _ payload: [UInt8]) {
        var writer = ByteWriter()
        writer.put(ContentDigest(payload, key: key))
        do {
            try prepare()
            try PrivateFile.replace("\(folder)/\(part.rawValue)", with: part.heading + writer.bytes + payload)
        } catch {
            remove(part.rawValue)
        }
    }

    /// Makes the folder, and puts the key there.
    func prepare() throws {
        _ = try? DiskEffects.disk.makeFolder(home)
        try PrivateFile.makeFolder(folder)
        // Copies of the content in a version control system need none of it.
        if FileStamp.of("\(folder)/.gitignore") == nil {
            try PrivateFile.replace("\(folder)/.gitignore", with: Array("*\n".utf8))
        }
        guard Self.key(of: folder) != key else { return }
        var writer = ByteWriter()
        writer.put(key.first)
        writer.put(key.second)
        try PrivateFile.replace("\(folder)/key", with: Self.keyHeading + writer.bytes)
    }

    func remove(_ name: String) { try? DiskEffects.disk.remove("\(folder)/\(name)") }
}
