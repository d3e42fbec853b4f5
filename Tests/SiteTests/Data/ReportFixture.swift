import Report

/// A report of two waves, three departments and every kind of cell, small enough to be read off a page.
enum ReportFixture {
    static let waves = [Wave(id: WaveID("2026-Q1"), name: "Winter 2026"), Wave(id: WaveID("=spring"), name: "Spring")]

    static let questions = [
        Question(id: QuestionID("overall"), measure: .satisfaction, scale: Scale(low: 1, count: 5)),
        Question(id: QuestionID("nps"), measure: .recommendation, scale: Scale(low: 0, count: 11)),
        Question(id: QuestionID("got"), measure: .yesNo, scale: Scale(low: 0, count: 2), isReceived: true),
    ]

    static let departments = [
        Department(
            id: DepartmentID("desk"), name: "Desk, \"front\"", memberships: [.init(parent: DepartmentID("ops"))],
            isFrontline: true),
        Department(id: DepartmentID("ops"), name: "=SUM(1)", serves: [DepartmentID("desk")]),
        Department(
            id: DepartmentID("it"), name: "IT\nand more", until: WaveID("2026-Q1"), serves: [DepartmentID("it")]),
    ]

    static func report(questions: [Question] = questions) -> Report {
        let organisation = Organisation(name: "Northline", departments: departments)
        var cells = CellTable(waveCount: 2, questionCount: questions.count, unitCount: organisation.unitCount)
        let shown = Cell.published(
            PublishedCell(
                histogram: [1, 2, 3, 4, 30],
                figures: [
                    Figure(
                        statistic: .csat, estimate: Estimate(value: 0.85, low: 0.709300, high: 0.929389),
                        change: Difference(
                            against: .wave(WaveID("2026-Q1")), other: 0.9,
                            estimate: Estimate(value: -0.05, low: -0.2, high: -0.00000001), verdict: .similar)),
                    Figure(statistic: .mean, estimate: Estimate(value: 4.5, low: 4.1, high: 4.75)),
                ]))
        let received = Cell.published(
            PublishedCell(
                histogram: [0, 12],
                figures: [Figure(statistic: .yes, estimate: Estimate(value: 1, low: 0.757508, high: 1))]))
        cells[unit: 0, side: .external, wave: 1, question: 0] = shown
        cells[unit: 1, side: .external, wave: 1, question: 0] = .suppressed
        cells[unit: 0, side: .received, wave: 1, question: 2] = received
        // Cells that no row may show: a question on the wrong side, a department that was gone, a wave that did not ask.
        cells[unit: 0, side: .received, wave: 1, question: 0] = shown
        cells[unit: 2, side: .external, wave: 1, question: 0] = shown
        cells[unit: 0, side: .external, wave: 0, question: 2] = shown
        let survey = SurveyAccount(
            id: SurveyID("pulse"), title: "Pulse", platform: "generic", encoding: "UTF-8", delimiter: ",",
            dateOrder: nil, waves: waves.map(\.id), questions: [], rows: 60,
            ledger: [
                LedgerLine(outcome: .counted, reason: "counted", rows: 52),
                LedgerLine(outcome: .test, reason: "preview", rows: 3),
                LedgerLine(outcome: .test, reason: "marked", rows: 5),
            ], invited: nil, isTabulated: false)
        let rules = [
            RuleAccount(
                name: "Staff, all", side: .internal, kind: "employee", because: "b", conditions: [],
                responses: [SurveyID("pulse"): .exactly(40)], total: .exactly(40)),
            RuleAccount(
                name: "@payers", side: .external, kind: "person", because: "b", conditions: [],
                responses: [SurveyID("pulse"): .fewer], total: .fewer),
            RuleAccount(
                name: "Never", side: .connected, kind: "bank", because: "b", conditions: [], responses: [:],
                total: .exactly(0)),
        ]
        return Report(
            organisation: organisation, waves: waves,
            trees: waves.map { organisation.tree(in: $0.id, of: waves) }, questions: questions,
            headline: QuestionID("overall"), themes: [], confidentiality: ConfidentialityRule(), cells: cells,
            asked: [[true, false, false], [true, true, true]],
            links: [
                ServiceLink(
                    provider: DepartmentID("ops"), customer: DepartmentID("desk"), wave: WaveID("=spring"), cell: shown),
                ServiceLink(
                    provider: DepartmentID("desk"), customer: DepartmentID("ops"), wave: WaveID("=spring"),
                    cell: .suppressed),
                ServiceLink(
                    provider: DepartmentID("ops"), customer: DepartmentID("it"), wave: WaveID("2026-Q1"), cell: .none),
            ], surveys: [survey],
            rulebook: RulebookAccount(rules: rules, isDefault: false, contested: .exactly(0), unclassified: .fewer),
            themeScores: [], association: .cannotTell(departments: 0), comments: [], standards: [], newestResponse: nil)
    }
}
