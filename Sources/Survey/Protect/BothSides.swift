import Report

/// Side `all`: the sum of both sides, published only where both are, or where one is and the other has no answers.
///
/// Its distinct people are counted once, and remembered with what is published: where a side stands as it was published,
/// they are those that were published with the same answers, else the fewest that the shown sides allow; never those of
/// the new answers, which would tell that somebody came or went.
func addBothSides(to result: inout Protected, from tally: Tally, _ memory: PublicationMemory) {
    let frame = tally.frame
    for wave in frame.waves.indices {
        var publication = PublishedSide(wave: frame.waves[wave].id, side: .all, questions: [])
        for question in frame.questions.indices {
            guard frame.asked[wave][question], !frame.questions[question].isReceived else { continue }
            let stands = result.stands(.all, wave: wave, question: question)
            let published = memory.question(publication.wave, .all, frame.questions[question].id)?.generations.last?
                .byName
            let counted = stands ? [] : tally.peopleOfAll(wave: wave, question: question)
            var nodes: [PublishedNode] = []
            for unit in frame.trees[wave].depthFirst {
                let release: Release
                switch (result.table[unit, .external, wave, question], result.table[unit, .internal, wave, question]) {
                case (.none, .none): release = .none
                case (.published(let one), .published(let other)):
                    var sum = one + other
                    let name = NodeName(frame.organisation.id(unit))
                    let known = published?[name].flatMap { $0.histogram == sum.histogram ? $0.people : nil }
                    sum.people = min(
                        sum.people, max(one.people, other.people, known ?? (stands ? 0 : counted[unit])))
                    release = .published(sum)
                    nodes.append(
                        PublishedNode(
                            name: name, parent: nil, histogram: sum.histogram, people: sum.people,
                            atomHistogram: Array(repeating: 0, count: sum.histogram.count), atomPeople: 0,
                            marks: Marks()))
                case (.published(let one), .none), (.none, .published(let one)): release = .published(one)
                default: release = .suppressed
                }
                result.table[unit, .all, wave, question] = release
            }
            guard let points = nodes.first?.histogram.count else { continue }
            publication.questions.append(
                PublishedQuestion(
                    question: frame.questions[question].id, points: points,
                    generations: [Generation(nodes: nodes, unanswered: [], hidden: [])]))
        }
        if !publication.questions.isEmpty { result.publications.append(publication) }
    }
}

extension Protected {
    /// True if any figure of the side, or of a side of `all`, stands as it was published.
    func stands(_ side: Side, wave: Int, question: Int) -> Bool {
        standing.contains {
            $0.wave == wave && $0.question == question
                && ($0.side == side || (side == .all && ($0.side == .internal || $0.side == .external)))
        }
    }

    /// By unit the distinct people of the organisation without it; where figures stand as they were published, from these
    /// alone: then a lower bound where some people answered about several units.
    func peopleOfRest(_ tally: Tally, _ side: Side, wave: Int, question: Int) -> [Int] {
        let units = tally.frame.organisation.units
        guard stands(side, wave: wave, question: question) else {
            return tally.peopleOfRest(side, wave: wave, question: question)
        }
        func people(_ unit: Int, _ side: Side) -> Int { table[unit, side, wave, question].cell?.people ?? 0 }
        func rest(_ unit: Int, _ side: Side) -> Int { max(0, people(0, side) - people(unit, side)) }
        guard side == .all else { return units.map { rest($0, side) } }
        let onBoth = max(0, people(0, .internal) + people(0, .external) - people(0, .all))
        return units.map { unit in
            let (inside, outside) = (rest(unit, .internal), rest(unit, .external))
            return max(inside, outside, inside + outside - onBoth)
        }
    }
}
