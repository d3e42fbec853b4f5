package import Diagnostics
import LocatedYAML
import Report

extension Mapping {
    /// Reads every mapping of the surveys folder and checks them against each other, the themes, waves and departments.
    ///
    /// All problems are reported at once; a mapping with errors is in the value as far as it could be read.
    ///
    /// - Returns: mappings in the order of their ids.
    package static func read(_ sources: MappingSources, context: MappingContext) -> Outcome<[Mapping]> {
        let pairs = sources.pair()
        var diagnostics = pairs.diagnostics
        let roots = Dictionary(pairs.value.map { ($0.stem, $0.document.root) }, uniquingKeysWith: { first, _ in first })
        var likes = LikeResolution(roots: roots)
        var mappings: [Mapping] = []
        var taken: [SurveyID: String] = [:]
        for (stem, document, csv) in pairs.value {
            guard let root = likes.resolved(stem) else { continue }
            let id = SurveyID(PageName.slug(stem))
            if let other = taken[id] {
                diagnostics.append(
                    .error(
                        "name-collision", at: SourceLocation(file: document.file),
                        "\(stem) and \(other) would have the same page", remedy: "rename one of the surveys"))
                continue
            }
            taken[id] = stem
            var reading = MappingReading(root: root, context: context)
            var mapping = reading.mapping(id: id, file: csv, path: sources.path(csv), stem: stem)
            mapping.location = SourceLocation(file: document.file)
            diagnostics += reading.diagnostics
            mappings.append(mapping)
        }
        diagnostics += likes.diagnostics
        diagnostics += QuestionAgreement.check(mappings)
        return Outcome(mappings.sorted { $0.id < $1.id }, diagnostics)
    }
}

/// Reads one mapping whose `like:` is resolved.
struct MappingReading {
    let context: MappingContext
    private(set) var diagnostics: [Diagnostic] = []
    private var reader: MappingReader

    init(root: YAMLValue, context: MappingContext) {
        self.context = context
        reader = MappingReader(root, what: "a survey mapping")
    }

    mutating func mapping(id: SurveyID, file: String, path: String, stem: String) -> Mapping {
        var mapping = Mapping(
            id: id, title: reader.text("title") ?? stem, file: file, csvPath: path, location: reader.location,
            rowsArePeople: reader.boolean("rows_are_people") ?? false, fields: [],
            duplicates: reader.choice("duplicates", of: Mapping.Duplicates.self) ?? .last, questions: [], comments: [],
            oneRatingPerPerson: reader.boolean("one_rating_per_person") ?? false)
        if let like = reader.value("like"), let name = like.text {
            mapping.like = (SurveyID(PageName.slug(name)), like.location)
        } else {
            _ = reader.text("like")
        }
        mapping.platform = platform()
        mapping.encoding = encoding()
        mapping.delimiter = delimiter()
        mapping.dates = reader.choice("dates", of: Mapping.DateOrder.self)
        mapping.invited = reader.integer("invited", in: 1...Limits.count.most)
        mapping.count = column("count")
        wave(&mapping)
        department(&mapping)
        respondent(&mapping)
        questions(&mapping)
        comments(&mapping)
        mapping.unused = reader.texts("unused").map { ColumnName($0.text, at: $0.value.location) }
        checkPeople(mapping)
        diagnostics = reader.finish() + diagnostics
        return mapping
    }

    private mutating func platform() -> Platform? {
        guard let value = reader.value("platform"), value.text != "auto" else { return nil }
        return reader.choice("platform", of: Platform.self)
    }

    /// `encoding:` by the names that `inspect` prints, letter case and hyphens ignored.
    private mutating func encoding() -> TextEncoding? {
        guard let text = reader.text("encoding"), let value = reader.value("encoding") else { return nil }
        func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
        let others = [
            "cp1252": TextEncoding.windows1252, "ansi": .windows1252, "mac": .macRoman, "macintosh": .macRoman,
        ]
        if let found = TextEncoding.allCases.first(where: { plain($0.rawValue) == plain(text) }) ?? others[plain(text)]
        {
            return found
        }
        let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        reader.fail("wrong-value", value, "encoding must be one of \(names)")
        return nil
    }

    private mutating func delimiter() -> UInt8? {
        guard let text = reader.text("delimiter"), let value = reader.value("delimiter") else { return nil }
        switch text {
        case ",", "comma": return 0x2C
        case ";", "semicolon": return 0x3B
        case "\t", "tab", "\\t": return 0x09
        case "|", "pipe": return 0x7C
        default:
            reader.fail("wrong-value", value, "delimiter must be a comma, a semicolon, tab or |")
            return nil
        }
    }

