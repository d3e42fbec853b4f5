package import Diagnostics
package import Report

/// What the collection of answers needs to know beside a mapping and its file.
package struct CollectionContext: Sendable {
    package let rulebook: Rulebook
    package let organisation: Organisation
    package let calendar: WaveCalendar
    /// The site's secret, from which the keys of persons are made.
    package let key: Secret

    package init(rulebook: Rulebook, organisation: Organisation, calendar: WaveCalendar, key: Secret = Secret("")) {
        self.rulebook = rulebook
        self.organisation = organisation
        self.calendar = calendar
        self.key = key
    }
}

extension SurveyResult {
    /// Reads and classifies one survey.
    ///
    /// - Returns: nil where the mapping does not fit the file; an account and responses in all other cases.
    package static func collect(_ mapping: Mapping, from file: SurveyFile, in context: CollectionContext) -> Outcome<
        SurveyResult?
    > {
        Outcome(nil)
    }
}
