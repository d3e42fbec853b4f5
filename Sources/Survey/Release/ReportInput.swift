package import Report

/// All that a report is made from.
package struct ReportInput: Sendable {
    package var organisation: Organisation
    package var calendar: WaveCalendar
    package var policy: DisclosurePolicy
    package var headline: QuestionID
    package var themes: [Theme]
    /// True where figures are compared with the year before too (`compare: [previous, year-ago]`).
    package var comparesYearAgo: Bool
    /// False for `comments: none`.
    package var releasesComments: Bool
    /// In any order; they are put in the order of their ids.
    package var surveys: [SurveyResult]
    package var rulebook: RulebookDescription
    package var standards: [DeclaredStandard]
    /// The files of `content/.throughline/published/`, as they are.
    package var memory: [MemoryFile]
    /// Where they lie, for messages.
    package var memoryFolder: String
    /// True where the site was published before, so that its memory must be there.
    package var wasPublished: Bool

    package init(
        organisation: Organisation, calendar: WaveCalendar, policy: DisclosurePolicy, headline: QuestionID,
        themes: [Theme] = [], comparesYearAgo: Bool = false, releasesComments: Bool = true, surveys: [SurveyResult],
        rulebook: RulebookDescription = RulebookDescription(), standards: [DeclaredStandard] = [],
        memory: [MemoryFile] = [], memoryFolder: String = ".throughline/published", wasPublished: Bool = false
    ) {
        self.organisation = organisation
        self.calendar = calendar
        self.policy = policy
        self.headline = headline
        self.themes = themes
        self.comparesYearAgo = comparesYearAgo
        self.releasesComments = releasesComments
        self.surveys = surveys
        self.rulebook = rulebook
        self.standards = standards
        self.memory = memory
        self.memoryFolder = memoryFolder
        self.wasPublished = wasPublished
    }
}

/// The rulebook as readers are to see it; `SurveyResult.decided` counts in the same order.
package struct RulebookDescription: Sendable {
    package struct Rule: Sendable {
        package var name: String
        package var side: Side
        package var kind: String
        package var because: String
        package var conditions: [RuleCondition]
        package init(name: String, side: Side, kind: String, because: String, conditions: [RuleCondition]) {
            self.name = name
            self.side = side
            self.kind = kind
            self.because = because
            self.conditions = conditions
        }
    }
    package var rules: [Rule]
    package var isDefault: Bool
    package init(rules: [Rule] = [], isDefault: Bool = true) {
        self.rules = rules
        self.isDefault = isDefault
    }
}

/// A file of the memory of what was published: a name without folder, and its bytes.
package struct MemoryFile: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
