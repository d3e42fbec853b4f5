package import Report

/// The counted answers of one survey, one element a **rating** (one person on one department, or on the own department
/// for `received`), in columns.
///
/// Confidential: it cannot be printed, and nothing outside this target can hold it.
package struct Responses: Sendable, CustomStringConvertible, CustomReflectable {
    /// Who: an index that is the same for the same person within this survey and wave.
    ///
    /// See `keys`.
    package var person: [UInt32] = []
    /// Salted-hash material of each person: by index, 64 bits derived from the respondent id within the survey, or from
    /// the whole row where rows are people.
    ///
    /// Not comparable between surveys.
    package var keys: [UInt64] = []
    /// Index into `waves`.
    package var wave: [UInt16] = []
    /// Unit of the rated department; for `received` the respondent's own.
    package var unit: [UInt32] = []
    package var side: [Side] = []
    /// Unit of the respondent's own department, 0 where there is none: the customer of the service map.
    package var customer: [UInt32] = []
    /// Answers by question of this survey, then by rating: a point's index into the histogram, or `noAnswer`.
    package var answers: [[UInt8]] = []
    /// How many people stand behind each rating: 1, or the count of a tabulated line.
    ///
    /// Empty means 1 throughout.
    package var weight: [Int] = []
    package var comments: [Comment] = []

    package var waves: [WaveID] = []
    /// Questions in the order of `answers`.
    package var questions: [Question] = []
    /// False where no figure may be shown, because nothing says how many people the rows are.
    package var countsPeople = true

    package static let noAnswer: UInt8 = 255

    /// A comment as written, before anything was masked.
    package struct Comment: Sendable, CustomStringConvertible, CustomReflectable {
        /// A rating of the same row: the one the comment belongs to, where the row rates one department only.
        package var rating: Int
        /// Unit that the comment is about: the row's rated department, else the one rated department, else the lowest
        /// unit that holds all of them.
        ///
        /// Nil where it is the rating's.
        package var unit: UInt32?
        /// Side of the respondent towards that unit; nil where it is the rating's.
        package var side: Side?
        /// Index into the survey's comment columns.
        package var column: Int
        package var text: String
        package init(rating: Int, unit: UInt32? = nil, side: Side? = nil, column: Int, text: String) {
            self.rating = rating
            self.unit = unit
            self.side = side
            self.column = column
            self.text = text
        }
        package var description: String { "[redacted comment]" }
        package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
    }
    /// Wording of the comment columns.
    package var commentQuestions: [String] = []

    package init() {}

    package var count: Int { person.count }

    /// Waves that have ratings, in the order of `waves`.
    var wavesInUse: [WaveID] {
        var isUsed = [Bool](repeating: false, count: waves.count)
        for wave in wave where Int(wave) < isUsed.count { isUsed[Int(wave)] = true }
        return waves.indices.filter { isUsed[$0] }.map { waves[$0] }
    }

    package var description: String { "[\(count) redacted ratings]" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// What reading and classifying one survey yields.
package struct SurveyResult: Sendable {
    package var responses: Responses
    package var account: SurveyAccount
    /// Rows decided by each rule of the rulebook, in its order; a row that rates several departments is one response.
    package var decided: [Int]
    /// Rows for which a later rule with another side matched too.
    package var contested: Int
    /// Rows that no rule decided.
    package var unclassified: Int
    /// By which rows of another file are recognised as the same.
    var marks: RowMarks?
    package var newestResponse: CalendarDate?
    package init(
        responses: Responses, account: SurveyAccount, decided: [Int], contested: Int, unclassified: Int,
        newestResponse: CalendarDate?
    ) {
        self.responses = responses
        self.account = account
        self.decided = decided
        self.contested = contested
        self.unclassified = unclassified
        self.newestResponse = newestResponse
    }
}
