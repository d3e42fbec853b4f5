import ByteCoding
import Report

/// Reads a report that `ByteWriter` wrote.
extension ByteReader {
    mutating func report() throws -> Report {
        let cells = try cells()
        let organisation = Organisation(name: try text(), departments: try list { try $0.department() })
        let waves = try list { try $0.wave() }
        let trees = try list { reader in
            let parents = try reader.list { reader in try reader.optional { try $0.number() } }
            let exists = try reader.list { try $0.flag() }
            guard parents.count == organisation.unitCount, exists.count == parents.count,
                parents.allSatisfy({ $0.map { parents.indices.contains($0) } ?? true })
            else { throw Damaged() }
            return DepartmentTree(parents: parents, exists: exists)
        }
        let questions = try list { try $0.question() }
        let headline = QuestionID(try text())
        let themes = try list { Theme(id: ThemeID(try $0.text()), name: try $0.text()) }
        let rule = ConfidentialityRule(
            external: try number(), internal: try number(), selfView: try number(), comments: try number())
        let asked = try list { reader in try reader.list { try $0.flag() } }
        guard cells.waveCount == waves.count, cells.questionCount == questions.count, trees.count == waves.count,
            cells.unitCount == organisation.unitCount
        else { throw Damaged() }
        return Report(
            organisation: organisation, waves: waves, trees: trees, questions: questions, headline: headline,
            themes: themes, confidentiality: rule, cells: cells, asked: asked, links: try list { try $0.link() },
            surveys: try list { try $0.survey() }, rulebook: try rulebook(),
            themeScores: try list { try $0.themeScore() }, association: try association(),
            comments: try list { try $0.comments() }, standards: try list { try $0.standard() },
            newestResponse: try optional { try $0.date() }, remainders: try list { try $0.remainder() })
    }

    private mutating func cells() throws -> CellTable {
        let (waves, questions, units) = (try number(), try number(), try number())
        // Each cell takes a byte at least, so that no number of them can be too much for the memory.
        guard waves >= 0, questions >= 0, units >= 0, waves <= 1 << 16, questions <= 1 << 16, units <= 1 << 20,
            waves * questions * units <= 1 << 32, waves * questions * units * Side.allCases.count <= left
        else { throw Damaged() }
        var table = CellTable(waveCount: waves, questionCount: questions, unitCount: units)
        for place in CellPlaces(table) {
            let cell = try cell()
            guard cell != .none else { continue }
            table[unit: place.unit, side: place.side, wave: place.wave, question: place.question] = cell
        }
        return table
    }

    private mutating func cell() throws -> Cell {
        switch try number() {
        case 0: .none
        case 1: .suppressed
        case 2: .published(try published())
        default: throw Damaged()
        }
    }

    private mutating func published() throws -> PublishedCell {
        let histogram = try list { reader in
            let count = try reader.number()
            guard (0...(1 << 40)).contains(count) else { throw Damaged() }
            return count
        }
        return PublishedCell(
            histogram: histogram,
            figures: try list { reader in
                Figure(
                    statistic: try reader.named(Statistic.self), estimate: try reader.estimate(),
                    change: try reader.optional { try $0.difference() },
                    yearAgo: try reader.optional { try $0.difference() },
                    comparisons: try reader.list { try $0.difference() })
            })
    }

    private mutating func estimate() throws -> Estimate {
        Estimate(value: try double(), low: try double(), high: try double())
    }

    private mutating func difference() throws -> Difference {
        let against: Difference.Against =
            switch try number() {
            case 0: .wave(WaveID(try text()))
            case 1: .rest
            case 2: .external
            case 3: .internalCustomers
            default: throw Damaged()
            }
        return Difference(
            against: against, other: try double(), estimate: try estimate(),
            verdict: try optional { try $0.named(Verdict.self) })
    }

    /// A value by its name.
    private mutating func named<Value: RawRepresentable<String>>(_ type: Value.Type) throws -> Value {
        guard let value = Value(rawValue: try text()) else { throw Damaged() }
        return value
    }

    mutating func date() throws -> CalendarDate {
        guard let date = CalendarDate(year: try number(), month: try number(), day: try number()) else {
            throw Damaged()
        }
        return date
    }

    private mutating func link() throws -> ServiceLink {
        ServiceLink(
            provider: DepartmentID(try text()), customer: DepartmentID(try text()), wave: WaveID(try text()),
            cell: try cell())
    }

    private mutating func themeScore() throws -> ThemeScore {
        ThemeScore(
            theme: ThemeID(try text()), unit: try number(), side: try named(Side.self), wave: try number(),
            estimate: try estimate(), base: try number(), questions: try list { QuestionID(try $0.text()) },
            change: try optional { try $0.estimate() })
    }

