/// What one platform's exports look like.
///
/// One conforming type a platform, without state.
protocol PlatformForm: Sendable {
    static var platform: Platform { get }

    /// Why the table is this platform's, as a sentence without a full stop; nil if it is not.
    static func recognise(_ head: Head) -> String?

    /// Header rows, at least 1.
    static func headerRows(_ head: Head) -> Int

    /// Columns as the analyst names them.
    static func columns(_ head: Head) -> [LayoutColumn]

    /// The platform's own marks of rows that are no finished answers of real respondents.
    static func marks(_ head: Head) -> [RowMark]

    /// Labels that stand for "not chosen".
    static var blanks: [String] { get }

    /// Where instance, question and answer stand if one row is one answer; nil where a row is a response.
    static func longParts(_ head: Head) -> LongPivot.Parts?
}

extension PlatformForm {
    static func headerRows(_ head: Head) -> Int { 1 }
    static func marks(_ head: Head) -> [RowMark] { [] }
    static var blanks: [String] { [] }
    static func longParts(_ head: Head) -> LongPivot.Parts? { nil }
}

/// All platforms, in the order in which they are tried: the most decisive signature first.
enum PlatformForms {
    static let all: [any PlatformForm.Type] = [
        QualtricsForm.self, TypeformForm.self, FormbricksForm.self, KoboForm.self, LimeSurveyForm.self, RedcapForm.self,
        ServiceNowForm.self, SurveyMonkeyForm.self, ZendeskForm.self, MicrosoftForm.self, GoogleForm.self,
        GenericForm.self,
    ]

    static func form(of platform: Platform) -> any PlatformForm.Type {
        all.first { $0.platform == platform } ?? GenericForm.self
    }
}

extension LayoutColumn {
    /// A column of one column of the file; one without a header is called by its number, `#7`.
    static func single(
        _ source: Int, _ name: String, id: String? = nil, otherIDs: [String] = [], role: ColumnRole = .answer
    ) -> LayoutColumn {
        let id = id == name || id?.isEmpty == true ? nil : id
        return LayoutColumn(
            name: name.isEmpty ? "#\(source + 1)" : name, questionID: id, otherIDs: otherIDs, role: role,
            sources: [source])
    }
}
