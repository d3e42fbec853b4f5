import Content
import Report
import Testing

@testable import Site

/// In whose words a question stands on a page.
@Suite struct WordingsTests {
    private func account(_ id: String, _ waves: [WaveID], _ wording: String, answers: Int = 10) -> SurveyAccount {
        SurveyAccount(
            id: SurveyID(id), title: id, platform: "generic", encoding: "UTF-8", delimiter: "comma", dateOrder: nil,
            waves: waves,
            questions: [
                AskedQuestion(
                    question: QuestionID("overall"), wording: wording, answers: answers, notApplicable: 0, unread: 0)
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
        #expect(edition.wording(0, .internal) == "The service of this department?")
        #expect(edition.wording(0, .external) == "The help you got?")
        #expect(edition.wording(0, .selfView) == "The service of this department?")
        // Nobody connected answered any survey: any of its words.
        #expect(edition.wording(0, .connected) == "Overall, how satisfied are you with the service?")
        #expect(
            edition.quotedWording(0, [.external, .internal])
                == "“The help you got?” and “The service of this department?”")
        #expect(edition.quotedWording(1, [.external, .internal]) == "“How likely are you to recommend us?”")
    }

    @Test("A file with many waves does not outweigh a large one of the newest")
    func overWaves() {
        let waves = SampleReport.waves.map(\.id)
        let surveys = [account("all", waves, "Effort"), account("new", [waves[2]], "How easy was it?")]
        #expect(
            edition(surveys, [rule(.internal, ["all": .exactly(900), "new": .exactly(400)])]).wording(0, .internal)
                == "How easy was it?")
        // A survey of older waves does not speak for the newest; one without answers to the question neither.
        let old = [account("old", [waves[0]], "Then"), account("new", [waves[2]], "Now")]
        #expect(
            edition(old, [rule(.internal, ["old": .exactly(900), "new": .exactly(4)])]).wording(0, .internal) == "Now")
        let empty = [account("empty", [waves[2]], "Asked", answers: 0), account("new", [waves[2]], "Answered")]
        #expect(
            edition(empty, [rule(.internal, ["empty": .exactly(900), "new": .exactly(4)])]).wording(0, .internal)
                == "Answered")
    }
}
