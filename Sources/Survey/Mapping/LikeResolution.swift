import Diagnostics
import LocatedYAML

/// Resolves `like:` before anything is read: a mapping that names another gets that one's keys where it has none of its
/// own.
///
/// Single values and lists are taken whole; mappings (`respondent`) key by key.
struct LikeResolution {
    /// Root of each document by the stem of its file.
    let roots: [String: YAMLValue]
    private(set) var diagnostics: [Diagnostic] = []

    init(roots: [String: YAMLValue]) { self.roots = roots }

    /// Keys that never come from another mapping.
    private static let own: Set<String> = ["title", "like", "invited"]

    /// The document of `stem` with everything that it takes over.
    mutating func resolved(_ stem: String) -> YAMLValue? {
        var chain: [String] = []
        return resolve(stem, &chain)
    }

    private mutating func resolve(_ stem: String, _ chain: inout [String]) -> YAMLValue? {
        guard let root = roots[stem] else { return nil }
        guard case .mapping(let pairs) = root.kind,
            let like = pairs.first(where: { $0.key.text == "like" })?.value, let name = like.text
        else { return root }
        chain.append(stem)
        defer { chain.removeLast() }
        if chain.contains(name) {
            diagnostics.append(
                .error(
                    "like-circle", at: like.location, "`like: \(name)` comes back to this mapping",
                    remedy: "let one of them stand on its own", excerpt: like.excerpt))
            return root
        }
        guard roots[name] != nil, let base = resolve(name, &chain) else {
            diagnostics.append(
                .error(
                    "unknown-mapping", at: like.location, "there is no mapping \(name).yml to be like",
                    remedy: "known mappings: \(roots.keys.sorted().joined(separator: ", "))", excerpt: like.excerpt))
            return root
        }
        return Self.merge(root, over: base, leavingOut: Self.own)
    }

    private static func merge(_ upper: YAMLValue, over base: YAMLValue, leavingOut: Set<String>) -> YAMLValue {
        guard case .mapping(var pairs) = upper.kind, case .mapping(let more) = base.kind else { return upper }
        for (key, value) in more {
            guard let name = key.text, !leavingOut.contains(name) else { continue }
            if let index = pairs.firstIndex(where: { $0.key.text == name }) {
                // A wave or department written as one kind of source is not mixed with the other kind.
                if name == "respondent" { pairs[index].value = merge(pairs[index].value, over: value, leavingOut: []) }
            } else {
                pairs.append((key, value))
            }
        }
        return YAMLValue(kind: .mapping(pairs), location: upper.location, excerpt: upper.excerpt)
    }
}
