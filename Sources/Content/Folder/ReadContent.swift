import ByteCoding
package import Diagnostics
import LocatedYAML
import Parallel
import Report

extension ContentFolder {
    /// Reads and checks the text files of the content folder: `site.yml`, `departments/*.md`, `notes/**/*.md`,
    /// `targets.csv`; other files are left alone.
    ///
    /// All problems are reported at once, in the order of files and lines; after errors the value holds what could be
    /// read.
    ///
    /// - Parameters:
    ///   - files: the files with their names relative to the content folder, in any order.
    ///   - surveys: the names of the survey files, so that texts can link to a survey's page.
    ///   - folder: the content folder as the analyst would type it, for files that are missing.
    ///   - kept: what an earlier build made of the notes; nil where nothing is kept from one build to the next.
    package static func read(
        files: [SourceFile], surveys: [String] = [], folder: String = "content", kept: KeptTexts? = nil
    ) -> Outcome<ContentFolder> {
        var reader = FolderReader(files: files, surveys: surveys, folder: folder, kept: kept)
        let content = reader.read()
        return Outcome(content, reader.diagnostics.inSourceOrder)
    }
}

/// Reads the folder step by step: the names of all departments first, since every file may name one; links last, since
/// they need the headings of every file.
struct FolderReader {
    let files: [SourceFile]
    private let surveys: [String]
    private let folder: String
    let kept: KeptTexts?
    var diagnostics: [Diagnostic] = []

    /// Levels of the highest headings of a text: a note's stand under the page's title, a department's under a section.
    static let noteHeading = 2
    private static let departmentHeading = 3

    init(files: [SourceFile], surveys: [String], folder: String, kept: KeptTexts?) {
        func stand(_ left: SourceFile, _ right: SourceFile) -> Bool {
            left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
        }
        // They come in order where they were listed.
        let isSorted = zip(files, files.dropFirst()).allSatisfy { !stand($1, $0) }
        self.files = isSorted ? files : files.sorted(by: stand)
        self.surveys = surveys
        self.folder = folder
        self.kept = kept
    }

    mutating func read() -> ContentFolder {
        let settings = settings()
        let (drafts, known) = departments(settings.calendar)
        let notes = notes(known)
        var map = LinkMap(surveys: surveys, hasRulebook: files.contains { $0.name == "customers.yml" })
        for draft in drafts {
            map.add(draft.file.name, page: PagePath.department(draft.department.id), headings: draft.body.headings)
        }
        for note in notes { map.add(note.file.name, page: note.page, headings: note.draft?.body.headings ?? []) }
        var content = ContentFolder(
            settings: settings,
            organisation: Organisation(name: settings.organisation, departments: drafts.map(\.department)))
        let pages = Parallel.machine.map(drafts.count) { [map, kept] number in
            Self.finish(drafts[number], map, kept)
        }
        for (draft, page) in zip(drafts, pages) { add(draft, page, known, to: &content) }
        add(notes, map, known, to: &content)
        for file in files where !file.name.hasSuffix(".md") { content.sources[file.path] = file }
        content.notes.sort { ($1.date, $0.id) < ($0.date, $1.id) }
        content.structure = structure(drafts, content.notes)
        if let file = files.first(where: { $0.name == "targets.csv" }) {
            let targets = TargetsReader.read(file, known: known, calendar: settings.calendar)
            content.standards += targets.value
            diagnostics += targets.diagnostics
        }
        return content
    }

    private mutating func settings() -> SiteSettings {
        let path = "\(folder)/site.yml"
        let fallback = SiteSettings(
            title: "", organisation: "", headline: QuestionID(""), headlineLocation: SourceLocation(file: path))
        guard let file = files.first(where: { $0.name == "site.yml" }) else {
            diagnostics.append(
                .error(
                    "missing-file", at: SourceLocation(file: path), "the file is missing",
                    remedy: "write it with at least title, organisation and headline"))
            return fallback
        }
        let settings = SettingsReader.read(file)
        diagnostics += settings.diagnostics
        return settings.value ?? fallback
    }

    private mutating func departments(_ calendar: WaveCalendar) -> ([DepartmentDraft], KnownDepartments) {
        var named: [(file: SourceFile, id: DepartmentID)] = []
        for file in files where file.name.hasPrefix("departments/") && file.name.hasSuffix(".md") {
            let stem = String(file.name.dropFirst("departments/".count).dropLast(".md".count))
            guard PageName.isIdentifier(stem) else {
                diagnostics.append(
                    .error(
                        "bad-id", at: SourceLocation(file: file.path),
                        "the name of a department's file is its id, and `\(stem)` is none",
                        remedy: "rename it: 1 to 40 characters of a-z, 0-9 and -"))
                continue
            }
            named.append((file, DepartmentID(stem)))
        }
        if named.isEmpty {
            diagnostics.append(
                .error(
                    "missing-file", at: SourceLocation(file: "\(folder)/departments"), "there is no department",
                    remedy: "write a file for each, such as departments/finance.md"))
        }
        pages(named.map { ($0.file, PagePath.department($0.id)) })
        let parsed = parse(named.map(\.file), topHeading: Self.departmentHeading)
        // Names first, so that a message about an unknown id can point to the department that is meant.
        let ids = named.map(\.id)
        let known = KnownDepartments(
            ids: ids,
            names: zip(parsed, ids).flatMap { file, id in DepartmentReader.names(file).map { ($0, id) } })
        let reader = DepartmentReader(known: known, calendar: calendar)
        var drafts: [DepartmentDraft] = []
        for (file, id) in zip(parsed, ids) {
            let draft = reader.read(file, id: id)
            diagnostics += draft.diagnostics
            if let draft = draft.value { drafts.append(draft) }
        }
        diagnostics += DepartmentChecks(drafts: drafts, calendar: calendar).diagnose()
        return (drafts, known)
    }

