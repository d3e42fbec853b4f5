extension DiagnosticCode {
    /// `surveys/NAME.yml` and `customers.yml`.
    static let mappings: [DiagnosticCode] = [
        DiagnosticCode(
            "mapping-missing", "An export has no mapping.",
            why: "Nobody but you knows which column is which question.",
            remedy: "`throughline inspect FILE.csv --write` leaves one to be completed."),
        DiagnosticCode(
            "survey-missing", "A mapping has no export beside it.",
            why: "There are no rows to read.",
            remedy: "Put the export beside it, with the same name and `.csv`, or move the mapping away."),
        DiagnosticCode(
            "survey-name", "Two files of surveys share one mapping.",
            why: "Only one could be read by it.",
            remedy: "Rename one of them."),
        DiagnosticCode(
            "name-collision", "Two surveys would have the same page.",
            why: "One would overwrite the other.",
            remedy: "Rename one of them: names of pages keep letters, digits and hyphens."),
        DiagnosticCode(
            "unknown-mapping", "`like:` names a mapping that is not there.",
            why: "What was to be taken from it is missing.",
            remedy: "Write the name of another survey's mapping without `.yml`."),
        DiagnosticCode(
            "like-circle", "Mappings are like each other in a circle.",
            why: "None of them says anything by itself.",
            remedy: "Let one of them stand on its own."),
        DiagnosticCode(
            "unknown-column", "The export has no column of that name.",
            why: "The survey may have been worded anew; a guess could count another question's answers.",
            remedy:
                "`throughline inspect FILE.csv` shows the columns. Name it by its header, by the platform's id, or by its place, \"#7\".",
            example: "column: Overal satisfaction     # column: Overall satisfaction"),
        DiagnosticCode(
            "ambiguous-column", "Several columns of the export have that name.",
            why: "Either could be meant.",
            remedy: "Name the one you mean by its place, such as \"#7\"."),
        DiagnosticCode(
            "no-department", "Nothing says which department a question is about.",
            why: "Its answers would belong to nobody.",
            remedy: "Give the survey `department: { column: … }` or `{ is: … }`, or the question `department: …`."),
        DiagnosticCode(
            "no-matrix", "`department: row` stands at a column without a place for the department.",
            why: "A matrix is several columns that differ in their last bracket.",
            remedy: "Write the column as \"Question [*]\"."),
        DiagnosticCode(
            "no-own-department", "`department: own` stands at a question, and nothing says where a respondent belongs.",
            why: "What a department receives is known only where its own people are.",
            remedy: "Name that column: `respondent: { department: … }`."),
        DiagnosticCode(
            "unknown-department-row", "Rows of a matrix name no department.",
            why: "The answers in these columns are not counted.",
            remedy: "Add the spelling to `aliases` of a department, or let it be."),
        DiagnosticCode(
            "reserved-id", "An id of a question has a meaning of its own.",
            why: "`row` and `own` say whom a question is about.",
            remedy: "Choose another id."),
        DiagnosticCode(
            "duplicate-question", "A question stands twice in one mapping.",
            why: "Its answers would be counted twice.",
            remedy:
                "Take one of them out; a question in several columns has several entries with one id and different columns."
        ),
        DiagnosticCode(
            "question-differs", "One id stands for different questions in different surveys.",
            why: "Figures are compared along an id; another measure, scale or theme would make a change of nothing.",
            remedy: "Give one of them another id, or both the same measure, scale and theme."),
        DiagnosticCode(
            "scale-mismatch", "A scale does not fit its measure.",
            why: "Top two of five needs five points.",
            remedy: "Use `measure: rating`, with `top` for the points that count as favourable.",
            example: "measure: satisfaction\nscale: { from: 1, to: 7 }  # measure: rating, top: 2"),
        DiagnosticCode(
            "duplicate-label", "A label stands twice in a scale.",
            why: "An answer with it would have two values.",
            remedy: "Write each label once, lowest first."),
        DiagnosticCode(
            "people-unknown", "Nothing says how many people the rows are.",
            why: "Confidentiality counts people. Without them no figure of the survey can be shown.",
            remedy: "Name the column of a person's id, or write `rows_are_people: true` if nobody answered twice."),
        DiagnosticCode(
            "counts-of-people", "A survey of counts does not say that each person gives one rating a wave.",
            why: "Counts of answers would be taken for counts of people.",
            remedy: "Write `one_rating_per_person: true` if that is so; else bring in rows."),
        DiagnosticCode(
            "duplicate-rule", "Two rules have one name.",
            why: "The site says of each rule how many responses it decided.",
            remedy: "Give each its own name."),
        DiagnosticCode(
            "unknown-field", "A rule asks for a field that no survey names.",
            why: "The rule can never match.",
            remedy: "Name the column under `respondent:` of a mapping, or take the condition out.",
            example: "when: { relation: Employee }    # respondent: { relationship: … }"),
    ]
}
