import Diagnostics

extension TemplateSet {
    /// Names that no page of any site has, and strings that no file holds, wherever a template uses them: also in a
    /// section that this site would never show.
    func checkNames(_ words: Words) -> [Diagnostic] {
        templateNames.flatMap { template in
            tags(in: template).compactMap { tag in
                guard tag.kind != .partial, tag.name != "." else { return nil }
                if tag.name.hasPrefix("t.") {
                    guard !words.has(String(tag.name.dropFirst(2))) else { return nil }
                    return .error(
                        "unknown-string", at: tag.location, "no text of the site is called `\(tag.name.dropFirst(2))`",
                        remedy: "templates/strings/en.yml lists them all", excerpt: tag.excerpt)
                }
                guard !TemplateNames.all.contains(tag.name) else { return nil }
                return .error(
                    "unknown-template-name", at: tag.location, "no page has anything called `\(tag.name)`",
                    remedy: "templates/README.md lists the names of every template", excerpt: tag.excerpt)
            }
        }
    }
}
