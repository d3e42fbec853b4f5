import Content
import Diagnostics
import Report
import Testing

/// Notes of every kind, their front matter, and their names.
struct NoteTests {
    private func read(_ front: String, _ body: String = "") -> Outcome<ContentFolder> {
        folder([
            "notes/a.md": "---\n\(front)---\n\(body)", "departments/desk.md": "---\nname: Desk\n---\n",
        ])
    }
    private static let head = "title: T\ndate: 2026-03-04\n"

    @Test func kindsHaveTheirOwnKeys() throws {
        func note(_ front: String) throws -> Note {
            let outcome = read(Self.head + front)
            #expect(outcome.diagnostics.map(\.rendered) == [])
            return try #require(outcome.value.notes.first)
        }
        #expect(try note("author: Jo\nside: external\ndepartments: [finance]\n").kind.name == "note")
        guard case .youSaid(let said, let did) = try note("kind: you-said\nsaid: \"a\"\ndid: b\n").kind else {
            Issue.record("kind")
            return
        }
        #expect(said == "a" && did == "b")
        let delay = try note("kind: delay\nprovider: finance\ncustomer: desk\ndays: 3\nreply: r\nagreed: g\n")
        guard case .delay(let provider, let customer, let days, let reply, let agreed) = delay.kind else {
            Issue.record("kind")
            return
        }
        #expect(provider.text == "finance" && customer.text == "desk" && days == 3 && reply == "r" && agreed == "g")
        #expect(delay.departments.map(\.text) == ["finance", "desk"])
        let standard = read(
            Self.head
                + "kind: standard\ndepartments: [finance, desk]\nquestion: overall\nmeasure: csat\nside: all\ntarget: 72.5\n"
        )
        #expect(standard.diagnostics == [])
        #expect(standard.value.standards.map(\.standard.department.text) == ["finance", "desk"])
        #expect(
            standard.value.standards.allSatisfy {
                $0.standard.target == 72.5 && $0.standard.statistic == .csat && $0.standard.side == .all
            })
        let whole = read(Self.head + "kind: standard\nquestion: overall\nmeasure: nps\nside: external\ntarget: -5\n")
        #expect(whole.value.standards.map(\.standard.department) == [.organisation])
    }

    @Test(arguments: [
        (
            "titel: x\ndate: 2026-03-04\n",
            [
                "2:1: error[missing-key]: a note needs the key `title`; add it",
                "2:1: error[unknown-key]: a note has no key `titel`; did you mean `title`?\n  2 | titel: x\n    | ^",
            ]
        ),
        (
            "title: x\ndate: 4 March\n",
            ["3:7: error[wrong-type]: date must be a day such as 2026-03-31\n  3 | date: 4 March\n    |       ^"]
        ),
        (
            head + "kind: praise\n",
            [
                "4:7: error[wrong-value]: kind must be one of note, standard, thanks, delay, decision, you-said\n  4 | kind: praise\n    |       ^"
            ]
        ),
        (
            head + "side: inside\n",
            [
                "4:7: error[wrong-value]: side must be one of external, internal, all, connected, self, received\n  4 | side: inside\n    |       ^"
            ]
        ),
        (
            head + "departments: desks\n",
            [
                "4:14: error[unknown-department]: departments: there is no department `desks`; did you mean `desk`?\n  4 | departments: desks\n    |              ^"
            ]
        ),
        (
            head + "kind: thanks\nsaid: x\n",
            [
                "5:7: error[wrong-kind]: `said` belongs to notes of kind you-said, and this one is of kind thanks; write `kind: you-said`, or take the key off\n  5 | said: x\n    |       ^"
            ]
        ),
        (head + "kind: you-said\nsaid: x\n", ["2:1: error[missing-key]: a note needs the key `did`; add it"]),
        (
            head + "kind: delay\nprovider: desk\ncustomer: desk\n",
            [
                "6:11: error[wrong-value]: provider and customer of a delay are the same department\n  6 | customer: desk\n    |           ^"
            ]
        ),
        (
            head + "kind: delay\nprovider: desk\ncustomer: finance\ndays: soon\n",
            ["7:7: error[wrong-type]: days must be a whole number from 0 to 10000\n  7 | days: soon\n    |       ^"]
        ),
        (
            head + "kind: standard\nquestion: overall\nside: all\nmeasure: top\ntarget: high\n",
            [
                "7:10: error[wrong-value]: measure must be one of csat, mean, nps, ces, favourable, yes, rating\n  7 | measure: top\n    |          ^",
                "8:9: error[wrong-type]: target must be a number\n  8 | target: high\n    |         ^",
            ]
        ),
    ])
    func wrongFrontMatterIsAnErrorAtItsPlace(_ front: String, _ messages: [String]) {
        #expect(read(front).diagnostics.map(\.rendered) == messages.map { "content/notes/a.md:\($0)" })
    }

    @Test func frontMatterBeginsTheFileAndEnds() {
        #expect(
            messages(["notes/a.md": "title: x\n---\n"]) == [
                "content/notes/a.md:1:1: error[front-matter]: the file does not begin with front matter; begin with a line `---`, then the keys, then another line `---`\n  1 | title: x\n    | ^"
            ])
        #expect(
            messages(["notes/a.md": "---\ntitle: x\n\nText --- more\n"]) == [
                "content/notes/a.md:1:1: error[front-matter]: the front matter has no end; write a line `---` between the keys and the text\n  1 | ---\n    | ^"
            ])
        #expect(folder(["notes/a.md": ""]).diagnostics == [])
        #expect(messages(["notes/a.md": "\n---\ntitle: x\n---\n"]).count == 1)
    }

    @Test func onlyTheFirstFenceEndsTheFrontMatter() {
        let note = folder([
            "notes/a.md": "\u{FEFF}---\r\ntitle: T\r\ndate: 2026-03-04\r\n--- \r\nOne\r\n\r\n---\r\n\r\n[x](no.md)\r\n"
        ])
        #expect(note.value.notes.first?.body.html == "<p>One</p>\n<hr>\n<p>x</p>\n")
        #expect(note.diagnostics.map(\.location.description) == ["content/notes/a.md:9:1"])
    }

    @Test func namesOfPagesComeFromFileNames() {
        let files = [
            "2026-03-04 Waiting, again", "Grüße & Küsse", "2026/con", "日本", String(repeating: "long-", count: 20),
        ]
        let outcome = folder(Dictionary(uniqueKeysWithValues: files.map { ("notes/\($0).md", note("x")) }))
        #expect(outcome.diagnostics == [])
        let ids = outcome.value.notes.map(\.id)
        #expect(ids.count == 5 && ids.contains("2026-03-04-waiting-again") && ids.contains("2026-con"))
        #expect(ids.contains("gruesse-kuesse") && ids.contains("long-long-long-long-long-long-long-long"))
        #expect(ids.contains { PageName.isIdentifier($0) && $0.hasPrefix("n") })
        #expect(
            messages(["notes/a b.md": note("x"), "notes/a-b.md": note("x")]) == [
                "content/notes/a-b.md: error[page-clash]: its page `notes/a-b.html` is also that of content/notes/a b.md; rename the file: names of pages keep only 40 letters, digits and hyphens"
            ])
    }

    @Test func newestNotesComeFirst() {
        let outcome = folder([
            "notes/a.md": "---\ntitle: A\ndate: 2025-01-01\n---\n",
            "notes/b.md": "---\ntitle: B\ndate: 2026-01-01\n---\n",
            "notes/c.md": "---\ntitle: C\ndate: 2026-01-01\n---\n",
        ])
        #expect(outcome.value.notes.map(\.id) == ["b", "c", "a"])
    }
}