    /// Two files that would become one page.
    mutating func pages(_ named: [(file: SourceFile, page: String)]) {
        var owners: [String: String] = [:]
        for (file, page) in named {
            if let owner = owners[page] {
                diagnostics.append(
                    .error(
                        "page-clash", at: SourceLocation(file: file.path),
                        "its page `\(page)` is also that of \(owner)",
                        remedy: "rename the file: names of pages keep only 40 letters, digits and hyphens"))
            } else {
                owners[page] = file.path
            }
        }
    }

    /// What every file says by itself, read on all cores.
    private func parse(_ files: [SourceFile], topHeading: Int) -> [ParsedFile] {
        Parallel.machine.map(files.count) { ParsedFile(files[$0], topHeading: topHeading) }
    }

    /// A department's text with its links resolved.
    private struct Finished: Sendable {
        let html: SafeHTML
        let actions: [SafeHTML]
        let diagnostics: [Diagnostic]
        let fingerprint: Fingerprint?
    }

    private static func finish(_ draft: DepartmentDraft, _ map: LinkMap, _ kept: KeptTexts?) -> Finished {
        let (text, file) = (draft.body, draft.file)
        let page = PagePath.department(draft.department.id)
        let links = ResolvedLinks.resolve(text, of: file, page: page, LinkResolver(map: map, file: file.name))
        let actions = text.tasks.map { links.value.html($0.html) }
        return Finished(
            html: links.value.html(text.html), actions: actions,
            diagnostics: links.diagnostics + text.taskDiagnostics,
            fingerprint: kept.flatMap { kept in
                Fingerprint(
                    of: file.name, header: ContentDigest(Array(draft.header.utf8), key: kept.key),
                    addresses: links.value.digest(kept.key), departments: [draft.department.id], tasks: text.tasks,
                    words: actions, kept)
            })
    }

    /// Of all that the report and the frame of every page take from the texts: the departments, and the standards of
    /// notes.
    private func structure(_ drafts: [DepartmentDraft], _ notes: [Note]) -> ContentDigest? {
        guard let kept else { return nil }
        var writer = ByteWriter()
        for draft in drafts {
            writer.put(draft.file.name)
            writer.put(draft.header)
        }
        for note in notes {
            guard case .standard = note.kind, let digest = note.fingerprint?.whole else { continue }
            writer.put(digest)
        }
        return writer.digest(kept.key)
    }

    private mutating func add(
        _ draft: DepartmentDraft, _ page: Finished, _ known: KnownDepartments, to content: inout ContentFolder
    ) {
        diagnostics += page.diagnostics
        content.actions += Self.actions(
            draft.body, page.actions, draft.file, known, departments: [draft.department.id])
        if !draft.body.tasks.isEmpty { content.sources[draft.file.path] = draft.file }
        content.departments.append(
            DepartmentPage(
                department: draft.department, file: draft.file.path,
                location: SourceLocation(file: draft.file.path, line: 1, column: 1), body: page.html,
                plain: draft.body.plain, fingerprint: page.fingerprint))
    }

    /// - Parameters:
    ///   - words: of the tasks, with their links.
    ///   - note: slug and title of the note in which they stand.
    static func actions(
        _ text: ParsedText, _ words: [SafeHTML], _ file: SourceFile, _ known: KnownDepartments,
        departments: [DepartmentID], note: (id: String, title: String)? = nil
    ) -> [Action] {
        zip(text.tasks, words).map { task, html in
            Action(
                text: html, plain: task.plain, isDone: task.isDone, done: task.done, owner: task.owner,
                ownerDepartment: task.owner.flatMap { known.department(named: $0) }, due: task.due, moves: task.moves,
                departments: departments, note: note?.id, noteTitle: note?.title,
                location: SourceLocation(file: file.path, line: task.line, column: task.column))
        }
    }
}

/// A Markdown file as far as it speaks for itself.
struct ParsedFile: Sendable {
    let file: SourceFile
    let matter: Outcome<FrontMatter?>
    let text: ParsedText

    /// - Parameter known: the text where it was read before.
    init(_ file: SourceFile, topHeading: Int, text known: ParsedText? = nil) {
        self.file = file
        var read = FrontMatter.read(file)
        text =
            known
            ?? read.value.map {
                ParsedText.read($0.body, file: file.path, firstLine: $0.bodyLine, topHeading: topHeading)
            } ?? ParsedText()
        // The body is in `text` now.
        read.value?.body = ""
        matter = read
    }
}
