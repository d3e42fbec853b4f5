/// What a code of a finding means: the same text is printed by `throughline help CODE` and stands in docs/codes.md.
struct DiagnosticCode: Sendable {
    let code: String
    /// In one sentence.
    let meaning: String
    /// Why it matters.
    let why: String
    /// What to do.
    let remedy: String
    /// Lines that lead to it, with what is right behind `#` or in the line below; empty where there are none to show.
    let example: String

    init(_ code: String, _ meaning: String, why: String, remedy: String, example: String = "") {
        self.code = code
        self.meaning = meaning
        self.why = why
        self.remedy = remedy
        self.example = example
    }

    /// All codes by section, in the order of the page.
    static let sections: [(title: String, codes: [DiagnosticCode])] = [
        ("Files of the content folder", settings), ("Notes, links and actions", writing),
        ("Mappings and the rulebook", mappings), ("Survey files", files), ("Rows and answers", rows),
        ("Confidentiality and publication", publication), ("Templates and words", templates),
        ("More than is read", beyond), ("What `check` adds", further), ("Other commands", commands),
    ]

    static let all: [DiagnosticCode] = sections.flatMap(\.codes)

    /// As the terminal shows it.
    var text: String {
        var text = "\(code): \(meaning)\n\nWhy it matters. \(why)\n\nWhat to do. \(remedy)"
        if !example.isEmpty { text += "\n\nExample:\n\n\(indented)" }
        return text
    }

    private var indented: String {
        example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
    }

    /// All codes, a line each.
    static var list: String {
        sections.map { section in
            "\(section.title):\n" + section.codes.map { "  \(padded($0.code))\($0.meaning)" }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func padded(_ code: String) -> String {
        code + String(repeating: " ", count: max(2, 28 - code.utf8.count))
    }

    /// The page docs/codes.md.
    static var page: String {
        var page = """
            # Codes of findings

            Every finding reads `file:line:column: severity[code]: what, why; what to do`. `throughline help CODE` prints what
            stands here of one code, `throughline help codes` lists them all. This page is made from the program's own text.

            """
        for section in sections {
            page += "\n## \(section.title)\n"
            for code in section.codes {
                page += "\n### `\(code.code)`\n\n\(code.meaning) \(code.why)\n\n**What to do.** \(code.remedy)\n"
                if !code.example.isEmpty { page += "\n```\n\(code.example)\n```\n" }
            }
        }
        return page
    }
}
