import Diagnostics
import LocatedYAML
import Report

/// Reads `scale:` of a question: a name, `{ labels: [...] }` or `{ from, to, reversed, top }`.
enum ScaleReading {
    /// Most points of a scale: a slider from 0 to 100.
    static let mostPoints = Limits.scalePoints.most

    /// The scale of a measure where none is written, for measures that have only one.
    static func standard(for measure: Measure) -> Scale? {
        switch measure {
        case .satisfaction: .named("satisfaction-5")
        case .recommendation: .named("recommendation-11")
        case .yesNo: .named("yes-no")
        case .agreement, .ease, .rating: nil
        }
    }

    static func read(_ value: YAMLValue, measure: Measure) -> Outcome<Scale?> {
        switch value.kind {
        case .scalar(let name): return named(name, value, measure)
        case .mapping: return declared(value, measure)
        case .sequence, .null:
            return Outcome(
                nil,
                [
                    .error(
                        "wrong-type", at: value.location,
                        "scale must be a name or a mapping, this is \(value.kindName)",
                        remedy: "for labels write `scale: { labels: [lowest, …, highest] }`", excerpt: value.excerpt)
                ])
        }
    }

    private static func named(_ name: String, _ value: YAMLValue, _ measure: Measure) -> Outcome<Scale?> {
        guard let scale = Scale.named(name) else {
            return Outcome(
                nil,
                [
                    .error(
                        "wrong-value", at: value.location, "there is no scale named `\(name)`",
                        remedy:
                            "use satisfaction-5, agreement-5, agreement-7, ease-5, ease-7, recommendation-11, yes-no, or declare labels or numbers",
                        excerpt: value.excerpt)
                ])
        }
        let family = name.prefix { $0 != "-" }
        let fits: Bool =
            switch measure {
            case .satisfaction: family == "satisfaction"
            case .agreement: family == "agreement"
            // An effort question in the words of agreement ("made it easy for me") is the usual form.
            case .ease: family == "ease" || family == "agreement"
            case .recommendation: family == "recommendation"
            case .yesNo: name == "yes-no"
            case .rating: true
            }
        return fits ? Outcome(scale) : Outcome(nil, [misfit(value, measure, "the scale \(name)")])
    }

    private static func declared(_ value: YAMLValue, _ measure: Measure) -> Outcome<Scale?> {
        var reader = MappingReader(value, what: "a scale")
        let labels = reader.texts("labels")
        let limits = Int(Int32.min)...Int(Int32.max)
        let from = reader.integer("from", in: limits)
        let to = reader.integer("to", in: limits)
        let reversed = reader.boolean("reversed") ?? false
        let top = reader.integer("top", in: 1...mostPoints)
        let hasNumbers = reader.has("from") || reader.has("to")
        var scale: Scale?
        if !labels.isEmpty {
            if hasNumbers {
                reader.fail("wrong-value", value, "a scale has either labels or from and to")
            } else if reversed {
                reader.fail(
                    "wrong-value", value, "labels are listed lowest first, so `reversed` has no meaning",
                    remedy: "turn the list")
            } else {
                scale = fromLabels(labels, top, measure, &reader)
            }
        } else if let from, let to {
            if to <= from || to - from >= mostPoints {
                reader.fail(
                    "wrong-value", value,
                    "a scale runs from a lower to a higher number over at most \(mostPoints) points")
            } else {
                scale = Scale(low: low(from, measure), count: to - from + 1, top: top, reversed: reversed, origin: from)
            }
        } else {
            reader.fail("missing-key", value, "a scale needs labels, or from and to")
        }
        if let top, let read = scale {
            if measure != .rating {
                reader.fail(
                    "wrong-value", value, "`top` belongs to ratings; a \(measure.rawValue) question has its own rule")
            } else if top >= read.count {
                reader.fail("wrong-value", value, "`top` must leave at least one point that is not favourable")
                scale = nil
            }
        }
        if let read = scale, !fits(read.count, measure, from: hasNumbers ? from : nil) {
            reader.add([misfit(value, measure, "a scale of \(read.count) points")])
            scale = nil
        }
        return Outcome(scale, reader.finish())
    }

    private static func fromLabels(
        _ labels: [(text: String, value: YAMLValue)], _ top: Int?, _ measure: Measure, _ reader: inout MappingReader
    ) -> Scale? {
        var seen: Set<String> = []
        for (text, value) in labels where !seen.insert(Label(text).text).inserted {
            reader.fail("duplicate-label", value, "this label stands twice in the scale")
            return nil
        }
        guard (2...mostPoints).contains(labels.count) else {
            reader.fail("wrong-value", labels[0].value, "a scale has 2 to \(mostPoints) labels")
            return nil
        }
        return Scale(low: low(1, measure), count: labels.count, labels: labels.map(\.text), top: top)
    }

    /// Value of the lowest point.
    ///
    /// Only a rating keeps the export's own numbers; other measures have fixed points, so that surveys with other codes
    /// can ask the same question.
    private static func low(_ from: Int, _ measure: Measure) -> Int {
        switch measure {
        case .satisfaction, .agreement, .ease: 1
        case .recommendation, .yesNo: 0
        case .rating: from
        }
    }

    private static func fits(_ count: Int, _ measure: Measure, from: Int?) -> Bool {
        switch measure {
        case .satisfaction: count == 5
        case .agreement, .ease: count == 5 || count == 7
        case .recommendation: count == 11 && (from ?? 0) == 0
        case .yesNo: count == 2
        case .rating: true
        }
    }

    private static func misfit(_ value: YAMLValue, _ measure: Measure, _ what: String) -> Diagnostic {
        let needs =
            switch measure {
            case .satisfaction: "5 points"
            case .agreement, .ease: "5 or 7 points"
            case .recommendation: "the points 0 to 10"
            case .yesNo: "2 points, no first"
            case .rating: "2 points or more"
            }
        return .error(
            "scale-mismatch", at: value.location,
            "\(what) does not fit a \(measure.rawValue) question, which needs \(needs)",
            remedy: "use `measure: rating`, with `top` for the points that count as favourable", excerpt: value.excerpt)
    }
}
