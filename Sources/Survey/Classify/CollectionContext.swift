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
