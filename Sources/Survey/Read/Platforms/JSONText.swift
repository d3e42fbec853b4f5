/// The little of JSON, or of Python's spelling of it, that a header cell holds.
enum JSONText {
    /// The text value of a key in a flat object such as `{"ImportId":"QID1"}` or `{'ImportId': 'QID1'}`.
    static func value(of key: String, in text: String) -> String? {
        let characters = Array(text)
        for quote in ["\"", "'"] as [Character] {
            let wanted = [quote] + Array(key) + [quote]
            guard characters.count > wanted.count,
                let start = characters.indices.first(where: { characters[$0...].starts(with: wanted) })
            else { continue }
            let rest = characters[(start + wanted.count)...].drop { $0 == " " || $0 == ":" }
            guard let open = rest.first, open == "\"" || open == "'" else { continue }
            return String(rest.dropFirst().prefix { $0 != open })
        }
        return nil
    }
}
