import Diagnostics

/// The names that `templates/README.md` promises, expanded to the paths of `TemplateContract`.
struct ReadmeContract {
    struct Name: Hashable {
        let name: String
        let isList: Bool
        let shape: String?
    }
    /// Names under each heading of the third level; of "Every page" under an empty one.
    let sections: [String: [Name]]

    init(_ text: String) {
        var sections: [String: [Name]] = [:]
        var section: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## ") { section = line == "## Every page" ? "" : nil }
            if line.hasPrefix("### ") { section = String(line.dropFirst(4)) }
            guard let section, line.hasPrefix("- `") else { continue }
            for (index, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            where index % 2 == 1 {
                // A name in the meaning, after the colon, is not one of the list.
                let before = line.split(separator: "`", omittingEmptySubsequences: false).prefix(index).joined()
                guard !before.contains(": ") else { break }
                let sides = part.split(separator: " ")
                var name = String(sides.first ?? "")
                let isList = name.hasSuffix("[]")
                if isList { name.removeLast(2) }
                sections[section, default: []].append(
                    Name(name: name, isList: isList, shape: sides.count == 3 ? String(sides[2]) : nil))
            }
        }
        self.sections = sections
    }

    func paths(of template: String) -> Set<String> {
        expand("", "").union(expand(template, ""))
    }

    private func expand(_ section: String, _ prefix: String) -> Set<String> {
        var found: Set<String> = []
        for name in sections[section] ?? [] {
            let path = prefix.isEmpty ? name.name : "\(prefix).\(name.name)"
            found.insert(path)
            if let shape = name.shape { found.formUnion(expand(shape, name.isList ? path + "[]" : path)) }
        }
        return found
    }
}
