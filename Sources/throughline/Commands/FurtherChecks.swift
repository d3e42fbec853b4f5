import Content
import Diagnostics
import Report
import Survey

/// What `check` looks for beyond everything that a build reports: content that builds, and should yet be looked at.
struct FurtherChecks {
    let read: Pipeline.Read
    let results: [SurveyResult]
    let report: Report
    /// The day on which the site speaks; nil where nothing tells.
    let day: CalendarDate?

    func diagnose() -> [Diagnostic] {
        var found = day.map { read.content.checkActions(asOf: $0) } ?? []
        for mapping in read.mappings { found += compare(mapping) }
        // What nobody rates or no rule decides can be told only where every survey could be read.
        guard !results.isEmpty, results.count == read.mappings.count else { return found }
        found += read.rulebook.checkUse(results)
        found += read.mappings.checkWaves(results, calendar: read.content.settings.calendar)
        found += unratedDepartments()
        found += read.content.checkStandards(report)
        return found
    }

    /// Columns without a use, and what changed since the survey that the mapping is like.
    private func compare(_ mapping: Mapping) -> [Diagnostic] {
        var ignored: [Diagnostic] = []
        guard let survey = read.survey(mapping.csvPath, &ignored) else { return [] }
        let unmapped = UnmappedColumns.check(mapping, survey.file, context: read.context)
        guard let like = mapping.like?.id.text, let base = read.survey(like, &ignored) else { return unmapped }
        return unmapped
            + LikeComparison.compare(mapping, survey.file, with: base.mapping, base.file, context: read.context)
    }

    /// Departments about which no answer came, nor about any below them. One that ended is passed over.
    private func unratedDepartments() -> [Diagnostic] {
        let organisation = read.content.organisation
        var rated = results.ratedUnits
        for tree in report.trees {
            for unit in rated where unit < tree.parents.count && tree.exists[unit] {
                rated.formUnion(tree.ancestors(of: unit))
            }
        }
        guard !rated.isEmpty else { return [] }
        return read.content.departments.compactMap { page in
            guard page.department.until == nil, let unit = organisation.unit(page.department.id), !rated.contains(unit)
            else { return nil }
            return .warning(
                "department-not-rated", at: page.location,
                "no survey has an answer about “\(page.department.name)”, nor about a department below it",
                remedy:
                    "ask about it; if it was asked, `throughline inspect FILE.csv --unmatched` lists the spellings that match no department"
            )
        }
    }
}
