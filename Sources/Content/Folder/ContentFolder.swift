package import ByteCoding
package import Diagnostics
package import Report

/// All that people wrote in `content/` but the surveys, read and checked.
package struct ContentFolder: Sendable {
    package var settings: SiteSettings
    package var organisation: Organisation
    package var departments: [DepartmentPage]
    /// Newest first, then by id.
    package var notes: [Note]
    /// Actions of all notes and department texts.
    package var actions: [Action]
    /// From notes of kind `standard` and from `targets.csv`.
    package var standards: [(standard: DeclaredStandard, location: SourceLocation)]
    /// The files that later messages may quote, by their paths.
    var sources: [String: SourceFile] = [:]
    /// Of all that the report and every page take from the texts of departments and notes; nil where nothing is kept from
    /// one build to the next.
    package var structure: ContentDigest?
    /// What is to be kept of the notes.
    package var kept: [KeptTexts.File] = []

    package init(
        settings: SiteSettings, organisation: Organisation, departments: [DepartmentPage] = [], notes: [Note] = [],
        actions: [Action] = [], standards: [(standard: DeclaredStandard, location: SourceLocation)] = []
    ) {
        self.settings = settings
        self.organisation = organisation
        self.departments = departments
        self.notes = notes
        self.actions = actions
        self.standards = standards
    }
}
