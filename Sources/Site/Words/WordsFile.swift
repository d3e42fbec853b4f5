import Diagnostics
import LocatedYAML

/// Reads the strings of a language: `strings/en.yml` under `strings/LANGUAGE.yml` under the site's own `words:`.
///
/// A language that lacks a text shows the English one and says so once; a text or a placeholder that the program does
/// not know is an error, because it would never be seen.
func readWords(
    language: String, base: [SourceFile], overrides: [SourceFile], own: [String: String], ownPlace: SourceLocation
) -> Outcome<Words> {
    var diagnostics: [Diagnostic] = []
    let english = read(stringsFile("en", in: base), &diagnostics)
    var texts = english.mapValues(\.text)
    func apply(_ file: SourceFile?) -> Set<String> {
        let read = read(file, &diagnostics)
        for key in read.keys.sorted() {
            guard let entry = read[key] else { continue }
            guard let original = english[key] else {
                diagnostics.append(
                    .error(
                        "unknown-string", at: entry.location, "no text of the site is called `\(key)`",
                        remedy: "strings/en.yml lists them all"))
                continue
            }
            checkPlaceholders(entry.text, of: key, against: original.text, english, at: entry.location, &diagnostics)
            texts[key] = entry.text
        }
        return Set(read.keys)
    }
    // `de-AT` reads `de` where it has no file of its own.
    let names = [language, String(language.prefix { $0 != "-" })]
    let chosen = names.first { stringsFile($0, in: base) != nil || stringsFile($0, in: overrides) != nil }
    if let chosen {
        if chosen == "en" {
            _ = apply(stringsFile("en", in: overrides))
        } else {
            let known = apply(stringsFile(chosen, in: base)).union(apply(stringsFile(chosen, in: overrides)))
            let missing = english.keys.filter { !known.contains($0) }.sorted()
            if !missing.isEmpty {
                diagnostics.append(
                    .warning(
                        "missing-strings",
                        at: SourceLocation(file: stringsFile(chosen, in: overrides + base)?.path ?? chosen),
                        "\(missing.count) texts are not in this language and stay English: \(missing.prefix(8).joined(separator: ", "))"
                    ))
            }
        }
    } else {
        diagnostics.append(
            .error(
                "unknown-language", at: ownPlace, "there are no words for the language `\(language)`",
                remedy: "use en or de, or add strings/\(language).yml to your templates folder"))
    }
    for key in own.keys.sorted() {
        guard let text = own[key] else { continue }
        guard let original = english[key] else {
            diagnostics.append(
                .error(
                    "unknown-string", at: ownPlace, "`words:` sets `\(key)`, but no text of the site is called so",
                    remedy: "templates/strings/en.yml lists them all"))
            continue
        }
        checkPlaceholders(text, of: key, against: original.text, english, at: ownPlace, &diagnostics)
        texts[key] = text
    }
    return Outcome(Words(language: language, texts: texts), diagnostics)
}

private func stringsFile(_ language: String, in files: [SourceFile]) -> SourceFile? {
    files.first { $0.name == "strings/\(language).yml" }
}

private func read(_ file: SourceFile?, _ diagnostics: inout [Diagnostic]) -> [String: (
    text: String, location: SourceLocation
)] {
    guard let file else { return [:] }
    let document = YAMLDocument.read(file.text, file: file.path)
    diagnostics += document.diagnostics
    var reader = MappingReader(document.value.root, what: "a strings file")
    var result: [String: (text: String, location: SourceLocation)] = [:]
    for entry in reader.allEntries() {
        if let text = entry.value.text {
            result[entry.key] = (text, entry.keyLocation)
        } else {
            reader.fail("wrong-type", entry.value, "the text of `\(entry.key)` must be a single value")
        }
    }
    diagnostics += reader.finish()
    return result
}

private func checkPlaceholders(
    _ text: String, of key: String, against original: String, _ all: [String: (text: String, location: SourceLocation)],
    at location: SourceLocation, _ diagnostics: inout [Diagnostic]
) {
    let known = placeholders(original)
    for name in placeholders(text).sorted() where !known.contains(name) && !known.contains(name.uncapitalisedFirst) {
        guard all[name] == nil, all[name.uncapitalisedFirst] == nil else { continue }
        diagnostics.append(
            .error(
                "unknown-placeholder", at: location, "the text `\(key)` has no placeholder {\(name)}",
                remedy: known.isEmpty
                    ? "it has none" : "it has \(known.sorted().map { "{\($0)}" }.joined(separator: ", "))"))
    }
}

/// Names of the placeholders of a text.
func placeholders(_ text: String) -> Set<String> {
    var names: Set<String> = []
    _ = eachPlaceholder(text) { _, name in names.insert(String(name)) }
    return names
}
