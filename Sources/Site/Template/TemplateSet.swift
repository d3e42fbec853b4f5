package import Diagnostics

/// The templates of a site: the built-in ones, of which a site may replace single files.
package struct TemplateSet: Sendable {
    private var engine = MustacheSeam()
    /// Tags of a template and of the partials it reaches, to find the place of an unknown name.
    private var tags: [String: [TemplateTag]] = [:]
    /// All files by name, overrides applied, in the order of their names.
    package let files: [SourceFile]

    /// Loads and checks every `.mustache` file; what is wrong in any of them is an error at its place.
    package static func load(base: [SourceFile], overrides: [SourceFile]) -> Outcome<TemplateSet> {
        var byName: [String: SourceFile] = [:]
        for file in base + overrides {
            // A carriage return and its line feed are one character to Swift and would hide line ends.
            let text = String(decoding: file.text.utf8.filter { $0 != 0x0D }, as: UTF8.self)
            byName[file.name] = SourceFile(path: file.path, name: file.name, text: text)
        }
        let files = byName.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var set = TemplateSet(files: files)
        var diagnostics: [Diagnostic] = []
        let suffix = ".mustache"
        for file in files where file.name.hasSuffix(suffix) {
            let name = String(file.name.dropLast(suffix.count))
            let read = templateTags(of: file)
            diagnostics += read.diagnostics
            set.tags[name] = read.value
            guard !read.hasErrors else { continue }
            if let complaint = set.engine.register(file.text, as: name) {
                diagnostics.append(
                    .error(
                        "template-syntax", at: SourceLocation(file: file.path),
                        "the template cannot be read: \(complaint)"))
            }
        }
        diagnostics += set.checkPartials()
        return Outcome(set, diagnostics)
    }

    private init(files: [SourceFile]) { self.files = files }

    /// The text of a file that is not a template, such as a part of the style sheet.
    package func file(named name: String) -> SourceFile? { files.first { $0.name == name } }

    /// Names of the page templates and partials, sorted.
    package var templateNames: [String] { tags.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// The tags of a template itself, without its partials.
    func tags(in template: String) -> [TemplateTag] { tags[template] ?? [] }

    /// Names that a template itself uses, without its partials: `t.key` for strings.
    package func names(in template: String) -> Set<String> {
        Set((tags[template] ?? []).filter { $0.kind != .partial && $0.name != "." }.map(\.name))
    }

    /// A page: the template filled with its records, of which the first that has a name answers for it.
    ///
    /// A name that nobody answers is an error at its place.
    func render(
        _ template: String, _ root: [[String: TemplateValue]], words: any TemplateWords
    ) -> Outcome<[UInt8]> {
        guard tags[template] != nil else {
            return Outcome(
                [],
                [
                    .error(
                        "missing-template", at: SourceLocation(file: "templates/\(template).mustache"),
                        "the template of this page does not exist", remedy: "restore it from the built-in templates")
                ])
        }
        let filled = engine.render(template, root, words: words)
        guard !filled.unknown.isEmpty else { return Outcome(filled.bytes) }
        let reachable = reach(template).flatMap { tags[$0] ?? [] }
        return Outcome(
            filled.bytes,
            filled.unknown.flatMap { name in
                reachable.filter { $0.kind != .partial && $0.name == name }.map { tag in
                    Diagnostic.error(
                        "unknown-template-name", at: tag.location, "nothing on this page is called `\(name)`",
                        remedy: "templates/README.md lists the names of every template", excerpt: tag.excerpt)
                }
            })
    }

    /// A template and every partial below it.
    private func reach(_ template: String) -> [String] {
        var seen: Set<String> = []
        var result: [String] = []
        var open = [template]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            result.append(next)
            open += (tags[next] ?? []).filter { $0.kind == .partial }.map(\.name)
        }
        return result
    }

    /// Every partial exists, and none contains itself, which the engine would follow without end.
    private func checkPartials() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for name in templateNames {
            for tag in tags[name] ?? [] where tag.kind == .partial {
                if tags[tag.name] == nil {
                    problems.append(
                        .error(
                            "unknown-partial", at: tag.location, "there is no template file `\(tag.name).mustache`",
                            remedy: "known: \(templateNames.joined(separator: ", "))", excerpt: tag.excerpt))
                } else if reach(tag.name).contains(name) {
                    problems.append(
                        .error(
                            "circular-partial", at: tag.location, "`\(tag.name)` contains `\(name)` again, without end",
                            excerpt: tag.excerpt))
                }
            }
        }
        return problems.isEmpty ? checkSize() : problems
    }

    /// Templates that contain others many times over: what they are filled with could be without end.
    private func checkSize() -> [Diagnostic] {
        var sizes: [String: Int] = [:]
        // Nothing is circular here, so every name is settled once all that it contains are.
        func size(_ name: String) -> Int {
            if let known = sizes[name] { return known }
            var sum = 1
            for tag in tags[name] ?? [] where tag.kind == .partial && sum <= Limits.partials.most {
                sum += size(tag.name)
            }
            sizes[name] = sum
            return sum
        }
        return templateNames.filter { size($0) > Limits.partials.most }.map { name in
            Limits.partials.exceeded(
                at: SourceLocation(file: files.first { $0.name == "\(name).mustache" }?.path ?? name),
                remedy: "let it contain fewer")
        }
    }
}
