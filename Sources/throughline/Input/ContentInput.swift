import Diagnostics
import Storage

/// The text files of a content folder, read from the disk, and where its surveys lie.
struct ContentInput {
    /// `site.yml`, `customers.yml`, `targets.csv`, `departments/*.md`, `notes/**/*.md`, in the order of their names.
    var files: [SourceFile]
    /// Problems of reading: links, unreadable files, names that the program does not know.
    var diagnostics: [Diagnostic]

    /// Larger files are not notes; stops a stray dump from filling the memory.
    static let largestText = 8 << 20

    static func read(_ folder: String) -> ContentInput {
        var input = ContentInput(files: [], diagnostics: [])
        let entries: [FileEntry]
        do {
            entries = try FileTree.entries(below: folder)
        } catch {
            input.diagnostics.append(
                .error(
                    "unreadable", at: SourceLocation(file: folder),
                    "the content folder cannot be read: \(error.reason)",
                    remedy: "name it with --content"))
            return input
        }
        for entry in entries where isText(entry.name) {
            let path = "\(folder)/\(entry.name)"
            guard entry.kind == .file else {
                if entry.kind != .folder {
                    input.refuse(path, "this is a link or a special file, and only plain files are read")
                }
                continue
            }
            input.add(path, entry)
        }
        input.noteStrayFiles(entries, folder)
        return input
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
}
