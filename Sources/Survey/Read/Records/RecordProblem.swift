/// A place where a file's quoting breaks RFC 4180.
struct RecordProblem: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A quoted cell that is not closed before the file ends; the place is its opening quote.
        case openQuote
        /// Text between a closing quote and the next delimiter.
        case textAfterQuote
        /// A quote inside a cell that does not begin with one.
        case quoteInCell
        /// The same in a cell that begins with `{`: JSON that was written without quoting.
        case quoteInJSON
        /// The record is longer than `RecordScanner.longestRecord`; reading stops there.
        case recordTooLong
    }
    let kind: Kind
    /// Number of the record in the file, from 0.
    let record: Int
    /// Line and column of the decoded text, from 1; the column counts UTF-8 bytes.
    let line: Int
    let column: Int
}
