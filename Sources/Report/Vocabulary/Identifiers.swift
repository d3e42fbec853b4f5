/// A short name that the site's people gave to something: stable, printable, compared by its bytes.
package protocol Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    var text: String { get }
    init(_ text: String)
}

extension Identifier {
    package var description: String { text }
    /// Order by UTF-8 bytes: the same on every system and in every locale.
    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

/// A department's id: the stem of its file name, `[a-z0-9-]{1,40}`; `*` is the whole organisation.
package struct DepartmentID: Identifier {
    package let text: String
    package init(_ text: String) { self.text = text }
    /// The organisation as a whole.
    package static let organisation = DepartmentID("*")
}

/// A question's id, the same in every survey that asks it.
package struct QuestionID: Identifier {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A wave's id: a period (`2026-03`, `2026-Q1`, `2026-H1`, `2026`) or a name listed in `site.yml`.
package struct WaveID: Identifier {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A theme's id from `site.yml`.
package struct ThemeID: Identifier {
    package let text: String
    package init(_ text: String) { self.text = text }
}

/// A survey's id: the slug of its file name without extension.
package struct SurveyID: Identifier {
    package let text: String
    package init(_ text: String) { self.text = text }
}
