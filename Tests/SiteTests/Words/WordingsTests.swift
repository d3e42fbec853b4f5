import Content
import Report
import Testing

@testable import Site

/// In whose words a question stands on a page.
@Suite struct WordingsTests {
    private func account(
        _ id: String, _ waves: [WaveID], _ wording: String, about: String? = nil, answers: Int = 10
    ) -> SurveyAccount {
        SurveyAccount(
            id: SurveyID(id), title: id, platform: "generic", encoding: "UTF-8", delimiter: "comma", dateOrder: nil,
            waves: waves,
            questions: [
                AskedQuestion(
                    question: QuestionID("overall"),
                    words: [AskedWords(wording, about: about.map { DepartmentID($0) })],
                    answers: answers, notApplicable: 0, unread: 0)
            ], rows: 0, ledger: [], invited: nil, isTabulated: false)
    }

    private func rule(_ side: Side, _ responses: [String: GuardedCount]) -> RuleAccount {
        RuleAccount(
            name: side.rawValue, side: side, kind: "person", because: "", conditions: [],
            responses: Dictionary(uniqueKeysWithValues: responses.map { (SurveyID($0), $1) }), total: .exactly(0))
    }

    private func edition(_ surveys: [SurveyAccount], _ rules: [RuleAccount]) -> Edition {
        let report = SampleReport.report
        return SampleReport.edition(
            Report(
                organisation: report.organisation, waves: report.waves, trees: report.trees,
                questions: report.questions, headline: report.headline, themes: report.themes,
                confidentiality: report.confidentiality, cells: report.cells, asked: report.asked,
                links: report.links, surveys: surveys,
                rulebook: RulebookAccount(
                    rules: rules, isDefault: false, contested: .exactly(0), unclassified: .exactly(0)),
                themeScores: [], association: report.association, comments: [], standards: [], newestResponse: nil))
    }

    @Test("Each side reads the words in which most of it was asked")
    func bySide() {
        let newest = SampleReport.waves[2].id
        let edition = edition(
            [
                account("pulse", [newest], "The service of this department?"),
                account("card", [newest], "The help you got?"),
                account("firms", [newest], "Our freight desk?"),
            ],
            [
                rule(.internal, ["pulse": .exactly(400), "card": .exactly(9)]),
                rule(.external, ["card": .exactly(300), "firms": .exactly(60), "pulse": .fewer]),
            ])
        #expect(edition.wording(0, .internal, of: 0) == "The service of this department?")
        #expect(edition.wording(0, .external, of: 0) == "The help you got?")
        #expect(edition.wording(0, .selfView, of: 0) == "The service of this department?")
        // Nobody connected answered any survey: any of its words.
        #expect(edition.wording(0, .connected, of: 0) == "Overall, how satisfied are you with the service?")
        #expect(
            edition.quotedWording(0, [.external, .internal], of: 0)
                == "“The help you got?” and “The service of this department?”")
        #expect(edition.quotedWording(1, [.external, .internal], of: 0) == "“How likely are you to recommend us?”")
    }

    @Test("A file with many waves does not outweigh a large one of the newest")
    func overWaves() {
        let waves = SampleReport.waves.map(\.id)
        let surveys = [account("all", waves, "Effort"), account("new", [waves[2]], "How easy was it?")]
        #expect(
            edition(surveys, [rule(.internal, ["all": .exactly(900), "new": .exactly(400)])]).wording(
                0, .internal, of: 0)
                == "How easy was it?")
        // A survey of older waves does not speak for the newest; one without answers to the question neither.
        let old = [account("old", [waves[0]], "Then"), account("new", [waves[2]], "Now")]
        #expect(
            edition(old, [rule(.internal, ["old": .exactly(900), "new": .exactly(4)])]).wording(0, .internal, of: 0)
                == "Now")
        let empty = [account("empty", [waves[2]], "Asked", answers: 0), account("new", [waves[2]], "Answered")]
        #expect(
            edition(empty, [rule(.internal, ["empty": .exactly(900), "new": .exactly(4)])]).wording(0, .internal, of: 0)
                == "Answered")
    }

    @Test("A department reads the words in which its own customers were asked")
    func ofItsOwn() throws {
        let newest = SampleReport.waves[2].id
        let organisation = SampleReport.organisation
        func unit(_ id: String) throws -> Int { try #require(organisation.unit(DepartmentID(id))) }
        let edition = edition(
            [
                account("card", [newest], "The help you got?"),
                account("firms", [newest], "Our workshop?", about: "depot"),
                account("phone", [newest], "Your call?", about: "customer-desk"),
            ],
            [rule(.external, ["card": .exactly(300), "firms": .exactly(60), "phone": .exactly(500)])])
        #expect(try edition.wording(0, .external, of: unit("depot")) == "Our workshop?")
        #expect(try edition.wording(0, .external, of: unit("customer-desk")) == "Your call?")
        #expect(try edition.wording(0, .external, of: unit("drivers")) == "The help you got?")
        // Above it, what most people were asked who may have meant it; the desk does not lie below operations.
        #expect(try edition.wording(0, .external, of: unit("operations")) == "The help you got?")
        #expect(edition.wording(0, .external, of: 0) == "Your call?")
    }

    @Test("Words that change for one department or one side have not changed for the others")
    func changed() throws {
        let waves = SampleReport.waves.map(\.id)
        let depot = try #require(SampleReport.organisation.unit(DepartmentID("depot")))
        let desk = try #require(SampleReport.organisation.unit(DepartmentID("customer-desk")))
        let edition = edition(
            [
                account("card", waves, "The help you got?"),
                account("old", [waves[1]], "Our workshop?", about: "depot"),
                account("new", [waves[2]], "The workshop, all in all?", about: "depot"),
                account("pulse-old", [waves[1]], "Our SERVICE"), account("pulse-new", [waves[2]], "Your colleagues?"),
                account("same-old", [waves[0]], "Our service?"),
            ],
            [
                rule(.external, ["card": .exactly(30), "old": .exactly(60), "new": .exactly(60)]),
                rule(
                    .internal,
                    ["pulse-old": .exactly(90), "pulse-new": .exactly(90), "same-old": .exactly(9), "old": .fewer]),
            ])
        func changed(_ side: Side, _ unit: Int, from earlier: Int = 1, to wave: Int = 2) -> Bool {
            edition.wordingChanged(0, side, of: unit, from: earlier, to: wave)
        }
        // Passengers are still asked as they were; the customers of the workshop, and colleagues, are not.
        #expect(!changed(.external, desk) && changed(.external, depot) && !changed(.external, 0))
        #expect(changed(.internal, desk) && changed(.selfView, desk) && changed(.internal, 0))
        // Letter case and signs do not count.
        #expect(!changed(.internal, desk, from: 0, to: 1))
        #expect(!changed(.all, desk))
    }
}
