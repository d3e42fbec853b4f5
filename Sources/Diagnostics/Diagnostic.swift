/// One finding about the input: what is wrong, why it matters, what to do.
///
/// Errors are data. A stage never stops at the first one: it returns its value together with everything it found.
/// A message never quotes what a respondent wrote; names of columns, files, rules and departments may stand in it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable, Comparable {
        case note, warning, error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    }

    package let severity: Severity
    /// A stable short name in lower case with hyphens, such as `unknown-key`.
    package let code: String
    package let location: SourceLocation
    /// What is wrong and why, in one sentence without a full stop at its end.
    package let message: String
    /// What to do about it, in one sentence; nil where the message says it all.
    package let remedy: String?
    /// Lines of the file to show under the message.
    ///
    /// Set only for files that the site's own people write (`.yml`, `.md`, templates), never for a survey file.
    package let excerpt: String?

    package init(
        _ severity: Severity, _ code: String, at location: SourceLocation, _ message: String, remedy: String? = nil,
        excerpt: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.message = message
        self.remedy = remedy
        self.excerpt = excerpt
    }

    package static func error(
        _ code: String, at location: SourceLocation, _ message: String, remedy: String? = nil, excerpt: String? = nil
    ) -> Diagnostic {
        Diagnostic(.error, code, at: location, message, remedy: remedy, excerpt: excerpt)
    }

    package static func warning(
        _ code: String, at location: SourceLocation, _ message: String, remedy: String? = nil, excerpt: String? = nil
    ) -> Diagnostic {
        Diagnostic(.warning, code, at: location, message, remedy: remedy, excerpt: excerpt)
    }

    /// A line without characters that a terminal would obey, and without those that turn the order of letters around
    /// (names of files and columns come from strangers, too); tabs stay.
    package static func printable(_ line: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            let isObeyed: Bool =
                switch scalar.value {
                case 0x09: false
                case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
                default: scalar.properties.generalCategory == .control
                }
            result.append(isObeyed ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    /// The diagnostic as the terminal shows it: `file:line:column: error[code]: message; remedy`, then the excerpt with
    /// a caret under the column.
    package var rendered: String {
        var text = Self.printable("\(location): \(severity.rawValue)[\(code)]: \(message)")
        if let remedy { text += "; " + Self.printable(remedy) }
        if let excerpt = excerpt.map(Self.printable), let line = location.line {
            let gutter = String(line)
            text += "\n  \(gutter) | \(excerpt)"
            if let column = location.column {
                // A tab stays a tab, so that the caret stands under its character in any terminal.
                let lead = excerpt.utf8.prefix(max(0, column - 1))
                let pad = String(decoding: lead, as: UTF8.self).map { $0 == "\t" ? "\t" : " " }.joined()
                text += "\n  \(String(repeating: " ", count: gutter.count)) | \(pad)^"
            }
        }
        return text
    }
}

/// A stage's result: its value, which may be partial, and what was found on the way.
package struct Outcome<Value> {
    package var value: Value
    package var diagnostics: [Diagnostic]

    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    package var hasErrors: Bool { diagnostics.hasErrors }
}

extension Outcome: Sendable where Value: Sendable {}

extension [Diagnostic] {
    /// True if the content cannot be published as it is.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order of files, lines and columns, each finding once; the order of discovery decides between equals.
    package var inSourceOrder: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        let unique = filter { seen.insert($0).inserted }
        return unique.enumerated()
            .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
            .map(\.element)
    }
}
