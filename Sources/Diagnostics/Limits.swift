/// A bound on what is read: far above what any site needs, so that a damaged or hostile file ends in a message and not
/// in an exhausted machine.
package struct Limit: Sendable, Hashable {
    /// What is counted, such as "columns of a survey file".
    package let what: String
    /// Largest number that is accepted.
    package let most: Int
    /// Code of the finding beyond it.
    package let code: String

    package init(_ what: String, _ most: Int, _ code: String) {
        self.what = what
        self.most = most
        self.code = code
    }

    /// An error that says what there is too much of.
    package func exceeded(at place: SourceLocation, remedy: String? = nil, excerpt: String? = nil) -> Diagnostic {
        .error(code, at: place, "there are more than \(most) \(what)", remedy: remedy, excerpt: excerpt)
    }
}

/// Every bound of the program, in one place; `docs/limits.md` lists the same.
///
/// A site of 1,000 departments, 10,000,000 responses and 10,000 notes keeps far below each.
package enum Limits {
    // Files that people write.
    package static let textFile = Limit("bytes in a file of the content folder", 8 << 20, "file-too-large")
    package static let yaml = Limit("bytes in a YAML file or front matter", 1 << 20, "file-too-large")
    package static let body = Limit("bytes in the text of a note or department", 128 << 10, "file-too-large")
    package static let smallTable = Limit("bytes in targets.csv", 4 << 20, "file-too-large")
    package static let template = Limit("bytes in a file of the templates folder", 1 << 20, "file-too-large")
    package static let templateDepth = Limit("sections inside each other in a template", 32, "template-depth")
    package static let partials = Limit("templates that one template is put together from", 1000, "template-size")
    package static let yamlDepth = Limit("levels of nesting in YAML", 32, "yaml-depth")
    package static let yamlAliases = Limit("anchors and aliases in YAML", 0, "yaml-alias")
    package static let markdownDepth = Limit("levels of nesting in Markdown", 24, "markdown-depth")
    package static let tableColumns = Limit("columns of a table in Markdown", 64, "table-size")
    package static let tableCells = Limit("cells of the tables of one text", 50_000, "table-size")
    package static let line = Limit("bytes in a title, a name or another text of one line", 4096, "text-too-long")
    package static let id = Limit("characters of an id", 40, "bad-id")
    package static let departments = Limit("departments", 10_000, "too-many-departments")
    package static let departmentDepth = Limit("departments above one another", 32, "department-depth")
    package static let notes = Limit("notes", 100_000, "too-many-notes")
    package static let surveys = Limit("surveys", 1000, "too-many-surveys")
    package static let questions = Limit("questions of a survey", 1000, "too-many-questions")
    package static let rules = Limit("rules", 1000, "too-many-rules")
    package static let themes = Limit("themes", 100, "too-many-themes")
    package static let scalePoints = Limit("points of a scale", 101, "wrong-value")
    package static let folderDepth = Limit("folders inside each other", 32, "unreadable")

    // Survey files.
    package static let surveyFile = Limit("bytes in a survey file", 16 << 30, "file-too-large")
    package static let columns = Limit("columns of a survey file", 4096, "too-many-columns")
    package static let cell = Limit("bytes in a cell of a survey file", 1 << 20, "cell-too-long")
    package static let row = Limit("bytes in a row of a survey file", 64 << 20, "record-too-long")
    package static let rows = Limit("rows of a survey file", 100_000_000, "too-many-rows")
    package static let answers = Limit("different answers to a question of a survey", 100_000, "too-many-answers")
    package static let waves = Limit("waves in a survey file", 400, "too-many-waves")
    package static let count = Limit("people in a line of a tabulated file", 10_000_000_000, "broken-count")

    package static let all: [Limit] = [
        textFile, yaml, body, smallTable, template, templateDepth, partials, yamlDepth, yamlAliases, markdownDepth,
        tableColumns, tableCells, line,
        id, departments, departmentDepth, notes, surveys, questions, rules, themes, scalePoints, folderDepth,
        surveyFile, columns, cell,
        row, rows, answers, waves, count,
    ]
}
