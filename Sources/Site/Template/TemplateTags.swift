import Diagnostics

/// A tag of a template with its place.
struct TemplateTag: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case variable, section, inverted, close, partial }
    let kind: Kind
    let name: String
    let location: SourceLocation
    /// The line it stands on, for messages.
    let excerpt: String
}

/// Lists the tags of a template, and every tag that is not of the small language that our templates are written in.
///
/// That language is Mustache without lambdas, transforms, inheritance, dynamic partials, other delimiters and pragmas.
/// A name is one word, a string of the strings file (`t.some-key`), or `.` for the element of a list.
func templateTags(of file: SourceFile) -> Outcome<[TemplateTag]> {
    var tags: [TemplateTag] = []
    var problems: [Diagnostic] = []
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    var inComment = false
    for (index, line) in lines.enumerated() {
        let bytes = Array(line.utf8)
        // One for all tags of a line, which may hold thousands.
        let excerpt = bytes.count > 240 ? String(decoding: bytes.prefix(240), as: UTF8.self) + "…" : String(line)
        var position = 0
        while position < bytes.count {
            if inComment {
                guard let end = find("}}", in: bytes, from: position) else { break }
                inComment = false
                position = end + 2
                continue
            }
            guard let open = find("{{", in: bytes, from: position) else { break }
            let location = SourceLocation(file: file.path, line: index + 1, column: open + 1)
            if open + 2 < bytes.count, bytes[open + 2] == UInt8(ascii: "!") {
                inComment = true
                position = open + 2
                continue
            }
            guard let close = find("}}", in: bytes, from: open + 2) else {
                problems.append(
                    .error(
                        "template-syntax", at: location, "a tag opens here and does not close on its line",
                        remedy: "end it with }}", excerpt: excerpt))
                break
            }
            let inside = String(decoding: bytes[(open + 2)..<close], as: UTF8.self)
            position = close + 2
            if let tag = read(inside, location, excerpt) {
                tags.append(tag)
            } else {
                problems.append(
                    .error(
                        "template-syntax", at: location, "templates have no tag `{{\(inside)}}`",
                        remedy: "use {{name}}, {{#name}}, {{^name}}, {{/name}}, {{>file}} or {{! comment}}",
                        excerpt: excerpt))
            }
        }
    }
    return Outcome(tags, problems + unbalanced(tags))
}

private func read(_ inside: String, _ location: SourceLocation, _ excerpt: String) -> TemplateTag? {
    let text = trimmed(inside)
    guard let first = text.utf8.first else { return nil }
    let kind: TemplateTag.Kind? =
        switch first {
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        default: nil
        }
    let name = kind == nil ? text : trimmed(String(text.dropFirst()))
    guard isName(name, partial: kind == .partial) else { return nil }
    return TemplateTag(kind: kind ?? .variable, name: name, location: location, excerpt: excerpt)
}

private func isName(_ name: String, partial: Bool) -> Bool {
    if name == "." && !partial { return true }
    let isString = name.hasPrefix("t.")
    let rest = isString ? name.dropFirst(2) : name[...]
    guard let first = rest.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return rest.utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x30...0x39: true
        case 0x41...0x5A: !partial && !isString
        case UInt8(ascii: "-"): partial || isString
        default: false
        }
    }
}

private func unbalanced(_ tags: [TemplateTag]) -> [Diagnostic] {
    var open: [TemplateTag] = []
    var problems: [Diagnostic] = []
    for tag in tags {
        switch tag.kind {
        case .section, .inverted:
            open.append(tag)
            // The engine would follow them on its stack.
            guard open.count <= Limits.templateDepth.most else {
                problems.append(Limits.templateDepth.exceeded(at: tag.location, excerpt: tag.excerpt))
                return problems
            }
        case .close:
            guard let last = open.last, last.name == tag.name else {
                problems.append(
                    .error(
                        "template-syntax", at: tag.location,
                        "`{{/\(tag.name)}}` closes a section that is not open here",
                        remedy: open.last.map { "the open section is `\($0.name)`" }, excerpt: tag.excerpt))
                return problems
            }
            open.removeLast()
        case .variable, .partial: break
        }
    }
    for tag in open {
        problems.append(
            .error(
                "template-syntax", at: tag.location, "the section `\(tag.name)` is never closed",
                remedy: "add {{/\(tag.name)}}", excerpt: tag.excerpt))
    }
    return problems
}

private func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
}

private func find(_ pair: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let byte: UInt8 = "\(pair)" == "{{" ? UInt8(ascii: "{") : UInt8(ascii: "}")
    var index = start
    while index + 1 < bytes.count {
        if bytes[index] == byte, bytes[index + 1] == byte { return index }
        index += 1
    }
    return nil
}
