import ByteCoding
import Content
import Parallel
import Storage
import Synchronization

/// The notes as earlier builds read them: in `texts` what a build needs of every note, in files beside it, a few of them,
/// the texts themselves, which are fetched one by one where a page is made anew.
struct TextCache {
    private let cache: BuildCache
    /// Of the program, and of the folder as its messages name it: what another made is not used.
    private let version: ContentDigest
    private let packs: [Pack]
    private let entries: [String: Entry]
    private let bytes: [UInt8]

    private struct Entry {
        let file: ContentDigest
        let head: Range<Int>
        let place: Place
    }

    /// Where a text stands.
    private struct Place {
        var pack: Int
        var offset: Int
        var length: Int
        var digest: ContentDigest
    }

    /// A file of texts.
    private final class Pack: Sendable {
        let name: String
        let length: Int
        private let file: InputFile
        /// A text in it was not what was written there.
        let isDamaged = Atomic(false)

        init?(_ name: String, length: Int, in folder: String) {
            guard let file = try? InputFile(path: "\(folder)/\(name)"), file.size == length else { return nil }
            self.name = name
            self.length = length
            self.file = file
        }

        func text(_ place: Place, _ key: ContentDigest.Key) -> [UInt8]? {
            guard let bytes = try? file.read(at: place.offset, count: place.length), bytes.count == place.length,
                ContentDigest(bytes, key: key) == place.digest
            else {
                isDamaged.store(true, ordering: .relaxed)
                return nil
            }
            return bytes
        }
    }

    init(_ cache: BuildCache, version: ContentDigest) {
        self.cache = cache
        self.version = version
        let read = cache.read(.texts).flatMap { Self.read($0.bytes, from: $0.start, version, cache.folder) }
        (packs, entries, bytes) = read ?? ([], [:], [])
    }

    private static func read(
        _ bytes: [UInt8], from start: Int, _ version: ContentDigest, _ folder: String
    ) -> ([Pack], [String: Entry], [UInt8])? {
        var reader = ByteReader(bytes, from: start)
        do {
            guard try reader.digest() == version else { return nil }
            let packs = try reader.list { reader in
                let (name, length) = (try reader.text(), try reader.number())
                guard let pack = Pack(name, length: length, in: folder) else { throw ByteReader.Damaged() }
                return pack
            }
            var entries: [String: Entry] = [:]
            let count = try reader.count()
            entries.reserveCapacity(count)
            for _ in 0..<count {
                let name = try reader.text()
                let file = try reader.digest()
                let place = Place(
                    pack: try reader.number(), offset: try reader.number(), length: try reader.number(),
                    digest: try reader.digest())
                guard packs.indices.contains(place.pack), place.offset >= 0, place.length >= 0,
                    place.offset <= packs[place.pack].length - place.length
                else { return nil }
                entries[name] = Entry(file: file, head: try reader.range(), place: place)
            }
            return reader.isAtEnd ? (packs, entries, bytes) : nil
        } catch {
            return nil
        }
    }

    /// For reading the folder.
    /// - Parameter digests: of the files as they are now.
    func texts(_ digests: [(name: String, digest: ContentDigest)]) -> KeptTexts {
        let key = cache.key
        return KeptTexts(
            key: key,
            digests: Dictionary(digests.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first }),
            entries: entries.mapValues { entry in
                let pack = packs[entry.place.pack]
                return KeptTexts.Entry(
                    file: entry.file, head: ByteReader(bytes, in: entry.head),
                    body: { pack.text(entry.place, key) })
            })
    }

    /// Keeps what a build read, and nothing else.
    func keep(_ files: [KeptTexts.File]) {
        let isSame = files.count == entries.count && files.allSatisfy { $0.head == nil && $0.text == nil }
        let isDamaged = packs.contains { $0.isDamaged.load(ordering: .relaxed) }
        guard !isDamaged else {
            cache.remove(BuildCache.Part.texts.rawValue)
            return
        }
        guard !isSame else { return }
        do {
            try cache.prepare()
            try write(files)
        } catch {
            cache.remove(BuildCache.Part.texts.rawValue)
        }
    }

    /// So many files of texts at most, and no more than half of their bytes in vain: else all texts are put in one.
    private static let mostPacks = 12

    private func write(_ files: [KeptTexts.File]) throws {
        let living = files.reduce(0) { $0 + ($1.text == nil ? entries[$1.name]?.place.length ?? 0 : 0) }
        let lying = packs.reduce(0) { $0 + $1.length }
        let gathers = packs.count >= Self.mostPacks || lying > 2 * living
        let name = "texts-\(String(UInt64.random(in: .min ... .max), radix: 16))"
        var pack = try PrivateFile.Writer("\(cache.folder)/\(name)")
        let number = gathers ? 0 : packs.count
        var offset = 0
        var index = ByteWriter()
        var count = 0
        for start in stride(from: 0, to: files.count, by: 128) {
            let some = Array(files[start..<min(files.count, start + 128)])
            let texts = Parallel.machine.map(some.count) {
                [self] position -> (bytes: [UInt8], digest: ContentDigest)? in
                let bytes =
                    some[position].text?.encoded
                    ?? (gathers
                        ? entries[some[position].name].flatMap { packs[$0.place.pack].text($0.place, cache.key) } : nil)
                return bytes.map { ($0, ContentDigest($0, key: cache.key)) }
            }
            for (file, text) in zip(some, texts) {
                let former = entries[file.name]
                guard let head = file.head ?? former.map({ Array(bytes[$0.head]) }) else { continue }
                guard
                    let place = text.map({
                        Place(pack: number, offset: offset, length: $0.bytes.count, digest: $0.digest)
                    })
                        ?? (gathers ? nil : former?.place)
                else { continue }
                if let text {
                    try pack.append(text.bytes)
                    offset += text.bytes.count
                }
                count += 1
                index.put(file.name)
                index.put(file.digest)
                index.put(place.pack)
                index.put(place.offset)
                index.put(place.length)
                index.put(place.digest)
                index.put(head)
            }
        }
        try pack.commit()
        let all = (gathers ? [] : packs.map { ($0.name, $0.length) }) + [(name, offset)]
        var head = ByteWriter()
        head.put(version)
        head.put(all) { writer, pack in
            writer.put(pack.0)
            writer.put(pack.1)
        }
        head.put(count)
        cache.keep(.texts, head.bytes + index.bytes)
        // Those that nobody needs any more, also of builds that were ended.
        let known = Set(all.map(\.0))
        for other in (try? DiskEffects.disk.names(cache.folder)) ?? []
        where other.hasPrefix("texts-") && !known.contains(other) {
            cache.remove(other)
        }
    }
}
