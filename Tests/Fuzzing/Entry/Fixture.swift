import Content
import Diagnostics
import LocatedYAML
import Report
import Site
import Storage
import Survey

/// A small site around the file that is fuzzed.
enum Fixture {
    static let site = """
        title: Service
        organisation: Northline
        headline: overall
        as_of: 2026-04-10
        domains: [northline.example]
        confidentiality: { key: only-for-fuzzing }
        themes:
          - { id: informed, name: Keeps me informed }

        """
    static let rules = """
        rules:
          - name: Staff
            when: { relationship: [Employee, Manager] }
            side: internal
            kind: employee
            because: Works here.
          - name: Passenger
            when: { relationship: { matches: "Pass*" } }
            side: external
            kind: person
            because: Pays.

        """
    static let mapping = """
        title: Pulse
        wave: { column: Date }
        respondent: { id: Id, department: Own, relationship: I am }
        department: { column: Department }
        questions:
          - { id: overall, column: Overall, measure: satisfaction, theme: informed }
          - { id: informed, column: Informed, measure: rating, scale: { from: 1, to: 5, top: 2 } }
        comments: [ Comment ]

        """
    static let export = """
        Id,Date,Own,I am,Department,Overall,Informed,Comment
        a1,2026-01-05,Finance,Employee,Payroll,Very satisfied,5,zq7 thanks
        a2,2026-01-06,,Passenger,Finance,Dissatisfied,2,
        a3,2026-02-07,Payroll,Manager,Finance,Satisfied,3,zq7 waited
        a4,2026-02-08,,Martian,Nowhere zq7,zq7,9,
        a5,soon zq7,,Passenger,Finance,Satisfied,1,

        """

    static func department(_ name: String, _ keys: String = "") -> String { "---\nname: \(name)\n\(keys)---\n" }

    /// Text files of a content folder, by name; what is given stands in the place of what is fixed.
    static func content(_ own: [String: String]) -> [SourceFile] {
        let fixed = [
            "site.yml": site, "departments/finance.md": department("Finance", "frontline: true\n"),
            "departments/payroll.md": department("Payroll", "parent: finance\naliases: [Wages]\n"),
        ]
        return fixed.merging(own) { $1 }.map { SourceFile(path: "content/\($0)", name: $0, text: $1) }
    }

    static let folder = ContentFolder.read(files: content([:])).value
    static let rulebook = Rulebook.read(YAMLDocument.read(rules, file: "content/customers.yml").value).value

    static func context(_ content: ContentFolder, _ rulebook: Rulebook) -> CollectionContext {
        CollectionContext(
            rulebook: rulebook, organisation: content.organisation, calendar: content.settings.calendar,
            key: DisclosurePolicy.read(content.settings.confidentiality).value.key)
    }

    static func mappings(
        _ documents: [(name: String, document: YAMLDocument)], files: [String], folder: String, _ content: ContentFolder
    ) -> Outcome<[Mapping]> {
        Mapping.read(
            MappingSources(documents: documents, files: files, folder: folder),
            context: MappingContext(
                themes: content.settings.themes.map(\.id), calendar: content.settings.calendar,
                organisation: content.organisation))
    }

    static func report(_ content: ContentFolder, _ surveys: [SurveyResult], _ rulebook: Rulebook) -> Outcome<Report> {
        makeReport(
            ReportInput(
                organisation: content.organisation, calendar: content.settings.calendar,
                policy: DisclosurePolicy.read(content.settings.confidentiality).value,
                headline: content.settings.headline, themes: content.settings.themes, surveys: surveys,
                rulebook: RulebookDescription(
                    rules: rulebook.rules.map {
                        .init(
                            name: $0.name, side: $0.side, kind: $0.kind, because: $0.because,
                            conditions: $0.conditions.flatMap(\.account))
                    }, isDefault: rulebook.isDefault), standards: content.standards.map(\.standard)))
    }

    /// The built-in templates of a note's page, from the package that this was built in; of other pages only a heading,
    /// so that one input costs little.
    static let templates: [SourceFile] = {
        let whole = ["note.mustache", "head.mustache", "foot.mustache"]
        let used = files.filter { whole.contains($0.name) }.map(\.text).joined()
        return files.compactMap { file in
            if whole.contains(file.name) { return file }
            if file.name.hasSuffix(".mustache") {
                return SourceFile(path: file.path, name: file.name, text: "{{heading}}\n")
            }
            guard file.name == "strings/en.yml" else { return nil }
            let lines = file.text.split(separator: "\n").filter { line in
                let key = line.prefix { $0 != ":" }
                return used.contains("{{t.\(key)}}") || ["as-of", "page-title"].contains(key)
            }
            return SourceFile(path: file.path, name: file.name, text: lines.joined(separator: "\n") + "\n")
        }
    }()

    private static let files: [SourceFile] = {
        var folder = #filePath[...]
        for _ in 0..<4 { folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)] }
        let place = "\(folder)/templates"
        let entries = (try? FileTree.entries(below: place)) ?? []
        return entries.filter { $0.kind == .file && $0.lastPart != "README.md" }.compactMap { entry in
            guard let bytes = try? InputFile(path: "\(place)/\(entry.name)").readAll() else { return nil }
            return SourceFile(
                path: "templates/\(entry.name)", name: entry.name, text: String(decoding: bytes, as: UTF8.self))
        }
    }()
}
