/// Columns that one question was spread over: neighbours whose header texts begin with the same question.
enum SharedStems {
    /// Names of the form `Question [Row]` for texts written as `Question<joiner>Row`, where at least two neighbours share
    /// the question; other texts as they are.
    /// - Parameters:
    ///   - texts: header texts in the order of the file.
    ///   - groups: neighbours belong to one question only if their groups are equal; an empty group is a column that
    ///     stands alone. Without groups the texts alone decide.
    ///   - joiner: what stands between question and row, such as ` - `.
    static func names(_ texts: [String], groups: [String]? = nil, joiner: String) -> [String] {
        var out = texts
        var start = 0
        while start < texts.count {
            var end = start + 1
            var stem: String?
            if let groups {
                while end < texts.count, !groups[start].isEmpty, groups[end] == groups[start] { end += 1 }
                stem = self.stem(texts[start..<end], joiner)
            } else if end < texts.count {
                stem = self.stem(texts[start...end], joiner)
                while end < texts.count, let stem, texts[end].hasPrefix(stem), texts[end] != stem { end += 1 }
            }
            if let stem, end - start > 1 {
                let question = HeaderText.collapse(String(stem.dropLast(joiner.count)))
                for index in start..<end {
                    out[index] = "\(question) [\(HeaderText.collapse(String(texts[index].dropFirst(stem.count))))]"
                }
            }
            start = end
        }
        return out
    }

    /// The longest beginning that all texts share, goes beyond none of them and ends with the joiner.
    private static func stem(_ texts: ArraySlice<String>, _ joiner: String) -> String? {
        guard let first = texts.first, texts.count > 1 else { return nil }
        var shared = Array(first)
        for text in texts.dropFirst() {
            let other = Array(text)
            shared = Array(shared.prefix(zip(shared, other).prefix { $0 == $1 }.count))
        }
        let joint = Array(joiner)
        var end = shared.count
        while end > joint.count {
            let stem = String(shared[..<end])
            if shared[(end - joint.count)..<end].elementsEqual(joint), texts.allSatisfy({ $0.count > end }) {
                return stem
            }
            end -= 1
        }
        return nil
    }
}
