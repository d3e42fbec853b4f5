import Report

/// Where the parts of a trend stand: waves along x in percent, values along y in pixels.
struct TrendLayout {
    static let height = 260
    /// Room above the highest value for its label, and below the lowest for the names of the waves.
    private static let top = 26.0
    private static let bottom = 46.0
    /// Share of the width that the axis's labels take at the left, in percent.
    private static let left = 9.0
    /// Pixels of a letter and of the space between two labels; widths for which labels must fit.
    private static let letter = 6.6
    private static let gap = 8.0
    private static let narrow = 250.0
    /// Characters of the axis's labels.
    private static let axisLabel = 4.0
    private static let wide = 560.0
    private static let desk = 1_000.0

    private let chart: TrendChart
    private let names: Stride
    private let labels: Stride
    /// Characters.
    private let longestLabel: Int

    init(_ chart: TrendChart) {
        self.chart = chart
        longestLabel =
            chart.series.flatMap(\.points).map { point in
                if case .value(_, let label, _) = point { label.count } else { 0 }
            }.max() ?? 0
        names = Stride(of: chart.waves.count, longest: chart.waves.map(\.count).max() ?? 0)
        labels = Stride(of: chart.waves.count, longest: longestLabel)
    }

    /// Middle of a wave's band.
    func x(_ wave: Int) -> String {
        let count = Double(max(chart.waves.count, 1))
        return Markup.percent(Self.left + (Double(wave) + 0.5) / count * (100 - Self.left))
    }

    func y(_ value: Double) -> Int {
        let room = Double(Self.height) - Self.top - Self.bottom
        return Int((Self.top + room * (1 - chart.axis.position(value) / 100)).rounded())
    }

    /// Series stand a few pixels apart, so that their whiskers do not hide each other.
    func shift(_ series: Int) -> Int { series * 8 - (chart.series.count - 1) * 4 }

    /// Class and position of a wave's name as attributes, one for each way in which it stands; none where there is no
    /// room.
    ///
    /// The newest wave always has room: on narrow screens it ends at the edge where it is wider than its band.
    func nameAttributes(_ wave: Int) -> [String] {
        guard let shown = names.shows(wave) else { return [] }
        let middle = "x=\"\(x(wave))\""
        if wave == chart.waves.count - 1, names.onNarrow > 1 {
            return ["class=\"wide\" \(middle)", "class=\"e narrow\" x=\"100%\""]
        }
        return [shown.isEmpty ? middle : "class=\"wide\" \(middle)"]
    }
    /// How far a label reaches towards the next wave, as a share of the way, on a chart of a usual desk's width.
    ///
    /// On narrower ones a line may touch the far end of a label.
    var labelReach: Double {
        let half = Double(longestLabel) * Self.letter / 2 + Double(shift(chart.series.count - 1)) * 2
        let band = Self.desk * (1 - Self.left / 100) / Double(max(chart.waves.count, 1))
        return min(half / band, 0.4)
    }

    /// Further classes of a wave's labels, nil where there is no room for them.
    func labelClass(_ wave: Int) -> String? {
        guard let shown = labels.shows(wave), isClear(wave, of: Self.wide) else { return nil }
        return isClear(wave, of: Self.narrow) ? shown : " wide"
    }

    /// True if the label of a wave ends before it meets the labels of the axis, on a chart of so many pixels.
    private func isClear(_ wave: Int, of room: Double) -> Bool {
        let share = (Double(wave) + 0.5) / Double(max(chart.waves.count, 1))
        let middle = room * (Self.left + share * (100 - Self.left)) / 100
        let half = Double(longestLabel) * Self.letter / 2 + Double(shift(chart.series.count - 1))
        return middle - half > Self.axisLabel * Self.letter
    }

    /// Every how many waves a label fits, counted back from the newest.
    private struct Stride {
        let count: Int
        let onWide: Int
        let onNarrow: Int

        init(of count: Int, longest: Int) {
            self.count = count
            let width = Double(min(longest, 60)) * TrendLayout.letter + TrendLayout.gap
            func stride(_ room: Double) -> Int {
                let band = room * (1 - TrendLayout.left / 100) / Double(max(count, 1))
                return max(1, Int((width / band).rounded(.up)))
            }
            onWide = stride(TrendLayout.wide)
            // A multiple, so that a wide screen shows evenly spaced labels too.
            onNarrow = (stride(TrendLayout.narrow) + onWide - 1) / onWide * onWide
        }

        /// Empty, ` wide` for labels that only a wide screen has room for, nil for none.
        func shows(_ wave: Int) -> String? {
            let back = count - 1 - wave
            if back % onNarrow == 0 { return "" }
            return back % onWide == 0 ? " wide" : nil
        }
    }
}
