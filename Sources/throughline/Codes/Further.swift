extension DiagnosticCode {
    /// What `check` looks for beyond what a build reports.
    static let further: [DiagnosticCode] = [
        DiagnosticCode(
            "rule-never-decides", "A rule of the rulebook decides no response.",
            why:
                "Its words differ from those of the export, or a rule above it takes all; its customers are missing from their side.",
            remedy:
                "`throughline explain FILE.csv --row N` shows what each rule makes of a row. Correct its conditions, move it up, or take it out.",
            example: "when: { relationship: Staff }   # the export says Employee"),
        DiagnosticCode(
            "unmapped-column", "An export has columns of which the mapping makes nothing.",
            why: "A question that was asked is on no page.",
            remedy: "Name them under `questions:`, `comments:` or `respondent:`, or under `unused:` if that is meant.",
            example: "unused: [How did you hear of us?]"),
        DiagnosticCode(
            "unknown-unused", "`unused:` names a column that the export does not have.",
            why: "The column was renamed, or the name is misspelt.",
            remedy: "Take it off the list, or name the column as `throughline inspect` shows it."),
        DiagnosticCode(
            "wave-against-dates", "The dates of a survey contradict its wave.",
            why: "Mostly the mapping of the former survey was copied: its answers would be counted in the wrong wave.",
            remedy: "Correct `wave:` of the mapping, or the order and dates of `waves` in site.yml.",
            example: "wave: 2026-Q1              # the newest response is of 2026-06-20"),
        DiagnosticCode(
            "department-not-rated", "No survey has an answer about a department, nor about one below it.",
            why: "Its page says nothing of how well it serves. Often a survey spells its name in another way.",
            remedy: "Ask about it; or find the spelling with `throughline inspect FILE.csv --unmatched`."),
        DiagnosticCode(
            "standard-without-figure", "No wave has an answer that a standard could be held against.",
            why: "Nobody can see whether it is met.",
            remedy: "Ask the question of these customers, or take the standard out."),
        DiagnosticCode(
            "standard-hidden", "The figure of a standard is hidden to protect confidentiality.",
            why: "Nobody can see whether it is met.",
            remedy: "Hold a larger department to the standard, or ask more people; `throughline plan` says how many."),
        DiagnosticCode(
            "standard-not-begun", "A standard begins with a wave that has no answers yet.",
            why: "Until then it is held against nothing.",
            remedy: "Nothing is to be done if the wave is still to come."),
        DiagnosticCode(
            "target-always-met", "Every figure meets the target.",
            why: "The standard promises nothing.",
            remedy: "Write the value that customers are promised."),
        DiagnosticCode(
            "target-never-met", "The target lies at the very end of the scale.",
            why:
                "A standard is met where the whole range of a figure reaches it, and every range begins below the end.",
            remedy: "Write a value below the end of the scale.",
            example: "target: 100                # target: 95"),
        DiagnosticCode(
            "action-without-owner", "An open action has no owner.",
            why: "Nobody will be asked about it.",
            remedy: "Write `owner:` in the bracket at its end, a department or a person.",
            example: "- [ ] Publish the queue times (due: 2026-05-01)    # (owner: Desk, due: 2026-05-01)"),
        DiagnosticCode(
            "action-overdue", "An open action was due before the day on which the site speaks.",
            why: "It stands first on the page of its department, as overdue.",
            remedy: "Tick its box with `done: YYYY-MM-DD`, or agree on another day."),
        DiagnosticCode(
            "changed-since-like", "The survey differs from the one that its mapping is like.",
            why:
                "Columns, labels and departments change between waves, and a mapping that is taken over may miss that.",
            remedy: "Read what changed; say in the mapping what is new."),
    ]

    /// Commands for the analyst's screen.
    static let commands: [DiagnosticCode] = [
        DiagnosticCode(
            "unknown-survey", "No mapping reads that file.",
            why: "The command needs the mapping to know which column is which.",
            remedy: "Name the file as it stands in the folder of surveys."),
        DiagnosticCode(
            "no-such-row", "The survey has no row of that number.",
            why: "Rows are counted from 1, the header and blank rows left out.",
            remedy: "Give a smaller number."),
        DiagnosticCode(
            "unknown-figure", "There is no figure of that name.",
            why: "A figure is named by its department, side, wave and question.",
            remedy: "Write DEPARTMENT/SIDE/WAVE/QUESTION with ids; `*` is the whole organisation.",
            example: "throughline explain finance/internal/2026-Q1/overall"),
        DiagnosticCode(
            "response-rate", "The share of those who are expected to answer cannot be read.",
            why: "The plan counts people from it.",
            remedy: "Write a percentage such as 40%."),
        DiagnosticCode(
            "tabulated", "What became of the rows of a survey that was turned into counts.",
            why: "Rows that are left out are named, so that nothing is lost in silence.",
            remedy: "Nothing is to be done if the numbers are as expected."),
        DiagnosticCode(
            "tabulated-already", "The survey is a table of counts already.",
            why: "Counts cannot be counted again.",
            remedy: "Name the survey of rows."),
        DiagnosticCode(
            "several-ratings", "A respondent rates several departments or times in one wave.",
            why: "Counts cannot say that two answers are one person's, so figures would look surer than they are.",
            remedy: "Keep the survey as rows, and take `one_rating_per_person` out of its mapping."),
        DiagnosticCode(
            "not-empty", "There is something already where a file or folder was to be written.",
            why: "Nothing that somebody wrote is overwritten.",
            remedy: "Move it away, or name another place."),
    ]
}
