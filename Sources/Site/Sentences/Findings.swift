import Report

/// Sentences about one published figure.
///
/// Each is said under its condition and is nil otherwise.
struct Findings: Sendable {
    let edition: Edition
    /// Position of the question.
    let question: Int
    let side: Side
    let wave: Int
    let unit: Int

    private var words: Words { edition.words }
    private var asked: Question { edition.report.questions[question] }
    private var cell: Cell { edition.cell(unit, side, wave, question) }

    /// How many answered, and what: "72% of the 212 external customers who answered were satisfied".
    func headline(_ statistic: Statistic) -> String? {
        guard let published = cell.published, let figure = published.figure(statistic) else { return nil }
        return words(
            "finding-\(statistic.rawValue)",
            [
                "value": words.value(figure.estimate.value, of: statistic.kind), "n": words.whole(published.base),
                "who": words.side(side), "low": String(asked.scale.low), "high": String(asked.scale.high),
            ])
    }

    /// What chance alone could do: "anywhere from 66% to 78%".
    func range(_ statistic: Statistic) -> String? {
        guard let figure = cell.published?.figure(statistic) else { return nil }
        return words(
            "finding-range",
            [
                "low": words.value(figure.estimate.low, of: statistic.kind),
                "high": words.value(figure.estimate.high, of: statistic.kind),
            ])
    }

    /// What changed since the wave before, or why nothing is compared.
    ///
    /// Nil only where the figure itself is not shown.
    func change(_ statistic: Statistic) -> String? {
        guard let figure = cell.published?.figure(statistic) else { return nil }
        guard let earlier = edition.waveBefore(wave, side, question) else { return words("finding-first-wave") }
        guard !wordingChanged(since: earlier) else {
            return words("finding-wording-changed", ["wave": edition.waveName(earlier)])
        }
        guard let change = figure.change, case .wave(let against) = change.against else {
            switch edition.cell(unit, side, earlier, question) {
            case .none: return words("finding-nothing-before", ["wave": edition.waveName(earlier)])
            case .suppressed: return words("finding-hidden-before", ["wave": edition.waveName(earlier)])
            case .published: return nil
            }
        }
        return sentence("finding-change", change, statistic, ["wave": edition.waveName(against)])
    }

    /// The change in a few words, for the line under a heading: "−3 percentage points since autumn 2025, clearly below".
    ///
    /// Where nothing is compared, the sentence that says why.
    func shortChange(_ statistic: Statistic) -> String? {
        guard let figure = cell.published?.figure(statistic), let change = figure.change,
            case .wave(let against) = change.against,
            waveBefore.map({ !wordingChanged(since: $0) }) ?? true
        else { return self.change(statistic) }
        var values = [
            "change": words.signedPoints(change.estimate.value, of: statistic.kind), "wave": edition.waveName(against),
            "low": words.signed(change.estimate.low, of: statistic.kind),
            "high": words.signed(change.estimate.high, of: statistic.kind),
        ]
        guard let verdict = change.verdict else { return words("lede-change-plain", values) }
        if verdict == .similar,
            words.signed(change.estimate.value, of: statistic.kind) == words.signed(0, of: statistic.kind)
        {
            return words("lede-change-none", values)
        }
        values["verdict"] = words("lede-verdict-\(verdict.rawValue)")
        return words("lede-change", values)
    }

    private var waveBefore: Int? { edition.waveBefore(wave, side, question) }

    /// The same against the year before, where the site asks for it.
    func yearAgo(_ statistic: Statistic) -> String? {
        guard let figure = cell.published?.figure(statistic), let change = figure.yearAgo,
            case .wave(let against) = change.against, change.against != figure.change?.against
        else { return nil }
        return sentence("finding-change", change, statistic, ["wave": edition.waveName(against)])
    }

    /// Against the rest of the organisation, the other side, or the customers' own view.
    func comparison(_ statistic: Statistic, with against: Difference.Against) -> String? {
        guard let figure = cell.published?.figure(statistic),
            let difference = figure.comparisons.first(where: { $0.against == against })
        else { return nil }
        let key =
            switch against {
            case .rest: "finding-rest"
            case .external: "finding-external"
            case .internalCustomers: "finding-self"
            case .wave: "finding-change"
            }
        return sentence(key, difference, statistic, [:])
    }

    /// How much one person changes a result of under 30 answers.
    ///
    /// Under 30 answers. Above a single
    /// department a person may have answered about several, so there the sentence speaks of answers.
    func smallBase(_ statistic: Statistic) -> String? {
        guard let published = cell.published, published.base > 0, published.base < 30, statistic.kind != .mean else {
            return nil
        }
        let reach = statistic.kind == .netPromoter ? 200.0 : 100.0
        let people = edition.tree.children[unit].isEmpty
        return words(
            people ? "finding-few-people" : "finding-few-answers",
            ["n": words.whole(published.base), "points": words.number(reach / Double(published.base))])
    }

    /// True if nobody was asked in this wave in words that were used in the earlier one.
    func wordingChanged(since earlier: Int) -> Bool {
        edition.wordingChanged(question, side, of: unit, from: earlier, to: wave)
    }

    /// With a verdict, its words; without one, only the interval speaks.
    private func sentence(_ key: String, _ difference: Difference, _ statistic: Statistic, _ more: [String: String])
        -> String
    {
        let kind = statistic.kind
        let size = difference.estimate.value
        var values = more
        values["other"] = words.value(difference.other, of: kind)
        values["points"] = words.points(size, of: kind)
        values["low"] = words.signed(difference.estimate.low, of: kind)
        values["high"] = words.signed(difference.estimate.high, of: kind)
        values["direction"] = words(size < 0 ? "lower" : "higher")
        let suffix =
            switch difference.verdict {
            case .higher: "higher"
            case .lower: "lower"
            case .similar:
                words.signed(size, of: kind) == "0" || words.signed(size, of: kind) == words.signed(0, of: kind)
                    ? "same" : "similar"
            case .few: "few"
            case nil: "interval"
            }
        return words("\(key)-\(suffix)", values)
    }
}
