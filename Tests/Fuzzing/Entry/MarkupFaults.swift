/// What HTML that came out of Markdown must keep: known elements that are closed in order, known attributes in quotes,
/// links that lead to pages or to the web, no sign that could begin a tag elsewhere.
func markupFaults(_ html: String) -> [String] {
    var open: [String] = []
    var rest = Array(html.utf8)[...]
    var faults: [String] = []
    while let start = rest.firstIndex(of: 0x3C) {
        if rest[..<start].contains(0x3E) { faults.append("a bare > before \(shown(rest[start...]))") }
        rest = rest[(start + 1)...]
        guard let end = rest.firstIndex(of: 0x3E) else { return faults + ["a tag without an end"] }
        let tag = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[(end + 1)...]
        let name = String(tag.prefix { $0 != " " })
        if name.hasPrefix("/") {
            if open.popLast() != String(name.dropFirst()) { return faults + ["<\(tag)> closes what is not open"] }
            continue
        }
        guard elements.contains(name) else { return faults + ["<\(tag)>"] }
        faults += attributeFaults(String(tag.dropFirst(name.count)), of: name)
        if !empty.contains(name) { open.append(name) }
    }
    return open.isEmpty ? faults : faults + ["not closed: \(open.joined(separator: " "))"]
}

private let empty: Set<String> = ["br", "hr", "input"]
private let elements: Set<String> = empty.union([
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a",
    "table", "thead", "tbody", "tr", "th", "td", "label",
])
private let attributes: Set<String> = ["href", "rel", "id", "class", "start", "scope", "type", "checked", "disabled"]

private func attributeFaults(_ text: String, of element: String) -> [String] {
    var faults: [String] = []
    var rest = text[...]
    while true {
        rest = rest.drop { $0 == " " }
        guard !rest.isEmpty else { return faults }
        let name = rest.prefix { $0 != "=" && $0 != " " }
        rest = rest.dropFirst(name.count)
        if !attributes.contains(String(name)) { return faults + ["the attribute \(name) on <\(element)>"] }
        guard rest.first == "=" else { continue }
        guard rest.dropFirst().first == "\"" else { return faults + ["\(name) on <\(element)> without quotes"] }
        rest = rest.dropFirst(2)
        let value = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 1)
        if name == "href", !isHarmless(value) { faults.append("a link to \(value)") }
    }
}

private func isHarmless(_ link: Substring) -> Bool {
    if ["#", "http://", "https://", "mailto:"].contains(where: { link.lowercased().hasPrefix($0) }) { return true }
    let path = link.prefix { $0 != "#" }
    return path.hasSuffix(".html") && !path.contains(":") && !path.hasPrefix("/") && !path.contains("\\")
}

private func shown(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes.prefix(40), as: UTF8.self) }
