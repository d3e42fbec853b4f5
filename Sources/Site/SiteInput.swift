package import Content
package import Diagnostics
package import Report

/// All that the site is made of.
///
/// Nothing here is about a respondent.
package struct SiteInput: Sendable {
    package let report: Report
    package let content: ContentFolder
    /// The day the pages speak of: actions are overdue against it.
    ///
    /// Never the clock.
    package let asOf: CalendarDate
    /// The built-in templates, strings and style sheets; names relative to the templates folder, such as
    /// `index.mustache`, `strings/en.yml`, `assets/10-base.css`.
    package let templates: [SourceFile]
    /// Files of a site's own templates folder, which stand in for the built-in ones of the same name.
    package let overrides: [SourceFile]

    package init(
        report: Report, content: ContentFolder, asOf: CalendarDate, templates: [SourceFile],
        overrides: [SourceFile] = []
    ) {
        self.report = report
        self.content = content
        self.asOf = asOf
        self.templates = templates
        self.overrides = overrides
    }
}
