import Content
import Diagnostics
import LocatedYAML
import Report
import Storage
import Survey

/// The folder of the surveys: its mappings as text, and the exports that are read later, piece by piece.
struct SurveyFolder {
    /// As the analyst would type it.
    let path: String
    /// Names of all files in it.
    var names: [String] = []
    private var documents: [(name: String, document: YAMLDocument)] = []

    /// Lists the folder that `site.yml` names, or `surveys` in the content folder.
    static func read(_ input: ContentInput) -> Outcome<SurveyFolder> {
        let (path, isNamed) = input.surveysPath
        var folder = SurveyFolder(path: path)
        var diagnostics: [Diagnostic] = []
        do {
            guard let itself = try FileTree.entry(folder.path) else {
                return Outcome(
                    folder,
                    [
                        .error(
                            "unreadable", at: SourceLocation(file: folder.path), "there is no folder of surveys",
                            remedy: "create it, or name another with `surveys:` in site.yml")
                    ])
            }
            guard isNamed || itself.kind != .link else {
                return Outcome(
                    folder,
                    [
                        .error(
                            "link", at: SourceLocation(file: folder.path), "this is a link, and links are not followed",
                            remedy: "name the folder that it leads to with `surveys:` in site.yml")
                    ])
            }
            for entry in try entries(in: folder.path) {
                guard entry.kind == .file else {
                    let place = SourceLocation(file: "\(folder.path)/\(entry.name)")
                    diagnostics.append(.link(place, entry.kind))
                    continue
                }
                let isMapping = entry.name.hasSuffix(".yml") || entry.name.hasSuffix(".yaml")
                guard folder.names.count < 4 * Limits.surveys.most,
                    !isMapping || folder.documents.count < Limits.surveys.most
                else {
                    diagnostics.append(Limits.surveys.exceeded(at: SourceLocation(file: folder.path)))
                    break
                }
                folder.names.append(entry.name)
                if isMapping { diagnostics += folder.addMapping(entry.name) }
            }
        } catch {
            diagnostics.append(
                .error(
                    "unreadable", at: SourceLocation(file: error.path), "the surveys cannot be read: \(error.reason)"))
        }
        return Outcome(folder, diagnostics)
    }

    /// What lies in a folder of surveys itself, in the order of the names; folders in it and hidden files are passed over.
    static func entries(in path: String) throws(StorageError) -> [FileEntry] {
        var found: [FileEntry] = []
        for name in try FileTree.names(in: path) where !name.hasPrefix(".") {
            guard let entry = try FileTree.entry("\(path)/\(name)", named: name), entry.kind != .folder else {
                continue
            }
            found.append(entry)
        }
        return found
    }

    private mutating func addMapping(_ name: String) -> [Diagnostic] {
        let file = "\(path)/\(name)"
        let place = SourceLocation(file: file)
        do {
            let bytes = try InputFile(path: file).readAll(atMost: Limits.textFile.most)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return [.error("unreadable", at: place, "the mapping is not UTF-8 text", remedy: "save it as UTF-8")]
            }
            let read = YAMLDocument.read(text, file: file)
            documents.append((name, read.value))
            return read.diagnostics
        } catch {
            return [.error("unreadable", at: place, "the mapping cannot be read: \(error.reason)")]
        }
    }

    /// The mappings, checked against each other and against the rest of the content.
    func mappings(for content: ContentFolder) -> Outcome<[Mapping]> {
        Mapping.read(
            MappingSources(documents: documents, files: names, folder: path),
            context: MappingContext(
                themes: content.settings.themes.map(\.id), calendar: content.settings.calendar,
                organisation: content.organisation))
    }

    /// Finds the form of a survey's file; nil where it is missing.
    func open(_ mapping: Mapping) -> Outcome<SurveyFile?> {
        guard names.contains(where: { "\(path)/\($0)" == mapping.csvPath }) else { return Outcome(nil) }
        let hints = LayoutHints(platform: mapping.platform, encoding: mapping.encoding, delimiter: mapping.delimiter)
        return SurveyFile.open(path: mapping.csvPath, displayPath: mapping.csvPath, hints: hints)
    }

    /// Reads and classifies the rows of one survey; nil where the file is missing or does not fit its mapping.
    ///
    /// The file is read several times: it must be the same one from the first to the last.
    func collect(_ mapping: Mapping, in context: CollectionContext) -> Outcome<SurveyResult?> {
        let before = try? FileTree.entry(mapping.csvPath)
        let opened = open(mapping)
        guard let file = opened.value, !opened.hasErrors else { return Outcome(nil, opened.diagnostics) }
        let collected = SurveyResult.collect(mapping, from: file, in: context)
        var found = opened.diagnostics + collected.diagnostics
        if (try? FileTree.entry(mapping.csvPath)) != before, !found.contains(where: { $0.code == "file-changed" }) {
            found.append(
                .error(
                    "file-changed", at: SourceLocation(file: mapping.csvPath), "the file changed while it was read",
                    remedy: "wait until it is saved or copied, and run the command again"))
        }
        return Outcome(collected.value, found)
    }
}
