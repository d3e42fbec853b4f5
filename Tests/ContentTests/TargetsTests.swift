import Content
import Diagnostics
import Report
import Testing

/// `targets.csv`, and what only the surveys know of standards and actions.
struct TargetsTests {
    private static let header = "department,side,question,measure,target,from\n"

    @Test func rowsAreStandards() throws {
        let outcome = folder([
            "targets.csv":
                "\u{FEFF}\(Self.header)finance,internal,overall,csat,70,2026-Q1\r\n\n*,\"external\",recommend,nps,-5.5,\n"
        ])
        #expect(outcome.diagnostics.map(\.rendered) == [])
        #expect(
            outcome.value.standards.map(\.standard) == [
                DeclaredStandard(
                    department: DepartmentID("finance"), side: .internal, question: QuestionID("overall"),
                    statistic: .csat, target: 70,
                    from: WaveID("2026-Q1")),
                DeclaredStandard(
                    department: .organisation, side: .external, question: QuestionID("recommend"), statistic: .nps,
                    target: -5.5),
            ])
        #expect(
            outcome.value.standards.map(\.location.description) == [
                "content/targets.csv:2:1", "content/targets.csv:4:1",
            ])
    }

    @Test func columnsMayStandInAnyOrderWithoutFrom() {
        let outcome = folder(["targets.csv": "target,measure,question,side,department\n70,csat,overall,all,finance\n"])
        #expect(outcome.diagnostics == [] && outcome.value.standards.count == 1)
    }

    @Test(arguments: [
        (
            "departement,side,question,measure,target\n",
            [
                "1:1: error[targets-header]: there is no column `departement`; did you mean `department`?\n  1 | departement,side,question,measure,target\n    | ^",
                "1:1: error[targets-header]: the column `department` is missing; the columns are department, side, question, measure, target, from\n  1 | departement,side,question,measure,target\n    | ^",
            ]
        ),
        (
            header + "finanse,internal,overall,csat,70,\n",
            [
                "2:1: error[unknown-department]: there is no department `finanse`; did you mean `finance`?\n  2 | finanse,internal,overall,csat,70,\n    | ^"
            ]
        ),
        (
            header + "finance,inside,Over,top,much,winter\n",
            [
                "2:9: error[wrong-value]: side must be one of external, internal, all, connected, self, received\n  2 | finance,inside,Over,top,much,winter\n    |         ^",
                "2:16: error[bad-id]: question `Over` is no id; an id has 1 to 40 characters of a-z, 0-9 and -\n  2 | finance,inside,Over,top,much,winter\n    |                ^",
                "2:21: error[wrong-value]: measure must be one of csat, mean, nps, ces, favourable, yes, rating\n  2 | finance,inside,Over,top,much,winter\n    |                     ^",
                "2:25: error[wrong-type]: target must be a number; write it as it is printed, such as 70 or 4.2\n  2 | finance,inside,Over,top,much,winter\n    |                         ^",
                "2:30: error[unknown-wave]: there is no wave `winter`; write a period such as 2026-Q1, or list it under `waves` in site.yml\n  2 | finance,inside,Over,top,much,winter\n    |                              ^",
            ]
        ),
        (
            header + "finance,internal\n",
            [
                "2:1: error[targets-row]: this row has 2 cells and the header 6; separate cells with commas, and quote text that holds one\n  2 | finance,internal\n    | ^"
            ]
        ),
        (
            header + "\"finance,internal\n",
            ["2:1: error[csv-quote]: a quote is opened and not closed; close it\n  2 | \"finance,internal\n    | ^"]
        ),
        (
            header + "\"finance\"x,internal,overall,csat,70,\n",
            [
                "2:10: error[csv-quote]: text stands behind a closing quote; double a quote that belongs to the text\n  2 | \"finance\"x,internal,overall,csat,70,\n    |          ^"
            ]
        ),
    ])
    func wrongTablesAreErrorsAtTheirPlace(_ text: String, _ wanted: [String]) {
        #expect(messages(["targets.csv": text]) == wanted.map { "content/targets.csv:\($0)" })
    }

    private let questions = [
        Question(id: QuestionID("overall"), measure: .satisfaction, scale: Scale(low: 1, count: 5)),
        Question(id: QuestionID("recommend"), measure: .recommendation, scale: Scale(low: 0, count: 11)),
        Question(id: QuestionID("received"), measure: .satisfaction, scale: Scale(low: 1, count: 5), isReceived: true),
    ]

    private func references(_ files: [String: String]) -> [String] {
        let outcome = folder(files)
        #expect(outcome.diagnostics.map(\.rendered) == [])
        return outcome.value.checkReferences(questions: questions).map(\.rendered)
    }

    @Test(arguments: [
        (
            "finance,all,overal,csat,70,",
            "error[unknown-question]: no survey asks the question `overal`; did you mean `overall`?"
        ),
        (
            "finance,all,overall,nps,70,",
            "error[wrong-measure]: the question `overall` has no measure `nps`; it has csat, mean"
        ),
        (
            "finance,all,overall,csat,101,",
            "error[wrong-target]: the target is none that csat of `overall` can reach; it lies from 0 to 100"
        ),
        (
            "finance,all,overall,mean,5.1,",
            "error[wrong-target]: the target is none that mean of `overall` can reach; it lies from 1 to 5"
        ),
        (
            "finance,all,recommend,nps,-101,",
            "error[wrong-target]: the target is none that nps of `recommend` can reach; it lies from -100 to 100"
        ),
        (
            "finance,received,overall,csat,50,",
            "error[wrong-side]: the question `overall` does not ask what a department receives; write another side"
        ),
        (
            "finance,internal,received,csat,50,",
            "error[wrong-side]: the question `received` asks what a department receives, so it has no side `internal`; write the side `received`"
        ),
    ])
    func standardsAreHeldAgainstTheQuestions(_ row: String, _ message: String) {
        #expect(
            references(["targets.csv": Self.header + row]) == [
                "content/targets.csv:2:1: \(message)\n  2 | \(row)\n    | ^"
            ])
    }

    @Test func headlineAndActionsNameWhatThereIs() {
        #expect(references(["targets.csv": Self.header + "finance,received,received,mean,4,2026-Q1\n"]) == [])
        #expect(
            references(["site.yml": "title: T\norganisation: O\nheadline: everything\n"]) == [
                "content/site.yml:3:11: error[unknown-question]: headline: no survey asks the question `everything`; a question gets its id in the mapping of a survey\n  3 | headline: everything\n    |           ^"
            ])
        let site = "title: T\norganisation: O\nheadline: overall\nthemes: [{ id: informed, name: I }]\n"
        let tasks = "- [ ] a (moves: informed)\n- [ ] b (moves: overall)\n- [ ] c (moves: informd)\n"
        #expect(
            references(["site.yml": site, "notes/a.md": note(tasks)]) == [
                "content/notes/a.md:7:3: error[unknown-theme]: `moves: informd` is neither a theme nor a question; did you mean `informed`?\n  7 | - [ ] c (moves: informd)\n    |   ^"
            ])
    }
}
