/// What the reasons of the ledger mean, for the analyst's screen; pages have words of their own.
enum ReasonWords {
    static func sentence(_ reason: String) -> String {
        switch reason {
        case "ragged": "it has more or fewer cells than the header"
        case "no-wave": "the mapping names no wave"
        case "no-date": "the cell that gives its wave is empty"
        case "date": "the cell that gives its wave holds neither a date nor a wave"
        case "no-answer": "it answers none of the mapped questions"
        case "not-a-member": "it answers only what a department's own people are asked, and is not from one of them"
        case "open": "its wave is still running"
        case "no-department": "it does not say which department it rates"
        case "unknown-department": "no department is called what it says"
        case "ended-department": "the department that it rates did not exist in that wave"
        case "duplicate": "the same respondent answered again, for the same department and wave"
        case "unclassified": "no rule matches it"
        case "counted": "at least one of its ratings counts"
        case "not-selected-count", "count": "its count is not a whole number"
        case "unknown-question": "no question of the mapping has that id"
        case "unread-answer": "its answer is not on the scale"
        default: "the platform marks it: \(reason)"
        }
    }
}
