/// What a label says and how strongly.
struct LabelMeaning: Sendable, Hashable {
    enum Family: String, CaseIterable, Sendable, Hashable {
        case satisfaction, agreement, ease, likelihood, favourability
    }
    /// How far from the middle: `strongly`, without a qualifier or moderately, `somewhat`.
    enum Strength: Int, Sendable, Hashable { case middle = 0, weak, plain, strong }

    let family: Family
    let strength: Strength
    let isPositive: Bool
    /// The same for spellings and inflections of one label, different for another label of the same strength.
    let concept: Int
    /// Index into `Vocabulary.languages`.
    let language: Int

    /// Point from 0 on a scale of 5 or 7; nil on others.
    func point(of count: Int) -> Int? {
        let distance: Int
        switch (count, strength) {
        case (_, .middle): distance = 0
        case (5, .weak), (5, .plain): distance = 1
        case (5, .strong): distance = 2
        case (7, _): distance = strength.rawValue
        default: return nil
        }
        guard count == 5 || count == 7 else { return nil }
        return count / 2 + (isPositive ? distance : -distance)
    }
}

/// Answer labels of English, German, French and Spanish surveys.
///
/// A label is looked up as a whole, so that "dissatisfied", "insatisfait" and "unzufrieden" can never be taken for the
/// word within them.
enum Vocabulary {
    static func meanings(of text: String) -> [LabelMeaning] { table[text] ?? [] }

    static func meaning(of text: String, in families: [LabelMeaning.Family]) -> LabelMeaning? {
        guard let found = table[text] else { return nil }
        for family in families {
            if let meaning = found.first(where: { $0.family == family }) { return meaning }
        }
        return nil
    }

    /// One line of a vocabulary: strength with sign (`--` strong, `-` plain, `-~` weak, `0` middle, and so on up), then
    /// spellings of one label after a colon, separated by `|`.
    struct Lines {
        let family: LabelMeaning.Family
        let text: String
    }

    static let languages: [[Lines]] = [englishLabels, germanLabels, frenchLabels, spanishLabels]

    private static let table: [String: [LabelMeaning]] = {
        var table: [String: [LabelMeaning]] = [:]
        var concept = 0
        for (language, lines) in languages.enumerated().flatMap({ index, all in all.map { (index, $0) } }) {
            for line in lines.text.split(separator: "\n") {
                guard let colon = line.firstIndex(of: ":") else { continue }
                let sign = line[..<colon].filter { $0 != " " }
                let strength: LabelMeaning.Strength =
                    switch sign {
                    case "--", "++": .strong
                    case "-", "+": .plain
                    case "-~", "+~": .weak
                    default: .middle
                    }
                concept += 1
                let meaning = LabelMeaning(
                    family: lines.family, strength: strength, isPositive: sign.hasPrefix("+"), concept: concept,
                    language: language)
                for spelling in line[line.index(after: colon)...].split(separator: "|") {
                    let text = Label(String(spelling)).text
                    if table[text]?.contains(where: { $0.family == lines.family }) != true {
                        table[text, default: []].append(meaning)
                    }
                }
            }
        }
        return table
    }()
}
