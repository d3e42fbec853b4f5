/// A question, one measure and one scale across all surveys.
package struct Question: Sendable, Hashable, Identifiable {
    package let id: QuestionID
    package let measure: Measure
    package let scale: Scale
    package let theme: ThemeID?
    /// Asked about the respondent's own department as customer: its answers are on side `received` and nowhere else.
    package let isReceived: Bool
    /// Words as each wave asked it, by wave; a matrix question without its row.
    package let wording: [WaveID: String]

    package init(
        id: QuestionID, measure: Measure, scale: Scale, theme: ThemeID? = nil, isReceived: Bool = false,
        wording: [WaveID: String] = [:]
    ) {
        self.id = id
        self.measure = measure
        self.scale = scale
        self.theme = theme
        self.isReceived = isReceived
        self.wording = wording
    }

    package var statistics: [Statistic] { measure.statistics(top: scale.top) }
    /// The statistic that leads where one number is wanted.
    package var headlineStatistic: Statistic { statistics[0] }
}

/// A theme of questions, from `site.yml`.
package struct Theme: Sendable, Hashable, Identifiable {
    package let id: ThemeID
    package let name: String
    package init(id: ThemeID, name: String) {
        self.id = id
        self.name = name
    }
}
