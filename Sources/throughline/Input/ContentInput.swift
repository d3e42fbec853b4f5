import Content
import Diagnostics
import LocatedYAML
import Storage
import Survey

/// The text files of a content folder, read from the disk, and where its surveys lie.
struct ContentInput {
    /// `site.yml`, `customers.yml`, `targets.csv`, `departments/*.md`, `notes/**/*.md`, in the order of their names.
    var files: [SourceFile]
    /// The folder, as the analyst would type it.
    let folder: String
    /// Problems of reading: links, unreadable files, names that the program does not know.
    private var diagnostics: [Diagnostic] = []

    /// Larger files are not notes; stops a stray dump from filling the memory.
    static let largestText = 8 << 20

    private init(folder: String) {
        files = []
        self.folder = folder
    }

    static func read(_ folder: String) -> Outcome<ContentInput> {
        var input = ContentInput(folder: folder)
        input.readFiles()
        return Outcome(input, input.diagnostics)
    }

    private mutating func readFiles() {
        let entries: [FileEntry]
        do {
            entries = try FileTree.entries(below: folder)
        } catch {
            diagnostics.append(
                .error(
                    "unreadable", at: SourceLocation(file: folder),
                    "the content folder cannot be read: \(error.reason)",
                    remedy: "name it with --content"))
            return
        }
        for entry in entries where Self.isText(entry.name) {
            let path = "\(folder)/\(entry.name)"
            guard entry.kind == .file else {
                if entry.kind != .folder {
                    refuse(path, "this is a link or a special file, and only plain files are read")
                }
                continue
            }
            add(path, entry)
        }
        noteStrayFiles(entries, folder)
    }

    /// Whether a file belongs to what people write as text in a content folder.
    private static func isText(_ name: String) -> Bool {
        switch name {
        case "site.yml", "customers.yml", "targets.csv": true
        default: name.hasSuffix(".md") && (name.hasPrefix("notes/") || isDepartment(name))
        }
    }

    private static func isDepartment(_ name: String) -> Bool {
        name.hasPrefix("departments/") && !name.dropFirst("departments/".count).contains("/")
    }

    private mutating func add(_ path: String, _ entry: FileEntry) {
        guard entry.size <= Self.largestText else {
            refuse(path, "the file has more than \(Self.largestText >> 20) MiB", remedy: "split it")
            return
        }
        do {
            let bytes = try InputFile(path: path).readAll()
            guard let text = String(validating: bytes, as: UTF8.self) else {
                refuse(path, "the file is not UTF-8", remedy: "save it as UTF-8")
                return
            }
            let mark: Character = "\u{FEFF}"
            files.append(
                SourceFile(path: path, name: entry.name, text: text.first == mark ? String(text.dropFirst()) : text))
        } catch {
            refuse(path, "the file cannot be read: \(error.reason)")
        }
    }

    /// Files that look as if they should count and do not: nothing is passed over in silence.
    private mutating func noteStrayFiles(_ entries: [FileEntry], _ folder: String) {
        for entry in entries where entry.kind == .file && !Self.isText(entry.name) {
            let isInSurveys = entry.name.hasPrefix("surveys/")
            guard
                entry.name.hasPrefix("notes/") || entry.name.hasPrefix("departments/")
                    || (!isInSurveys && entry.name.hasSuffix(".yml"))
            else { continue }
            diagnostics.append(
                .warning(
                    "stray-file", at: SourceLocation(file: "\(folder)/\(entry.name)"), "nothing reads this file",
                    remedy: "notes and departments are .md files, settings are site.yml and customers.yml"))
        }
    }

    private mutating func refuse(_ path: String, _ message: String, remedy: String? = nil) {
        diagnostics.append(.error("unreadable", at: SourceLocation(file: path), message, remedy: remedy))
    }

    /// The folder of the surveys: `surveys` below the content, or where `site.yml` says.
    var surveysPath: String {
        let written = document("site.yml").flatMap { document -> String? in
            var site = MappingReader(document.value.root, what: "site.yml")
            return site.text("surveys")
        }
        let name = written ?? "surveys"
        return name.hasPrefix("/") ? name : "\(folder)/\(name)"
    }

    /// The rulebook of the site, or the built-in one with the site's mail domains.
    func rulebook(for content: ContentFolder) -> Outcome<Rulebook> {
        guard let document = document("customers.yml") else {
            return Outcome(Rulebook.standard(domains: content.settings.domains))
        }
        let read = Rulebook.read(document.value)
        return Outcome(read.value, document.diagnostics + read.diagnostics)
    }

    private func document(_ name: String) -> Outcome<YAMLDocument>? {
        files.first { $0.name == name }.map { YAMLDocument.read($0.text, file: $0.path) }
    }
}
