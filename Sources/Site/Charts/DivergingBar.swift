package import Content

/// One scale for all diverging bars of a figure: how far it reaches on either side of the middle.
package struct DivergingScale: Sendable, Hashable {
    /// Fractions of the answers, multiples of a tenth, at least a tenth each.
    package let left: Double
    package let right: Double

    /// The least that holds all the bars.
    package init(_ bars: some Sequence<AnswerShares>) {
        func tenths(_ share: Double) -> Double { max((share * 10 - 1e-9).rounded(.up), 1) / 10 }
        var (left, right) = (0.0, 0.0)
        for bar in bars {
            left = max(left, bar.left)
            right = max(right, bar.right)
        }
        self.left = tenths(left)
        self.right = tenths(right)
    }

    /// Position along the width, 0...100, of a fraction of answers to the right (or, below 0, left) of the middle.
    package func position(_ fraction: Double) -> Double { (left + fraction) / (left + right) * 100 }
}

extension Charts {
    /// A diverging stacked bar for a table row: worse answers to the left of the middle, better to the right, half of
    /// the neutral on each side.
    ///
    /// Segments of 8 % and more hold their percentage, on wide screens.
    package static func divergingBar(_ shares: AnswerShares, scale: DivergingScale) -> SafeHTML {
        var markup = Markup()
        markup.raw("<svg class=\"c bar\" width=\"100%\" height=\"22\" aria-hidden=\"true\">")
        let middle = Markup.percent(scale.position(0))
        markup.raw("<line class=\"mid\" x1=\"\(middle)\" x2=\"\(middle)\" y1=\"-3\" y2=\"25\"/>")
        appendSegments(shares, from: -shares.left, position: scale.position, to: &markup)
        markup.raw("</svg>")
        return markup.html
    }

    /// A stacked bar from 0 to 100 % for a table row: for yes-no and for what a net promoter score is made of.
    package static func shareBar(_ shares: AnswerShares) -> SafeHTML {
        var markup = Markup()
        markup.raw("<svg class=\"c bar\" width=\"100%\" height=\"22\" aria-hidden=\"true\">")
        appendSegments(shares, from: 0, position: { $0 * 100 }, to: &markup)
        markup.raw("</svg>")
        return markup.html
    }

    /// What the colours of bars mean, worst to best; `names` are one for each tone.
    package static func answerLegend(_ tones: [AnswerShares.Tone], names: [String]) -> SafeHTML {
        var markup = Markup()
        markup.raw("<ul class=\"legend\">")
        for (tone, name) in zip(tones, names) {
            markup.raw("<li><svg class=\"c bar sym\" width=\"14\" height=\"14\" aria-hidden=\"true\">")
            markup.raw("<rect class=\"\(tone.rawValue)\" width=\"14\" height=\"14\"/></svg>")
            markup.element("span", "", name)
            markup.raw("</li>")
        }
        markup.raw("</ul>")
        return markup.html
    }

    private static func appendSegments(
        _ shares: AnswerShares, from start: Double, position: (Double) -> Double, to markup: inout Markup
    ) {
        var edge = start
        var labels = ""
        for segment in shares.segments where segment.share > 0 {
            let (from, to) = (position(edge), position(edge + segment.share))
            let tone = segment.tone.rawValue
            markup.raw(
                "<rect class=\"\(tone)\" x=\"\(Markup.percent(from))\" width=\"\(Markup.percent(to - from))\""
                    + " y=\"1\" height=\"20\"/>")
            if segment.share >= 0.08 {
                let percent = Int((segment.share * 100).rounded())
                labels += "<text class=\"\(tone)\" x=\"\(Markup.percent((from + to) / 2))\" y=\"15\">\(percent)</text>"
            }
            edge += segment.share
        }
        markup.raw(labels)
    }
}
