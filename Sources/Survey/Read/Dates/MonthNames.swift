/// Names of months as exports write them, in English, German, French and Spanish.
enum MonthNames {
    /// Beginnings that tell a month from all others, in lower case; accents as written.
    private static let beginnings: [(String, Int)] = [
        ("jan", 1), ("jän", 1), ("ene", 1), ("feb", 2), ("fév", 2), ("fev", 2), ("mar", 3), ("mär", 3), ("mrz", 3),
        ("apr", 4), ("avr", 4), ("abr", 4), ("may", 5), ("mai", 5), ("juin", 6), ("jun", 6), ("juil", 7), ("jul", 7),
        ("aug", 8), ("aoû", 8), ("aou", 8), ("ago", 8), ("sep", 9), ("set", 9), ("oct", 10), ("okt", 10), ("nov", 11),
        ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12),
    ]

    /// The month of a word, from 1; nil for other words.
    static func month(_ word: String) -> Int? {
        let lowered = word.lowercased()
        guard lowered.utf8.count <= 12 else { return nil }
        return beginnings.first { lowered.hasPrefix($0.0) }?.1
    }
}
