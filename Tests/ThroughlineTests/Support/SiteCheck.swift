/// What a folder of pages must keep to open from a file share by double click: links, anchors, names and loads.
struct SiteCheck {
    private let files: [String: [UInt8]]
    private var pages: [String: HTMLTags] = [:]
    private(set) var faults: [String] = []

    private static let loading: Set<String> = [
        "img", "script", "source", "iframe", "embed", "object", "video", "audio",
    ]
    private static let forbidden: Set<String> = ["base", "iframe", "frame", "object", "embed", "style"]

    /// All faults of a site, given its files by relative path.
    static func faults(in files: [String: [UInt8]]) -> [String] {
        var check = SiteCheck(files)
        check.run()
        return check.faults
    }

    private init(_ files: [String: [UInt8]]) {
        self.files = files
        for (path, bytes) in files where path.hasSuffix(".html") {
            pages[path] = HTMLTags(String(decoding: bytes, as: UTF8.self))
        }
    }

    private mutating func run() {
        if pages["index.html"] == nil { faults.append("no index.html") }
        for path in files.keys.sorted() { checkName(path) }
        var titles: [String: String] = [:]
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
            if page.title.isEmpty { faults.append("\(path): no title") }
            if let other = titles.updateValue(path, forKey: page.title) {
                faults.append("\(path): the title of \(other)")
            }
            checkPage(path, page)
        }
        checkReachable()
    }

    private mutating func checkName(_ path: String) {
        if path.count > 120 { faults.append("\(path): path too long") }
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789._-/")
        if !path.allSatisfy(allowed.contains) { faults.append("\(path): a name that some file system reads otherwise") }
        for part in path.split(separator: "/") {
            let stem = part.split(separator: ".").first.map(String.init) ?? ""
            let devices = ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] }
            if devices.contains(stem) { faults.append("\(path): a device name") }
        }
    }

    private mutating func checkPage(_ path: String, _ page: HTMLTags) {
        var ids: Set<String> = []
        for tag in page.tags {
            for (name, value) in tag.attributes {
                if name == "id", !ids.insert(value).inserted { faults.append("\(path): the id \(value) twice") }
                if name == "style" { faults.append("\(path): a style attribute on <\(tag.name)>") }
                if name.hasPrefix("on") { faults.append("\(path): a handler on <\(tag.name)>") }
                if name == "crossorigin" || name == "integrity" { faults.append("\(path): \(name) on <\(tag.name)>") }
            }
            if Self.forbidden.contains(tag.name) { faults.append("\(path): <\(tag.name)>") }
            if tag.name == "script", tag.value("src") == nil || tag.value("type") == "module" {
                faults.append("\(path): a script that is inline or a module")
            }
            if let link = tag.value("href") ?? (Self.loading.contains(tag.name) ? tag.value("src") : nil) {
                checkLink(link, from: path, tag: tag.name)
            }
        }
        let policy = page.tags.contains { $0.value("http-equiv")?.lowercased() == "content-security-policy" }
        if !policy { faults.append("\(path): no content security policy") }
    }

    private mutating func checkLink(_ link: String, from path: String, tag: String) {
        if tag == "a", link.hasPrefix("https://") || link.hasPrefix("http://") || link.hasPrefix("mailto:") { return }
        guard let target = Self.resolve(link, from: path) else {
            faults.append("\(path): <\(tag)> leads out of the site: \(link)")
            return
        }
        guard files[target.path] != nil else {
            faults.append("\(path): <\(tag)> leads to \(target.path), which is not there")
            return
        }
        guard let anchor = target.anchor else { return }
        let ids = pages[target.path]?.tags.compactMap { $0.value("id") } ?? []
        if !ids.contains(anchor) { faults.append("\(path): no #\(anchor) in \(target.path)") }
    }

    /// The file that a relative link names; nil for anything that is not relative or climbs out of the site.
    private static func resolve(_ link: String, from path: String) -> (path: String, anchor: String?)? {
        guard !link.isEmpty, link != "#" else { return nil }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = parts.count > 1 ? String(parts[1]) : nil
        let file = String(parts[0])
        if file.isEmpty { return (path, anchor) }
        guard !file.hasPrefix("/"), !file.contains(":"), !file.contains("\\"), !file.hasSuffix("/") else { return nil }
        var folders = path.split(separator: "/").dropLast().map(String.init)
        for part in file.split(separator: "/") {
            if part == "." { continue }
            if part == ".." {
                if folders.popLast() == nil { return nil }
            } else {
                folders.append(String(part))
            }
        }
        return (folders.joined(separator: "/"), anchor)
    }

    /// Every page can be reached from the start by links.
    private mutating func checkReachable() {
        var reached: Set<String> = ["index.html"]
        var waiting = ["index.html"]
        while let path = waiting.popLast() {
            for tag in pages[path]?.tags ?? [] where tag.name == "a" {
                guard let link = tag.value("href"), let target = Self.resolve(link, from: path)?.path else { continue }
                if pages[target] != nil, reached.insert(target).inserted { waiting.append(target) }
            }
        }
        for path in pages.keys.sorted() where !reached.contains(path) { faults.append("\(path): no link leads here") }
    }
}
