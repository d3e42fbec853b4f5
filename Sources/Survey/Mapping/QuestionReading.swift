import Diagnostics
import LocatedYAML
import Report

/// Reads one entry of `questions:`.
struct QuestionReading {
    let context: MappingContext
    let mapping: Mapping
    private(set) var diagnostics: [Diagnostic] = []

    init(context: MappingContext, mapping: Mapping) {
        self.context = context
        self.mapping = mapping
    }

    /// Ids with a meaning of their own in `department:`.
    static let reserved: Set<String> = ["row", "own"]

    mutating func read(_ value: YAMLValue) -> Mapping.MappedQuestion? {
        var reader = MappingReader(value, what: "a question")
        let id = identifier(&reader)
        let column = reader.text("column", required: mapping.count == nil)
        let about = about(&reader, column: column)
        let measure: Measure? = reader.choice("measure")
        if !reader.has("measure") { reader.miss("measure") }
        var scale: Scale?
        if let measure {
            if let place = reader.value("scale") {
                let read = ScaleReading.read(place, measure: measure)
                scale = read.value
                reader.add(read.diagnostics)
            } else {
                scale = ScaleReading.standard(for: measure)
                if scale == nil { reader.miss("scale") }
            }
        } else {
            _ = reader.value("scale")
        }
        let theme = theme(&reader)
        diagnostics += reader.finish()
        guard let id, let measure, let scale else { return nil }
        let place = reader.columnLocation ?? value.location
        return Mapping.MappedQuestion(
            id: id, column: ColumnName(column ?? id.text, at: place), about: about, measure: measure, scale: scale,
            theme: theme,
            location: value.location)
    }

    private func identifier(_ reader: inout MappingReader) -> QuestionID? {
        guard let text = reader.text("id", required: true), let place = reader.value("id") else { return nil }
        if Self.reserved.contains(text) {
            reader.fail("reserved-id", place, "`\(text)` is a reserved id", remedy: "choose another")
        } else if !PageName.isIdentifier(text) {
            reader.fail(
                "wrong-value", place, "a question's id has 1 to \(PageName.longest) small letters, digits and hyphens",
                remedy: "for example `\(PageName.slug(text))`")
        }
        return QuestionID(text)
    }

    private func about(_ reader: inout MappingReader, column: String?) -> Mapping.MappedQuestion.About {
        let isMatrix = column?.contains("[*]") ?? false
        guard let text = reader.text("department"), let place = reader.value("department") else {
            if isMatrix { return .row }
            if mapping.department == nil, mapping.count == nil {
                reader.fail(
                    "no-department", YAMLValue(kind: .null, location: reader.location, excerpt: nil),
                    "nothing says which department this question is about",
                    remedy:
                        "give the survey `department: { column: … }` or `{ is: … }`, or the question `department: …`")
            }
            return .rated
        }
        switch text {
        case "row":
            if !isMatrix, mapping.count == nil {
                reader.fail(
                    "no-matrix", place, "`department: row` needs a column with [*] for the department",
                    remedy: "write \"Question [*]\"")
            }
            return .row
        case "own":
            if mapping.respondentDepartment == nil, mapping.count == nil {
                reader.fail(
                    "no-own-department", place, "nothing says which department the respondent belongs to",
                    remedy: "name that column: `respondent: { department: … }`")
            }
            return .own
        default:
            let id = DepartmentID(text)
            if id == .organisation || context.organisation.unit(id) == nil {
                reader.fail(
                    "unknown-department", place, "there is no department `\(text)`",
                    remedy: NearestNames.hint(text, among: context.organisation.departments.map(\.id.text))
                        ?? "write departments/\(text).md, or one of `row` and `own`")
            }
            if isMatrix {
                reader.fail(
                    "wrong-value", place, "a column with [*] is about many departments",
                    remedy: "write `department: row`")
            }
            return .fixed(id)
        }
    }

    private func theme(_ reader: inout MappingReader) -> ThemeID? {
        guard let text = reader.text("theme"), let place = reader.value("theme") else { return nil }
        let id = ThemeID(text)
        if !context.themes.contains(id) {
            reader.fail(
                "unknown-theme", place, "site.yml lists no theme `\(text)`",
                remedy: NearestNames.hint(text, among: context.themes.map(\.text)) ?? "add it under `themes:`")
        }
        return id
    }
}

extension MappingReader {
    /// Place of the value of `column`.
    fileprivate var columnLocation: SourceLocation? {
        var copy = self
        return copy.value("column")?.location
    }
}
