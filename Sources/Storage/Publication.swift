/// A file of a site in memory, by its path relative to the site's folder.
package struct StagedFile: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Puts a whole site in a folder: changed files only, each by a temporary beside it and a rename, what pages load before
/// the pages, `index.html` last, then what only the former site had is removed. What no manifest of ours lists is never
/// touched. Killed at any moment, the next run completes it: until the end the manifest lists the old and the new files.
package struct Publication: Sendable {
    /// What was done.
    package struct Result: Sendable, Hashable {
        package var written = 0
        package var bytesWritten = 0
        package var unchanged = 0
        package var removed = 0
    }

    /// Why nothing, or not everything, was written.
    package enum Failure: Error, Sendable, Hashable {
        /// Files stand where pages of ours belong, and no manifest says that they are ours; nothing was touched.
        case foreign([String])
        case storage(StorageError)
    }

    /// Name of the list of our files, at the top of the site.
    package static let manifestName = "manifest.txt"
    private static let heading =
        "Files of this site, written by throughline. Keep this list: it tells which files are ours."
    private static let temporarySuffix = ".throughline-new"

    private let folder: String
    private let effects: DiskEffects

    package init(folder: String, effects: DiskEffects = .disk) {
        self.folder = folder
        self.effects = effects
    }

    /// - Throws: `Failure`. After `foreign` the folder is as it was.
    package func publish(_ site: [StagedFile]) throws(Failure) -> Result {
        do {
            return try write(site)
        } catch let failure as Failure {
            throw failure
        } catch let error as StorageError {
            throw .storage(error)
        } catch {
            throw .storage(StorageError(path: folder, operation: "write", number: 0))
        }
    }

    private func write(_ site: [StagedFile]) throws -> Result {
        let former = try manifest()
        let ours = Set(former)
        var result = Result()
        var changed: [StagedFile] = []
        var foreign: [String] = []
        for file in site {
            let present = try effects.read("\(folder)/\(file.path)")
            if present == file.bytes {
                result.unchanged += 1
            } else {
                if present != nil, !ours.contains(file.path) { foreign.append(file.path) }
                changed.append(file)
            }
        }
        guard foreign.isEmpty else { throw Failure.foreign(foreign.sorted()) }

        let paths = site.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let current = Set(paths)
        let stale = former.filter { !current.contains($0) }
        let finalManifest = Self.manifestBytes(paths)
        if !changed.isEmpty || !stale.isEmpty {
            let both = (former + paths.filter { !ours.contains($0) }).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
            try effects.makeFolder(folder)
            try replace(Self.manifestName, Self.manifestBytes(both))
        }
        var madeFolders: Set<String> = []
        for file in changed.sorted(by: Self.goesBefore) {
            let parent = Self.parent(file.path)
            if let parent, madeFolders.insert(parent).inserted { try effects.makeFolder("\(folder)/\(parent)") }
            try replace(file.path, file.bytes)
            result.written += 1
            result.bytesWritten += file.bytes.count
        }
        for path in stale {
            try effects.remove("\(folder)/\(path)")
            result.removed += 1
        }
        try removeLeftovers(former + paths)
        for parent in Set(stale.compactMap(Self.parent)).sorted(by: >)
        where !paths.contains(where: { $0.hasPrefix("\(parent)/") }) {
            _ = effects.removeFolder("\(folder)/\(parent)")
        }
        if try effects.read("\(folder)/\(Self.manifestName)") != finalManifest {
            try effects.makeFolder(folder)
            try replace(Self.manifestName, finalManifest)
        }
        return result
    }

    /// Paths that the manifest in the folder lists; empty without one. Lines that leave the folder are not believed.
    private func manifest() throws -> [String] {
        guard let bytes = try effects.read("\(folder)/\(Self.manifestName)") else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
            .filter { path in !path.hasPrefix("/") && !path.split(separator: "/").contains { $0 == ".." || $0 == "." } }
    }

    private static func manifestBytes(_ paths: [String]) -> [UInt8] {
        Array(([heading] + paths).map { $0 + "\n" }.joined().utf8)
    }

    private func replace(_ path: String, _ bytes: [UInt8]) throws(StorageError) {
        let temporary = "\(folder)/\(path)\(Self.temporarySuffix)"
        do {
            try effects.write(temporary, bytes)
            try effects.rename(temporary, "\(folder)/\(path)")
        } catch {
            try? effects.remove(temporary)
            throw error
        }
    }

    /// Removes temporaries that a killed run left beside files of ours.
    private func removeLeftovers(_ paths: [String]) throws(StorageError) {
        let known = Set(paths)
        let folders = Set(paths.map { Self.parent($0) ?? "" }).sorted()
        for parent in folders {
            for name in try effects.names(parent.isEmpty ? folder : "\(folder)/\(parent)")
            where name.hasSuffix(Self.temporarySuffix) {
                let path = (parent.isEmpty ? "" : "\(parent)/") + name.dropLast(Self.temporarySuffix.count)
                if known.contains(path) || path == Self.manifestName {
                    try effects.remove("\(folder)/\(path)\(Self.temporarySuffix)")
                }
            }
        }
    }

    private static func parent(_ path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    /// What pages load, then data, then pages, the start page last: a reader in between meets whole pages only.
    private static func goesBefore(_ left: StagedFile, _ right: StagedFile) -> Bool {
        let (a, b) = (rank(left.path), rank(right.path))
        return a != b ? a < b : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }

    private static func rank(_ path: String) -> Int {
        if path == "index.html" { return 3 }
        if path.hasSuffix(".html") { return 2 }
        return path.hasPrefix("data/") ? 1 : 0
    }
}
