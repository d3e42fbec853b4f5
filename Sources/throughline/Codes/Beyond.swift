extension DiagnosticCode {
    /// More than is read; docs/limits.md has the numbers.
    static let beyond: [DiagnosticCode] = [
        DiagnosticCode(
            "text-too-long", "A title, a name or another text of one line is longer than a paragraph.",
            why: "It would stand on many pages, and no reader would read it.", remedy: "Write it shorter."),
        DiagnosticCode(
            "too-many-departments", "There are more department files than any organisation has departments.",
            why: "Every department has a page and a place in every table.",
            remedy: "Look at what wrote the files; let teams that are never rated have none."),
        DiagnosticCode(
            "department-depth", "Departments lie below one another in more levels than an organisation has.",
            why: "Every level adds up everything below it.", remedy: "Hang some of them higher."),
        DiagnosticCode(
            "too-many-notes", "There are more notes than anybody writes.",
            why: "Every note has a page, and most likely a folder was copied in by mistake.",
            remedy: "Move old ones out of the content folder."),
        DiagnosticCode(
            "too-many-surveys", "The folder of surveys holds more mappings than a site has surveys.",
            why: "Most likely `surveys:` names another folder than was meant.",
            remedy: "Look at `surveys:` in site.yml, and move old exports away."),
        DiagnosticCode(
            "too-many-questions", "A mapping lists more questions than anybody answers.",
            why: "Every question stands in every table of every department.",
            remedy: "List those that the site is to show."),
        DiagnosticCode(
            "too-many-rules", "The rulebook has more rules than anybody can read.",
            why: "Readers see each rule with its reason.", remedy: "Let one rule name several values."),
        DiagnosticCode(
            "too-many-themes", "The site has more themes than anybody can tell apart.",
            why: "Every theme stands on every department's page.", remedy: "Leave out what groups no question."),
        DiagnosticCode(
            "too-many-columns", "A survey file has more columns than any survey has questions.",
            why: "It is most likely read with the wrong delimiter, or holds one column a response.",
            remedy: "Export one row a response, or declare `delimiter:` in the mapping."),
        DiagnosticCode(
            "cell-too-long", "A cell holds more than any answer.",
            why: "Most likely a quote is open, and the rest of the file ran into the cell.",
            remedy: "Export the responses again, or correct the quote at the line shown."),
        DiagnosticCode(
            "too-many-rows", "A survey file has more rows than are read one by one.",
            why: "Memory and time are kept within bounds.",
            remedy: "Count the rows where they lie, and bring the counts in as a tabulated file."),
        DiagnosticCode(
            "too-many-answers", "The column of a question has more different cells than a question has answers.",
            why: "It is free text, or an id, and every different cell would be looked at.",
            remedy: "Map free text under `comments:`, and look at the name of the column."),
        DiagnosticCode(
            "too-many-waves", "The dates of a survey lie in more waves than anybody asked in.",
            why: "Each wave has a place in every table; most likely the dates are read wrong.",
            remedy: "Look at the dates and their order, or choose a longer `period` in site.yml."),
        DiagnosticCode(
            "template-depth", "Sections of a template lie inside each other in too many levels.",
            why: "The page would take memory without end.", remedy: "Move some of them into a template of their own."),
        DiagnosticCode(
            "template-size", "A template contains others that contain others, many times over.",
            why: "The page would take time and memory without end.", remedy: "Let it contain fewer."),
    ]
}
