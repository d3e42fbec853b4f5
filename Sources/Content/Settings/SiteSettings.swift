package import Diagnostics
package import LocatedYAML
package import Report

/// `content/site.yml`, the public part. What is confidential in it is handed on unread.
package struct SiteSettings: Sendable {
    package enum Comparison: String, CaseIterable, Sendable {
        case previous
        case yearAgo = "year-ago"
    }
    package enum CommentMode: String, CaseIterable, Sendable { case open, restricted, none }

    package var title: String
    package var organisation: String
    /// BCP 47; words come from `templates/strings/LANGUAGE.yml`.
    package var language: String
    /// Single strings of the site's own, by key.
    package var words: [String: String]
    /// Mail domains of the organisation, for the default rulebook.
    package var domains: [String]
    package var asOf: CalendarDate?
    package var calendar: WaveCalendar
    package var compare: [Comparison]
    package var headline: QuestionID
    /// Place of `headline`, for messages of later stages.
    package var headlineLocation: SourceLocation
    /// The section `confidentiality`, read by the confidential side alone; nil where absent.
    package var confidentiality: YAMLValue?
    package var comments: CommentMode
    package var themes: [Theme]
    /// Folder of the surveys, as written; relative to the content folder.
    package var surveys: String
}
