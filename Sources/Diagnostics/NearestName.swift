/// The known name that somebody most likely meant.
package enum NearestName {
    /// The name with the fewest changed, added or lost characters, letter case ignored; the first by its bytes between
    /// equals; nil where none comes within a third of the word's length (or two characters).
    package static func to(_ word: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().prefix(60))
        let limit = max(2, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for name in names {
            let known = Array(name.lowercased().prefix(60))
            guard abs(known.count - wanted.count) <= limit else { continue }
            let distance = levenshtein(wanted, known)
            // A word of which nothing is left is not a misspelling.
            guard distance <= limit, distance < max(wanted.count, known.count) else { continue }
            guard let current = best else {
                best = (distance, name)
                continue
            }
            if distance < current.distance
                || (distance == current.distance && name.utf8.lexicographicallyPrecedes(current.name.utf8))
            {
                best = (distance, name)
            }
        }
        return best?.name
    }

    private static func levenshtein(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for i in left.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left[i] == right[j] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
