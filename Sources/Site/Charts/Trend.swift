package import Report

/// What a trend shows, with all its words: a stand-alone figure.
package struct TrendChart: Sendable {
    package enum Point: Sendable, Hashable {
        /// A published figure, its value and its 95 % range in words, such as "72%" and "66% to 78%".
        case value(Estimate, label: String, range: String)
        /// No figure, and the words that stand in the table for it. A gap in the line.
        case gap(String)
    }
    package struct Series: Sendable {
        package let side: Side
        package let name: String
        /// One for each wave.
        package let points: [Point]
        package init(side: Side, name: String, points: [Point]) {
            self.side = side
            self.name = name
            self.points = points
        }
    }
    /// The fixed words around it.
    package struct Words: Sendable {
        /// On the closed table, such as "Show as a table"; head of its first column, and of its ranges.
        package let showTable: String
        package let wave: String
        package let range: String
        package init(showTable: String, wave: String, range: String) {
            self.showTable = showTable
            self.wave = wave
            self.range = range
        }
    }
    /// Starts every id in the figure: unique on its page, letters, digits and hyphens.
    package let id: String
    package let title: String
    package let description: String
    /// Names of the waves in order of time.
    package let waves: [String]
    package let series: [Series]
    package let axis: ValueAxis
    /// The axis's ticks in words.
    package let tickLabels: [String]
    package let words: Words

    package init(
        id: String, title: String, description: String, waves: [String], series: [Series], axis: ValueAxis,
        tickLabels: [String], words: Words
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.waves = waves
        self.series = series
        self.axis = axis
        self.tickLabels = tickLabels
        self.words = words
    }
}
