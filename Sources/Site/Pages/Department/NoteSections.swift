import Content
import Report

extension Edition {
    /// The notes of a department by what they are: you-said-we-did, delays, thanks, and all others by title.
    func noteSections(_ notes: [Note], _ id: DepartmentID, on page: String) -> TemplateRecord {
        var youSaid: [TemplateRecord] = []
        var delays: [TemplateRecord] = []
        var thanks: [TemplateRecord] = []
        var others: [TemplateRecord] = []
        for note in notes {
            switch note.kind {
            case .youSaid(let said, let did):
                var record = noteLink(note, on: page)
                record["said"] = .text(said)
                record["did"] = .text(did)
                youSaid.append(record)
            case .delay: delays.append(delayRecord(note, on: page))
            case .thanks:
                var record = noteLink(note, on: page)
                record["text"] = .html(note.body.on(page))
                thanks.append(record)
            case .note, .decision, .standard: others.append(noteLink(note, on: page))
            }
        }
        func section(_ rows: [TemplateRecord], _ most: Int) -> TemplateValue {
            rows.isEmpty ? .nothing : .record(["rows": .records(Array(rows.prefix(most)))])
        }
        return [
            "youSaid": section(youSaid, 5), "delays": section(delays, 5), "thanks": section(thanks, 3),
            "notes": section(others, 10),
            "allNotesHref": .optional(
                notes.isEmpty ? nil : PagePath.relative(from: page, to: NoteLists.department(id, page: 1))),
            "allNotesLabel": .text(words.count("all-notes", notes.count)),
            "allNotesPages": .records(
                furtherPages(
                    of: PagedList(entries: notes.count) {
                        NoteLists.department(id, page: $0)
                    }, on: page)),
        ]
    }

    /// Links to the second and further pages of a list.
    private func furtherPages(of list: PagedList, on page: String) -> [TemplateRecord] {
        (1...list.count).dropFirst().prefix(NoteLists.linkedPages).map {
            [
                "href": .text(PagePath.relative(from: page, to: list.path($0))),
                "name": .text(words("page-number", ["n": words.whole($0)])),
            ]
        }
    }

    /// What a list of notes shows of each.
    func noteLink(_ note: Note, on page: String) -> TemplateRecord {
        [
            "title": .text(note.title), "href": .text(PagePath.relative(from: page, to: PagePath.note(note.id))),
            "date": .text(words.date(note.date)), "kind": .text(words("note-kind-\(note.kind.name)")),
            "author": .optional(note.author),
        ]
    }

    /// A delay names both departments, wherever it stands.
    func delayRecord(_ note: Note, on page: String) -> TemplateRecord {
        var record = noteLink(note, on: page)
        guard case .delay(let provider, let customer, let days, let reply, let agreed) = note.kind else {
            return record
        }
        record["provider"] = .text(name(of: provider))
        record["providerHref"] = .text(PagePath.relative(from: page, to: PagePath.department(provider)))
        record["customer"] = .text(name(of: customer))
        record["customerHref"] = .text(PagePath.relative(from: page, to: PagePath.department(customer)))
        record["days"] = .optional(days.map { words.count("days", $0) })
        record["reply"] = .optional(reply)
        record["agreed"] = .optional(agreed)
        return record
    }
}
