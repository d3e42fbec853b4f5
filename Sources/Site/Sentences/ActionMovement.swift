import Content
import Report
import Statistics

/// What an action was to move, and how that moved: "kept informed 58% in spring 2025, now 66%, could be chance".
extension Edition {
    /// For the first of its departments with a shown figure, internal customers before external ones.
    ///
    /// The department that owns the action comes before the others at which it stands: it is the owner's service that is
    /// to become better.
    func movement(of action: Action) -> String? {
        guard let moves = action.moves else { return nil }
        let owner = action.departments.filter { $0 == action.ownerDepartment }
        let units = (owner + action.departments.filter { !owner.contains($0) }).compactMap { organisation.unit($0) }
        for unit in units {
            for side in [Side.internal, .external] {
                let movement = Movement(
                    edition: self, unit: unit, side: side,
                    done: action.isDone && report.waves.allSatisfy { $0.days != nil } ? action.done : nil,
                    // It says whose customers they are, where the action stands at several departments.
                    isNamed: units.count > 1)
                if let text = movement.words(moves) { return text }
            }
        }
        return words("moves-not-shown", ["what": nameOfMoved(moves, .internal, units.first ?? 0)])
    }

    /// The newest score of a theme.
    func themeScore(_ theme: ThemeID, _ unit: Int, _ side: Side) -> ThemeScore? {
        themeScores[ThemePlace(theme: theme, unit: unit, side: side)]?.last
    }

    /// The change of the newest score of a theme since the wave before; nil where a question was asked in other words.
    func themeChange(_ theme: ThemeID, _ unit: Int, _ side: Side) -> Estimate? {
        guard let scores = themeScores[ThemePlace(theme: theme, unit: unit, side: side)], let newest = scores.last
        else {
            return nil
        }
        if let before = scores.dropLast().last, isAskedAnew(newest, since: before) { return nil }
        return newest.change
    }

    /// True if one of a theme's questions was asked in other words than for an earlier score.
    fileprivate func isAskedAnew(_ score: ThemeScore, since earlier: ThemeScore) -> Bool {
        score.questions.contains { id in
            guard let question = report.questions.firstIndex(where: { $0.id == id }) else { return false }
            return wordingChanged(question, score.side, of: score.unit, from: earlier.wave, to: score.wave)
        }
    }

    fileprivate func nameOfMoved(_ moves: String, _ side: Side, _ unit: Int) -> String {
        if let theme = report.themes.first(where: { $0.id.text == moves }) { return theme.name }
        return report.questions.firstIndex { $0.id.text == moves }.map {
            words("quoted", ["text": wording($0, side, of: unit)])
        } ?? moves
    }
}

/// How a question or a theme moved at one department and on one side.
///
/// What is not done yet is told with the last change. What is done is told from the last wave that was over before that
/// day: in the wave of the day itself people answered before it and after it.
private struct Movement {
    let edition: Edition
    let unit: Int
    let side: Side
    /// The day on which the action was done; nil where it is not, nobody wrote when, or waves have no days to hold it
    /// against.
    let done: CalendarDate?
    let isNamed: Bool

    /// Nil where no figure is shown.
    func words(_ moves: String) -> String? {
        let what = edition.nameOfMoved(moves, side, unit)
        guard let question = edition.report.questions.firstIndex(where: { $0.id.text == moves }) else {
            return theme(ThemeID(moves), what)
        }
        return figure(question, what)
    }

    private func figure(_ question: Int, _ what: String) -> String? {
        let statistic = edition.report.questions[question].headlineStatistic
        guard let (cell, wave) = edition.newestCell(unit, side, question), let now = cell.published,
            let figure = now.figure(statistic)
        else { return nil }
        func value(_ value: Double) -> String { edition.words.value(value, of: statistic.kind) }
        if wasAskedBefore(wave) { return sentence("moves-not-since", what, now: value(figure.estimate.value), wave) }
        let findings = Findings(edition: edition, question: question, side: side, wave: wave, unit: unit)
        let change: (from: Int, difference: Difference)? =
            if let done {
                edition.report.waves.indices.prefix(wave).last {
                    isOver($0, before: done) && shown(question, $0) != nil
                }
                .flatMap { from in
                    difference(figure, now.base, question, statistic, from).map { (from, $0) }
                }
            } else {
                figure.change.flatMap { change in
                    edition.report.waves.firstIndex { change.against == .wave($0.id) }.map { ($0, change) }
                }
            }
        guard let change, !findings.wordingChanged(since: change.from) else {
            return sentence("moves-now", what, now: value(figure.estimate.value), wave)
        }
        return sentence(
            "moves-changed", what, now: value(figure.estimate.value), change.from,
            ["before": value(change.difference.other), "verdict": verdict(change.difference, statistic.kind)])
    }