    private mutating func column(_ key: String) -> ColumnName? {
        guard let text = reader.text(key), let value = reader.value(key) else { return nil }
        return ColumnName(text, at: value.location)
    }

    private mutating func wave(_ mapping: inout Mapping) {
        guard let value = reader.value("wave") else {
            if mapping.count == nil { reader.miss("wave") }
            return
        }
        mapping.wavePlace = value.location
        if let text = value.text {
            let id = WaveID(text)
            if context.calendar.wave(named: id) == nil {
                reader.fail(
                    "unknown-wave", value, "nothing says when the wave `\(text)` is",
                    remedy:
                        "list it under `waves:` in site.yml, write a period such as 2026-Q1, or name a date column with { column: … }"
                )
            }
            mapping.wave = .literal(id)
            return
        }
        var inner = MappingReader(value, what: "a wave")
        if let text = inner.text("column", required: true), let place = inner.value("column") {
            mapping.wave = .column(ColumnName(text, at: place.location))
        }
        reader.add(inner.finish())
    }

    private mutating func department(_ mapping: inout Mapping) {
        guard let value = reader.value("department") else { return }
        var inner = MappingReader(value, what: "a department source")
        let column = inner.text("column")
        let fixed = inner.text("is")
        if let column, let place = inner.value("column") {
            mapping.department = .column(ColumnName(column, at: place.location))
            if fixed != nil {
                inner.fail("wrong-value", value, "the department is either in a column or fixed, not both")
            }
        } else if let fixed, let place = inner.value("is") {
            mapping.department = .fixed(departmentID(fixed, place, &inner))
        } else if inner.diagnostics.isEmpty {
            inner.fail("missing-key", value, "the department needs `column` or `is`")
        }
        reader.add(inner.finish())
    }

    private func departmentID(_ text: String, _ place: YAMLValue, _ reader: inout MappingReader) -> DepartmentID {
        let id = DepartmentID(text)
        if id == .organisation || context.organisation.unit(id) == nil {
            reader.fail(
                "unknown-department", place, "there is no department `\(text)`",
                remedy: NearestNames.hint(text, among: context.organisation.departments.map(\.id.text))
                    ?? "write departments/\(text).md")
        }
        return id
    }

    private mutating func respondent(_ mapping: inout Mapping) {
        guard let value = reader.value("respondent") else { return }
        var inner = MappingReader(value, what: "respondent")
        for (name, _, place) in inner.allEntries() {
            guard let text = place.text else {
                if case .null = place.kind { continue }
                inner.fail("wrong-type", place, "\(name) must name a column, this is \(place.kindName)")
                continue
            }
            let column = ColumnName(text, at: place.location)
            if name == "id" {
                mapping.respondentID = column
            } else {
                if name == "department" { mapping.respondentDepartment = column }
                mapping.fields.append((name, column))
            }
        }
        reader.add(inner.finish())
    }

    private mutating func questions(_ mapping: inout Mapping) {
        for value in reader.list("questions", atMost: Limits.questions) {
            var reading = QuestionReading(context: context, mapping: mapping)
            if let question = reading.read(value) { mapping.questions.append(question) }
            reader.add(reading.diagnostics)
        }
        if mapping.questions.isEmpty, !reader.has("questions"), mapping.comments.isEmpty { reader.miss("questions") }
    }

    private mutating func comments(_ mapping: inout Mapping) {
        for value in reader.list("comments") {
            if let text = value.text {
                mapping.comments.append(ColumnName(text, at: value.location))
                continue
            }
            var inner = MappingReader(value, what: "a comment column")
            if let text = inner.text("column", required: true), let place = inner.value("column") {
                mapping.comments.append(ColumnName(text, at: place.location))
            }
            reader.add(inner.finish())
        }
    }

    private mutating func checkPeople(_ mapping: Mapping) {
        if let count = mapping.count {
            if !mapping.oneRatingPerPerson {
                diagnostics.append(
                    .error(
                        "counts-of-people", at: count.location,
                        "counts cannot say how many people they are unless each person gives one rating a wave",
                        remedy: "write `one_rating_per_person: true` if that is so"))
            }
        } else if !mapping.countsPeople {
            diagnostics.append(
                .warning(
                    "people-unknown", at: reader.location,
                    "nothing says how many people the rows are, so no figure of this survey can be shown",
                    remedy:
                        "name the column of a person's id (`respondent: { id: … }`), or write `rows_are_people: true` if nobody answered twice"
                ))
        }
    }
}
