import Diagnostics
import LocatedYAML
import Report

/// Reads `site.yml`.
///
/// The section `confidentiality` is handed on as it is; everything else is checked here.
struct SettingsReader {
    private var reader: MappingReader
    private let root: YAMLValue

    static func read(_ file: SourceFile) -> Outcome<SiteSettings?> {
        let document = YAMLDocument.read(file.text, file: file.path)
        guard !document.hasErrors else { return Outcome(nil, document.diagnostics) }
        var reader = SettingsReader(document.value.root)
        let settings = reader.settings()
        return Outcome(settings, document.diagnostics + reader.reader.finish())
    }

    private init(_ root: YAMLValue) {
        self.root = root
        reader = MappingReader(root, what: "site.yml")
    }

    private mutating func settings() -> SiteSettings {
        let place = reader.value("headline")?.location ?? root.location
        return SiteSettings(
            title: reader.words("title", required: true) ?? "",
            organisation: reader.words("organisation", required: true) ?? "", language: language(), words: words(),
            domains: domains(), asOf: reader.date("as_of"), calendar: calendar(), compare: compare(),
            headline: QuestionID(reader.identifier("headline", required: true) ?? ""), headlineLocation: place,
            confidentiality: reader.value("confidentiality"), comments: reader.choice("comments") ?? .open,
            themes: themes(), surveys: surveys())
    }

    private mutating func language() -> String {
        guard let value = reader.value("language"), let text = reader.text("language") else { return "en" }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.unicodeScalars.allSatisfy {
                    $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
                }
        }
        guard isTag, (parts.first?.utf8.count ?? 0) <= 3 else {
            reader.fail("wrong-value", value, "language must be a tag such as en or de-CH")
            return "en"
        }
        return text
    }

    private mutating func words() -> [String: String] {
        guard let value = reader.value("words") else { return [:] }
        var inner = MappingReader(value, what: "words")
        var result: [String: String] = [:]
        for entry in inner.allEntries() {
            if let text = inner.text(of: entry.value, "words: `\(entry.key)`") { result[entry.key] = text }
        }
        reader.add(inner.finish())
        return result
    }

    private mutating func domains() -> [String] {
        var result: [String] = []
        for (text, value) in reader.texts("domains") {
            let domain = text.lowercased()
            let parts = domain.split(separator: ".", omittingEmptySubsequences: false)
            let isDomain =
                parts.count > 1 && parts.allSatisfy { !$0.isEmpty }
                && domain.unicodeScalars.allSatisfy {
                    !$0.properties.isWhitespace && !"@/:".unicodeScalars.contains($0)
                }
            guard isDomain else {
                reader.fail(
                    "wrong-value", value, "domains: `\(text)` is no mail domain",
                    remedy: "write it as in northline.example")
                continue
            }
            if !result.contains(domain) { result.append(domain) }
        }
        return result
    }

    private mutating func calendar() -> WaveCalendar {
        let period = reader.choice("period", of: Period.self) ?? .quarter
        var waves = WaveListReader()
        let listed = waves.read(reader.list("waves"))
        reader.add(waves.diagnostics)
        return WaveCalendar(period: period, listed: listed)
    }

    private mutating func compare() -> [SiteSettings.Comparison] {
        guard reader.has("compare") else { return [.previous] }
        var result: [SiteSettings.Comparison] = []
        for (text, value) in reader.texts("compare") {
            guard let comparison = SiteSettings.Comparison(rawValue: text) else {
                reader.fail("wrong-value", value, "compare must be a list of previous, year-ago")
                continue
            }
            if !result.contains(comparison) { result.append(comparison) }
        }
        return result
    }

    private mutating func themes() -> [Theme] {
        var themes: [Theme] = []
        for value in reader.list("themes", atMost: Limits.themes) {
            var inner = MappingReader(value, what: "a theme")
            let id = inner.identifier("id", required: true)
            let name = inner.words("name", required: true)
            if let id, themes.contains(where: { $0.id.text == id }), let place = inner.value("id") {
                inner.fail("duplicate-id", place, "the theme `\(id)` is listed twice", remedy: "keep one of them")
            } else if let id, let name {
                themes.append(Theme(id: ThemeID(id), name: name))
            }
            reader.add(inner.finish())
        }
        return themes
    }

    private mutating func surveys() -> String {
        reader.words("surveys") ?? "surveys"
    }
}
