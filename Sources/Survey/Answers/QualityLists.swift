/// Words of quality whose place depends on their neighbours: "Fair" is the middle of one list and below it in another.
///
/// Every list is lowest first.
enum QualityLists {
    static let five: [[String]] = lists(
        """
        horrible | bad | ok | good | excellent
        very poor | poor | fair | good | very good
        poor | fair | good | very good | excellent
        very bad | bad | neutral | good | very good
        very bad | bad | ok | good | very good
        very bad | bad | average | good | very good
        very bad | bad | fair | good | very good
        terrible | bad | ok | good | great
        terrible | bad | average | good | excellent
        terrible | poor | average | good | excellent
        terrible | poor | fair | good | excellent
        very poor | poor | average | good | excellent
        very poor | poor | acceptable | good | very good
        very poor | poor | average | good | very good
        very poor | poor | neutral | good | very good
        very poor | poor | fair | good | excellent
        very poor | poor | neither good nor poor | good | very good
        awful | poor | ok | good | excellent
        awful | bad | ok | good | great
        poor | below average | average | above average | excellent
        far below average | somewhat below average | average | somewhat above average | far above average
        sehr schlecht | schlecht | mittelmäßig | gut | sehr gut
        sehr schlecht | schlecht | mittel | gut | sehr gut
        sehr schlecht | schlecht | befriedigend | gut | sehr gut
        sehr schlecht | schlecht | teils/teils | gut | sehr gut
        sehr schlecht | schlecht | weder gut noch schlecht | gut | sehr gut
        sehr schlecht | eher schlecht | teils/teils | eher gut | sehr gut
        mangelhaft | ausreichend | befriedigend | gut | sehr gut
        très mauvais | mauvais | moyen | bon | très bon
        très mauvaise | mauvaise | moyenne | bonne | très bonne
        très mauvais | mauvais | passable | bon | excellent
        très mauvais | mauvais | correct | bon | très bon
        très mauvais | mauvais | moyen | bon | excellent
        mauvais | passable | bon | très bon | excellent
        muy malo | malo | regular | bueno | muy bueno
        muy mala | mala | regular | buena | muy buena
        muy mal | mal | regular | bien | muy bien
        muy malo | malo | regular | bueno | excelente
        pésimo | malo | regular | bueno | excelente
        malo | regular | bueno | muy bueno | excelente
        """)

    private static func lists(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.split(separator: "|").map { Label(synonyms[Label(String($0)).text] ?? String($0)).text }
        }
    }

    /// Spellings of one word.
    private static let synonyms = [
        "okay": "ok", "o.k": "ok", "mittelmässig": "mittelmäßig", "teils teils": "teils/teils",
    ]

    /// The points of all texts in the one way that the lists allow, nil where no list holds them all or two lists
    /// disagree.
    static func points(of texts: [String]) -> [Int]? {
        var agreed: [Int]?
        for list in five {
            var points: [Int] = []
            for text in texts {
                guard let point = list.firstIndex(of: synonyms[text] ?? text) else { break }
                points.append(point)
            }
            guard points.count == texts.count else { continue }
            if let agreed, agreed != points { return nil }
            agreed = points
        }
        return agreed
    }
}
