/// The tags of a page, read with as little as a check of links needs. Our pages quote every attribute.
struct HTMLTags {
    struct Tag {
        let name: String
        let attributes: [(name: String, value: String)]
        func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }
    var tags: [Tag] = []
    var title = ""

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var at = 0
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
        func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            at += 1
            if at + 2 < bytes.count, string(at..<at + 3) == "!--" {
                while at + 2 < bytes.count, string(at..<at + 3) != "-->" { at += 1 }
                continue
            }
            let start = at
            while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
            let name = string(start..<at).lowercased()
            var attributes: [(name: String, value: String)] = []
            while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
                if isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
                    at += 1
                    continue
                }
                let from = at
                while at < bytes.count, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="),
                    bytes[at] != UInt8(ascii: ">")
                { at += 1 }
                let key = string(from..<at).lowercased()
                guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "="), bytes[at + 1] == UInt8(ascii: "\"") else {
                    attributes.append((key, ""))
                    if at < bytes.count, bytes[at] == UInt8(ascii: "=") { at += 1 }
                    continue
                }
                at += 2
                let valueStart = at
                while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += 1 }
                attributes.append((key, Self.unescaped(string(valueStart..<at))))
                at += 1
            }
            at += 1
            tags.append(Tag(name: name, attributes: attributes))
            if name == "title", title.isEmpty {
                let from = at
                while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
                title = string(min(from, at)..<at)
            }
        }
    }

    private static func unescaped(_ text: String) -> String {
        var text = text
        for (entity, character) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            text = text.replacing(entity, with: character)
        }
        return text
    }
}
