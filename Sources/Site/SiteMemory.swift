package import ByteCoding

/// What a build leaves for the next: which files it made of what. All of it holds only for the same report, words and
/// templates, and for the same day.
package struct SiteMemory: Sendable {
    /// Under which everything is hashed.
    package let key: ContentDigest.Key
    /// The id of the release; nil where none is known.
    package var release: String?
    /// Files that were made together, by the digest of what they were made of.
    package var files: [ContentDigest: [String]] = [:]
    /// Bytes of the entries of the search index, by the digests of what they were made of.
    package var entries: [ContentDigest: Int] = [:]

    package init(key: ContentDigest.Key) { self.key = key }

    /// A digest for something that is made of these parts; nil where one of them has none.
    func digest(_ name: String, _ parts: some Sequence<ContentDigest?>, number: Int = 0) -> ContentDigest? {
        var writer = ByteWriter()
        writer.put(name)
        writer.put(number)
        for part in parts {
            guard let part else { return nil }
            writer.put(part)
        }
        return writer.digest(key)
    }
}

/// A site as it was rendered.
package struct RenderedSite: Sendable {
    /// In the order of their paths.
    package var made: [OutputFile] = []
    /// Paths of files that are there already, and would be made the same.
    package var kept: [String] = []
    /// For the next build; nil where nothing is kept.
    package var memory: SiteMemory?
}
