extension DiagnosticCode {
    /// `site.yml`, `departments/`, `targets.csv`, and what all YAML has in common.
    static let settings: [DiagnosticCode] = [
        DiagnosticCode(
            "unreadable", "A file or folder cannot be read.",
            why: "Nothing is left out in silence: a site without the file would be another site.",
            remedy:
                "The message says what the system answered. Check the path and its permissions; save texts as UTF-8.",
            example: "content/notes/a.md: error[unreadable]: the file is not UTF-8; save it as UTF-8"),
        DiagnosticCode(
            "missing-file", "A file that every site needs is not there.",
            why: "Without `site.yml` there is no title and no headline question, without a department no page.",
            remedy: "Write it; `throughline new DIR` leaves a small site to copy from."),
        DiagnosticCode(
            "stray-file", "A file lies where the program reads, and nothing reads it.",
            why: "Whoever put it there expects to see it on the site.",
            remedy: "Rename it to what it should be, or move it out of the content folder.",
            example: "content/notes/plan.docx          # notes are .md files"),
        DiagnosticCode(
            "file-too-large", "A text is larger than any that a person writes.",
            why: "It is most likely a dump that does not belong here, and would make pages that nobody can read.",
            remedy: "Split it, or move it away."),
        DiagnosticCode(
            "link", "A link, a pipe or a device stands where a plain file or a folder is read.",
            why:
                "A link could publish what lies elsewhere and was never meant for the site; a pipe would be waited for.",
            remedy: "Put a copy in its place; a folder of surveys elsewhere is named with `surveys:` in site.yml."),
        DiagnosticCode(
            "look-alike",
            "A department's name looks like another one, or like plain letters, and is written in other characters.",
            why:
                "A Cyrillic а or a character without width cannot be seen, and rows with the plain name are not matched.",
            remedy: "Type the name anew, or add the spelling of the survey to `aliases` of the department."),
        DiagnosticCode(
            "control-character", "A text holds a character that cannot be seen and does not belong in a text.",
            why: "It can hide what a reader or a terminal would otherwise see.",
            remedy: "Delete it; the message has its line and column."),
        DiagnosticCode(
            "front-matter", "A Markdown file does not begin with front matter, or its front matter has no end.",
            why: "Title, date and departments stand there.",
            remedy: "Begin the file with a line `---`, then the keys, then another line `---`.",
            example: "---\ntitle: Waiting at the desk\ndate: 2026-03-04\ndepartments: [desk]\n---"),
        DiagnosticCode(
            "yaml-syntax", "The YAML cannot be read.",
            why: "Nothing behind the place is understood.",
            remedy:
                "Mind the indentation, put a blank behind each colon, and quotes around text that holds `: ` or `#`.",
            example: "title:Waiting             # title: Waiting"),
        DiagnosticCode(
            "yaml-alias", "The YAML uses an anchor or an alias.",
            why: "A few lines of aliases can stand for more text than any machine holds, so they are not read.",
            remedy: "Write the value out. Put quotes around text that begins with `&` or `*`.",
            example: "name: *front               # name: \"*front\""),
        DiagnosticCode(
            "yaml-depth", "The YAML is nested deeper than any file needs.",
            why: "Depth without bound would exhaust the program.",
            remedy: "Write it flatter: no file needs more than four levels."),
        DiagnosticCode(
            "duplicate-key", "A key stands twice in one place.",
            why: "Only one of the two values could hold, and nobody can tell which was meant.",
            remedy: "Keep one of them."),
        DiagnosticCode(
            "unknown-key", "A key that the file does not know.",
            why: "It would be passed over, and what was meant by it would not happen.",
            remedy: "Correct its spelling; docs/content.md lists the keys of every file.",
            example: "nmae: Kitchen              # name: Kitchen"),
        DiagnosticCode(
            "missing-key", "A key that must be written is missing.",
            why: "The program does not guess what only the site's people know.",
            remedy: "Write it; docs/content.md says what it means."),
        DiagnosticCode(
            "wrong-type", "A value is of another type than its key takes.",
            why: "A list where one value is wanted, or a word where a number is, means something else than it says.",
            remedy: "Write it as the message asks.",
            example: "headcount: about thirty    # headcount: 30"),
        DiagnosticCode(
            "wrong-value", "A value is none that its key can take.",
            why: "Nothing stands for it.",
            remedy: "Write one of the values that the message names.",
            example: "comments: yes              # comments: open"),
        DiagnosticCode(
            "bad-id", "A name is no id.",
            why: "Ids become names of pages, which must open from every file server and every address bar.",
            remedy: "An id has 1 to 40 characters of a-z, 0-9 and -. The id of a department is the name of its file.",
            example: "departments/Front Desk.md  # departments/front-desk.md"),
        DiagnosticCode(
            "duplicate-id", "An id is listed twice.",
            why: "Only one of the two could be meant by it.",
            remedy: "Keep one of them, or give the other an id of its own."),
        DiagnosticCode(
            "name-clash", "Two departments answer to one name.",
            why: "A survey row with that name could mean either, and would be counted for the wrong one.",
            remedy: "Give one of them another name or alias."),
        DiagnosticCode(
            "page-clash", "Two files would become one page.",
            why: "One would overwrite the other.",
            remedy: "Rename one of the files: names of pages keep 40 letters, digits and hyphens."),
        DiagnosticCode(
            "unknown-department", "No department has that id.",
            why: "The note, standard or mapping would belong to nobody.",
            remedy: "Write the name of the department's file without `.md`; the message names the nearest.",
            example: "departments: [finanec]     # departments: [finance]"),
        DiagnosticCode(
            "parent-circle", "Departments lie under each other in a circle.",
            why: "A figure of the one would include itself.",
            remedy: "Let one of them lie under something else, or under nothing.",
            example: "finance: parent: payroll\npayroll: parent: finance"),
        DiagnosticCode(
            "serves-itself", "A department is said to serve itself.",
            why: "Customers are others; what a team thinks of itself is the self view.",
            remedy: "Take its own id out of `serves`."),
        DiagnosticCode(
            "continues-itself", "A department is said to go on its own series.",
            why: "`continues` names what it was before.",
            remedy: "Name the former department, or take the key out."),
        DiagnosticCode(
            "unknown-wave", "Nothing says when a wave is.",
            why: "Without a place in time it can be compared with nothing.",
            remedy: "Write a period such as 2026-Q1, or list the wave under `waves` in site.yml.",
            example: "wave: spring               # wave: 2026-Q2"),
        DiagnosticCode(
            "wave-dates", "The days of a wave cannot be.",
            why: "A day belongs to one wave; a wave begins before it ends.",
            remedy: "Give both `from` and `to`, in order, and share no day with another wave."),
        DiagnosticCode(
            "wave-order", "Waves are not in order of time.",
            why: "A change is told from the wave before; in the wrong order it would be turned around.",
            remedy: "List waves, and the dates of a department, from the earliest to the latest."),
        DiagnosticCode(
            "csv-quote", "Quotes in `targets.csv` do not close.",
            why: "Where a cell ends cannot be told.",
            remedy: "Close the quote; a quote within a quoted cell is written twice."),
        DiagnosticCode(
            "targets-header", "The header of `targets.csv` is not what it must be.",
            why: "Columns are found by their names.",
            remedy: "Write `department,side,question,measure,target,from`; `from` may be left out."),
        DiagnosticCode(
            "targets-row", "A row of `targets.csv` has another number of cells than its header.",
            why: "Every cell behind the fault would stand in the wrong column.",
            remedy: "Separate cells with commas, and quote text that holds one."),
        DiagnosticCode(
            "no-date", "Neither a response nor a note has a date.",
            why: "The site cannot say of which day it speaks, and it never asks the clock.",
            remedy: "Write `as_of: YYYY-MM-DD` in site.yml, or give `--as-of`."),
    ]
}
