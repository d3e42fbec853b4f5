import Testing

/// Reads back what a chart drew, so that tests speak of geometry and not of markup.
struct DrawnElement {
    let name: String
    let attributes: [String: String]

    /// A position or length in percent.
    func percent(_ attribute: String) throws -> Double {
        let text = try #require(attributes[attribute])
        #expect(text.hasSuffix("%"), "\(name) \(attribute) is \(text)")
        return try #require(Double(text.dropLast()))
    }
    func has(_ className: String) -> Bool {
        attributes["class"]?.split(separator: " ").contains { $0 == className } ?? false
    }
}

/// All start tags of a piece of markup, in order.
///
/// Quotes in attribute values are double, as the charts write them.
func drawn(_ html: String, _ name: String? = nil) -> [DrawnElement] {
    var elements: [DrawnElement] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
        rest = rest[rest.index(after: start)...]
        guard let end = rest.firstIndex(of: ">") else { break }
        let tag = rest[..<end]
        rest = rest[rest.index(after: end)...]
        guard let first = tag.first, first.isLetter else { continue }
        let tagName = String(tag.prefix { $0.isLetter || $0.isNumber })
        var attributes: [String: String] = [:]
        let parts = tag.dropFirst(tagName.count).split(separator: "\"", omittingEmptySubsequences: false)
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            let key = parts[index].filter { $0.isLetter || $0.isNumber || $0 == "-" }
            attributes[key] = String(parts[index + 1])
        }
        if name == nil || name == tagName { elements.append(DrawnElement(name: tagName, attributes: attributes)) }
    }
    return elements
}

/// Every end tag closes the tag opened last, `<` and `>` stand nowhere else, no attribute starts a style or a script.
func expectWellFormed(_ html: String) {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
        #expect(!rest[..<start].contains(">"))
        rest = rest[rest.index(after: start)...]
        guard let end = rest.firstIndex(of: ">") else { return #expect(Bool(false), "a tag is open") }
        let tag = rest[..<end]
        #expect(!tag.contains("<"))
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") {
            #expect(open.popLast() == String(tag.dropFirst()))
        } else if !tag.hasSuffix("/") {
            open.append(String(tag.prefix { $0.isLetter || $0.isNumber }))
        }
    }
    #expect(open.isEmpty)
    for element in drawn(html) {
        #expect(!element.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") })
        #expect(element.name != "script")
        for value in element.attributes.values { #expect(!value.contains("nan") && !value.contains("inf")) }
    }
}
