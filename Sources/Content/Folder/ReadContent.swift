package import Diagnostics
import LocatedYAML
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
    package static func read(
        files: [SourceFile], surveys: [String] = [], folder: String = "content"
    ) -> Outcome<ContentFolder> {
        var reader = FolderReader(files: files, surveys: surveys, folder: folder)
        let content = reader.read()
        return Outcome(content, reader.diagnostics.inSourceOrder)
    }
}

/// Reads the folder step by step: the names of all departments first, since every file may name one; links last, since
/// they need the headings of every file.
struct FolderReader {
    private let files: [SourceFile]
    private let surveys: [String]
    private let folder: String
    private(set) var diagnostics: [Diagnostic] = []

    /// Levels of the highest headings of a text: a note's stand under the page's title, a department's under a section.
    private static let noteHeading = 2
    private static let departmentHeading = 3

    init(files: [SourceFile], surveys: [String], folder: String) {
        self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        self.surveys = surveys
        self.folder = folder
    }

    mutating func read() -> ContentFolder {
        let settings = settings()
        let (drafts, known) = departments(settings.calendar)
        let notes = notes(known)
        var map = LinkMap(surveys: surveys, hasRulebook: files.contains { $0.name == "customers.yml" })
        for draft in drafts {
            map.add(draft.file.name, page: PagePath.department(draft.department.id), text: draft.body)
        }
        for note in notes { map.add(note.file.name, page: PagePath.note(note.id), text: note.body) }
        var content = ContentFolder(
            settings: settings,
            organisation: Organisation(name: settings.organisation, departments: drafts.map(\.department)))
        for file in files { content.sources[file.path] = SourceText(file.text, file: file.path) }
        for draft in drafts { add(draft, map, known, to: &content) }
        for note in notes { add(note, map, known, to: &content) }
        content.notes.sort { ($1.date, $0.id) < ($0.date, $1.id) }
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
        // Names first, so that a message about an unknown id can point to the department that is meant.
        let ids = named.map(\.id)
        let bare = DepartmentReader(known: KnownDepartments(ids: ids), calendar: calendar)
        let first = named.compactMap { bare.read($0.file, id: $0.id).value }
        let known = KnownDepartments(
            ids: ids,
            names: first.flatMap { draft in draft.names.map { ($0.name, draft.department.id) } })
        let reader = DepartmentReader(known: known, calendar: calendar)
        var drafts: [DepartmentDraft] = []
        for (file, id) in named {
            let draft = reader.read(file, id: id)
            diagnostics += draft.diagnostics
            if let draft = draft.value { drafts.append(draft) }
        }
        diagnostics += DepartmentChecks(drafts: drafts, calendar: calendar).diagnose()
        return (drafts, known)
    }

    private mutating func notes(_ known: KnownDepartments) -> [NoteDraft] {
        let reader = NoteReader(known: known)
        let own = files.filter { $0.name.hasPrefix("notes/") && $0.name.hasSuffix(".md") }
        pages(own.map { ($0, PagePath.note(NoteReader.slug(of: $0.name))) })
        var drafts: [NoteDraft] = []
        for file in own {
            let draft = reader.read(file)
            diagnostics += draft.diagnostics
            if let draft = draft.value { drafts.append(draft) }
        }
        return drafts
    }

    /// Two files that would become one page.
    private mutating func pages(_ named: [(file: SourceFile, page: String)]) {
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

    private mutating func add(
        _ draft: DepartmentDraft, _ map: LinkMap, _ known: KnownDepartments, to content: inout ContentFolder
    ) {
        let id = draft.department.id
        let page = PagePath.department(id)
        let text = draft.body.render(
            LinkResolver(map: map, file: draft.file.name), page: page, topHeading: Self.departmentHeading)
        diagnostics += text.diagnostics
        var actions = ActionReader(
            text: draft.body, addresses: text.value.addresses, known: known, page: page, departments: [id], note: nil)
        content.actions += actions.read()
        diagnostics += actions.diagnostics
        content.departments.append(
            DepartmentPage(
                department: draft.department, file: draft.file.path,
                location: SourceLocation(file: draft.file.path, line: 1, column: 1), body: text.value.html,
                plain: text.value.plain))
    }

    private mutating func add(
        _ draft: NoteDraft, _ map: LinkMap, _ known: KnownDepartments, to content: inout ContentFolder
    ) {
        let page = PagePath.note(draft.id)
        let text = draft.body.render(
            LinkResolver(map: map, file: draft.file.name), page: page, topHeading: Self.noteHeading)
        diagnostics += text.diagnostics
        var reader = ActionReader(
            text: draft.body, addresses: text.value.addresses, known: known, page: page, departments: draft.departments,
            note: draft.id)
        let actions = reader.read()
        diagnostics += reader.diagnostics
        content.actions += actions
        content.standards += draft.standards
        content.notes.append(
            Note(
                id: draft.id, title: draft.title, date: draft.date, departments: draft.departments, side: draft.side,
                kind: draft.kind, author: draft.author, body: text.value.html, plain: text.value.plain,
                actions: actions,
                file: draft.file.path, location: draft.location))
    }
}
