import Report

/// What is decided of one question on one side in one wave.
struct QuestionDecision: Sendable {
    /// By unit.
    var units: [Release]
    var links: [ReleasedLink] = []
    var remainders: [ReleasedRemainder] = []
    /// What it would be remembered as; nil where nobody answered the question.
    var published: PublishedQuestion?
    var standing: StandingFigures?
}

/// One question on one side, decided wave after wave: what was shown in the wave before is shown rather than others.
struct QuestionSeries {
    let tally: Tally
    let side: Side
    let question: Int
    /// By wave.
    let trees: [ProtectionTree]
    let base: [[Bool]?]
    let rule: ConfidentialityRule
    let memory: PublicationMemory
    let marker: AtomMarker?
    let remembers: Bool

    private var frame: Frame { tally.frame }

    /// By wave; nil where the question was not asked or the side holds nobody.
    func decide() -> [QuestionDecision?] {
        var chooser = Chooser(tally, smallest: rule.smallest(side))
        var before = ShownBefore()
        return frame.waves.indices.map { wave in
            guard frame.asked[wave][question], let base = base[wave] else { return nil }
            return decide(wave, base: base, &chooser, &before)
        }
    }

    private func decide(
        _ wave: Int, base: [Bool], _ chooser: inout Chooser, _ before: inout ShownBefore
    ) -> QuestionDecision {
        let organisation = frame.organisation
        let states = unansweredStates(wave, base)
        var decision = QuestionDecision(units: states)
        let published = memory.question(frame.waves[wave].id, side, frame.questions[question].id)
        let group = AnswerGroup(
            tally, wave: wave, side: side, question: question, tree: trees[wave], smallest: rule.smallest(side),
            isRemembered: published != nil || remembers)
        guard let group else { return decision }
        let (shown, atoms) = chooser.question(group, base: base) { [before] node in
            node < group.units
                ? before.contains(node, organisation) : group.pair(node).map(before.pairs.contains) ?? false
        }
        let marks = group.isRemembered ? marker?.marks(group, atoms) ?? [] : []
        var generation = group.generation(shown, atoms, organisation, marks: marks, states: states)
        if let published, published.points == group.points {
            let held = reconcile(generation, published, smallest: rule.smallest(side)) { last in
                guard let again = group.shown(in: last, organisation) else { return nil }
                let atoms = Atoms(again, group, tally)
                return group.generation(
                    again, atoms, organisation, marks: marker?.marks(group, atoms) ?? [], states: states)
            }
            generation = held.generation
            if !held.standing.isEmpty {
                decision.standing = StandingFigures(
                    wave: wave, side: side, question: question, groups: held.standing)
            }
        }
        before = ShownBefore(generation, organisation)
        release(generation, wave, into: &decision)
        decision.published = PublishedQuestion(
            question: frame.questions[question].id, points: group.points, generations: [generation])
        return decision
    }

    /// Gives every unit of the tree its state before anything is shown: `none` where nobody answered anything on that side
    /// in that wave, the marker elsewhere.
    private func unansweredStates(_ wave: Int, _ base: [Bool]) -> [Release] {
        var states = [Release](repeating: .none, count: frame.organisation.unitCount)
        guard let counts = tally.sides[wave][side.index] else { return states }
        let tallied = counts.questions[question]
        for unit in frame.trees[wave].depthFirst where counts.anyone[unit] {
            let isUnanswered = tallied.map { $0.people[unit] == 0 && !$0.uncounted[unit] } ?? true
            states[unit] = base[unit] && isUnanswered ? .none : .suppressed
        }
        return states
    }

    /// Puts what is shown into the decision.
    private func release(_ generation: Generation, _ wave: Int, into decision: inout QuestionDecision) {
        let organisation = frame.organisation
        let exists = frame.trees[wave].exists
        /// The unit of a department's name; nil for a pair, and for one that is not there in this wave.
        func unit(_ name: NodeName) -> Int? {
            guard name.customer == nil, let unit = organisation.unit(name.unit), exists[unit] else { return nil }
            return unit
        }
        // Departments have their state already, from today's answers; what stands takes its own with it.
        if decision.standing != nil {
            for unit in generation.unanswered.compactMap(unit) { decision.units[unit] = .none }
            for unit in generation.hidden.compactMap(unit) { decision.units[unit] = .suppressed }
        }
        let units = generation.nodes.map { organisation.unit($0.name.unit) }
        for (node, unit) in zip(generation.nodes, units) {
            guard let unit, exists[unit] else { continue }
            let release = Release.published(ReleasedCell(histogram: node.histogram, people: node.people))
            if let name = node.name.customer {
                // Who was heard of a hidden pair is nobody's business: hidden ones are listed as declared, not as answered.
                guard let customer = organisation.unit(name) else { continue }
                decision.links.append(ReleasedLink(provider: unit, customer: customer, release: release))
            } else {
                decision.units[unit] = release
            }
        }
        decision.remainders = remainders(generation, units, wave)
    }

    /// What shown units are without the shown units below them; `units` are those of the nodes.
    private func remainders(_ generation: Generation, _ units: [Int?], _ wave: Int) -> [ReleasedRemainder] {
        let organisation = frame.organisation
        var wholes = [[Int]?](repeating: nil, count: organisation.unitCount)
        var rests = wholes
        // Parents stand before their children.
        for (node, unit) in zip(generation.nodes, units) where node.name.customer == nil {
            if let unit { wholes[unit] = node.histogram }
            guard let parent = node.parent.flatMap({ organisation.unit($0.unit) }),
                let above = rests[parent] ?? wholes[parent]
            else { continue }
            rests[parent] = zip(above, node.histogram).map { max(0, $0 - $1) }
        }
        return zip(generation.nodes, units).compactMap { node, unit in
            guard node.name.customer == nil, let unit, let rest = rests[unit] else { return nil }
            let answers = rest.reduce(0, +)
            guard answers > 0 else { return nil }
            let share = Double(node.people) / Double(max(1, node.histogram.reduce(0, +)))
            let people = max(1, min(answers, Int((Double(answers) * share).rounded())))
            return ReleasedRemainder(
                unit: unit, side: side, wave: wave, question: question,
                cell: ReleasedCell(histogram: rest, people: people))
        }
    }
}

/// What was shown of a question, or of a side, in the wave before.
struct ShownBefore {
    var units: [Bool] = []
    var pairs: Set<PairKey> = []

    init(units: [Bool] = []) { self.units = units }

    init(_ generation: Generation, _ organisation: Organisation) {
        units = Array(repeating: false, count: organisation.unitCount)
        for node in generation.nodes {
            guard let unit = organisation.unit(node.name.unit) else { continue }
            if let customer = node.name.customer {
                if let customer = organisation.unit(customer) {
                    pairs.insert(PairKey(provider: unit, customer: customer))
                }
            } else {
                units[unit] = true
            }
        }
    }

    /// True if the unit, or one whose series it goes on, was shown.
    func contains(_ unit: Int, _ organisation: Organisation) -> Bool {
        guard unit < units.count else { return false }
        if units[unit] { return true }
        return organisation.department(unit)?.continues.contains { id in
            organisation.unit(id).map { units[$0] } ?? false
        } ?? false
    }
}
