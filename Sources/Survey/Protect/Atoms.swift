import Report

/// The atoms of a choice of shown nodes: disjoint groups of which everything is made that can be worked out.
struct Atoms {
    /// By node: the shown node whose atom it belongs to, −1 for none.
    let of: [Int]
    /// By shown node: respondents as the tree adds them up, distinct people, answers by point.
    let added: [Int]
    let people: [Int]
    let histogram: [Int]
    let points: Int

    init(_ shown: [Bool], _ group: AnswerGroup, _ tally: Tally) {
        of = group.tree.atoms(shown)
        points = group.points
        var added = [Int](repeating: 0, count: group.tree.count)
        var histogram = [Int](repeating: 0, count: group.tree.count * points)
        for node in group.tree.order where of[node] >= 0 {
            added[of[node]] += group.own[node]
            for point in 0..<points { histogram[of[node] * points + point] += group.histogram[node * points + point] }
        }
        self.added = added
        self.histogram = histogram
        people = Atoms.distinct(added, of, group, tally)
    }

    /// Takes off what people with several ratings were counted too often in an atom.
    private static func distinct(_ added: [Int], _ atoms: [Int], _ group: AnswerGroup, _ tally: Tally) -> [Int] {
        guard let repeaters = tally.sides[group.wave][group.side.index]?.repeaters, !repeaters.isEmpty else {
            return added
        }
        var people = added
        var placeStamp = [Int](repeating: 0, count: group.units + group.pairs.count)
        var atomStamp = [Int](repeating: 0, count: atoms.count)
        var stamp = 0
        for several in repeaters {
            let responses = tally.surveys[several.survey].responses
            guard let column = tally.frame.questionOfSurvey[several.survey].firstIndex(of: group.question) else {
                continue
            }
            let answers = responses.answers[column]
            for person in several.starts.indices.dropLast() {
                stamp += 1
                for rating in several.ratings[several.starts[person]..<several.starts[person + 1]] {
                    guard rating < answers.count, Int(answers[rating]) < group.points else { continue }
                    let place = group.place(of: rating, in: responses, tally.frame)
                    let atom = atoms[group.node(place)]
                    guard atom >= 0, placeStamp[place] != stamp else { continue }
                    placeStamp[place] = stamp
                    if atomStamp[atom] == stamp { people[atom] -= 1 }
                    atomStamp[atom] = stamp
                }
            }
        }
        return people
    }

    func bars(_ node: Int) -> Int { histogram[node * points..<(node + 1) * points].count { $0 > 0 } }
    func answers(_ node: Int) -> [Int] { Array(histogram[node * points..<(node + 1) * points]) }
}
