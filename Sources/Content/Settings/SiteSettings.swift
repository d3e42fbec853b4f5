package import Diagnostics
package import LocatedYAML
package import Report

/// The public part of `content/site.yml`.
///
/// What is confidential in it is handed on unread.
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

    package init(
        title: String, organisation: String, language: String = "en", words: [String: String] = [:],
        domains: [String] = [], asOf: CalendarDate? = nil, calendar: WaveCalendar = WaveCalendar(period: .quarter),
        compare: [Comparison] = [.previous], headline: QuestionID, headlineLocation: SourceLocation,
        confidentiality: YAMLValue? = nil, comments: CommentMode = .open, themes: [Theme] = [],
        surveys: String = "surveys"
    ) {
        self.title = title
        self.organisation = organisation
        self.language = language
        self.words = words
        self.domains = domains
        self.asOf = asOf
        self.calendar = calendar
        self.compare = compare
        self.headline = headline
        self.headlineLocation = headlineLocation
        self.confidentiality = confidentiality
        self.comments = comments
        self.themes = themes
        self.surveys = surveys
    }
}
