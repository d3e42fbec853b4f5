import ByteCoding
import Content
import Diagnostics
import LocatedYAML
import Parallel
import Storage
import Survey

/// The text files of a content folder, read from the disk, and where its surveys lie.
struct ContentInput {
    /// `site.yml`, `customers.yml`, `targets.csv`, `departments/*.md`, `notes/**/*.md`, in the order of their names.
    private(set) var files: [SourceFile] = []
    /// The same before anybody looked whether they are text.
    private var raw: [RawFile] = []
    /// The folder, as the analyst would type it.
    let folder: String
    /// Names and kinds of all that lies in the folder, and digests of the text files; empty unless they are asked for.
    private(set) var listing = ""
    private(set) var digests: [(name: String, digest: ContentDigest)] = []
    /// Problems of reading: links, unreadable files, names that the program does not know.
    private var diagnostics: [Diagnostic] = []

    /// Reads the files.
    static func read(_ folder: String) -> Outcome<ContentInput> { ContentInput(bytesOf: folder).texts() }

    /// Reads the bytes of the files only.
    /// - Parameter key: given where digests of them are wanted.
    init(bytesOf folder: String, key: ContentDigest.Key? = nil) {
        self.folder = folder
        readFiles(key)
    }

    private struct RawFile: Sendable {
        let path: String
        let name: String
        let bytes: [UInt8]

        /// As text, without a byte-order mark; nil if it is none.
        var source: SourceFile? {
            guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            return SourceFile(path: path, name: name, text: hasMark ? String(text.unicodeScalars.dropFirst()) : text)
        }
    }

    /// The files as text.
    func texts() -> Outcome<ContentInput> {
        var input = self
        input.raw = []
        let size = 64
        let read = Parallel.machine.map((raw.count + size - 1) / size) { [raw] part in
            raw[(part * size)..<min(raw.count, (part + 1) * size)].map(\.source)
        }
        for (file, source) in zip(raw, read.joined()) {
            if let source {
                input.files.append(source)
            } else {
                input.refuse(file.path, "the file is not UTF-8", remedy: "save it as UTF-8")
            }
        }
        return Outcome(input, input.diagnostics)
    }

    private mutating func refuse(_ path: String, _ message: String, remedy: String? = nil) {
        diagnostics.append(.error("unreadable", at: SourceLocation(file: path), message, remedy: remedy))
    }

    private mutating func readFiles(_ key: ContentDigest.Key?) {
        let entries: [FileEntry]
        do {
            entries = try FileTree.entries(below: folder)
        } catch {
            diagnostics.append(
                .error(
                    "unreadable", at: SourceLocation(file: error.path),
                    "the content folder cannot be read: \(error.reason)",
                    remedy: "name it with --content"))
            return
        }
        if key != nil {
            listing = entries.map { $0.kind == .file ? "\($0.name)\n" : "\($0.name)\t\($0.kind)\n" }.joined()
        }
        let texts = entries.filter { $0.kind == .file && Self.isText($0.name) }
        for (prefix, limit) in [("departments/", Limits.departments), ("notes/", Limits.notes)]
        where texts.count(where: { $0.name.hasPrefix(prefix) }) > limit.most {
            diagnostics.append(limit.exceeded(at: SourceLocation(file: "\(folder)/\(prefix.dropLast())")))
            return
        }
        for entry in entries where Self.isOurs(entry.name) && entry.kind != .file && entry.kind != .folder {
            diagnostics.append(.link(SourceLocation(file: "\(folder)/\(entry.name)"), entry.kind))
        }
        let size = 32
        let read = Parallel.machine.map((texts.count + size - 1) / size) { [folder] part in
            texts[(part * size)..<min(texts.count, (part + 1) * size)].map { Self.text($0, in: folder, key) }
        }
        for text in read.joined() {
            if let file = text.file { raw.append(file) }
            if let digest = text.digest { digests.append(digest) }
            diagnostics += text.diagnostics
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

    /// Whether something of that name, of whatever kind, would be read or looked into.
    private static func isOurs(_ name: String) -> Bool {
        isText(name) || ["notes", "departments"].contains { name == $0 || name.hasPrefix("\($0)/") }
    }

    private static func isDepartment(_ name: String) -> Bool {
        name.hasPrefix("departments/") && !name.dropFirst("departments/".count).contains("/")
    }

    /// A file that was read, or what is wrong with it.
    private struct Text: Sendable {
        var file: RawFile?
        var digest: (name: String, digest: ContentDigest)?
        var diagnostics: [Diagnostic] = []

        mutating func refuse(_ path: String, _ message: String, remedy: String? = nil) {
            diagnostics.append(.error("unreadable", at: SourceLocation(file: path), message, remedy: remedy))
        }
    }

    private static func text(_ entry: FileEntry, in folder: String, _ key: ContentDigest.Key?) -> Text {
        let path = "\(folder)/\(entry.name)"
        var text = Text()
        guard entry.size <= Limits.textFile.most else {
            text.diagnostics.append(Limits.textFile.exceeded(at: SourceLocation(file: path), remedy: "split it"))
            return text
        }
        do {
            let bytes = try InputFile(path: path).readAll(atMost: Limits.textFile.most)
            if let key { text.digest = (entry.name, ContentDigest(bytes, key: key)) }
            text.file = RawFile(path: path, name: entry.name, bytes: bytes)
        } catch {
            text.refuse(path, "the file cannot be read: \(error.reason)")
        }
        return text
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

    /// The folder of the surveys: `surveys` below the content, or where `site.yml` says.
    ///
    /// A folder that the site names is taken as it is, also elsewhere and through links: its owner says so.
    var surveysPath: (path: String, isNamed: Bool) {
        let written = document("site.yml").flatMap { document -> String? in
            var site = MappingReader(document.value.root, what: "site.yml")
            return site.text("surveys")
        }
        let name = written ?? "surveys"
        return (name.hasPrefix("/") ? name : "\(folder)/\(name)", written != nil)
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
        let file = files.first { $0.name == name } ?? raw.first { $0.name == name }?.source
        return file.map { YAMLDocument.read($0.text, file: $0.path) }
    }
}

extension Diagnostic {
    /// A link or a special file where plain files are read: what it leads to was perhaps never meant for the site.
    static func link(_ place: SourceLocation, _ kind: FileEntry.Kind) -> Diagnostic {
        kind == .link
            ? .error(
                "link", at: place, "this is a link, and links are not followed: they could publish what lies elsewhere",
                remedy: "put a copy in its place")
            : .error("link", at: place, "this is a pipe, a device or a socket, and only plain files are read")
    }
}
