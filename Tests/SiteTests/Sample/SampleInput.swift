import Content
import Diagnostics
import Report

@testable import Site

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The sample as the site takes it.
extension SampleReport {
    static var report: Report { report(cells: cells) }

    /// The sample with other cells, and with other words for what the newest wave asked.
    static func report(cells: CellTable, asking wording: String? = nil, standards: [StandardResult]? = nil) -> Report {
        let newest = waves[2].id
        func link(_ provider: String, _ customer: String, _ cell: Cell) -> ServiceLink {
            ServiceLink(provider: DepartmentID(provider), customer: DepartmentID(customer), wave: newest, cell: cell)
        }
        let overall = questions[0]
        let survey = SurveyAccount(
            id: SurveyID("2026-q1-pulse"), title: "Service pulse, winter 2026", platform: "google-forms",
            encoding: "UTF-8", delimiter: "comma", dateOrder: "month-day", waves: waves.map(\.id),
            questions: questions.map {
                AskedQuestion(
                    question: $0.id, words: [AskedWords($0.wording[newest] ?? "")], answers: 12_345, notApplicable: 3,
                    unread: 1)
            },
            rows: 440,
            ledger: [
                LedgerLine(outcome: .test, reason: "test", rows: 4),
                LedgerLine(outcome: .duplicate, reason: "duplicate", rows: 1),
                LedgerLine(outcome: .unclassified, reason: "unclassified", rows: 35),
                LedgerLine(outcome: .counted, reason: "counted", rows: 400),
            ], invited: 1_000, isTabulated: false)
        var surveys = [survey]
        if let wording {
            // The newest wave in a survey of its own, in other words.
            func asked(_ text: String) -> [AskedQuestion] {
                [
                    AskedQuestion(
                        question: overall.id, words: [AskedWords(text)], answers: 1, notApplicable: 0, unread: 0)
                ]
            }
            func account(_ id: String, _ waves: [WaveID], _ text: String) -> SurveyAccount {
                SurveyAccount(
                    id: SurveyID(id), title: id, platform: "generic", encoding: "UTF-8", delimiter: "comma",
                    dateOrder: nil, waves: waves, questions: asked(text), rows: 0, ledger: [], invited: nil,
                    isTabulated: false)
            }
            surveys = [
                account("old", waves.dropLast().map(\.id), overall.wording[newest] ?? ""),
                account("new", [newest], wording),
            ]
        }
        let rules = [
            RuleAccount(
                name: "Staff ticket", side: .internal, kind: "employee", because: "A colleague who travels on duty.",
                conditions: [RuleCondition(field: "ticket", test: .fits, values: ["STAFF-*"])],
                responses: [survey.id: .exactly(120)], total: .exactly(120)),
            RuleAccount(
                name: "Supplier", side: .connected, kind: "supplier", because: "Sells to us.",
                conditions: [RuleCondition(field: "relationship", test: .isOneOf, values: ["Supplier"])],
                responses: [survey.id: .fewer], total: .fewer),
            RuleAccount(
                name: "Everybody else", side: .external, kind: "person", because: "Pays for the ride.", conditions: [],
                responses: [survey.id: .exactly(280)], total: .exactly(280)),
        ]
        return Report(
            organisation: organisation, waves: waves, trees: waves.map { organisation.tree(in: $0.id, of: waves) },
            questions: questions, headline: overall.id, themes: themes, confidentiality: ConfidentialityRule(),
            cells: cells, asked: waves.map { _ in questions.map { _ in true } },
            links: [
                link("finance", "depot", .published(published(overall, 33, seed: 1, 0))),
                link("finance", "drivers", .published(published(overall, 21, seed: 4, 0))),
                link("finance", "archive", .suppressed),
                link("it", "finance", .published(published(overall, 12, seed: 2, 0))),
                // Declared by a department about which nobody answered.
                link("archive", "finance", .none),
            ],
            surveys: surveys,
            rulebook: RulebookAccount(
                rules: rules, isDefault: false, contested: .exactly(7), unclassified: .exactly(35)),
            themeScores: organisation.units.filter { organisation.id($0).text != "archive" }.flatMap { unit in
                themes.enumerated().map { position, theme in
                    ThemeScore(
                        theme: theme.id, unit: unit, side: .internal, wave: 2,
                        estimate: {
                            let value = 0.5 + Double((unit + position * 3) % 7) / 20
                            return Estimate(value: value, low: value - 0.1, high: value + 0.08)
                        }(), base: 40,
                        questions: [questions[2].id], change: Estimate(value: 0.04, low: -0.07, high: 0.15))
                }
            },
            association: .cannotTell(departments: 5),
            comments: [
                CommentSet(
                    unit: 7, side: .internal, wave: newest, question: "What should we do better?",
                    texts: ["Tell us earlier <b>please</b> & often", "שלום עולם", "👍🏽 \"quoted\" http://example.org/x"],
                    more: 2,
                    commenters: 12)
            ],
            standards: standards ?? [
                StandardResult(
                    department: DepartmentID("finance"), side: .internal, question: overall.id, statistic: .csat,
                    target: 85,
                    wave: newest, estimate: Estimate(value: 0.6, low: 0.5, high: 0.7), status: .missed, source: 0),
                StandardResult(
                    department: DepartmentID("it"), side: .internal, question: questions[4].id, statistic: .ces,
                    target: 5,
                    wave: newest, estimate: Estimate(value: 5.2, low: 4.9, high: 5.5), status: .cannotTell, source: 1),
            ],
            newestResponse: date(2026, 3, 28))
    }

