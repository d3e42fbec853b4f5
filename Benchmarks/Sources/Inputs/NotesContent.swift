/// A content folder whose work is its notes, and the same text as a Hugo site and as bare CommonMark files.
public struct NotesContent {
    public let notes: Int
    public let departments: Int

    public init(notes: Int, departments: Int = 500) {
        self.notes = notes
        self.departments = departments
    }

    private static let words = """
        queue ticket answer phone desk invoice order shift colleague customer delay reply standard visit train report week
        meeting payroll supplier repair room heating contract question form approval budget handover morning team list
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// - Parameters:
    ///   - content: the folder for the program.
    ///   - hugo: the folder of a Hugo site with the same notes and two plain templates.
    ///   - plain: a folder of files that hold the bodies alone.
    public func write(content: String, hugo: String, plain: String) throws {
        for folder in [
            "\(content)/departments", "\(content)/notes", "\(content)/surveys", "\(hugo)/content/notes",
            "\(hugo)/layouts/_default", plain,
        ] { try makeFolder(folder) }
        try writeFile(
            "\(content)/site.yml",
            "title: Notes\norganisation: Generated Organisation\nas_of: 2026-01-10\nperiod: quarter\nheadline: overall\n"
                + "confidentiality: { key: generated }\n")
        // A site has a survey; this one is small.
        try writeFile(
            "\(content)/surveys/few.yml",
            "title: Few\nwave: 2026-Q1\nrespondent: { id: Id }\ndepartment: { is: u0 }\nquestions:\n"
                + "  - { id: overall, column: Overall, measure: satisfaction, scale: satisfaction-5 }\n")
        try writeFile(
            "\(content)/surveys/few.csv",
            "Id,Overall\n" + (0..<20).map { "P\($0),\($0 % 3 == 0 ? "Satisfied" : "Very satisfied")\n" }.joined())
        for unit in 0..<departments {
            let parent = unit < 20 ? "" : "parent: u\(unit % 20)\n"
            try writeFile(
                "\(content)/departments/u\(unit).md",
                "---\nname: Department \(unit)\n\(parent)---\n\nWhat department \(unit) does.\n")
        }
        try writeFile(
            "\(hugo)/hugo.toml",
            "baseURL = 'https://site.example/'\ntitle = 'Notes'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n"
        )
        try writeFile(
            "\(hugo)/layouts/_default/single.html",
            "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}\n")
        try writeFile(
            "\(hugo)/layouts/_default/list.html",
            "<!doctype html><title>{{ .Title }}</title><ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</ul>\n"
        )
        for note in 0..<notes {
            let (head, body) = Self.note(note, departments: departments)
            let name = "n\(note).md"
            try writeFile("\(content)/notes/\(name)", head + body)
            try writeFile("\(hugo)/content/notes/\(name)", head + body)
            try writeFile("\(plain)/\(name)", body)
        }
    }

    /// A note of about 3.7 KB (10,000 of them are 37 MB): front matter and body.
    public static func note(_ index: Int, departments: Int) -> (head: String, body: String) {
        var random = SeededRandom(seed: UInt64(index) &+ 77)
        let day = 1 + random.below(28)
        let month = 1 + random.below(12)
        let date = "\(2023 + random.below(3))-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        let head =
            "---\ntitle: \"Note \(index) on the \(random.pick(words))\"\ndate: \(date)\ndepartments: [u\(random.below(departments))]\n---\n\n"
        var body = ""
        for part in 1...4 {
            body += "## The \(random.pick(words)) and the \(random.pick(words))\n\n"
            body += paragraph(&random, 50) + "\n\n" + paragraph(&random, 30) + "\n\n"
            switch part {
            case 1: for _ in 0..<4 { body += "- \(sentence(&random, 8))\n" }
            case 2: for _ in 0..<3 { body += "> \(sentence(&random, 9))\n" }
            case 3:
                body += "| what | how many |\n|---|---|\n"
                for _ in 0..<4 { body += "| \(random.pick(words)) | \(random.below(900)) |\n" }
            default:
                body += "- [ ] Answer the \(random.pick(words)) (owner: desk, due: 2026-02-0\(1 + random.below(9)))\n"
            }
            body += "\n"
        }
        return (head, body)
    }

    private static func sentence(_ random: inout SeededRandom, _ count: Int) -> String {
        var parts: [String] = []
        for _ in 0..<count {
            let word = random.pick(words)
            switch random.below(24) {
            case 0: parts.append("**\(word)**")
            case 1: parts.append("*\(word)*")
            case 2: parts.append("`\(word)`")
            case 3: parts.append("[\(word)](https://\(word).example/page)")
            default: parts.append(word)
            }
        }
        return "The " + parts.joined(separator: " ") + "."
    }

    private static func paragraph(_ random: inout SeededRandom, _ words: Int) -> String {
        var lines: [String] = []
        for _ in 0..<(words / 10) { lines.append(sentence(&random, 10)) }
        return lines.joined(separator: "\n")
    }
}
