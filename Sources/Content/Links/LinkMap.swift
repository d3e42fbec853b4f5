import Report

/// The files of the content folder that have a page, and the headings to which a link can point.
struct LinkMap {
    struct Target {
        let page: String
        /// The page's headings; none where the page is not made of a text.
        var headings: [ParsedText.Heading] = []
    }
    private(set) var targets: [String: Target] = [:]

    /// - Parameter surveys: names of survey files, relative to the content folder.
    init(surveys: [String], hasRulebook: Bool) {
        if hasRulebook { targets["customers.yml"] = Target(page: PagePath.customers) }
        targets["departments"] = Target(page: PagePath.departments)
        targets["notes"] = Target(page: PagePath.notes)
        targets["surveys"] = Target(page: PagePath.surveys)
        for name in surveys {
            let stem = Self.stem(of: name)
            targets[name] = Target(page: PagePath.survey(SurveyID(PageName.slug(stem))))
        }
    }

    mutating func add(_ name: String, page: String, headings: [ParsedText.Heading]) {
        targets[name] = Target(page: page, headings: headings)
    }

    /// The name of a file without folder and extension.
    static func stem(of name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}
