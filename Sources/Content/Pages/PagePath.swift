package import Report

/// Where the pages of the site stand: paths relative to its folder, `/` between parts.
///
/// Links in texts and the site's own pages take them from here.
package enum PagePath {
    package static let overview = "index.html"
    package static let actions = "actions.html"
    package static let customers = "customers.html"
    package static let serviceMap = "service-map.html"
    package static let method = "method.html"
    package static let search = "search.html"
    package static let departments = "departments/index.html"
    package static let notes = "notes/index.html"
    package static let surveys = "surveys/index.html"

    /// The page of a department, such as `departments/finance.html`.
    package static func department(_ id: DepartmentID) -> String { "departments/\(PageName.file(id.text)).html" }
    /// The page of its comments, such as `comments/finance.html`; those on the whole stand beside them, so a department
    /// of that very id gets a prefix.
    package static func comments(_ id: DepartmentID) -> String {
        if id == .organisation { return "comments/organisation.html" }
        return id.text == "organisation"
            ? "comments/page-organisation.html" : "comments/\(PageName.file(id.text)).html"
    }
    /// The page of a note, by its slug.
    package static func note(_ slug: String) -> String { "notes/\(PageName.file(slug)).html" }
    /// The page of a survey.
    package static func survey(_ id: SurveyID) -> String { "surveys/\(PageName.file(id.text)).html" }

    /// The address of a page as written on another: `../departments/finance.html` on `notes/x.html`.
    package static func relative(from page: String, to target: String) -> String {
        let here = page.split(separator: "/").dropLast()
        let there = target.split(separator: "/")
        var shared = 0
        while shared < here.count, shared < there.count - 1, here[shared] == there[shared] { shared += 1 }
        let up = Array(repeating: "..", count: here.count - shared)
        return (up + there[shared...].map(String.init)).joined(separator: "/")
    }
}
