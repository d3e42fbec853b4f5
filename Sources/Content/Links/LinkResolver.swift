import Diagnostics

/// Where a link of a text leads: decided from its words alone and from the files that there are.
struct LinkResolver {
    struct Problem: Error, Hashable {
        let code: String
        let message: String
        var remedy: String?
    }
    let map: LinkMap
    /// Name of the file that the link stands in, relative to the content folder.
    let file: String
    /// The folders in which it lies.
    private let folders: [Substring]

    init(map: LinkMap, file: String) {
        self.map = map
        self.file = file
        folders = file.split(separator: "/").dropLast()
    }

    /// True for most addresses of other sites: `resolve` would say that they lead there as they stand, whatever files there
    /// are, so that they need not wait for it.
    static func clearlyLeadsOut(_ url: ArraySlice<UInt8>) -> Bool {
        var rest = url
        guard rest.starts(with: "http".utf8) else { return false }
        rest = rest.dropFirst(4)
        if rest.first == 0x73 { rest = rest.dropFirst() }
        guard rest.starts(with: "://".utf8) else { return false }
        rest = rest.dropFirst(3)
        let host = rest.prefix { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A: true
            default: false
            }
        }
        let path = rest.dropFirst(host.count)
        guard !host.isEmpty, path.isEmpty || [0x2F, 0x3F, 0x23].contains(path.first) else { return false }
        return path.allSatisfy { (0x21...0x7E).contains($0) }
    }

    func resolve(_ url: String) throws(Problem) -> ResolvedLinks.Address {
        let link = url.trimmed
        guard !link.isEmpty else {
            throw Problem(
                code: "empty-link", message: "the link leads nowhere",
                remedy: "write where to, or take the brackets off")
        }
        guard !link.unicodeScalars.contains(where: { $0.value <= 0x20 || HTMLText.isForbidden($0) }) else {
            throw Problem(
                code: "bad-link", message: "the address of a link holds blanks", remedy: "write %20 for a blank")
        }
        if link.hasPrefix("#") { return .fragment(try fragment(String(link.dropFirst()), in: map.targets[file], link)) }
        if let scheme = Self.scheme(of: link) { return try external(link, scheme) }
        guard !link.hasPrefix("/"), !link.utf8.contains(0x5C), !link.hasPrefix("?") else {
            throw Problem(
                code: "bad-link", message: "`\(link)` is an absolute address, which breaks when the site moves",
                remedy: "link to a file of the content folder, such as ../departments/finance.md")
        }
        return try local(link)
    }

    /// `https` of `https://…`, nil for a relative address.
    static func scheme(of link: String) -> String? {
        guard let colon = link.utf8.firstIndex(of: 0x3A) else { return nil }
        let word = link.utf8[..<colon]
        guard let first = word.first, (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) else { return nil }
        let isScheme = word.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
            default: false
            }
        }
        return isScheme ? String(decoding: word, as: UTF8.self).lowercased() : nil
    }

    private func external(_ link: String, _ scheme: String) throws(Problem) -> ResolvedLinks.Address {
        let rest = link.utf8.dropFirst(scheme.utf8.count + 1)
        switch scheme {
        case "http", "https":
            let host = rest.dropFirst(2).prefix { ![0x2F, 0x3F, 0x23].contains($0) }
            let isHost = host.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x80...: true
                default: false
                }
            }
            guard rest.starts(with: "//".utf8), !host.isEmpty, isHost else { break }
            return .external(link)
        case "mailto":
            guard rest.contains(0x40) else { break }
            return .external(link)
        default:
            throw Problem(
                code: "bad-link", message: "a link cannot begin with `\(scheme):`",
                remedy: "links lead to files of the content folder, or to http, https and mailto")
        }
        throw Problem(code: "bad-link", message: "`\(link)` is no address", remedy: "write it as in https://host/page")
    }

    private func local(_ link: String) throws(Problem) -> ResolvedLinks.Address {
        let mark = link.utf8.firstIndex(of: 0x23)
        let path = Self.decode(String(link[..<(mark ?? link.endIndex)]))
        var folders = self.folders
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard folders.popLast() != nil else {
                    throw Problem(
                        code: "link-outside", message: "`\(path)` lies outside the content folder",
                        remedy: "link to a file inside it, or to https")
                }
            default: folders.append(part)
            }
        }
        let name = folders.joined(separator: "/")
        guard let target = map.targets[name] else { throw missing(name, path) }
        guard let mark else { return .page(target.page, fragment: nil) }
        let words = String(link[link.utf8.index(after: mark)...])
        return .page(target.page, fragment: try fragment(words, in: target, link))
    }

    private func missing(_ name: String, _ path: String) -> Problem {
        let message = "there is no file `\(name)` to link to"
        if let same = map.targets.keys.filter({ $0.lowercased() == name.lowercased() }).min() {
            return Problem(code: "broken-link", message: message, remedy: "letter case counts: `\(same)`")
        }
        if path.hasSuffix(".html") {
            return Problem(code: "broken-link", message: message, remedy: "link to the Markdown file, not to its page")
        }
        let near = NearestName.to(name, among: map.targets.keys)
        return Problem(
            code: "broken-link", message: message,
            remedy: near.map { "did you mean `\($0)`?" } ?? "link to a file of departments/ or notes/, or to a survey")
    }

    private func fragment(_ words: String, in target: LinkMap.Target?, _ link: String) throws(Problem) -> String {
        let wanted = Self.decode(words)
        let headings = target?.headings ?? []
        func id(of anchor: String) -> String? { headings.first { $0.anchor == anchor }?.id }
        if let id = id(of: wanted) ?? id(of: wanted.lowercased()) { return id }
        let near = NearestName.to(wanted, among: headings.map(\.anchor))
        throw Problem(
            code: "broken-anchor", message: "`\(link)`: there is no heading `\(wanted)`",
            remedy: near.map { "did you mean `#\($0)`?" }
                ?? "name a heading in lower case with hyphens, such as #what-we-need")
    }

    /// Percent-encoded bytes decoded; anything else stays.
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(0x25) else { return text }
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        var index = 0
        while index < source.count {
            if source[index] == 0x25, index + 2 < source.count,
                let byte = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
