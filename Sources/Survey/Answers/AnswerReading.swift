import Report

/// What a cell says on a scale.
enum Answer: Sendable, Hashable {
    /// A point, from 0, lowest first.
    case point(Int)
    case notApplicable
    /// Neither a point of the scale nor "not applicable".
    case unread
    case empty
}

/// Reads the distinct cells of one question together, since what one label means can depend on the others: a quality
/// word on its list, a code in front of a label on the labels that are known.
struct AnswerReading {
    /// One for each label given.
    private(set) var answers: [Answer]
    /// True if two labels of one language would fall on one point, so that the scale has more points than declared.
    private(set) var hasTooManyLabels = false

    private let labels: [Label]
    private let scale: Scale
    private let measure: Measure

    init(labels: [Label], scale: Scale, measure: Measure) {
        self.labels = labels
        self.scale = scale
        self.measure = measure
        answers = [Answer](repeating: .unread, count: labels.count)
        if scale.labels.isEmpty { readByMeaning() } else { readDeclared() }
    }

    // MARK: Declared labels

    private mutating func readDeclared() {
        var place: [String: Int] = [:]
        var codes: [Int: Int] = [:]
        for (index, text) in scale.labels.enumerated() {
            let label = Label(text)
            if label.isNumber, let code = label.code {
                codes[code] = index
            } else {
                place[label.text] = index
                place[label.whole] = index
            }
        }
        for (index, label) in labels.enumerated() {
            if label.isEmpty {
                answers[index] = .empty
            } else if let code = label.code, label.isNumber, let point = codes[code] {
                answers[index] = .point(point)
            } else if !label.isNumber, let point = place[label.whole] ?? place[label.text] {
                answers[index] = .point(point)
            } else if NotApplicable.holds(label) {
                answers[index] = .notApplicable
            } else if label.isNumber, let code = label.code, code < 0 {
                answers[index] = .notApplicable
            } else if measure == .yesNo, let yes = YesNo.meaning(label) {
                answers[index] = .point(yes ? 1 : 0)
            }
        }
    }

    // MARK: Numbers, vocabularies, and codes in front of labels

    private var family: [LabelMeaning.Family] {
        let name = scale.name?.prefix { $0 != "-" } ?? ""
        switch (measure, name) {
        case (.satisfaction, _), (.rating, "satisfaction"): return [.satisfaction, .favourability]
        case (.agreement, _), (.rating, "agreement"): return [.agreement]
        case (.ease, "agreement"): return [.agreement]
        case (.ease, _), (.rating, "ease"): return [.ease, .agreement]
        default: return []
        }
    }

    private mutating func readByMeaning() {
        var open: [Int] = []
        for (index, label) in labels.enumerated() {
            if label.isEmpty {
                answers[index] = .empty
            } else if label.isNumber, let code = label.code {
                answers[index] = number(code)
            } else if measure == .yesNo, let yes = YesNo.meaning(label) {
                answers[index] = .point(yes ? 1 : 0)
            } else if NotApplicable.holds(label) {
                answers[index] = .notApplicable
            } else {
                open.append(index)
            }
        }
        // Quality words before the others: "OK" beside "Excellent" is a word of their list.
        let takesQuality = measure == .satisfaction || scale.name == "satisfaction-5"
        if takesQuality { open = readQuality(open) }
        open = readVocabulary(open)
        if takesQuality { open = readQuality(open) }
        readCodes(open)
    }

    private func number(_ code: Int) -> Answer {
        if let point = point(of: code) { return .point(point) }
        return code == 99 || (code < 0 && scale.origin >= 0) ? .notApplicable : .unread
    }

    private func point(of code: Int) -> Int? {
        let (index, overflow) = code.subtractingReportingOverflow(scale.origin)
        guard !overflow, index >= 0, index < scale.count else { return nil }
        return scale.reversed ? scale.count - 1 - index : index
    }

    /// - Returns: what is still open.
    private mutating func readVocabulary(_ open: [Int]) -> [Int] {
        let family = family
        guard !family.isEmpty else { return open }
        var rest: [Int] = []
        var concepts: [Int: [Int: Int]] = [:]
        for index in open {
            let label = labels[index]
            guard
                let meaning = Vocabulary.meaning(of: label.whole, in: family)
                    ?? Vocabulary.meaning(of: label.text, in: family),
                let point = meaning.point(of: scale.count)
            else {
                rest.append(index)
                continue
            }
            answers[index] = .point(point)
            guard meaning.strength != .middle else { continue }
            if let other = concepts[meaning.language]?[point], other != meaning.concept { hasTooManyLabels = true }
            concepts[meaning.language, default: [:]][point] = meaning.concept
        }
        if hasTooManyLabels {
            // Which of two labels on one point is the other one's neighbour cannot be told, so none of them is read.
            for index in open where !rest.contains(index) { answers[index] = .unread }
        }
        return rest
    }

    private mutating func readQuality(_ open: [Int]) -> [Int] {
        guard !open.isEmpty, !hasTooManyLabels, let points = QualityLists.points(of: open.map { labels[$0].text })
        else { return open }
        for (index, point) in zip(open, points) { answers[index] = .point(point) }
        return []
    }

    /// A code with words that no vocabulary knows.
    ///
    /// On a scale of numbers the code is the answer. On a scale of labels it is only a hint: it counts where other
    /// cells show that codes and points are the same.
    private mutating func readCodes(_ open: [Int]) {
        let isNumeric = scale.name == nil || measure == .recommendation || measure == .rating
        let isBorneOut = isNumeric || codesAreBorneOut
        for index in open {
            guard let code = labels[index].code, isBorneOut else { continue }
            answers[index] = number(code)
        }
    }

    private var codesAreBorneOut: Bool {
        var isSupported = false
        for (index, label) in labels.enumerated() {
            guard let code = label.code, case .point(let point) = answers[index] else { continue }
            guard self.point(of: code) == point else { return false }
            isSupported = true
        }
        return isSupported
    }
}

/// Yes and no, good and bad.
enum YesNo {
    /// True for yes or good, false for no or bad, nil for anything else.
    static func meaning(_ label: Label) -> Bool? {
        guard !label.isNumber else { return nil }
        if yes.contains(label.text) { return true }
        if no.contains(label.text) { return false }
        return nil
    }

    private static let yes: Set<String> = [
        "yes", "y", "true", "good", "positive", "satisfied", "thumbs up", "ja", "j", "gut", "wahr", "richtig",
        "positiv", "oui", "o",
        "vrai", "bon", "bonne", "bien", "sí", "si", "s", "verdadero", "bueno", "buena", "checked", "agree",
        "good, i'm satisfied",
    ]
    private static let no: Set<String> = [
        "no", "n", "false", "bad", "negative", "dissatisfied", "unsatisfied", "thumbs down", "nein", "schlecht",
        "falsch", "negativ",
        "non", "faux", "mauvais", "mauvaise", "mal", "malo", "mala", "falso", "unchecked", "disagree",
        "bad, i'm unsatisfied",
    ]
}
