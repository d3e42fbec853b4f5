/// A value with its 95 % interval. Shares are fractions 0...1, NPS −1...1, means on their scale; differences likewise.
package struct Estimate: Sendable, Hashable {
    package let value: Double
    package let low: Double
    package let high: Double
    package init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }
}

/// What may be said of a difference.
package enum Verdict: String, Sendable, Hashable {
    case higher, lower, similar
    /// A base under `smallestBase`: too few answers to tell.
    case few

    /// The base from which on, on both sides of a comparison, more is said than that there are too few.
    package static let smallestBase = 30
}

/// A difference between two published figures of the same statistic and question: this one minus the other.
package struct Difference: Sendable, Hashable {
    /// What the figure is compared with.
    package enum Against: Sendable, Hashable {
        /// The same unit and side in an earlier wave.
        case wave(WaveID)
        /// The rest of the organisation on the same side and wave.
        case rest
        /// The external side of the same unit and wave.
        case external
        /// The internal customers of the same unit and wave, for the self view.
        case internalCustomers
    }
    package let against: Against
    /// The other figure's value.
    package let other: Double
    /// Difference with its MOVER interval.
    package let estimate: Estimate
    /// Nil until verdicts are given.
    package let verdict: Verdict?
    package init(against: Against, other: Double, estimate: Estimate, verdict: Verdict?) {
        self.against = against
        self.other = other
        self.estimate = estimate
        self.verdict = verdict
    }
}

/// A published statistic of a cell.
package struct Figure: Sendable, Hashable {
    package let statistic: Statistic
    package let estimate: Estimate
    /// Since the last wave that asked the question; nil in the first wave, or where that figure is not published.
    package let change: Difference?
    /// Since the year before, where `compare:` asks for it.
    package let yearAgo: Difference?
    /// Against the rest of the organisation, the other side, the customers' view.
    package let comparisons: [Difference]
    package init(
        statistic: Statistic, estimate: Estimate, change: Difference? = nil, yearAgo: Difference? = nil,
        comparisons: [Difference] = []
    ) {
        self.statistic = statistic
        self.estimate = estimate
        self.change = change
        self.yearAgo = yearAgo
        self.comparisons = comparisons
    }
}

/// All that is published of one (unit, side, wave, question): whole, or not at all.
package struct PublishedCell: Sendable, Hashable {
    /// Answers by scale point, lowest first.
    package let histogram: [Int]
    /// Number of answers.
    package let base: Int
    /// In the order of the question's statistics.
    package let figures: [Figure]
    package init(histogram: [Int], figures: [Figure]) {
        self.histogram = histogram
        self.base = histogram.reduce(0, +)
        self.figures = figures
    }
    package func figure(_ statistic: Statistic) -> Figure? { figures.first { $0.statistic == statistic } }
}

/// What a reader may know of one (unit, side, wave, question).
package enum Cell: Sendable, Hashable {
    case published(PublishedCell)
    /// Hidden, for whatever reason: one marker for all.
    case suppressed
    /// Nobody on that side in that wave, or a shown department in which nobody answered this question.
    case none

    package var published: PublishedCell? {
        if case .published(let cell) = self { cell } else { nil }
    }
}

/// Cells of all closed waves, dense: wave × side × question × unit. Indices are positions in `Report.waves`,
/// `Report.questions` and the organisation's units.
package struct CellTable: Sendable {
    package let waveCount: Int
    package let questionCount: Int
    package let unitCount: Int
    private var cells: [Cell]

    package init(waveCount: Int, questionCount: Int, unitCount: Int) {
        self.waveCount = waveCount
        self.questionCount = questionCount
        self.unitCount = unitCount
        cells = Array(repeating: .none, count: waveCount * Side.allCases.count * questionCount * unitCount)
    }

    private func position(_ unit: Int, _ side: Side, _ wave: Int, _ question: Int) -> Int {
        ((wave * Side.allCases.count + side.index) * questionCount + question) * unitCount + unit
    }

    /// Sets all cells of a side in a wave, by question and then by unit.
    package mutating func set(side: Side, wave: Int, _ cells: [Cell]) {
        let start = position(0, side, wave, 0)
        self.cells.replaceSubrange(start..<start + questionCount * unitCount, with: cells)
    }

    package subscript(unit unit: Int, side side: Side, wave wave: Int, question question: Int) -> Cell {
        get { cells[position(unit, side, wave, question)] }
        set { cells[position(unit, side, wave, question)] = newValue }
    }
}
