package import ByteCoding
import Report

/// What an earlier build made of the notes of a content folder, file by file. It is used only where the file's bytes are
/// the same, and where all that a text depends on besides is: the departments that it names, the pages that it links.
package struct KeptTexts: Sendable {
    /// What is kept of a file.
    package struct Entry: Sendable {
        /// Of the bytes that it was made of.
        let file: ContentDigest
        /// At what `KeptNote` wrote.
        let head: ByteReader
        /// What `PageText` wrote; nil where it is damaged.
        let body: @Sendable () -> [UInt8]?

        package init(file: ContentDigest, head: ByteReader, body: @escaping @Sendable () -> [UInt8]?) {
            self.file = file
            self.head = head
            self.body = body
        }
    }

    /// What is to be kept of a file of this build.
    package struct File: Sendable {
        package let name: String
        package let digest: ContentDigest
        /// What `KeptNote` writes; nil where it is as it was kept.
        package let head: [UInt8]?
        /// The text; nil where it is as it was kept.
        package let text: PageText?
    }

    /// Under which everything is hashed.
    package let key: ContentDigest.Key
    /// Of the bytes of the files as they are now, by their names.
    package let digests: [String: ContentDigest]
    package let entries: [String: Entry]

    package init(key: ContentDigest.Key, digests: [String: ContentDigest], entries: [String: Entry]) {
        self.key = key
        self.digests = digests
        self.entries = entries
    }

    /// What is kept of a file whose bytes are the same.
    func entry(_ name: String) -> Entry? {
        guard let entry = entries[name], entry.file == digests[name] else { return nil }
        return entry
    }
}

/// What the pages of a note or of a department's text depend on in its file, and in the files that it links: where it is
/// the same, so are they.
package struct Fingerprint: Sendable, Hashable {
    /// Of everything.
    package let whole: ContentDigest
    /// Of its front matter alone: what lists say of a note.
    package let head: ContentDigest
    /// Of its actions, as lists show them; nil where it has none.
    package let actions: ContentDigest?

    /// - Parameters:
    ///   - header: of the front matter's bytes.
    ///   - addresses: of the pages that it links.
    ///   - departments: whose actions its tasks are.
    ///   - words: of the tasks, with their links.
    /// - Returns: nil for a file that has no digest.
    init?(
        of name: String, header: ContentDigest, addresses: ContentDigest, departments: [DepartmentID],
        tasks: [ParsedText.Task], words: [SafeHTML], _ kept: KeptTexts
    ) {
        guard let file = kept.digests[name] else { return nil }
        var writer = ByteWriter()
        writer.put(name)
        writer.put(header)
        head = writer.digest(kept.key)
        writer.put(file)
        writer.put(addresses)
        whole = writer.digest(kept.key)
        guard !tasks.isEmpty else {
            actions = nil
            return
        }
        writer = ByteWriter()
        writer.put(name)
        // Lists name the note by its title.
        writer.put(header)
        writer.put(departments) { $0.put($1.text) }
        writer.put(words) { $0.put($1) }
        for task in tasks { writer.put(wordsOf: task) }
        actions = writer.digest(kept.key)
    }
}
