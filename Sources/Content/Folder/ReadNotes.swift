import ByteCoding
import Diagnostics
import Parallel
import Report

/// The notes of the folder: each read from its file, or taken from what an earlier build kept of it.
extension FolderReader {
    mutating func notes(_ known: KnownDepartments) -> [Drafted] {
        let reader = NoteReader(known: known)
        let own = files.filter { $0.name.hasPrefix("notes/") && $0.name.hasSuffix(".md") }
        let departments = kept.map { known.digest($0.key) }
        let read = Parallel.machine.map(own.count) { [kept] number in
            Drafted(own[number], Self.draft(own[number], reader, kept, departments))
        }
        pages(read.map { ($0.file, $0.page) })
        for note in read where !note.diagnostics.isEmpty { diagnostics += note.diagnostics }
        return read.filter { $0.draft != nil }
    }

    /// A note as read from its file. There are many, and each is handed on several times: as one word.
    final class Drafted: Sendable {
        let file: SourceFile
        let page: String
        let draft: NoteDraft?
        let diagnostics: [Diagnostic]

        init(_ file: SourceFile, _ draft: Outcome<NoteDraft?>) {
            self.file = file
            page = PagePath.note(draft.value?.id ?? NoteReader.slug(of: file.name))
            self.draft = draft.value
            diagnostics = draft.diagnostics
        }
    }

    /// - Parameter known: of the departments that there are.
    private static func draft(
        _ file: SourceFile, _ reader: NoteReader, _ kept: KeptTexts?, _ known: ContentDigest?
    ) -> Outcome<NoteDraft?> {
        guard let kept, let entry = kept.entry(file.name), let note = KeptNote(entry, of: file) else {
            return reader.read(ParsedFile(file, topHeading: noteHeading))
        }
        let body = KeptBody(addresses: note.addresses, actions: note.actions, bytes: entry.body)
        var draft = Outcome<NoteDraft?>(note.draft, note.diagnostics + note.draft.body.diagnostics)
        if note.known != known {
            // The departments are others: what the note says of them is read again, its text is not.
            draft = reader.read(ParsedFile(file, topHeading: noteHeading, text: note.draft.body))
        }
        if note.known == known { draft.value?.matterDiagnostics = note.diagnostics }
        draft.value?.kept = body
        draft.value?.header = note.header
        draft.value?.isAsKept = note.known == known
        return draft
    }

    /// A note with its links resolved.
    private struct Finished: Sendable {
        /// What stands beside the HTML.
        var body: ParsedText
        let text: PageText
        let actions: [SafeHTML]
        let diagnostics: [Diagnostic]
        var fingerprint: Fingerprint?
        var file: KeptTexts.File?
    }

    private static func finish(
        _ draft: NoteDraft, _ map: LinkMap, _ kept: KeptTexts?, _ known: ContentDigest?
    ) -> Finished {
        let page = PagePath.note(draft.id)
        let resolver = LinkResolver(map: map, file: draft.file.name)
        func resolve(_ text: ParsedText) -> Outcome<ResolvedLinks> {
            ResolvedLinks.resolve(text, of: draft.file, page: page, resolver)
        }
        func finished(_ body: ParsedText, _ links: Outcome<ResolvedLinks>, _ text: PageText, _ actions: [SafeHTML])
            -> Finished
        {
            Finished(body: body, text: text, actions: actions, diagnostics: links.diagnostics + body.taskDiagnostics)
        }

        var links = resolve(draft.body)
        var body = draft.body
        var result: Finished
        if let former = draft.kept, let kept, links.value.digest(kept.key) == former.addresses {
            let file = draft.file
            let text = PageText {
                if let parts = former.bytes().flatMap({ PageText.decode($0, home: page) }) { return parts }
                let body = ParsedFile(file, topHeading: noteHeading).text
                let links = ResolvedLinks.resolve(body, of: file, page: page, resolver).value
                return PageText.Parts(body: links.html(body.html), plain: body.plain)
            }
            result = finished(body, links, text, former.actions)
        } else {
            // Its links lead elsewhere now, or nothing is kept of it.
            if draft.kept != nil {
                body = ParsedFile(draft.file, topHeading: noteHeading).text
                links = resolve(body)
            }
            result = finished(
                body, links, PageText(body: links.value.html(body.html), plain: body.plain),
                body.tasks.map { links.value.html($0.html) })
        }
        if let kept, let known { Self.keep(&result, of: draft, links.value, kept, known) }
        result.body.html = LinkedHTML()
        return result
    }