    private mutating func association() throws -> Association {
        switch try number() {
        case 0: .cannotTell(departments: try number())
        case 1:
            .measured(
                departments: try number(), coefficient: try estimate(), from: WaveID(try text()), to: WaveID(try text())
            )
        default: throw Damaged()
        }
    }

    private mutating func comments() throws -> CommentSet {
        CommentSet(
            unit: try number(), side: try named(Side.self), wave: WaveID(try text()), question: try text(),
            texts: try list { try $0.text() }, more: try number(), commenters: try number())
    }

    private mutating func standard() throws -> StandardResult {
        StandardResult(
            department: DepartmentID(try text()), side: try named(Side.self), question: QuestionID(try text()),
            statistic: try named(Statistic.self), target: try double(), wave: try optional { WaveID(try $0.text()) },
            estimate: try optional { try $0.estimate() }, status: try named(StandardResult.Status.self),
            source: try number())
    }

    private mutating func remainder() throws -> Remainder {
        Remainder(
            unit: try number(), side: try named(Side.self), wave: try number(), question: try number(),
            cell: try published())
    }
}

extension ByteReader {
    fileprivate mutating func department() throws -> Department {
        Department(
            id: DepartmentID(try text()), name: try text(),
            memberships: try list { reader in
                Department.Membership(
                    parent: try reader.optional { DepartmentID(try $0.text()) },
                    from: try reader.optional { WaveID(try $0.text()) },
                    to: try reader.optional { WaveID(try $0.text()) })
            },
            until: try optional { WaveID(try $0.text()) }, continues: try list { DepartmentID(try $0.text()) },
            aliases: try list { try $0.text() }, isService: try flag(), isFrontline: try flag(),
            serves: try list { DepartmentID(try $0.text()) }, headcount: try optional { try $0.number() })
    }

    fileprivate mutating func wave() throws -> Wave {
        Wave(
            id: WaveID(try text()), name: try text(), isOpen: try flag(),
            days: try optional { reader in
                let (first, last) = (try reader.date(), try reader.date())
                guard first <= last else { throw Damaged() }
                return first...last
            })
    }

    fileprivate mutating func question() throws -> Question {
        let id = QuestionID(try text())
        let measure = try named(Measure.self)
        let (low, count, labels) = (try number(), try number(), try list { try $0.text() })
        let top = try optional { try $0.number() }
        guard (0...1000).contains(count), (-1000...1000).contains(low) else { throw Damaged() }
        let scale = Scale(
            low: low, count: count, labels: labels, top: top, reversed: try flag(),
            name: try optional { try $0.text() },
            origin: try number())
        let theme = try optional { ThemeID(try $0.text()) }
        let isReceived = try flag()
        let wording = try list { (WaveID(try $0.text()), try $0.text()) }
        return Question(
            id: id, measure: measure, scale: scale, theme: theme, isReceived: isReceived,
            wording: Dictionary(wording, uniquingKeysWith: { first, _ in first }))
    }

    fileprivate mutating func survey() throws -> SurveyAccount {
        SurveyAccount(
            id: SurveyID(try text()), title: try text(), platform: try text(), encoding: try text(),
            delimiter: try text(), dateOrder: try optional { try $0.text() }, waves: try list { WaveID(try $0.text()) },
            questions: try list { reader in
                AskedQuestion(
                    question: QuestionID(try reader.text()),
                    words: try reader.list { reader in
                        AskedWords(try reader.text(), about: try reader.optional { DepartmentID(try $0.text()) })
                    }, answers: try reader.number(),
                    notApplicable: try reader.number(), unread: try reader.number())
            },
            rows: try number(),
            ledger: try list { reader in
                LedgerLine(
                    outcome: try reader.named(RowOutcome.self), reason: try reader.text(), rows: try reader.number())
            },
            invited: try optional { try $0.number() }, isTabulated: try flag())
    }

    fileprivate mutating func rulebook() throws -> RulebookAccount {
        RulebookAccount(
            rules: try list { reader in
                RuleAccount(
                    name: try reader.text(), side: try reader.named(Side.self), kind: try reader.text(),
                    because: try reader.text(), conditions: try reader.list { try $0.ruleCondition() },
                    responses: Dictionary(
                        try reader.list { (SurveyID(try $0.text()), try $0.guarded()) },
                        uniquingKeysWith: { first, _ in first }),
                    total: try reader.guarded())
            }, isDefault: try flag(), contested: try guarded(), unclassified: try guarded())
    }

    private mutating func ruleCondition() throws -> RuleCondition {
        RuleCondition(
            field: try text(), test: try named(RuleCondition.Test.self), values: try list { try $0.text() })
    }

    private mutating func guarded() throws -> GuardedCount {
        switch try number() {
        case 0: .exactly(try number())
        case 1: .fewer
        case 2: .atLeast(try number())
        default: throw Damaged()
        }
    }
}
