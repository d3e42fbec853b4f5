import ByteCoding
import Content
import Diagnostics
import Report
import Testing

/// What is kept of notes stands in for reading them only as long as everything that they were made of is the same.
@Suite("Notes as an earlier build read them")
struct KeptTextTests {
    private static let key = ContentDigest.Key(first: 3, second: 5)
    private typealias Read = Outcome<ContentFolder>

    private func digests(_ files: [String: String]) -> [String: ContentDigest] {
        files.mapValues { ContentDigest(Array($0.utf8), key: Self.key) }
    }

    private func read(_ files: [String: String], _ entries: [String: KeptTexts.Entry] = [:]) -> Read {
        var all = files
        all["site.yml"] = "title: T\norganisation: O\nheadline: overall\n"
        if all["departments/finance.md"] == nil { all["departments/finance.md"] = "---\nname: Finance\n---\n## Here\n" }
        let sources = all.map { SourceFile(path: "content/\($0.key)", name: $0.key, text: $0.value) }
        return ContentFolder.read(
            files: sources, kept: KeptTexts(key: Self.key, digests: digests(all), entries: entries))
    }

    /// What the next build gets of a build; texts are marked, so that it can be seen where they come from.
    private func entries(_ read: Read, bytes: ([UInt8]) -> [UInt8]? = { $0 }) -> [String: KeptTexts.Entry] {
        var entries: [String: KeptTexts.Entry] = [:]
        for file in read.value.kept {
            guard let head = file.head, let text = file.text else { continue }
            let marked = PageText(
                body: SafeHTML(trusted: text.parts.body.html + "<!-- kept -->"), plain: text.parts.plain + " kept")
            let body = bytes(marked.encoded)
            entries[file.name] = KeptTexts.Entry(file: file.digest, head: ByteReader(head), body: { body })
        }
        return entries
    }

    private func isKept(_ read: Read, _ id: String) -> Bool? {
        read.value.notes.first { $0.id == id }.map {
            $0.body.html.hasSuffix("<!-- kept -->") && $0.plain.hasSuffix(" kept")
        }
    }

    private static let files = [
        "notes/plain.md":
            "---\ntitle: Plain\ndate: 2026-03-04\ndepartments: [finance]\n---\nWords [x](https://x.example/).\n",
        "notes/linked.md":
            "---\ntitle: Linked\ndate: 2026-03-05\n---\n[f](../departments/finance.md#here) [o](plain.md)\n",
        "notes/tasks.md":
            "---\ntitle: Tasks\ndate: 2026-03-06\nauthor: A\nside: internal\n---\n- [ ] Do [it](plain.md) (owner: Money, due: 2026-04-01)\n",
        "notes/said.md":
            "---\ntitle: Said\ndate: 2026-03-07\nkind: you-said\nsaid: Slow\ndid: Fast\n---\n![i](i.png) <b>x</b>\n",
        "notes/late.md":
            "---\ntitle: Late\ndate: 2026-03-08\nkind: delay\nprovider: finance\ncustomer: desk\ndays: 3\n---\n",
        "notes/good.md":
            "---\ntitle: Good\ndate: 2026-03-09\nkind: standard\nquestion: q\nmeasure: csat\nside: internal\ntarget: 70.5\n---\nx\n",
        "departments/desk.md": "---\nname: Desk\n---\n",
    ]

    @Test func everythingButTheTextIsAsItWasRead() {
        let first = read(Self.files)
        let second = read(Self.files, entries(first))
        #expect(first.diagnostics == second.diagnostics && !first.diagnostics.isEmpty && !first.hasErrors)
        #expect(first.value.actions == second.value.actions && first.value.actions.count == 1)
        #expect(first.value.standards.map(\.standard) == second.value.standards.map(\.standard))
        #expect(first.value.structure == second.value.structure)
        for (former, note) in zip(first.value.notes, second.value.notes) {
            #expect(isKept(second, note.id) == true, "\(note.id)")
            #expect(former.fingerprint == note.fingerprint && note.fingerprint != nil)
            #expect(former.head.description == note.head.description)
        }
        #expect(second.value.kept.allSatisfy { $0.head == nil && $0.text == nil })
        #expect(second.value.kept.map(\.name) == first.value.kept.map(\.name))
    }

