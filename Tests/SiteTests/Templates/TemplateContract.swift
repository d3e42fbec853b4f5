import Diagnostics

@testable import Site

/// The names that pages give to templates, as paths such as `tiles[].figure.value`: from the values themselves.
struct TemplateContract {
    /// By template.
    var paths: [String: Set<String>] = [:]

    init(_ plans: [SitePlan]) {
        for plan in plans {
            for page in plan.pages {
                Self.walk(.record(page.record(in: plan.edition)), "", &paths[page.template, default: []])
            }
        }
    }

    /// Of all pages that a site can have.
    static let whole = TemplateContract([
        plan(SampleReport.input), plan(SampleReport.crowded), plan(SampleReport.unasked),
    ])

    private static func walk(_ value: TemplateValue, _ path: String, _ found: inout Set<String>) {
        switch value {
        case .record(let record):
            for (name, child) in record {
                let below = path.isEmpty ? name : "\(path).\(name)"
                found.insert(below)
                walk(child, below, &found)
            }
        case .list(let list):
            for element in list { walk(element, path + "[]", &found) }
        case .text, .html, .flag, .nothing: break
        }
    }

    static func plan(_ input: SiteInput) -> SitePlan {
        let words = readWords(
            language: "en", base: input.templates, overrides: [], own: [:], ownPlace: SourceLocation(file: "site.yml"))
        let templates = TemplateSet.load(base: input.templates, overrides: [])
        return SitePlan(input, words.value, assets: Assets(templates.value))
    }
}
