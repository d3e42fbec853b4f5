import Report

@testable import Survey

/// A small generator with a fixed seed (SplitMix64), the same on every system.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    mutating func chance(_ p: Double) -> Bool { Double.random(in: 0..<1, using: &self) < p }
}

/// One rating, as tests write it.
struct TestRating {
    var person: Int
    var unit: Int
    var side: Side = .external
    var wave: Int = 0
    var customer: Int = 0
    /// Point by question; nil for no answer.
    var answers: [Int?]
    var weight: Int = 1
    var comment: String?
}

/// A survey result from ratings; questions are all answered in the order given.
func surveyResult(
    _ id: String, waves: [String], questions: [Question], _ ratings: [TestRating], tabulated: Bool = false,
    countsPeople: Bool = true, decided: [Int] = []
) -> SurveyResult {
    var responses = Responses()
    responses.waves = waves.map { WaveID($0) }
    responses.questions = questions
    responses.countsPeople = countsPeople
    responses.answers = questions.map { _ in [] }
    responses.commentQuestions = ["What should we do better?"]
    for rating in ratings {
        if let comment = rating.comment {
            responses.comments.append(.init(rating: responses.person.count, column: 0, text: comment))
        }
        responses.person.append(UInt32(rating.person))
        responses.wave.append(UInt16(rating.wave))
        responses.unit.append(UInt32(rating.unit))
        responses.side.append(rating.side)
        responses.customer.append(UInt32(rating.customer))
        if tabulated { responses.weight.append(rating.weight) }
        for (index, answer) in rating.answers.enumerated() {
            responses.answers[index].append(answer.map { UInt8($0) } ?? Responses.noAnswer)
        }
    }
    let most = ratings.map(\.person).max() ?? -1
    responses.keys = (0..<(most + 1)).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
    let account = SurveyAccount(
        id: SurveyID(id), title: id, platform: "generic", encoding: "UTF-8", delimiter: ",", dateOrder: nil,
        waves: responses.waves, questions: [], rows: ratings.count,
        ledger: [LedgerLine(outcome: .counted, reason: "counted", rows: ratings.count)], invited: nil,
        isTabulated: tabulated)
    return SurveyResult(
        responses: responses, account: account, decided: decided, contested: 0, unclassified: 0, newestResponse: nil)
}

/// An organisation from parents by position: department i (unit i + 1) is `d00`, `d01`, …; −1 hangs it under the top.
func organisation(parents: [Int], headcounts: [Int?] = []) -> Organisation {
    func id(_ index: Int) -> DepartmentID { DepartmentID("d" + (index < 10 ? "0" : "") + String(index)) }
    let departments = parents.enumerated().map { index, parent in
        Department(
            id: id(index), name: "Department \(index)",
            memberships: parent < 0 ? [] : [.init(parent: id(parent))],
            headcount: index < headcounts.count ? headcounts[index] : nil)
    }
    return Organisation(name: "Test", departments: departments)
}

let overall = Question(id: QuestionID("overall"), measure: .satisfaction, scale: Scale(low: 1, count: 5))
let informed = Question(id: QuestionID("informed"), measure: .agreement, scale: Scale(low: 1, count: 5))
let received = Question(
    id: QuestionID("received"), measure: .satisfaction, scale: Scale(low: 1, count: 5), isReceived: true)

func input(_ organisation: Organisation, _ surveys: [SurveyResult], rule: ConfidentialityRule = ConfidentialityRule())
    -> ReportInput
{
    ReportInput(
        organisation: organisation, calendar: WaveCalendar(period: .quarter), policy: DisclosurePolicy(rule: rule),
        headline: overall.id, surveys: surveys)
}
