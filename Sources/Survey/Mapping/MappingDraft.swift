import Diagnostics
package import Report

/// A mapping to start from: everything that a file tells of itself, with a comment on each key, and gaps only where the
/// file cannot tell.
package struct MappingDraft: Sendable {
    /// The YAML text.
    package let text: String
    /// Keys that the analyst has to fill before the site builds, such as `department`.
    package let gaps: [String]

    /// - Parameters:
    ///   - inspection: the file as inspected.
    ///   - title: a title, such as the file's name.
    ///   - organisation: the departments, where they are known; without them the department's column is a gap.
    package static func of(_ inspection: Inspection, title: String, organisation: Organisation? = nil) -> MappingDraft {
        var writer = MappingDraftWriter(DraftColumns(inspection, organisation), inspection, title)
        writer.write()
        return MappingDraft(text: writer.lines.joined(separator: "\n") + "\n", gaps: writer.gaps)
    }
}

/// Writes the draft line by line.
private struct MappingDraftWriter {
    private let columns: DraftColumns
    private let inspection: Inspection
    private let title: String
    private(set) var lines: [String] = []
    private(set) var gaps: [String] = []

    init(_ columns: DraftColumns, _ inspection: Inspection, _ title: String) {
        self.columns = columns
        self.inspection = inspection
        self.title = title
    }

    mutating func write() {
        let layout = inspection.layout
        lines += [
            "# How \(title) is read: \(inspection.rows) rows, \(layout.platform.rawValue), \(layout.encoding.rawValue).",
            "# Lines with FILL IN need you; everything else was found in the file. Every key is explained in docs/content.md.",
            "title: \(quoted(title))", "platform: \(layout.platform.rawValue)", "",
        ]
        wave()
        respondent()
        department()
        questions()
        comments()
        rest()
    }

    private mutating func wave() {
        guard let dates = inspection.dates.first(where: { $0.column == columns.date?.column }) else {
            lines.append("wave: FILL IN   # when these answers were given, such as 2026-Q1: no column holds dates")
            gaps.append("wave")
            return
        }
        lines.append("wave: { column: \(name(dates.column)) }   # or one wave for the whole file, such as 2026-Q1")
        if dates.finding.order == nil {
            lines.append("dates: FILL IN   # day-month or month-day: \(dates.finding.reason)")
            gaps.append("dates")
        } else if dates.finding.evidence.fixed < dates.finding.evidence.dates, let order = dates.finding.order {
            lines.append("dates: \(order.rawValue)   # \(dates.finding.reason)")
        }
    }

    private mutating func respondent() {
        lines += ["", "respondent:"]
        var isEmpty = true
        if let id = columns.id {
            lines.append("  id: \(name(id.column))   # says which answers come from one person")
            isEmpty = false
        }
        if let own = columns.ownDepartment {
            lines.append("  department: \(name(own.column))   # the respondent's own department")
            isEmpty = false
        }
        if let relationship = columns.relationship {
            lines.append("  relationship: \(name(relationship.column))   # what the rules of customers.yml ask for")
            isEmpty = false
        } else {
            lines.append(
                "  # relationship: …   # a column that says who the respondent is; rules of customers.yml ask for it")
        }
        if let email = columns.email {
            lines.append("  email: \(name(email.column))   # whose domain tells colleagues from others")
            isEmpty = false
        }
        if columns.relationship == nil, columns.email == nil {
            lines.append(
                "  # FILL IN: no column was found that says who is internal; until one is named, every row is unclassified"
            )
        }
        if isEmpty, let index = lines.lastIndex(of: "respondent:") { lines[index] = "# respondent:" }
        if isEmpty { comment(from: "# respondent:") }
        if columns.id == nil {
            lines.append(
                "# No column holds a person's id. Without one no figure is shown, unless nobody answered twice:")
            lines.append("# rows_are_people: true")
        }
    }

    /// Turns the lines after one into comments.
    private mutating func comment(from line: String) {
        guard let start = lines.lastIndex(of: line) else { return }
        for index in (start + 1)..<max(start + 1, lines.count) where !lines[index].hasPrefix("  #") {
            lines[index] = "# " + lines[index]
        }
    }

