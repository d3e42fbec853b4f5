import Content
import Report

/// A figure in words, as tables and tiles show it.
///
/// What is hidden has no numbers here, so no template can show any.
struct FigureText: Sendable, Hashable {
    enum State: Sendable, Hashable { case shown, hidden, none }
    let state: State
    /// "72%", or the marker's words.
    let value: String
    /// "66% to 78%".
    var range = ""
    /// Number of answers, as a number and in words: "212", "212 answers".
    var base = ""
    var answers = ""
    /// "+6", empty where there is nothing to compare with.
    var change = ""
    /// A word for the change: "clearly above", "similar", or empty where nothing is said.
    var verdict = ""

    /// Its names in a template.
    var record: [String: TemplateValue] {
        [
            "shown": .flag(state == .shown), "hidden": .flag(state == .hidden), "empty": .flag(state == .none),
            "value": .text(value), "range": .text(range), "base": .text(base), "answers": .text(answers),
            "change": .text(change), "verdict": .text(verdict),
        ]
    }
}

extension Edition {
    /// A cell's figure in words.
    func text(of cell: Cell, _ statistic: Statistic) -> FigureText {
        switch cell {
        case .suppressed: return FigureText(state: .hidden, value: words("hidden"))
        case .none: return FigureText(state: .none, value: words("no-answers"))
        case .published(let published):
            guard let figure = published.figure(statistic) else {
                return FigureText(state: .none, value: words("no-answers"))
            }
            let kind = statistic.kind
            var text = FigureText(state: .shown, value: words.value(figure.estimate.value, of: kind))
            text.range = words.range(figure.estimate, of: kind)
            text.base = words.whole(published.base)
            text.answers = words.count("answers", published.base)
            if let change = figure.change {
                text.change = words.signed(change.estimate.value, of: kind)
                text.verdict = change.verdict.map { words("verdict-\($0.rawValue)") } ?? ""
            }
            return text
        }
    }
}
