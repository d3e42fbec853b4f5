import Report

/// Makes the keyed hashes of people by atom.
struct AtomMarker: Sendable {
    private let tally: Tally
    private let hash: KeyedHash
    private let groups: [[RatingGroup]]

    init(_ tally: Tally, hash: KeyedHash) {
        self.tally = tally
        self.hash = hash
        groups = tally.surveys.enumerated().map { index, survey in
            groupRatings(
                survey.responses, waves: tally.frame.waveOfSurvey[index], units: tally.frame.organisation.unitCount)
        }
    }

    /// By node the marks of its atom: a person's answers within one atom make one mark, so that a changed answer is one
    /// person lost and one gained. A tabulated line has no people: its answers stand for themselves.
    func marks(_ group: AnswerGroup, _ atoms: Atoms) -> [Marks] {
        var entries = [[(mark: UInt64, count: Int)]](repeating: [], count: atoms.of.count)
        for (index, survey) in tally.surveys.enumerated() where survey.responses.countsPeople {
            let responses = survey.responses
            guard let column = tally.frame.questionOfSurvey[index].firstIndex(of: group.question),
                column < responses.answers.count
            else { continue }
            let answers = responses.answers[column]
            for ratings in groups[index] where ratings.wave == group.wave && ratings.side == group.side {
                var answered: [(atom: Int, point: UInt8)] = []
                var person: UInt32?
                func close() {
                    guard let person, !answered.isEmpty else { return }
                    let key = responses.keys.indices.contains(Int(person)) ? responses.keys[Int(person)] : 0
                    answered.sort { ($0.atom, $0.point) < ($1.atom, $1.point) }
                    var start = 0
                    while start < answered.count {
                        var end = start
                        while end < answered.count, answered[end].atom == answered[start].atom { end += 1 }
                        let mark = hash.hash([key] + answered[start..<end].map { UInt64($0.point) })
                        entries[answered[start].atom].append((mark & Marks.mask, 1))
                        start = end
                    }
                    answered.removeAll(keepingCapacity: true)
                }
                for rating in ratings.ratings where rating < answers.count && Int(answers[rating]) < group.points {
                    let node = group.node(group.place(of: rating, in: responses, tally.frame))
                    guard atoms.of[node] >= 0 else { continue }
                    if !responses.weight.isEmpty {
                        let mark = hash(0, UInt64(answers[rating]))
                        entries[atoms.of[node]].append((mark & Marks.mask, responses.peopleBehind(rating)))
                        continue
                    }
                    if responses.person[rating] != person {
                        close()
                        person = responses.person[rating]
                    }
                    answered.append((atoms.of[node], answers[rating]))
                }
                close()
            }
        }
        return entries.map { Marks($0) }
    }
}

extension Marks {
    /// Marks keep 48 bits.
    static let mask: UInt64 = 0xFFFF_FFFF_FFFF
}
