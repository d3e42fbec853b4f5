import ByteCoding
import Diagnostics
import Report
import Testing

@testable import Content

/// What is kept of notes comes from a disk: whatever its bytes say, they are read to a note that can be kept again as it
/// was read, or refused, and never end the program. (That damage is seen at all is the work of checksums, elsewhere.)
@Suite("Any bytes as kept notes")
struct KeptBytesTests {
    private static let key = ContentDigest.Key(first: 7, second: 11)
    private static let files = [
        "site.yml": "title: T\norganisation: O\nheadline: overall\n",
        "departments/finance.md": "---\nname: Finance\n---\n## Here\n",
        "departments/desk.md": "---\nname: Desk\n---\n",
        "notes/tasks.md":
            "---\ntitle: Tasks\ndate: 2026-03-06\nauthor: A\nside: internal\ndepartments: [finance]\n---\n## Wörter\n\n"
            + "- [ ] Do [it](late.md) (owner: Money, due: 2026-04-01)\n- [x] Done ![i](i.png) [h](#wörter)\n",
        "notes/said.md":
            "---\ntitle: Said\ndate: 2026-03-07\nkind: you-said\nsaid: Slow\ndid: Fast\n---\n[f](../departments/finance.md#here) <b>x</b>\n",
        "notes/late.md":
            "---\ntitle: Late\ndate: 2026-03-08\nkind: delay\nprovider: finance\ncustomer: desk\ndays: 3\nreply: R\nagreed: A\n---\n",
        "notes/good.md":
            "---\ntitle: Good\ndate: 2026-03-09\nkind: standard\nquestion: q\nmeasure: csat\nside: internal\ntarget: 70.5\n---\nx\n",
    ]

    /// What a build keeps of each note.
    private static func kept() throws -> [(file: SourceFile, digest: ContentDigest, head: [UInt8], text: [UInt8])] {
        let sources = files.map { SourceFile(path: "content/\($0.key)", name: $0.key, text: $0.value) }
        let digests = files.mapValues { ContentDigest(Array($0.utf8), key: key) }
        let read = ContentFolder.read(
            files: sources, kept: KeptTexts(key: key, digests: digests, entries: [:]))
        try #require(!read.hasErrors, "\(read.diagnostics.map(\.rendered))")
        let kept = try read.value.kept.filter { $0.name.hasPrefix("notes/") }.map { file in
            (
                try #require(sources.first { $0.name == file.name }), file.digest, try #require(file.head),
                try #require(file.text?.encoded)
            )
        }
        #expect(kept.count == 4)
        return kept
    }

    /// The bytes cut at every place, and at every place with other bits, or with a number there that is as large or as
    /// small as numbers are.
    static func damaged(_ bytes: [UInt8], _ body: ([UInt8]) -> Void) {
        let numbers = [Int.min, -1, .max, 1 << 40, bytes.count].map { number in
            var writer = ByteWriter()
            writer.put(number)
            return writer.bytes
        }
        for place in bytes.indices {
            body(Array(bytes[..<place]))
            for bit in 0..<8 {
                var other = bytes
                other[place] ^= 1 << UInt8(bit)
                body(other)
            }
            for number in numbers { body(bytes[..<place] + number + bytes[(place + 1)...]) }
        }
    }

    private static func note(_ head: [UInt8], _ file: SourceFile) -> KeptNote? {
        KeptNote(
            KeptTexts.Entry(file: ContentDigest(first: 0, second: 0), head: ByteReader(head), body: { nil }), of: file)
    }

    /// The note as it would be kept again, with its links.
    private static func bytes(_ note: KeptNote) -> [UInt8]? {
        KeptNote.bytes(
            note.draft, diagnostics: note.diagnostics, actions: note.actions, leadsToPages: true,
            header: note.header, known: note.known, addresses: note.addresses)
    }

    @Test func headsAreReadOrRefused() throws {
        for (file, _, head, _) in try Self.kept() {
            let whole = try #require(Self.note(head, file), "\(file.name)")
            let again = try #require(Self.bytes(whole))
            #expect(Self.note(again, file).flatMap(Self.bytes) == again)
            var (read, refused) = (0, 0)
            Self.damaged(head) { bytes in
                guard let note = Self.note(bytes, file) else {
                    refused += 1
                    return
                }
                read += 1
                for action in note.actions { _ = action.html(on: "departments/finance.html") }
                // One with an error is not kept.
                guard let again = Self.bytes(note) else { return }
                #expect(Self.note(again, file).flatMap(Self.bytes) == again, "\(file.name): \(bytes)")
            }
            #expect(read > head.count && refused > head.count, "\(file.name): \(read) read, \(refused) refused")
        }
    }

    /// As many of them as its text has.
    @Test func aNoteWithoutTheWordsOfItsTasksIsRefused() throws {
        let (file, _, head, _) = try #require(try Self.kept().first { $0.file.name == "notes/tasks.md" })
        let note = try #require(Self.note(head, file))
        #expect(note.actions.count == 2)
        for actions in [[], [note.actions[0]], note.actions + note.actions] {
            let bytes = KeptNote.bytes(
                note.draft, diagnostics: note.diagnostics, actions: actions, leadsToPages: true, header: note.header,
                known: note.known, addresses: note.addresses)
            #expect(try Self.note(#require(bytes), file) == nil, "\(actions.count)")
        }
    }

    @Test func textsAreReadOrRefused() throws {
        for (file, _, _, text) in try Self.kept() {
            let whole = try #require(PageText.decode(text, home: "notes/x.html"), "\(file.name)")
            #expect(PageText(body: whole.body, plain: whole.plain).encoded == text)
            Self.damaged(text) { bytes in
                guard let parts = PageText.decode(bytes, home: "notes/x.html") else { return }
                _ = parts.body.html(on: "departments/finance.html")
                let again = PageText(body: parts.body, plain: parts.plain).encoded
                #expect(PageText.decode(again, home: "notes/x.html")?.body == parts.body, "\(file.name): \(bytes)")
            }
        }
    }

    /// The same in a build: it says what is wrong or makes the note, and goes on.
    @Test func aFolderWithDamagedNotesIsRead() throws {
        let sources = Self.files.map { SourceFile(path: "content/\($0.key)", name: $0.key, text: $0.value) }
        let digests = Self.files.mapValues { ContentDigest(Array($0.utf8), key: Self.key) }
        var random = Sequence64(3)
        for (file, digest, head, text) in try Self.kept() {
            var all: [([UInt8], [UInt8])] = []
            Self.damaged(head) { if $0 != head { all.append(($0, text)) } }
            Self.damaged(text) { if $0 != text { all.append((head, $0)) } }
            for (head, text) in all.shuffled(using: &random).prefix(150) {
                let entry = KeptTexts.Entry(file: digest, head: ByteReader(head), body: { text })
                let read = ContentFolder.read(
                    files: sources, kept: KeptTexts(key: Self.key, digests: digests, entries: [file.name: entry]))
                for note in read.value.notes { _ = note.body.html(on: "departments/finance.html") + note.plain }
                for action in read.value.actions { _ = action.text.html(on: "actions.html") }
            }
        }
    }
}
