/// What became of a data row, in the order in which it is decided.
package enum RowOutcome: String, CaseIterable, Sendable, Hashable {
    case unreadable, test, incomplete, open
    case unknownDepartment = "unknown-department"
    case duplicate, unclassified, counted
}

/// Rows of one survey with one outcome, for one reason.
package struct LedgerLine: Sendable, Hashable {
    package let outcome: RowOutcome
    /// Key of a sentence in the site's strings, such as `preview`; the outcome's name where there is only one reason.
    package let reason: String
    package let rows: Int
    package init(outcome: RowOutcome, reason: String, rows: Int) {
        self.outcome = outcome
        self.reason = reason
        self.rows = rows
    }
}

/// Words in which a survey put a question.
package struct AskedWords: Sendable, Hashable {
    package let text: String
    /// The department that they are about, where the mapping names one; nil where each respondent or each row says which.
    package let about: DepartmentID?
    package init(_ text: String, about: DepartmentID? = nil) {
        self.text = text
        self.about = about
    }
}

/// How one question was put in one survey.
package struct AskedQuestion: Sendable, Hashable {
    package let question: QuestionID
    /// In the order of the mapping: several where each department has a column of its own.
    package let words: [AskedWords]
    /// The first of them.
    package var wording: String { words.first?.text ?? "" }
    /// Answers read, "not applicable" and answers that the scale does not hold: together all non-empty cells.
    package let answers: Int
    package let notApplicable: Int
    package let unread: Int
    package init(question: QuestionID, words: [AskedWords], answers: Int, notApplicable: Int, unread: Int) {
        self.question = question
        self.words = words
        self.answers = answers
        self.notApplicable = notApplicable
        self.unread = unread
    }
}

/// What may be said in public of one survey file: how it was read, and where every row went.
package struct SurveyAccount: Sendable, Hashable, Identifiable {
    package let id: SurveyID
    package let title: String
    package let platform: String
    package let encoding: String
    package let delimiter: String
    /// Key of a sentence about the order of day and month, such as `month-day`; nil without dates.
    package let dateOrder: String?
    /// Waves with counted rows, in order of time.
    package let waves: [WaveID]
    package let questions: [AskedQuestion]
    /// Data rows of the file, blank ones not counted: the sum of the ledger.
    package let rows: Int
    package let ledger: [LedgerLine]
    /// Counted ratings by side; a row may rate several departments.
    package let invited: Int?
    /// True where the file held counts instead of rows.
    package let isTabulated: Bool
    package init(
        id: SurveyID, title: String, platform: String, encoding: String, delimiter: String, dateOrder: String?,
        waves: [WaveID], questions: [AskedQuestion], rows: Int, ledger: [LedgerLine], invited: Int?, isTabulated: Bool
    ) {
        self.id = id
        self.title = title
        self.platform = platform
        self.encoding = encoding
        self.delimiter = delimiter
        self.dateOrder = dateOrder
        self.waves = waves
        self.questions = questions
        self.rows = rows
        self.ledger = ledger
        self.invited = invited
        self.isTabulated = isTabulated
    }
    package func rows(_ outcome: RowOutcome) -> Int {
        ledger.reduce(0) { $0 + ($1.outcome == outcome ? $1.rows : 0) }
    }
}

/// A count that hides itself where it is small.
package enum GuardedCount: Sendable, Hashable {
    case exactly(Int)
    /// 1 to 4, or the next smallest that goes with a lone one.
    case fewer
    /// A sum with a hidden part: the sum of the parts that are shown.
    case atLeast(Int)
}

/// What a rule asks of one field of a respondent, for a site to say in its language.
package struct RuleCondition: Sendable, Hashable {
    /// How the field is tested; the raw value ends the key of a text.
    package enum Test: String, CaseIterable, Sendable, Hashable {
        case isOneOf = "is"
        case fits
        case domain
        case given
        case notGiven = "not-given"
        case between
        case atLeast = "at-least"
        case atMost = "at-most"
        case number
    }
    package let field: String
    package let test: Test
    /// What is compared with, as the rulebook has it: any one of these will do; for `between` the two bounds.
    package let values: [String]
    package init(field: String, test: Test, values: [String] = []) {
        self.field = field
        self.test = test
        self.values = values
    }
}

/// One rule of the rulebook, as readers see it.
package struct RuleAccount: Sendable, Hashable {
    package let name: String
    package let side: Side
    package let kind: String
    package let because: String
    /// All of them must hold.
    package let conditions: [RuleCondition]
    /// Responses that it decided, by survey; surveys in which it decided none are absent.
    package let responses: [SurveyID: GuardedCount]
    package let total: GuardedCount
    package init(
        name: String, side: Side, kind: String, because: String, conditions: [RuleCondition],
        responses: [SurveyID: GuardedCount], total: GuardedCount
    ) {
        self.name = name
        self.side = side
        self.kind = kind
        self.because = because
        self.conditions = conditions
        self.responses = responses
        self.total = total
    }
}

/// How the site's people classify interactions, and how many each rule decided.
package struct RulebookAccount: Sendable, Hashable {
    package let rules: [RuleAccount]
    /// True where `customers.yml` is not written and the built-in rules stand in.
    package let isDefault: Bool
    /// Responses that a later rule with another side matched too.
    package let contested: GuardedCount
    package let unclassified: GuardedCount
    package init(rules: [RuleAccount], isDefault: Bool, contested: GuardedCount, unclassified: GuardedCount) {
        self.rules = rules
        self.isDefault = isDefault
        self.contested = contested
        self.unclassified = unclassified
    }
}
