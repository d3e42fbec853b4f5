/// A file of a site in memory, by its path relative to the site's folder.
package struct StagedFile: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// What pages load, then data, then pages, the start page last: a reader in between meets whole pages only.
    enum Turn: Int, CaseIterable, Comparable {
        case assets, dataAndPages, start
        static func < (left: Turn, right: Turn) -> Bool { left.rawValue < right.rawValue }
    }

    var turn: Turn {
        if path == "index.html" { return .start }
        return path.hasSuffix(".html") || path.hasPrefix("data/") ? .dataAndPages : .assets
    }

    /// The folder of a path; nil at the top of the site.
    static func parent(_ path: String) -> String? { path.lastIndex(of: "/").map { String(path[..<$0]) } }
}

/// A file of a site that an earlier run wrote, and that is not read again where it is as it was left.
package struct KeptFile: Sendable, Hashable {
    package let path: String
    package let stamp: FileStamp
    package init(path: String, stamp: FileStamp) {
        self.path = path
        self.stamp = stamp
    }
}
