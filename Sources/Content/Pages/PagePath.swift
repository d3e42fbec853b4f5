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
        let here = Array(page.utf8)
        let there = Array(target.utf8)
        // Behind the last slash up to which both are the same.
        var shared = 0
        var index = 0
        while index < here.count, index < there.count, here[index] == there[index] {
            index += 1
            if here[index - 1] == 0x2F { shared = index }
        }
        var result: [UInt8] = []
        result.reserveCapacity(there.count + 6)
        for byte in here[shared...] where byte == 0x2F { result.append(contentsOf: "../".utf8) }
        result.append(contentsOf: there[shared...])
        return String(decoding: result, as: UTF8.self)
    }
}
