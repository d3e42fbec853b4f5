import Report

/// Hides every cell of fewer than k people and nothing else.
func protectByThreshold(_ tally: Tally, rule: ConfidentialityRule) -> Protected {
    let frame = tally.frame
    let units = frame.organisation.unitCount
    var table = ReleasedTable(waves: frame.waves.count, questions: frame.questions.count, units: units)
    for wave in frame.waves.indices {
        for side in Side.base {
            guard let counts = tally.side(side, wave: wave) else { continue }
            for (question, tallied) in counts.questions.enumerated() where frame.asked[wave][question] {
                guard frame.questions[question].isReceived == (side == .received) else { continue }
                for unit in frame.trees[wave].depthFirst where counts.anyone[unit] {
                    table[unit, side, wave, question] = .suppressed
                    guard let tallied, !tallied.uncounted[unit] else { continue }
                    if tallied.people[unit] >= rule.smallest(side) {
                        table[unit, side, wave, question] = .published(
                            ReleasedCell(histogram: tallied.histogram(unit), people: tallied.people[unit]))
                    } else if tallied.people[unit] == 0, counts.respondents[unit] >= rule.smallest(side) {
                        table[unit, side, wave, question] = .none
                    }
                }
            }
        }
    }
    addBothSides(to: &table, from: tally)
    let links = frame.waves.indices.map { wave in
        tally.links[wave].map { link in
            (
                link.provider, link.customer,
                link.people >= rule.smallest(.internal)
                    ? Release.published(ReleasedCell(histogram: link.histogram, people: link.people)) : .suppressed
            )
        }
    }
    return Protected(table: table, links: links, remainders: [])
}

/// Side `all`: the sum of both sides, published only where both are, or where one is and the other has no answers.
func addBothSides(to table: inout ReleasedTable, from tally: Tally) {
    let frame = tally.frame
    for wave in frame.waves.indices {
        for question in frame.questions.indices {
            guard frame.asked[wave][question], !frame.questions[question].isReceived else { continue }
            for unit in frame.trees[wave].depthFirst {
                let release: Release
                switch (table[unit, .external, wave, question], table[unit, .internal, wave, question]) {
                case (.none, .none): release = .none
                case (.published(let one), .published(let other)):
                    var sum = one + other
                    sum.people = min(
                        sum.people,
                        max(one.people, other.people, tally.peopleOfAll(wave: wave, question: question, unit: unit)))
                    release = .published(sum)
                case (.published(let one), .none), (.none, .published(let one)): release = .published(one)
                default: release = .suppressed
                }
                table[unit, .all, wave, question] = release
            }
        }
    }
}
