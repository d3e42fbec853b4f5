import ByteCoding
import Content
import Diagnostics
import Parallel
import Storage

/// Everything that a site depends on, as one digest: names and bytes of all files that a build reads, the options, the
/// program and the library itself.
///
/// The bytes are read, always: a change that keeps a file's size and times is a change. Notes and settings are hashed as
/// the build reads them. Surveys, templates and the memory of publications are read twice, so their stamps must be the
/// same after the build.
struct Inputs {
    /// The texts; nil once they are taken.
    private var content: ContentInput?
    let digest: ContentDigest
    /// Of the same but notes, departments and names of files that no page depends on.
    let base: ContentDigest
    /// Of all that the report depends on but departments and the standards of notes.
    let surveys: ContentDigest
    /// Of the program, of the library that reads texts, and of the folder as messages name it.
    let version: ContentDigest
    /// Of the text files, by their names.
    let files: [(name: String, digest: ContentDigest)]
    /// The files that are read again, with their stamps before they were hashed.
    private let watched: [(path: String, stamp: FileStamp?)]
    private let options: ContentOptions
    private let key: ContentDigest.Key
    /// Of the texts alone.
    private let texts: ContentDigest

    init(_ options: ContentOptions, key: ContentDigest.Key) {
        self.options = options
        self.key = key
        let content = ContentInput(bytesOf: options.folder, key: key)
        let (surveyFiles, templates) = Self.others(options, content)
        let others = templates + surveyFiles
        watched = others.map { ($0, FileStamp.of($0)) }
        let texts = Self.digest(of: content, key)
        let digests = Self.digests(of: others, key)
        digest = Self.digest(options, texts, others, digests, key)
        let shared = content.digests.filter { !$0.name.hasPrefix("notes/") && !$0.name.hasPrefix("departments/") }
        let settings = Self.digest(shared, surveys: content.surveysPath.path, key)
        base = Self.digest(options, settings, others, digests, key)
        surveys = Self.digest(
            nil, settings, [options.folder] + surveyFiles, [nil] + digests.dropFirst(templates.count), key)
        version = Self.digest(
            nil, Self.digest([], surveys: options.folder, key), [ProgramPath.current ?? ""], [digests.last ?? nil], key)
        files = content.digests
        self.texts = texts
        self.content = content
    }

    /// Hands the texts over to the build, so that they are not kept beside what it makes of them.
    mutating func takeContent() -> Outcome<ContentInput>? {
        defer { content = nil }
        return content?.texts()
    }

    /// True if nothing that was read twice can have changed in between. A file that was changed just before it was hashed
    /// may have been changed again at what the system's clock calls the same time, so such are hashed again.
    func areUnchanged(since start: Int) -> Bool {
        guard watched.allSatisfy({ FileStamp.of($0.path) == $0.stamp }) else { return false }
        guard watched.contains(where: { ($0.stamp?.changed ?? 0) > start - 2_000_000_000 }) else { return true }
        let paths = watched.map(\.path)
        return Self.digest(options, texts, paths, Self.digests(of: paths, key), key) == digest
    }

    /// Surveys, the memory of publications and, last, the program; and the templates. What is no plain file has its kind
    /// behind its name: it is refused where it is read, so its coming is a change.
    private static func others(
        _ options: ContentOptions, _ content: ContentInput
    ) -> (surveys: [String], templates: [String]) {
        func files(_ folder: String, _ entries: [FileEntry]) -> [String] {
            entries.filter { $0.kind != .folder }.map { entry in
                entry.kind == .file ? "\(folder)/\(entry.name)" : "\(folder)/\(entry.name)\t\(entry.kind)"
            }
        }
        func below(_ folder: String) -> [String] { files(folder, (try? FileTree.entries(below: folder)) ?? []) }
        let home = "\(options.folder)/.throughline"
        let surveys = content.surveysPath.path
        return (
            files(surveys, (try? SurveyFolder.entries(in: surveys)) ?? []) + below("\(home)/published")
                + below("\(home)/published-former")
                + ["\(home)/was-published", ProgramPath.current].compactMap(\.self),
            [TemplateFolder.builtInPlace(), options.templates].compactMap(\.self).flatMap(below)
        )
    }

    private static func digest(of content: ContentInput, _ key: ContentDigest.Key) -> ContentDigest {
        var writer = ByteWriter()
        writer.put(content.surveysPath.path)
        writer.put(content.listing)
        writer.put(digest(content.digests, surveys: "", key))
        return ContentDigest(writer.bytes, key: key)
    }

    private static func digest(
        _ files: [(name: String, digest: ContentDigest)], surveys: String, _ key: ContentDigest.Key
    ) -> ContentDigest {
        var writer = ByteWriter()
        writer.put(surveys)
        for (name, digest) in files {
            writer.put(name)
            writer.put(digest)
        }
        return ContentDigest(writer.bytes, key: key)
    }

    private static func digest(
        _ options: ContentOptions?, _ texts: ContentDigest, _ others: [String], _ digests: [ContentDigest?],
        _ key: ContentDigest.Key
    ) -> ContentDigest {
        var writer = ByteWriter()
        writer.put(commonMarkVersion)
        if let options {
            for option in [options.folder, options.templates, options.asOf, TemplateFolder.builtInPlace()] {
                writer.put(option) { $0.put($1) }
            }
        }
        writer.put(texts)
        for (path, digest) in zip(others, digests) {
            writer.put(path)
            writer.put(digest) { $0.put($1) }
        }
        return ContentDigest(writer.bytes, key: key)
    }

    /// Digests of whole files, large ones piece by piece; nil for what is not there or cannot be read.
    private static func digests(of paths: [String], _ key: ContentDigest.Key) -> [ContentDigest?] {
        let piece = 4 << 20
        var pieces: [(file: Int, offset: Int)] = []
        for (file, path) in paths.enumerated() {
            for offset in stride(from: 0, through: FileStamp.of(path)?.size ?? 0, by: piece) {
                pieces.append((file, offset))
            }
        }
        let parts = Parallel.machine.map(pieces.count) { [pieces] number -> ContentDigest? in
            guard
                let bytes = try? InputFile(path: paths[pieces[number].file]).read(
                    at: pieces[number].offset, count: piece)
            else { return nil }
            return ContentDigest(bytes, key: key)
        }
        var writers = [ByteWriter?](repeating: ByteWriter(), count: paths.count)
        for (place, part) in zip(pieces, parts) {
            if let part { writers[place.file]?.put(part) } else { writers[place.file] = nil }
        }
        return writers.map { $0.map { ContentDigest($0.bytes, key: key) } }
    }
}
