extension DiagnosticCode {
    /// Notes, department texts, links, actions and standards.
    static let writing: [DiagnosticCode] = [
        DiagnosticCode(
            "wrong-kind", "A key belongs to notes of another kind.",
            why: "Its value would appear nowhere.",
            remedy: "Write the kind that the message names, or take the key off.",
            example: "kind: note\nprovider: stores           # belongs to kind: delay"),
        DiagnosticCode(
            "empty-link", "A link has no words, or leads nowhere.",
            why: "A reader, and a screen reader, meets a link that says nothing.",
            remedy: "Write between the brackets where it leads, and in the parentheses where to."),
        DiagnosticCode(
            "bad-link", "The address of a link cannot work.",
            why: "The site moves between folders and servers; absolute paths and odd schemes break or do harm.",
            remedy: "Link to a file of the content folder, or to http, https or mailto; write %20 for a blank.",
            example: "[desk](/departments/desk.md)    # ../departments/desk.md"),
        DiagnosticCode(
            "link-outside", "A link leads out of the content folder.",
            why: "What lies there is no part of the site.",
            remedy: "Link to a file inside it, or to https."),
        DiagnosticCode(
            "broken-link", "There is no such file to link to.",
            why: "Readers would meet an error of their browser.",
            remedy: "Link to the Markdown file, not to its page; letter case counts.",
            example: "[desk](desk.html)          # [desk](desk.md)"),
        DiagnosticCode(
            "broken-anchor", "The file has no such heading.",
            why: "The link would lead to the top of the page, and the reader would search.",
            remedy: "Name a heading of the file in lower case with hyphens.",
            example: "[needs](desk.md#Needs)     # desk.md#what-we-need"),
        DiagnosticCode(
            "image", "A text holds an image.",
            why:
                "Pages carry no images: they open from any share, and read without them. Its words stand in its place.",
            remedy: "Say it in words, or link to where it lies."),
        DiagnosticCode(
            "raw-html", "A text holds raw HTML.",
            why: "HTML could bring in scripts, so it is left out of the page.",
            remedy: "Write Markdown, or `\\<` for the sign itself."),
        DiagnosticCode(
            "markdown-depth", "A text is nested deeper than any reader follows.",
            why: "Depth without bound would exhaust the program.",
            remedy: "Write it flatter."),
        DiagnosticCode(
            "table-head", "Something that looks like the head of a table is none.",
            why: "The line below it has another number of cells, so it stays text.",
            remedy: "Give both lines the same number of cells.",
            example: "| day | hours |\n|---|                      # |---|---|"),
        DiagnosticCode(
            "table-row", "A row has more or fewer cells than its table.",
            why: "Cells would stand under the wrong heading.",
            remedy: "Write `\\|` for a pipe that belongs to the text."),
        DiagnosticCode(
            "table-size", "A table is larger than a page can bear.",
            why: "Pages have to open at once, also from a slow share.",
            remedy: "Link to the file instead."),
        DiagnosticCode(
            "task-form", "An item begins with `[]`, which is no task.",
            why: "It looks like an action and is none.",
            remedy: "Write `[ ]` for an open task and `[x]` for one that is done."),
        DiagnosticCode(
            "action-key", "The bracket at the end of an action cannot be read.",
            why: "Owner and day would be lost.",
            remedy:
                "Write `key: value` with commas between; the keys are owner, due, done, moves; a day is YYYY-MM-DD.",
            example: "- [ ] Call list (owner: Desk, due: March)    # due: 2026-03-31"),
        DiagnosticCode(
            "action-text", "An action does not say what to do.",
            why: "The list of actions would show an empty line.",
            remedy: "Write it behind the box."),
        DiagnosticCode(
            "unknown-question", "No survey asks that question.",
            why: "The headline, the standard or the line of counts would have no figures.",
            remedy: "Write the id that the question has in the mapping of a survey; the message names the nearest."),
        DiagnosticCode(
            "unknown-theme", "There is no such theme.",
            why: "A question or an action would belong to nothing.",
            remedy: "Name a theme of site.yml, or for `moves` a question."),
        DiagnosticCode(
            "wrong-measure", "The question of a standard has no such measure.",
            why: "There would be no figure to hold it against.",
            remedy: "Write one of those that the message names.",
            example: "question: recommend\nmeasure: csat              # measure: nps"),
        DiagnosticCode(
            "wrong-side", "The question of a standard is not asked of that side.",
            why: "What a department receives is on side `received` and nowhere else.",
            remedy: "Write the side that the message names."),
        DiagnosticCode(
            "wrong-target", "No figure can have the value of the target.",
            why: "The standard could never be met, or never missed.",
            remedy: "Write it in printed units: 80 for 80%, 4.2 for a mean.",
            example: "target: 0.8                # of csat: 80"),
    ]
}
