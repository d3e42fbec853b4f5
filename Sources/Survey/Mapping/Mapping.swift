package import Diagnostics
package import Report

/// A column as the mapping names it: header text, platform id, or `#7`.
package struct ColumnName: Sendable, Hashable {
    package let text: String
    package let location: SourceLocation
    package init(_ text: String, at location: SourceLocation) {
        self.text = text
        self.location = location
    }
}

/// How one survey file is read: `content/surveys/NAME.yml` with `like:` resolved.
package struct Mapping: Sendable {
    package enum WaveSource: Sendable {
        case literal(WaveID)
        case column(ColumnName)
    }
    package enum DateOrder: String, CaseIterable, Sendable {
        case dayMonth = "day-month"
        case monthDay = "month-day"
    }
    package enum DepartmentSource: Sendable {
        case column(ColumnName)
        case fixed(DepartmentID)
    }
    package enum Duplicates: String, CaseIterable, Sendable { case last, keep }

    package struct MappedQuestion: Sendable {
        package enum About: Sendable, Hashable {
            /// The row's rated department.
            case rated
            /// A matrix: the department stands in the header's final `[ ]`.
            case row
            /// The respondent's own department as customer.
            case own
            case fixed(DepartmentID)
        }
        package var id: QuestionID
        package var column: ColumnName
        package var about: About
        package var measure: Measure
        package var scale: Scale
        package var theme: ThemeID?
        package var location: SourceLocation
    }

    package var id: SurveyID
    package var title: String
    /// The survey's file, by its name in the surveys folder, such as `2026-q1-pulse.csv`.
    package var file: String
    /// Its path as the analyst would type it.
    package var csvPath: String
    /// Place of the mapping as a whole.
    package var location: SourceLocation
    /// The mapping that this one takes over, and where it says so.
    package var like: (id: SurveyID, location: SourceLocation)?
    /// nil: found from the file.
    package var platform: Platform?
    package var encoding: TextEncoding?
    package var delimiter: UInt8?
    package var wave: WaveSource?
    /// Where the wave is written; nil without one.
    package var wavePlace: SourceLocation?
    package var dates: DateOrder?
    package var respondentID: ColumnName?
    package var rowsArePeople: Bool
    package var respondentDepartment: ColumnName?
    /// All named fields of `respondent:` but `id`, `department` included: what rules may ask.
    package var fields: [(name: String, column: ColumnName)]
    package var department: DepartmentSource?
    package var duplicates: Duplicates
    package var questions: [MappedQuestion]
    package var comments: [ColumnName]
    /// Columns of which nothing is to be made, so that nobody need be told of them.
    package var unused: [ColumnName] = []
    package var invited: Int?
    /// The column of counts of a tabulated file.
    package var count: ColumnName?
    package var oneRatingPerPerson: Bool

    /// False where nothing says how many people the rows are, so that no figure may be shown.
    package var countsPeople: Bool { respondentID != nil || rowsArePeople || count != nil }

    /// The column of a field of `respondent:`, `id` included.
    package func column(ofField name: String) -> ColumnName? {
        name == "id" ? respondentID : fields.first { $0.name == name }?.column
    }
}