    static var content: ContentFolder {
        let place = SourceLocation(file: "content/site.yml", line: 1)
        var settings = SiteSettings(
            title: "How we serve each other", organisation: organisation.name, headline: QuestionID("overall"),
            headlineLocation: place)
        settings.themes = themes
        let notes = SampleNotes.notes
        return ContentFolder(
            settings: settings, organisation: organisation,
            departments: departments.map {
                DepartmentPage(
                    department: $0, file: "content/departments/\($0.id).md", location: place,
                    body: SafeHTML(
                        trusted: $0.id.text == "finance" ? "<p>We pay people and <em>bills</em> on time.</p>" : ""))
            }, notes: notes, actions: notes.flatMap(\.actions))
    }

    /// The same with so many notes that lists need more than one page.
    static var crowded: SiteInput {
        var content = content
        let crowd = (1...230).map { number in
            SampleNotes.note("crowd-\(number)", "Crowd \(number)", date(2025, 9, 1 + number % 28), ["finance"])
        }
        content.notes += crowd
        let first = SampleNotes.notes.flatMap(\.actions)
        content.actions += (0..<20).flatMap { _ in first }
        return SiteInput(report: report, content: content, asOf: asOf, templates: builtInTemplates)
    }

    /// The same departments and notes before any survey.
    static var unasked: SiteInput {
        let empty = Report(
            organisation: organisation, waves: [], trees: [], questions: [], headline: QuestionID("overall"),
            themes: [],
            confidentiality: ConfidentialityRule(),
            cells: CellTable(waveCount: 0, questionCount: 0, unitCount: organisation.unitCount), asked: [], links: [],
            surveys: [],
            rulebook: RulebookAccount(rules: [], isDefault: true, contested: .exactly(0), unclassified: .exactly(0)),
            themeScores: [], association: .cannotTell(departments: 0), comments: [], standards: [], newestResponse: nil)
        return SiteInput(report: empty, content: content, asOf: asOf, templates: builtInTemplates)
    }

    static var input: SiteInput {
        SiteInput(report: report, content: content, asOf: asOf, templates: builtInTemplates)
    }

    /// The templates folder of the repository, read as the program's end would.
    static let builtInTemplates: [SourceFile] = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        root.deleteLastPathComponent()
        root.appendPathComponent("templates")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().compactMap { name in
            guard let text = try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8) else {
                return nil
            }
            return SourceFile(path: "templates/\(name)", name: name, text: text)
        }
    }()
}
