package import Report

/// Every word a reader sees that is not content, in the language of the site.
///
/// A text holds `{placeholders}`. One that is not given by the caller and names another text is filled with that text,
/// so that a site may call its external customers passengers everywhere by changing one word; with a capital first
/// letter (`{External}`) it begins with one.
package struct Words: Sendable, TemplateWords {
    /// BCP 47, for the attribute `lang`.
    package let language: String
    private let texts: [String: Template]
    /// What `{{t.key}}` prints: texts without values of their own.
    private var printed: [String: String] = [:]
    private var months: [String] = []

    /// The name of a month, 1...12.
    func month(_ number: Int) -> String {
        months.indices.contains(number - 1) ? months[number - 1] : self("month-\(number)")
    }

    /// A text taken apart once, since most are asked for again and again.
    private struct Template: Sendable {
        enum Part: Sendable {
            case text(String)
            /// What stands between braces.
            case name(String)
        }
        let text: String
        let parts: [Part]

        init(_ text: String) {
            self.text = text
            var parts: [Part] = []
            let rest = eachPlaceholder(text) { before, name in
                if !before.isEmpty { parts.append(.text(String(before))) }
                parts.append(.name(String(name)))
            }
            if !rest.isEmpty { parts.append(.text(String(rest))) }
            self.parts = parts
        }
    }

    init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts.mapValues { Template($0) }
        for key in texts.keys { printed[key] = self(key) }
        months = (1...12).map { self("month-\($0)") }
    }

    package var keys: [String] { texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    package func has(_ key: String) -> Bool { texts[key] != nil }

    /// A text with its placeholders filled.
    ///
    /// A key that no file holds shows itself in brackets; tests see to it that
    /// none is left.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let text = texts[key] else { return "[\(key)]" }
        var steps = 0
        return fill(text, values, depth: 0, &steps)
    }

    /// The form for a number: the text `KEY-one` for 1, else `KEY-other`, with the number as `{n}`.
    package func count(_ key: String, _ number: Int, _ values: [String: String] = [:]) -> String {
        var values = values
        values["n"] = whole(number)
        return self(number == 1 ? "\(key)-one" : "\(key)-other", values)
    }

    /// The word for a side: "external customers" unless the site calls them something else.
    package func side(_ side: Side) -> String { self(side.rawValue) }

    func word(_ key: String) -> String? { printed[key] }

    /// Texts within texts that one text may be made of: words that name each other many times over would have no end.
    private static let mostSteps = 200

    private func fill(_ template: Template, _ values: [String: String], depth: Int, _ steps: inout Int) -> String {
        if template.parts.count == 1, case .text(let text)? = template.parts.first { return text }
        var result = ""
        for part in template.parts {
            switch part {
            case .text(let text): result += text
            case .name(let name): result += values[name] ?? fill(placeholder: name, values, depth: depth, &steps)
            }
        }
        return result
    }

    private func fill(placeholder name: String, _ values: [String: String], depth: Int, _ steps: inout Int) -> String {
        if let value = values[name.uncapitalisedFirst] { return value.capitalisedFirst }
        // Texts inside texts, but not without end.
        guard depth < 4, steps < Self.mostSteps else { return "{\(name)}" }
        steps += 1
        if let other = texts[name] { return fill(other, values, depth: depth + 1, &steps) }
        if let other = texts[name.uncapitalisedFirst] {
            return fill(other, values, depth: depth + 1, &steps).capitalisedFirst
        }
        return "{\(name)}"
    }
}

/// Calls `take` for each `{name}` of a text, with what stands before it.
/// - Returns: what stands behind the last.
func eachPlaceholder(_ text: String, _ take: (_ before: Substring, _ name: Substring) -> Void) -> Substring {
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
        let after = rest.utf8.index(after: open)
        guard let close = rest.utf8[after...].firstIndex(of: UInt8(ascii: "}")) else { break }
        take(rest[..<open], rest[after..<close])
        rest = rest[rest.utf8.index(after: close)...]
    }
    return rest
}

extension String {
    /// With its first character in upper case.
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
    var uncapitalisedFirst: String { prefix(1).lowercased() + dropFirst() }
}
