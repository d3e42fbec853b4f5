package import Diagnostics

/// Reads one YAML mapping key by key and collects every problem: wrong types as they are met, keys nobody asked for at
/// the end.
///
/// All problems of a file are reported at once; a reader that met one goes on with nil or the default.
package struct MappingReader {
    package let location: SourceLocation
    package private(set) var diagnostics: [Diagnostic] = []
    private let entries: [(key: YAMLValue, value: YAMLValue)]
    private var asked: Set<String> = []
    private let what: String

    /// - Parameters:
    ///   - value: the mapping; anything else is an error and reads as empty.
    ///   - what: what the mapping describes, for messages, such as "a wave".
    package init(_ value: YAMLValue, what: String) {
        location = value.location
        self.what = what
        // About as many keys as most readers ask for.
        asked.reserveCapacity(20)
        switch value.kind {
        case .mapping(let pairs): entries = pairs
        case .null: entries = []
        case .scalar, .sequence:
            entries = []
            diagnostics.append(
                .error(
                    "wrong-type", at: value.location, "\(what) must be a mapping of keys, this is \(value.kindName)",
                    excerpt: value.excerpt))
        }
    }

    /// All keys with their places, in order, for mappings whose keys are free (`words:`, `when:`).
    ///
    /// Marks them as known.
    package mutating func allEntries() -> [(key: String, keyLocation: SourceLocation, value: YAMLValue)] {
        entries.compactMap { entry in
            guard let key = entry.key.text else { return nil }
            asked.insert(key)
            return (key, entry.key.location, entry.value)
        }
    }

    /// The value of a key, nil if it is absent or empty.
    package mutating func value(_ key: String) -> YAMLValue? {
        asked.insert(key)
        guard let found = entries.first(where: { $0.key.text == key }) else { return nil }
        if case .null = found.value.kind { return nil }
        return found.value
    }

    package mutating func has(_ key: String) -> Bool { value(key) != nil }

    /// Text of a key.
    ///
    /// A missing required key is an error at the mapping.
    package mutating func text(_ key: String, required: Bool = false) -> String? {
        guard let value = value(key) else {
            if required { miss(key) }
            return nil
        }
        return text(of: value, key)
    }

    /// A whole number in a range.
    package mutating func integer(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> Int? {
        guard let value = value(key) else {
            if required { miss(key) }
            return nil
        }
        guard let text = text(of: value, key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let bounds =
                range.upperBound == Int.max
                ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
            fail("wrong-type", value, "\(key) must be a whole number \(bounds)")
            return nil
        }
        return number
    }

    /// A number, decimal point allowed.
    package mutating func number(_ key: String) -> Double? {
        guard let value = value(key), let text = text(of: value, key) else { return nil }
        // `Double` would also take hexadecimal digits and words such as nan.
        let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
        guard isDecimal, let number = Double(text), number.isFinite else {
            fail("wrong-type", value, "\(key) must be a number")
            return nil
        }
        return number
    }

    /// `true` or `false`.
    package mutating func boolean(_ key: String) -> Bool? {
        guard let value = value(key), let text = text(of: value, key) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            fail("wrong-type", value, "\(key) must be true or false")
            return nil
        }
    }

    /// One of a fixed set of words.
    package mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of: Choice.Type = Choice.self)
        -> Choice?
    where Choice.RawValue == String {
        guard let value = value(key), let text = text(of: value, key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            fail("wrong-value", value, "\(key) must be one of \(all)")
            return nil
        }
        return choice
    }

    /// A list of values; a single scalar stands for a list of one.
    package mutating func list(_ key: String) -> [YAMLValue] {
        guard let value = value(key) else { return [] }
        switch value.kind {
        case .sequence(let values): return values
        case .scalar: return [value]
        case .null: return []
        case .mapping:
            fail("wrong-type", value, "\(key) must be a list")
            return []
        }
    }

    /// A list that is cut, with an error, where it has more entries than the limit.
    package mutating func list(_ key: String, atMost limit: Limit) -> [YAMLValue] {
        let values = list(key)
        guard values.count > limit.most else { return values }
        let first = values[limit.most]
        diagnostics.append(limit.exceeded(at: first.location, remedy: "leave out what is not used"))
        return Array(values.prefix(limit.most))
    }

    /// A list of texts with their places.
    package mutating func texts(_ key: String) -> [(text: String, value: YAMLValue)] {
        var result: [(text: String, value: YAMLValue)] = []
        for value in list(key) {
            if let text = text(of: value, "an entry of \(key)") { result.append((text, value)) }
        }
        return result
    }

    /// Records an error at a value.
    package mutating func fail(_ code: String, _ value: YAMLValue, _ message: String, remedy: String? = nil) {
        diagnostics.append(.error(code, at: value.location, message, remedy: remedy, excerpt: value.excerpt))
    }

    package mutating func add(_ more: [Diagnostic]) { diagnostics += more }

    /// The text of a value; what is no single value, or longer than a line may be, is an error.
    package mutating func text(of value: YAMLValue, _ key: String) -> String? {
        if let text = value.text {
            guard text.utf8.count > Limits.line.most else { return text }
            fail(Limits.line.code, value, "\(key) is longer than \(Limits.line.most) bytes", remedy: "write it shorter")
            return nil
        }
        fail("wrong-type", value, "\(key) must be a single value, this is \(value.kindName)")
        return nil
    }

    package mutating func miss(_ key: String) {
        diagnostics.append(.error("missing-key", at: location, "\(what) needs the key `\(key)`", remedy: "add it"))
    }

    /// Ends the reading: every key that was never asked for is an error with the nearest known one as a hint.
    package mutating func finish() -> [Diagnostic] {
        for entry in entries {
            guard let key = entry.key.text else {
                fail("wrong-type", entry.key, "a key must be a single value")
                continue
            }
            guard !asked.contains(key) else { continue }
            let known = asked.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ", ")
            fail(
                "unknown-key", entry.key, "\(what) has no key `\(key)`",
                remedy: NearestName.to(key, among: asked).map { "did you mean `\($0)`?" } ?? "known keys: \(known)")
        }
        return diagnostics
    }
}