    private func verdict(_ difference: Difference, _ kind: Statistic.Kind) -> String {
        let words = edition.words
        return difference.verdict.map { words("moved-\($0.rawValue)") }
            ?? words(
                "moved-interval",
                [
                    "low": words.signed(difference.estimate.low, of: kind),
                    "high": words.signed(difference.estimate.high, of: kind),
                ])
    }

    private func shown(_ question: Int, _ wave: Int) -> PublishedCell? {
        edition.cell(unit, side, wave, question).published
    }

    /// The difference from an earlier wave: the report's own where it has one.
    private func difference(
        _ figure: Figure, _ base: Int, _ question: Int, _ statistic: Statistic, _ from: Int
    ) -> Difference? {
        let against = Difference.Against.wave(edition.waveID(from))
        if let told = [figure.change, figure.yearAgo].lazy.compactMap({ $0 }).first(where: { $0.against == against }) {
            return told
        }
        guard let earlier = shown(question, from), let before = earlier.figure(statistic) else { return nil }
        return change(figure.estimate, base, before.estimate, earlier.base, against: against)
    }

    /// A difference that was not held against the number of comparisons: its verdict says no more than that it could be
    /// chance, or that there are too few answers; a larger one is told by its range alone.
    private func change(
        _ now: Estimate, _ base: Int, _ before: Estimate, _ earlierBase: Int, against: Difference.Against
    ) -> Difference {
        let limits = differenceInterval(
            now.value, Interval(low: now.low, high: now.high),
            minus: before.value, Interval(low: before.low, high: before.high))
        let verdict: Verdict? =
            min(base, earlierBase) < Verdict.smallestBase ? .few : limits.low > 0 || limits.high < 0 ? nil : .similar
        return Difference(
            against: against, other: before.value,
            estimate: Estimate(value: now.value - before.value, low: limits.low, high: limits.high), verdict: verdict)
    }

    private func theme(_ theme: ThemeID, _ what: String) -> String? {
        let scores = edition.themeScores[ThemePlace(theme: theme, unit: unit, side: side)] ?? []
        guard let newest = scores.last else { return nil }
        let now = edition.words.value(newest.estimate.value, of: .share)
        if wasAskedBefore(newest.wave) { return sentence("moves-not-since", what, now: now, newest.wave) }
        let before: ThemeScore? =
            if let done {
                scores.dropLast().last { isOver($0.wave, before: done) }
            } else {
                newest.change == nil ? nil : scores.dropLast().last
            }
        guard let before, before.questions == newest.questions, !edition.isAskedAnew(newest, since: before) else {
            return sentence("moves-now", what, now: now, newest.wave)
        }
        let change = change(
            newest.estimate, newest.base, before.estimate, before.base, against: .wave(edition.waveID(before.wave)))
        return sentence(
            "moves-changed", what, now: now, before.wave,
            ["before": edition.words.value(before.estimate.value, of: .share), "verdict": verdict(change, .share)])
    }

    /// True if a wave was over before the action was done: its answers cannot tell what became of it.
    private func wasAskedBefore(_ wave: Int) -> Bool { done.map { isOver(wave, before: $0) } ?? false }

    private func isOver(_ wave: Int, before day: CalendarDate) -> Bool {
        edition.report.waves[wave].days.map { $0.upperBound < day } ?? false
    }

    private func sentence(
        _ key: String, _ what: String, now: String, _ wave: Int, _ more: [String: String] = [:]
    ) -> String {
        let words = edition.words
        let who =
            isNamed
            ? words("who-of", ["who": words.side(side), "name": edition.organisation.displayName(unit)])
            : words.side(side)
        var values = ["what": what, "who": who, "now": now, "wave": edition.waveName(wave)]
        values.merge(more) { $1 }
        return words(key, values)
    }
}
