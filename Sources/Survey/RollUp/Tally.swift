package import Report

/// Counts of one question on one side in one wave, by unit.
package struct QuestionTally: Sendable {
    /// Points of the scale.
    package let points: Int
    /// Answers by unit and point, of those who rated the unit itself.
    package var own: [Int]
    /// The same with everything below.
    package var total: [Int]
    /// Distinct people behind `own`.
    package var ownPeople: [Int]
    /// Distinct people behind `total`: a person who rated three departments is one in their parent.
    package var people: [Int]
    /// Distinct people all of whose answers lie at or below the unit: the others are what remains without the unit.
    package var confined: [Int]
    /// True where answers lie at or below the unit of which nobody can say how many people they are.
    package var uncounted: [Bool]

    init(points: Int, units: Int) {
        self.points = points
        own = Array(repeating: 0, count: units * points)
        total = own
        ownPeople = Array(repeating: 0, count: units)
        people = ownPeople
        confined = ownPeople
        uncounted = Array(repeating: false, count: units)
    }

    package func histogram(_ unit: Int) -> [Int] { Array(total[unit * points..<(unit + 1) * points]) }
    package func ownHistogram(_ unit: Int) -> [Int] { Array(own[unit * points..<(unit + 1) * points]) }
    package func answers(_ unit: Int) -> Int { total[unit * points..<(unit + 1) * points].reduce(0, +) }
}

/// Counts of one side in one wave.
package struct SideTally: Sendable {
    /// Respondents at the unit itself and in its whole branch: for each survey the most that answered any one question,
    /// which is the same from single answers and from a table of counts.
    package var ownRespondents: [Int]
    package var respondents: [Int]
    /// True where anybody answered anything at or below the unit, counted or not.
    package var anyone: [Bool]
    /// By question of the frame; nil where the question was not asked on this side.
    package var questions: [QuestionTally?]
    /// People with more than one rating, by survey: what distinct people of other groups are counted from.
    var repeaters: [Repeaters] = []

    init(units: Int, questions: Int) {
        ownRespondents = Array(repeating: 0, count: units)
        respondents = ownRespondents
        anyone = Array(repeating: false, count: units)
        self.questions = Array(repeating: nil, count: questions)
    }
}

/// The ratings of people who gave several on one side in one wave of one survey.
struct Repeaters: Sendable {
    /// Position of the survey.
    let survey: Int
    /// Ratings, those of one person together.
    var ratings: [Int] = []
    /// Where each person begins in `ratings`, and one past the last.
    var starts: [Int] = [0]
}

/// Everything that is counted: confidential, since small groups are still in it.
package struct Tally: Sendable {
    package let frame: Frame
    /// By wave, then by `Side.index`; nil where the side holds nobody. `all` is nil: it is the sum of two sides.
    package var sides: [[SideTally?]]
    /// People counted on both sides of `all`, by wave, question and unit: its distinct people are fewer by these.
    var onBothSides: [[[Int]?]]
    /// By wave: pairs of the headline question on the internal side.
    package var links: [LinkTable]
    let surveys: [SurveyResult]

    package func side(_ side: Side, wave: Int) -> SideTally? { sides[wave][side.index] }

    /// By unit the distinct people of `all`.
    func peopleOfAll(wave: Int, question: Int) -> [Int] {
        func people(_ side: Side) -> [Int] {
            sides[wave][side.index]?.questions[question]?.people
                ?? Array(repeating: 0, count: frame.organisation.unitCount)
        }
        let sum = zip(people(.internal), people(.external)).map(+)
        // People who answered as internal and as external customers.
        guard let onBoth = onBothSides[wave][question] else { return sum }
        return zip(sum, onBoth).map(-)
    }

    /// By unit the distinct people of the organisation without it.
    ///
    /// For `all` a lower bound: the larger side, or both less all who stand on both.
    func peopleOfRest(_ side: Side, wave: Int, question: Int) -> [Int] {
        func rest(_ side: Side) -> [Int] {
            guard let tally = sides[wave][side.index]?.questions[question] else {
                return Array(repeating: 0, count: frame.organisation.unitCount)
            }
            return tally.confined.map { tally.people[0] - $0 }
        }
        guard side == .all else { return rest(side) }
        let onBoth = onBothSides[wave][question]?[0] ?? 0
        return zip(rest(.internal), rest(.external)).map { max($0, $1, $0 + $1 - onBoth) }
    }
}