    /// What the next build need not do again.
    private static func keep(
        _ note: inout Finished, of draft: NoteDraft, _ links: ResolvedLinks, _ kept: KeptTexts, _ known: ContentDigest
    ) {
        guard let digest = kept.digests[draft.file.name] else { return }
        let header = draft.header ?? ContentDigest(Array((draft.frontMatter ?? "").utf8), key: kept.key)
        let addresses = links.digest(kept.key)
        note.fingerprint = Fingerprint(
            of: draft.file.name, header: header, addresses: addresses, departments: draft.departments,
            tasks: note.body.tasks, words: note.actions, kept)
        let hasText = draft.kept?.addresses == addresses
        var head: [UInt8]?
        if !(draft.isAsKept && hasText) {
            var draft = draft
            draft.body = note.body
            head = KeptNote.bytes(
                draft, diagnostics: draft.matterDiagnostics, actions: note.actions, leadsToPages: links.leadsToPages,
                header: header, known: known, addresses: addresses)
            guard head != nil else { return }
        }
        note.file = KeptTexts.File(
            name: draft.file.name, digest: digest, head: head, text: hasText ? nil : note.text)
    }

    /// A note that is done, and what is to be said of it.
    private final class Done: Sendable {
        let note: Note
        let standards: [(standard: DeclaredStandard, location: SourceLocation)]
        let diagnostics: [Diagnostic]
        let file: KeptTexts.File?
        /// The file, where later messages may quote it.
        let source: SourceFile?

        init(_ draft: NoteDraft, _ page: Finished, _ known: KnownDepartments) {
            let actions = FolderReader.actions(
                page.body, page.actions, draft.file, known, departments: draft.departments,
                note: (draft.id, draft.title))
            note = Note(
                id: draft.id, title: draft.title, date: draft.date, departments: draft.departments, side: draft.side,
                kind: draft.kind, author: draft.author, text: page.text, actions: actions, file: draft.file.path,
                location: draft.location, fingerprint: page.fingerprint)
            standards = draft.standards
            diagnostics = page.diagnostics
            file = page.file
            let isQuoted = !draft.standards.isEmpty || page.body.tasks.contains { $0.moves != nil }
            source = isQuoted ? draft.file : nil
        }
    }

    /// Some notes at a time, so that not every text is in memory twice.
    mutating func add(
        _ notes: [Drafted], _ map: LinkMap, _ known: KnownDepartments, to content: inout ContentFolder
    ) {
        var waiting = notes[...]
        let departments = kept.map { known.digest($0.key) }
        while !waiting.isEmpty {
            let part = Array(waiting.prefix(1024))
            waiting = waiting.dropFirst(part.count)
            let done = Parallel.machine.map(part.count) { [map, kept] number -> Done? in
                part[number].draft.map { Done($0, Self.finish($0, map, kept, departments), known) }
            }
            for note in done { if let note { add(note, to: &content) } }
        }
    }

    private mutating func add(_ done: Done, to content: inout ContentFolder) {
        if !done.diagnostics.isEmpty { diagnostics += done.diagnostics }
        content.actions += done.note.actions
        content.standards += done.standards
        if let file = done.file { content.kept.append(file) }
        if let source = done.source { content.sources[source.path] = source }
        content.notes.append(done.note)
    }
}
