import Diagnostics
package import LocatedYAML
package import Report

/// The surveys folder as the mappings are read from it: the parsed `.yml` files and the names of all files.
package struct MappingSources: Sendable {
    /// Every `.yml` of the folder with its name, such as `2026-q1-pulse.yml`.
    package let documents: [(name: String, document: YAMLDocument)]
    /// Names of all files of the folder.
    package let files: [String]
    /// The folder as the analyst would type it, such as `content/surveys`.
    package let folder: String

    package init(documents: [(name: String, document: YAMLDocument)], files: [String], folder: String) {
        self.documents = documents
        self.files = files
        self.folder = folder
    }

    func path(_ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }
}

/// What mappings refer to: themes and waves of `site.yml`, and the departments.
package struct MappingContext: Sendable {
    package let themes: [ThemeID]
    package let calendar: WaveCalendar
    package let organisation: Organisation

    package init(themes: [ThemeID], calendar: WaveCalendar, organisation: Organisation) {
        self.themes = themes
        self.calendar = calendar
        self.organisation = organisation
    }
}

extension MappingSources {
    /// `name` without the extension; nil if it has another one.
    ///
    /// Letter case of the extension does not matter.
    static func stem(of name: String, extension wanted: String) -> String? {
        let suffix = "." + wanted
        guard name.utf8.count > suffix.utf8.count, name.lowercased().hasSuffix(suffix) else { return nil }
        return String(name.dropLast(suffix.count))
    }

    /// Files of surveys by stem, and what is wrong with the folder: a survey without its mapping, a mapping without its
    /// survey, a workbook.
    func pair() -> Outcome<[(stem: String, document: YAMLDocument, csv: String)]> {
        var diagnostics: [Diagnostic] = []
        var csvs: [String: String] = [:]
        for name in files.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let place = SourceLocation(file: path(name))
            for kind in ["csv", "tsv", "txt"] {
                guard let stem = Self.stem(of: name, extension: kind), kind == "csv" || hasMapping(stem) else {
                    continue
                }
                if let other = csvs[stem] {
                    diagnostics.append(
                        .error(
                            "survey-name", at: place, "\(name) and \(other) share one mapping",
                            remedy: "rename one of them"))
                }
                csvs[stem] = name
                if !hasMapping(stem) {
                    diagnostics.append(
                        .error(
                            "mapping-missing", at: place,
                            "this survey has no mapping \(stem).yml that says how to read it",
                            remedy: "run `throughline inspect \(path(name)) --write` and edit what it writes"))
                }
            }
            for kind in ["xlsx", "xls", "ods", "numbers"] where Self.stem(of: name, extension: kind) != nil {
                diagnostics.append(
                    .error(
                        "workbook", at: place, "a workbook cannot be read",
                        remedy: "open it and save it as \"CSV UTF-8 (comma delimited)\" beside its mapping"))
            }
        }
        var pairs: [(stem: String, document: YAMLDocument, csv: String)] = []
        let sorted = documents.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (name, document) in sorted {
            guard let stem = Self.stem(of: name, extension: "yml") ?? Self.stem(of: name, extension: "yaml") else {
                continue
            }
            guard let csv = csvs[stem] else {
                let nested = document.root.location
                diagnostics.append(
                    .error(
                        "survey-missing", at: SourceLocation(file: nested.file),
                        "there is no \(stem).csv that this mapping reads",
                        remedy: "put the export beside it, or remove the mapping"))
                pairs.append((stem, document, stem + ".csv"))
                continue
            }
            pairs.append((stem, document, csv))
        }
        return Outcome(pairs, diagnostics)
    }

    private func hasMapping(_ stem: String) -> Bool {
        documents.contains { $0.name == stem + ".yml" || $0.name == stem + ".yaml" }
    }
}
