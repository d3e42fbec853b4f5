package import Report

/// Where an export comes from.
package enum Platform: String, CaseIterable, Sendable, Hashable {
    case qualtrics, surveymonkey
    case googleForms = "google-forms"
    case microsoftForms = "microsoft-forms"
    case limesurvey, typeform, formbricks, kobotoolbox, redcap, servicenow, zendesk, generic
}

/// What the platform uses a column for; columns without such a use are `answer`.
package enum ColumnRole: String, Sendable, Hashable {
    /// Id of the response or the respondent, unique in the file.
    case respondent
    /// When it was begun, submitted or recorded.
    case started, submitted
    /// Who the respondent is: name, mail address, an id of the organisation's own. Never an answer, but a field of
    /// `respondent:` may be read from it.
    case contact
    /// Written by the platform and of no use here: network address, duration, browser, …
    case system
    case answer
}

/// One column as the analyst names it.
///
/// It may gather several columns of the file: a question that was written with one column a choice reads as a single
/// one.
package struct LayoutColumn: Sendable, Hashable {
    /// `Question [Row]`, from the header rows, cleaned of markup and doubled blanks.
    package let name: String
    /// The platform's own id of the question, such as `Q2_1` or `QID5`; nil where it writes none.
    package let questionID: String?
    /// Further ids of the platform's, such as an import id.
    package let otherIDs: [String]
    package let role: ColumnRole
    /// Columns of the file, from 0, of which the first that holds an answer is read.
    package let sources: [Int]
    package init(name: String, questionID: String?, otherIDs: [String] = [], role: ColumnRole, sources: [Int]) {
        self.name = name
        self.questionID = questionID
        self.otherIDs = otherIDs
        self.role = role
        self.sources = sources
    }
}

/// A platform's own mark of a row that is not a finished answer of a real respondent.
package struct RowMark: Sendable, Hashable {
    /// Column of the file, from 0.
    package let column: Int
    /// Further columns whose cells must pass the same test.
    package let others: [Int]
    package enum Test: Sendable, Hashable {
        /// The cell is one of these, letter case and outer blanks ignored.
        case isOneOf([String])
        /// The cell is none of these; an empty cell is none of them.
        case isNoneOf([String])
        case isEmpty
    }
    package let test: Test
    /// `test` or `incomplete`.
    package let outcome: RowOutcome
    /// Key of the reason in the site's strings, one of `preview` `test` `spam` `not-approved` (outcome `test`),
    /// `unfinished` `not-submitted` `not-rated` (outcome `incomplete`).
    package let reason: String
    package init(column: Int, others: [Int] = [], test: Test, outcome: RowOutcome, reason: String) {
        self.column = column
        self.others = others
        self.test = test
        self.outcome = outcome
        self.reason = reason
    }
}

/// How a file is to be read, found from the file itself: what `inspect` shows and what a mapping is bound to.
package struct Layout: Sendable, Hashable {
    /// Name such as `UTF-8`, `UTF-16LE`, `Windows-1252`, `Mac Roman`, with `evidence` of how it was found.
    package var encoding: TextEncoding
    /// The file begins with a byte-order mark.
    package var hasByteOrderMark = false
    /// `,` `;` tab or `|`, as a byte.
    package var delimiter: UInt8
    /// Records before the first header row, `sep=` lines and preamble included.
    package var preambleRecords: Int
    /// Header rows, at least 1.
    package var headerRows: Int
    package var platform: Platform
    /// Sentences for the analyst: why this encoding, delimiter, header and platform.
    package var evidence: [String]
    package var columns: [LayoutColumn]
    package var marks: [RowMark]
    /// Cells of the header row.
    ///
    /// Cells beyond them must be blank.
    package var width: Int
    /// Cells up to the last one that has a header text: no row may have fewer.
    package var namedWidth: Int
    /// The file was written by something that drops empty cells at the end of a row: short rows are whole.
    package var dropsTrailingBlanks: Bool
    /// True if cells are guarded with a leading `'` before `= + - @` (the guard is taken off when read).
    package var guardsFormulas: Bool
    /// Labels that stand for "not chosen" in this platform's exports, such as `Not selected`.
    package var blanks: [String]
    /// One row is one answer; rows with the same response are put together before anything else sees them.
    package var isLong: Bool

    package init(
        encoding: TextEncoding, delimiter: UInt8, preambleRecords: Int = 0, headerRows: Int = 1,
        platform: Platform = .generic, evidence: [String] = [], columns: [LayoutColumn] = [], marks: [RowMark] = [],
        width: Int = 0, namedWidth: Int = 0, dropsTrailingBlanks: Bool = false, guardsFormulas: Bool = true,
        blanks: [String] = [],
        isLong: Bool = false
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.preambleRecords = preambleRecords
        self.headerRows = headerRows
        self.platform = platform
        self.evidence = evidence
        self.columns = columns
        self.marks = marks
        self.width = width
        self.namedWidth = namedWidth
        self.dropsTrailingBlanks = dropsTrailingBlanks
        self.guardsFormulas = guardsFormulas
        self.blanks = blanks
        self.isLong = isLong
    }
}

/// What the analyst declares about a file in place of what would be found.
package struct LayoutHints: Sendable, Hashable {
    package var platform: Platform?
    package var encoding: TextEncoding?
    package var delimiter: UInt8?
    package init(platform: Platform? = nil, encoding: TextEncoding? = nil, delimiter: UInt8? = nil) {
        self.platform = platform
        self.encoding = encoding
        self.delimiter = delimiter
    }
}
