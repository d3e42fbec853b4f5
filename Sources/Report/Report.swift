/// The wall: all that the public side ever sees of the surveys. Nothing in it is about a respondent, and nothing in it
/// that is hidden can be worked out from the rest.
package struct Report: Sendable {
    package let organisation: Organisation
    /// Closed waves with responses, in order of time.
    package let waves: [Wave]
    /// The tree in force in each of `waves`.
    package let trees: [DepartmentTree]
    /// By first appearance in the surveys, the headline question first.
    package let questions: [Question]
    package let headline: QuestionID
    package let themes: [Theme]
    package let confidentiality: ConfidentialityRule
    package let cells: CellTable
    /// Whether a question was asked in a wave: `asked[wave][question]`.
    package let asked: [[Bool]]
    package let links: [ServiceLink]
    package let surveys: [SurveyAccount]
    package let rulebook: RulebookAccount
    package let themeScores: [ThemeScore]
    package let association: Association
    package let comments: [CommentSet]
    /// "Other units together", where a shown unit has parts that are not shown; by wave, side, question, unit.
    package let remainders: [Remainder]
    package let standards: [StandardResult]
    /// The newest response date in closed or open waves; nil without dates.
    package let newestResponse: CalendarDate?

    package init(
        organisation: Organisation, waves: [Wave], trees: [DepartmentTree], questions: [Question], headline: QuestionID,
        themes: [Theme], confidentiality: ConfidentialityRule, cells: CellTable, asked: [[Bool]], links: [ServiceLink],
        surveys: [SurveyAccount], rulebook: RulebookAccount, themeScores: [ThemeScore], association: Association,
        comments: [CommentSet], standards: [StandardResult], newestResponse: CalendarDate?,
        remainders: [Remainder] = []
    ) {
        self.organisation = organisation
        self.waves = waves
        self.trees = trees
        self.questions = questions
        self.headline = headline
        self.themes = themes
        self.confidentiality = confidentiality
        self.cells = cells
        self.asked = asked
        self.links = links
        self.surveys = surveys
        self.rulebook = rulebook
        self.themeScores = themeScores
        self.association = association
        self.comments = comments
        self.standards = standards
        self.newestResponse = newestResponse
        self.remainders = remainders
    }
}

/// What is left of a shown unit without the largest shown units below it: people of hidden units and those who rated the
/// unit itself, together. It can be worked out from the published figures, so it may as well be said.
package struct Remainder: Sendable, Hashable {
    package let unit: Int
    package let side: Side
    /// Positions in `Report.waves` and `Report.questions`.
    package let wave: Int
    package let question: Int
    /// Estimates only: no change and no comparison.
    package let cell: PublishedCell
    package init(unit: Int, side: Side, wave: Int, question: Int, cell: PublishedCell) {
        self.unit = unit
        self.side = side
        self.wave = wave
        self.question = question
        self.cell = cell
    }
}

/// The smallest groups that are shown, distinct people, as the site states them.
package struct ConfidentialityRule: Sendable, Hashable {
    package let external: Int
    package let `internal`: Int
    package let selfView: Int
    package let comments: Int
    package init(external: Int = 5, internal: Int = 5, selfView: Int = 10, comments: Int = 10) {
        self.external = external
        self.internal = `internal`
        self.selfView = selfView
        self.comments = comments
    }
    /// Smallest group on a side: `connected` takes external's, `received` internal's, `all` the larger of its two.
    package func smallest(_ side: Side) -> Int {
        switch side {
        case .external, .connected: external
        case .internal, .received: `internal`
        case .selfView: selfView
        case .all: max(external, `internal`)
        }
    }
}

/// The headline question for one provider without children and one internal customer department in one wave.
package struct ServiceLink: Sendable, Hashable {
    package let provider: DepartmentID
    package let customer: DepartmentID
    package let wave: WaveID
    package let cell: Cell
    package init(provider: DepartmentID, customer: DepartmentID, wave: WaveID, cell: Cell) {
        self.provider = provider
        self.customer = customer
        self.wave = wave
        self.cell = cell
    }
}

/// Mean of the favourable shares of a theme's published questions, for one unit, side and wave.
package struct ThemeScore: Sendable, Hashable {
    package let theme: ThemeID
    package let unit: Int
    package let side: Side
    package let wave: Int
    /// 0...1, with a range of at least 95 %: the mean of the questions' limits, which holds whatever the answers of the
    /// same people to them have in common, since the deviation of a mean is at most the mean of the deviations.
    package let estimate: Estimate
    /// Answers to the question that fewest answered.
    package let base: Int
    /// The questions it is the mean of.
    package let questions: [QuestionID]
    /// Difference from the wave before, with its range by MOVER; nil unless the same questions were published.
    package let change: Estimate?
    package init(
        theme: ThemeID, unit: Int, side: Side, wave: Int, estimate: Estimate, base: Int, questions: [QuestionID],
        change: Estimate?
    ) {
        self.theme = theme
        self.unit = unit
        self.side = side
        self.wave = wave
        self.estimate = estimate
        self.base = base
        self.questions = questions
        self.change = change
    }
}

/// Whether departments that are served better serve better.
package enum Association: Sendable, Hashable {
    /// Fewer than 20 departments have all four figures published; how many have.
    case cannotTell(departments: Int)
    /// Spearman's coefficient on first differences between two waves with its Bonett-Wright interval.
    case measured(departments: Int, coefficient: Estimate, from: WaveID, to: WaveID)
}

/// A service standard held against a published figure.
package struct StandardResult: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable {
        case met, missed
        /// The interval holds the target: the answers cannot tell.
        case cannotTell = "cannot-tell"
        /// The figure is hidden or nobody answered.
        case noFigure = "no-figure"
    }
    package let department: DepartmentID
    package let side: Side
    package let question: QuestionID
    package let statistic: Statistic
    /// In printed units.
    package let target: Double
    package let wave: WaveID?
    package let estimate: Estimate?
    package let status: Status
    /// Position in the declared standards that were handed in.
    package let source: Int
    package init(
        department: DepartmentID, side: Side, question: QuestionID, statistic: Statistic, target: Double, wave: WaveID?,
        estimate: Estimate?, status: Status, source: Int
    ) {
        self.department = department
        self.side = side
        self.question = question
        self.statistic = statistic
        self.target = target
        self.wave = wave
        self.estimate = estimate
        self.status = status
        self.source = source
    }
}

/// A standard as somebody declared it, in a note or in `targets.csv`.
package struct DeclaredStandard: Sendable, Hashable {
    package let department: DepartmentID
    package let side: Side
    package let question: QuestionID
    package let statistic: Statistic
    /// In printed units; met is at least.
    package let target: Double
    /// First wave from which it holds.
    package let from: WaveID?
    package init(
        department: DepartmentID, side: Side, question: QuestionID, statistic: Statistic, target: Double,
        from: WaveID? = nil
    ) {
        self.department = department
        self.side = side
        self.question = question
        self.statistic = statistic
        self.target = target
        self.from = from
    }
}

/// Comments released for one unit, side and question of the newest wave, already masked and in keyed-hash order.
package struct CommentSet: Sendable, Hashable {
    package let unit: Int
    package let side: Side
    package let wave: WaveID
    /// The comment question's wording.
    package let question: String
    package let texts: [String]
    /// How many more there are than the 100 shown.
    package let more: Int
    package let commenters: Int
    package init(unit: Int, side: Side, wave: WaveID, question: String, texts: [String], more: Int, commenters: Int) {
        self.unit = unit
        self.side = side
        self.wave = wave
        self.question = question
        self.texts = texts
        self.more = more
        self.commenters = commenters
    }
}