    private mutating func department() {
        lines.append("")
        if let rated = columns.rated {
            lines.append(
                "department: { column: \(name(rated.column)) }   # which department is rated; or { is: id } for one department"
            )
        } else if columns.matrices.isEmpty || columns.hasPlainQuestions {
            lines.append(
                "department: { column: FILL IN }   # the column that says which department is rated; or { is: id } for one department"
            )
            gaps.append("department")
        }
    }

    private mutating func questions() {
        lines += ["", "questions:"]
        var ids: Set<String> = []
        func id(_ text: String) -> String {
            let slug = PageName.slug(text)
            let base = slug.split(separator: "-").prefix(4).joined(separator: "-")
            var id = base.isEmpty || QuestionReading.reserved.contains(base) ? "question" : base
            var number = 2
            while !ids.insert(id).inserted {
                id = "\(base.isEmpty ? "question" : base)-\(number)"
                number += 1
            }
            return id
        }
        for matrix in columns.matrices {
            lines += [
                "  - id: \(id(matrix.question))",
                "    column: \(quoted(matrix.question + " [*]"))   # \(matrix.rows) columns, a department in the brackets of each",
                "    department: row", "    measure: \(matrix.guess.measure.rawValue)",
                "    scale: \(matrix.guess.scale)",
            ]
        }
        for column in columns.questions {
            guard let guess = column.guess else { continue }
            lines += [
                "  - id: \(id(column.column.name))", "    column: \(name(column.column))",
                "    measure: \(guess.measure.rawValue)",
                "    scale: \(guess.scale)   # \(values(column))",
            ]
        }
        if columns.matrices.isEmpty, columns.questions.isEmpty {
            lines[lines.count - 1] = "questions: []   # FILL IN: no column was recognised as an answer on a scale"
            gaps.append("questions")
        }
        lines.append(
            "# A question of numbers has a rating's scale here: say satisfaction, ease or recommendation where it is one,"
        )
        lines.append("# `reversed: true` where 1 is best, and `top: 2` where the best two points count as favourable.")
    }

    private func values(_ column: Inspection.Column) -> String {
        let words = (column.values ?? []).prefix(5).map { value in
            escaped(String(value.text.prefix(30)).filter { !$0.isNewline }, isQuoted: false)
        }
        return "found: " + words.joined(separator: ", ")
    }

    private mutating func comments() {
        guard !columns.comments.isEmpty else { return }
        lines += ["", "comments:   # free text; take out what is no answer to a question"]
        for column in columns.comments { lines.append("  - { column: \(name(column.column)) }") }
    }

    private mutating func rest() {
        lines += ["", "# invited: 400   # how many people were asked, for the response rate"]
        guard !columns.unused.isEmpty else { return }
        lines.append("# Columns that are not used:")
        for column in columns.unused { lines.append("#   \(name(column.column))") }
    }

    /// A column by its header, its platform id or its number, whichever is the first that names it alone.
    private func name(_ column: LayoutColumn) -> String {
        let layout = inspection.layout
        for candidate in [column.name, column.questionID ?? ""]
        where !candidate.isEmpty && !candidate.contains("[*]") && candidate.utf8.count <= Limits.line.most {
            if case .found(let index) = layout.column(named: candidate), layout.columns[index] == column {
                return quoted(candidate)
            }
        }
        return "\"#\((column.sources.first ?? 0) + 1)\""
    }

    private func quoted(_ text: String) -> String { "\"" + escaped(text, isQuoted: true) + "\"" }

    /// Text as it can stand in YAML.
    /// - Parameter isQuoted: between double quotes; else behind a comma of a comment, where nobody reads it back.
    private func escaped(_ text: String, isQuoted: Bool) -> String {
        var result = ""
        // The last character that is no blank.
        var before: Unicode.Scalar = isQuoted ? "\"" : ","
        for scalar in text.unicodeScalars {
            defer { if scalar != " ", scalar != "\t" { before = scalar } }
            switch scalar {
            // Readers take it for an anchor wherever a value could begin, within quotes and comments too.
            case "&" where ":-?[{,".unicodeScalars.contains(before): result += "\\x26"
            case "\"" where isQuoted: result += "\\\""
            case "\\" where isQuoted: result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case let other where other.value < 0x20 || other.value == 0x7F || (0x80...0x9F).contains(other.value):
                let digits = String(other.value, radix: 16)
                result += "\\x" + (digits.count < 2 ? "0" : "") + digits
            case let other where [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(other.value):
                result += "\\u" + String(other.value, radix: 16).uppercased()
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
