import Diagnostics
import Report

/// The bracket at the end of an action, taken apart.
struct ActionKeys: Hashable {
    struct Part: Hashable {
        /// As written, without outer blanks.
        var words: String
        var key: String?
        var value: String
    }
    /// Position of the bracket in bytes of the plain text.
    var bracket: Int
    var parts: [Part]

    /// The last pair of brackets, if it ends the text and its first part reads `word: …`.
    ///
    /// - Parameter text: UTF-8.
    static func find(in text: [UInt8]) -> ActionKeys? {
        guard text.last == 0x29 else { return nil }
        var depth = 0
        var open: Int?
        for index in text.indices.reversed() {
            if text[index] == 0x29 { depth += 1 }
            if text[index] == 0x28 { depth -= 1 }
            if depth == 0 {
                open = index
                break
            }
        }
        guard let open else { return nil }
        let inside = text[(open + 1)..<(text.count - 1)]
        let parts = inside.split(separator: 0x2C, omittingEmptySubsequences: false).map {
            part(String(decoding: $0, as: UTF8.self).trimmed)
        }
        guard parts.contains(where: { $0.key.map(ActionFields.keys.contains) ?? false }) || parts.first?.key != nil
        else { return nil }
        return ActionKeys(bracket: open, parts: parts)
    }

    private static func part(_ words: String) -> Part {
        guard let colon = words.unicodeScalars.firstIndex(of: ":") else { return Part(words: words, value: words) }
        let key = String(words[..<colon]).trimmed
        let value = String(words.unicodeScalars[colon...].dropFirst()).trimmed
        let isWord =
            !key.isEmpty
            && key.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || ("A"..."Z").contains($0) || $0.properties.isAlphabetic
            }
        // `https://…` and `10:30` in brackets are words of the text.
        guard isWord, !value.hasPrefix("//") else { return Part(words: words, value: words) }
        return Part(words: words, key: key, value: value)
    }
}

/// What the bracket of an action says.
struct ActionFields {
    static let keys = ["owner", "due", "done", "moves"]

    struct Problem {
        var code: String
        /// The part of the bracket that it is about.
        var words: String
        var message: String
        var remedy: String
    }
    private(set) var owner: String?
    private(set) var due: CalendarDate?
    private(set) var done: CalendarDate?
    private(set) var moves: String?
    private(set) var problems: [Problem] = []

    mutating func read(_ keys: ActionKeys) {
        var seen: Set<String> = []
        for part in keys.parts {
            guard let key = part.key else {
                fail(
                    part.words,
                    part.words.isEmpty
                        ? "an action has an empty part in its bracket"
                        : "`\(part.words)` in the bracket of an action has no key",
                    "write `key: value` with commas between: \(Self.keys.joined(separator: ", "))")
                continue
            }
            guard Self.keys.contains(key) else {
                let near = NearestName.to(key, among: Self.keys)
                fail(
                    part.words, "an action has no key `\(key)`",
                    near.map { "did you mean `\($0)`?" } ?? "known keys: \(Self.keys.joined(separator: ", "))")
                continue
            }
            guard seen.insert(key).inserted else {
                fail(part.words, "the key `\(key)` stands twice in the bracket of an action", "keep one of them")
                continue
            }
            guard !part.value.isEmpty else {
                fail(part.words, "the key `\(key)` of an action is empty", "write a value, or leave the key out")
                continue
            }
            switch key {
            case "owner": owner = part.value
            case "moves": moves = part.value
            case "due": due = date(part)
            default: done = date(part)
            }
        }
    }

    private mutating func date(_ part: ActionKeys.Part) -> CalendarDate? {
        let date = CalendarDate(iso: part.value)
        if date == nil {
            fail(part.words, "`\(part.words)`: \(part.key ?? "it") must be a day", "write it as in 2026-03-31")
        }
        return date
    }

    private mutating func fail(_ words: String, _ message: String, _ remedy: String) {
        problems.append(Problem(code: "action-key", words: words, message: message, remedy: remedy))
    }
}
