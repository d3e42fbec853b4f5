package import Report

/// Every word a reader sees that is not content, in the language of the site.
///
/// A text holds `{placeholders}`. One that is not given by the caller and names another text is filled with that text,
/// so that a site may call its external customers passengers everywhere by changing one word; with a capital first
/// letter (`{External}`) it begins with one.
package struct Words: Sendable, TemplateWords {
    /// BCP 47, for the attribute `lang`.
    package let language: String
    private let texts: [String: String]

    init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    package var keys: [String] { texts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    package func has(_ key: String) -> Bool { texts[key] != nil }

    /// A text with its placeholders filled.
    ///
    /// A key that no file holds shows itself in brackets; tests see to it that
    /// none is left.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let text = texts[key] else { return "[\(key)]" }
        return fill(text, values, depth: 0)
    }

    /// The form for a number: the text `KEY-one` for 1, else `KEY-other`, with the number as `{n}`.
    package func count(_ key: String, _ number: Int, _ values: [String: String] = [:]) -> String {
        var values = values
        values["n"] = whole(number)
        return self(number == 1 ? "\(key)-one" : "\(key)-other", values)
    }

    /// The word for a side: "external customers" unless the site calls them something else.
    package func side(_ side: Side) -> String { self(side.rawValue) }

    func word(_ key: String) -> String? { texts[key] == nil ? nil : self(key) }

    private func fill(_ text: String, _ values: [String: String], depth: Int) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        return mapPlaceholders(text) { name in
            if let value = values[name] { return value }
            if let value = values[name.uncapitalisedFirst] { return value.capitalisedFirst }
            // Texts inside texts, but not without end.
            guard depth < 4 else { return nil }
            if let other = texts[name] { return fill(other, values, depth: depth + 1) }
            if let other = texts[name.uncapitalisedFirst] {
                return fill(other, values, depth: depth + 1).capitalisedFirst
            }
            return nil
        }
    }
}

/// The text with every `{name}` replaced; one that is answered with nil stays as it is.
func mapPlaceholders(_ text: String, _ replace: (String) -> String?) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        let after = rest.index(after: open)
        guard let close = rest[after...].firstIndex(of: "}") else {
            return result + rest[open...]
        }
        let name = String(rest[after..<close])
        result += replace(name) ?? "{\(name)}"
        rest = rest[rest.index(after: close)...]
    }
    return result + rest
}

extension String {
    /// With its first character in upper case.
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
    var uncapitalisedFirst: String { prefix(1).lowercased() + dropFirst() }
}
