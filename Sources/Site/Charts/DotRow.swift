package import Content
package import Report

/// A figure on an axis: a dot with its interval.
package struct DotMark: Sendable, Hashable {
    package let side: Side
    package let estimate: Estimate
    /// The organisation's value on the same side, drawn as a line.
    package let reference: Double?
    package init(side: Side, estimate: Estimate, reference: Double? = nil) {
        self.side = side
        self.estimate = estimate
        self.reference = reference
    }
}

extension Charts {
    /// Height of a lane of a dot row, in pixels.
    static let laneHeight = 16

    /// Dots with whiskers for a table row, a lane for each side of the table from top to bottom, also where a side has
    /// no mark here.
    ///
    /// Marks of other sides are left out.
    package static func dotRow(_ marks: [DotMark], lanes: [Side], axis: ValueAxis) -> SafeHTML {
        var markup = Markup()
        let height = max(lanes.count, 1) * laneHeight + 4
        markup.raw("<svg class=\"c dots \(axis.gridClass)\" width=\"100%\" height=\"\(height)\" aria-hidden=\"true\">")
        for (lane, side) in lanes.enumerated() {
            for mark in marks where mark.side == side {
                append(mark, y: lane * laneHeight + laneHeight / 2 + 2, axis: axis, to: &markup)
            }
        }
        markup.raw("</svg>")
        return markup.html
    }

    /// The axis over or under a column of dot rows; `label` prints a tick, such as "50%".
    package static func axisRow(_ axis: ValueAxis, label: (Double) -> String) -> SafeHTML {
        var markup = Markup()
        markup.raw("<svg class=\"c axis\" width=\"100%\" height=\"16\" aria-hidden=\"true\">")
        let last = axis.ticks.count - 1
        for (index, tick) in axis.ticks.enumerated() {
            // Narrow screens show the ends and, where the steps are even, every second number.
            let isSpare = last > 2 && (last % 2 == 1 || index % 2 == 1)
            let kind = index == 0 ? " class=\"s\"" : index == last ? " class=\"e\"" : isSpare ? " class=\"wide\"" : ""
            markup.element("text", "x=\"\(Markup.percent(axis.position(tick)))\" y=\"12\"\(kind)", label(tick))
        }
        markup.raw("</svg>")
        return markup.html
    }

    private static func append(_ mark: DotMark, y: Int, axis: ValueAxis, to markup: inout Markup) {
        let side = sideClass(mark.side)
        if let reference = mark.reference, reference.isFinite {
            let x = Markup.percent(axis.position(reference))
            let half = laneHeight / 2
            markup.raw("<line class=\"ref \(side)\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(y - half)\" y2=\"\(y + half)\"/>")
        }
        let (low, high) = (axis.position(mark.estimate.low), axis.position(mark.estimate.high))
        markup.raw("<line class=\"w \(side)\" x1=\"\(Markup.percent(low))\" x2=\"\(Markup.percent(high))\"")
        markup.raw(" y1=\"\(y)\" y2=\"\(y)\"/>")
        markup.raw(shape(mark.side, at: axis.position(mark.estimate.value), y: y))
    }
}
