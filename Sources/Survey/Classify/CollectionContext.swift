package import Report

/// What the collection of answers needs to know beside a mapping and its file.
package struct CollectionContext: Sendable {
    package let rulebook: Rulebook
    package let organisation: Organisation
    package let calendar: WaveCalendar
    /// The site's secret, from which the keys of persons are made.
    package let key: Secret
    /// True if rows are compared with those of other files; see `checkRepeatedRows`.
    package let comparesRows: Bool

    package init(
        rulebook: Rulebook, organisation: Organisation, calendar: WaveCalendar, key: Secret = Secret(""),
        comparesRows: Bool = true
    ) {
        self.rulebook = rulebook
        self.organisation = organisation
        self.calendar = calendar
        self.key = key
        self.comparesRows = comparesRows
    }
}
