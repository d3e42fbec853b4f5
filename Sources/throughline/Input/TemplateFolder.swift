import Diagnostics
import Storage

/// The templates of a run: the built-in ones, and those of the site's owner, which stand before them file by file.
struct TemplateFolder {
    var builtIn: [SourceFile]
    var overrides: [SourceFile]
    private var diagnostics: [Diagnostic] = []

    /// - Parameter folder: what `--templates` names; nil without it.
    static func read(overrides folder: String?) -> Outcome<TemplateFolder> {
        var templates = TemplateFolder(builtIn: [], overrides: [])
        if let place = builtInPlace() {
            templates.builtIn = templates.files(below: place)
        } else {
            templates.diagnostics.append(
                .error(
                    "no-templates", at: SourceLocation(file: "templates"),
                    "the built-in templates are not beside the program",
                    remedy: "run it from the project's folder, or install it with its templates"))
        }
        if let folder { templates.overrides = templates.files(below: folder) }
        return Outcome(templates, templates.diagnostics)
    }

    private init(builtIn: [SourceFile], overrides: [SourceFile]) {
        self.builtIn = builtIn
        self.overrides = overrides
    }

    private mutating func files(below folder: String) -> [SourceFile] {
        do {
            var found: [SourceFile] = []
            for entry in try FileTree.entries(below: folder)
            where entry.kind != .folder && entry.lastPart != "README.md" {
                let path = "\(folder)/\(entry.name)"
                guard entry.kind == .file else {
                    diagnostics.append(.link(SourceLocation(file: path), entry.kind))
                    continue
                }
                guard entry.size <= Limits.template.most else {
                    diagnostics.append(Limits.template.exceeded(at: SourceLocation(file: path)))
                    continue
                }
                let bytes = try InputFile(path: path).readAll(atMost: Limits.template.most)
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    diagnostics.append(
                        .error(
                            "unreadable", at: SourceLocation(file: path), "the template is not UTF-8",
                            remedy: "save it as UTF-8"))
                    continue
                }
                found.append(SourceFile(path: path, name: entry.name, text: text))
            }
            return found
        } catch {
            diagnostics.append(
                .error(
                    "unreadable", at: SourceLocation(file: error.path), "the templates cannot be read: \(error.reason)")
            )
            return []
        }
    }

    /// Where the built-in templates lie: installed beside the program (`../share/throughline/templates`), or in the
    /// package that it was built in, some folders above it.
    static func builtInPlace() -> String? {
        guard let program = ProgramPath.current else { return nil }
        var folder = program
        for _ in 0..<7 {
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = String(folder[..<slash])
            for place in ["\(folder)/share/throughline/templates", "\(folder)/templates"] {
                if (try? FileTree.entry("\(place)/strings"))?.kind == .folder { return place }
            }
        }
        return nil
    }
}
