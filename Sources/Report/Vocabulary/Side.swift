/// Whose view of a department a figure gives.
///
/// `internal`, `external`, `connected` and `self` come from classifying an interaction; `received` is what a department
/// gets from the others, by its own people; `all` is internal and external together and never classified.
package enum Side: String, CaseIterable, Sendable, Hashable {
    // The order of every table, tile and file: external first.
    case external, `internal`, all, connected
    /// Answers about one's own department, or about a unit that contains it.
    case selfView = "self"
    case received

    /// Position in dense tables.
    package var index: Int {
        switch self {
        case .external: 0
        case .internal: 1
        case .all: 2
        case .connected: 3
        case .selfView: 4
        case .received: 5
        }
    }

    /// The sides that hold respondents of their own; `all` is derived from two of them.
    package static let base: [Side] = [.external, .internal, .connected, .selfView, .received]
}