    @Test func anotherTextIsReadAnew() {
        var files = Self.files
        let kept = entries(read(files))
        files["notes/plain.md"]? += "More.\n"
        let second = read(files, kept)
        #expect(isKept(second, "plain") == false && isKept(second, "linked") == true)
        #expect(second.value.kept.filter { $0.text != nil }.map(\.name) == ["notes/plain.md"])
    }

    @Test func aLinkThatLeadsElsewhereIsReadAnewAndOneThatLeadsNowhereIsAnError() {
        var files = Self.files
        let kept = entries(read(files))
        // The heading's id in the page is another, its name for links is the same.
        files["departments/finance.md"] = "---\nname: Finance\n---\n## Hereé\n\n## Here\n"
        let moved = read(files, kept)
        #expect(!moved.hasErrors && isKept(moved, "plain") == true && isKept(moved, "linked") == false)
        let linked = moved.value.notes.first { $0.id == "linked" }
        #expect(linked?.body == read(files).value.notes.first { $0.id == "linked" }?.body)
        #expect(linked?.body != read(Self.files).value.notes.first { $0.id == "linked" }?.body)
        files["departments/finance.md"] = "---\nname: Finance\n---\n"
        let broken = read(files, kept)
        #expect(broken.diagnostics.map(\.code).contains("broken-anchor"))
        #expect(broken.diagnostics == read(files).diagnostics)
        files["departments/finance.md"] = nil
        files["notes/plain.md"] = nil
        files["notes/other/plain.md"] = Self.files["notes/plain.md"]
        #expect(read(files, kept).diagnostics == read(files).diagnostics)
    }

    @Test func otherDepartmentsReadTheFrontMatterAnewAndNotTheText() {
        var files = Self.files
        let kept = entries(read(files))
        files["departments/more.md"] = "---\nname: More\n---\n"
        let more = read(files, kept)
        #expect(isKept(more, "plain") == true && isKept(more, "tasks") == true)
        #expect(more.diagnostics == read(files).diagnostics)
        #expect(more.value.kept.allSatisfy { $0.head != nil && $0.text == nil })
        #expect(more.value.structure != read(Self.files).value.structure)
        files["departments/desk.md"] = nil
        #expect(read(files, kept).diagnostics == read(files).diagnostics && read(files).hasErrors)
        files = Self.files
        files["departments/finance.md"] = "---\nname: Money\n---\n## Here\n"
        let named = read(files, kept)
        #expect(
            named.value.actions == read(files).value.actions
                && named.value.actions[0].ownerDepartment?.text == "finance")
        #expect(read(Self.files).value.actions[0].ownerDepartment == nil)
    }

    @Test func aDamagedTextIsReadAnew() {
        let first = read(Self.files)
        for kept in [
            entries(first, bytes: { _ in nil }), entries(first, bytes: { Array($0.dropLast()) }),
            entries(first, bytes: { _ in [] }),
        ] {
            let second = read(Self.files, kept)
            #expect(second.value.notes.map(\.body) == first.value.notes.map(\.body))
            #expect(second.value.notes.map(\.plain) == first.value.notes.map(\.plain))
        }
    }

    @Test func anyDamageOfAHeadIsReadAnewOrSaysTheSame() {
        let first = read(Self.files)
        var random = Sequence64(7)
        for file in first.value.kept {
            guard let head = file.head else { continue }
            for length in stride(from: 0, to: head.count, by: 17) {
                let entry = KeptTexts.Entry(
                    file: file.digest, head: ByteReader(Array(head.prefix(length))), body: { nil })
                let second = read(Self.files, [file.name: entry])
                #expect(second.value.notes.count == first.value.notes.count)
            }
            // Never a trap, whatever the bytes say; checksums are elsewhere.
            for _ in 0..<30 {
                var bytes = head
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                _ = read(
                    Self.files, [file.name: KeptTexts.Entry(file: file.digest, head: ByteReader(bytes), body: { nil })])
            }
        }
    }

    @Test func aNoteWithAnErrorIsNotKept() {
        var files = Self.files
        files["notes/wrong.md"] = "---\ntitle: W\ndate: 2026-03-04\n---\n- [ ] Do (due: soon)\n"
        let first = read(files)
        #expect(first.hasErrors && !first.value.kept.map(\.name).contains("notes/wrong.md"))
        #expect(read(files, entries(first)).diagnostics == first.diagnostics)
    }
}

extension Note {
    fileprivate var description: String { "\(id) \(title) \(date) \(departments) \(side as Any) \(kind) \(location)" }
}
