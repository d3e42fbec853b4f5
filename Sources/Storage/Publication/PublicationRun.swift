/// One writing of a site, under the lock.
struct PublicationRun {
    private let folder: String
    private let effects: DiskEffects
    private var patience: Patience
    private(set) var result = Publication.Result()
    /// The start page and all others are the new ones; what follows only takes former files away.
    private var startIsNew = false
    /// The bytes of the manifest in the folder; nil if there is none.
    private var manifest: [UInt8]?

    init(_ publication: Publication) {
        folder = publication.folder
        effects = publication.effects
        patience = Patience(publication.machine, notify: publication.notify)
    }

    /// - Throws: `Publication.Failure`, `StorageError`.
    mutating func write(_ site: [StagedFile], _ kept: [KeptFile]) throws {
        let former = try readManifest()
        try check(kept)
        let changed = try compare(site, ours: Set(former))
        let paths = (site.map(\.path) + kept.map(\.path)).inByteOrder
        let current = Set(paths)
        let stale = former.filter { !current.contains($0) }
        let all = stale.isEmpty ? paths : (paths + stale).inByteOrder
        if !changed.isEmpty || !stale.isEmpty { try replaceManifest(Manifest.bytes(all)) }
        try replace(changed)
        startIsNew = true
        try forEach(stale) { run, path in
            try run.effects.remove(run.place(path))
            run.result.removed += 1
        }
        try forEach(leftovers(all)) { run, path in try run.effects.remove(run.place(path)) }
        for parent in Set(stale.compactMap(StagedFile.parent)).sorted(by: >)
        where !paths.contains(where: { $0.hasPrefix("\(parent)/") }) {
            _ = effects.removeFolder(place(parent))
        }
        try replaceManifest(Manifest.bytes(paths))
    }

    private func place(_ path: String) -> String { "\(folder)/\(path)" }

    /// Does something for every item, those that are held open again and again for a while.
    private mutating func forEach<Item>(
        _ items: [Item], _ body: (inout PublicationRun, Item) throws -> Void
    ) throws {
        var waiting = patience
        let busy = try waiting.forEach(items) { try body(&self, $0) }
        patience = waiting
        guard busy.isEmpty else { throw Publication.Failure.busy(busy, done: result, startIsNew: startIsNew) }
    }

    /// The paths of the former site; none without a manifest.
    private mutating func readManifest() throws -> [String] {
        var former: [String] = []
        try forEach([Manifest.name]) { run, name in
            run.manifest = try run.effects.read(run.place(name))
            guard let manifest = run.manifest else { return }
            guard let listed = Manifest.paths(manifest) else { throw Publication.Failure.foreign([name]) }
            former = listed
        }
        return former
    }

    /// Files that are to be there as they were left.
    private mutating func check(_ kept: [KeptFile]) throws {
        var waiting = patience
        let busy = try waiting.forEach(kept) { [folder, effects] file in
            effects.stamp("\(folder)/\(file.path)")
        } take: { file, stamp in
            guard stamp == file.stamp else { throw Publication.Failure.notAsLeft(file.path) }
            result.unchanged += 1
            result.bytesUnchanged += file.stamp.size
        }
        patience = waiting
        guard busy.isEmpty else { throw Publication.Failure.busy(busy, done: result, startIsNew: startIsNew) }
    }

    /// The files that are not there with the same bytes.
    private mutating func compare(_ site: [StagedFile], ours: Set<String>) throws -> [StagedFile] {
        enum Present { case same, another, none }
        var changed: [StagedFile] = []
        var foreign: [String] = []
        var waiting = patience
        let busy = try waiting.forEach(site) { [folder, effects] file throws(StorageError) -> Present in
            guard let bytes = try effects.read("\(folder)/\(file.path)") else { return .none }
            return bytes == file.bytes ? .same : .another
        } take: { file, present in
            if present == .same {
                result.unchanged += 1
                result.bytesUnchanged += file.bytes.count
            } else {
                if present == .another, !ours.contains(file.path) { foreign.append(file.path) }
                changed.append(file)
            }
        }
        patience = waiting
        guard busy.isEmpty else { throw Publication.Failure.busy(busy, done: result, startIsNew: startIsNew) }
        guard foreign.isEmpty else { throw Publication.Failure.foreign(foreign.inByteOrder) }
        return changed.sorted {
            $0.turn != $1.turn ? $0.turn < $1.turn : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
    }

    /// All temporaries first, so that a full disk is met before the first page changes; then each takes its place.
    private mutating func replace(_ changed: [StagedFile]) throws {
        var staged: Set<String> = []
        defer { for path in staged { try? effects.remove(place(path) + Publication.temporarySuffix) } }
        var present: [String: Set<String>] = [:]
        for parent in Set(changed.map { StagedFile.parent($0.path) ?? "" }).sorted() {
            try forEach([parent]) { run, parent in
                if !parent.isEmpty { try run.effects.makeFolder(run.place(parent)) }
                present[parent] = Set(try run.effects.names(parent.isEmpty ? run.folder : run.place(parent)))
            }
        }
        var waiting = patience
        let busy = try waiting.forEach(changed) {
            staged.insert($0.path)
        } _: { [folder, effects, present] file throws(StorageError) -> Bool in
            let parent = StagedFile.parent(file.path) ?? ""
            let temporary = "\(folder)/\(file.path)\(Publication.temporarySuffix)"
            let name = file.path.dropFirst(parent.isEmpty ? 0 : parent.count + 1) + Publication.temporarySuffix
            // One that a run left which was ended need not travel again.
            if present[parent]?.contains(String(name)) == true, try effects.read(temporary) == file.bytes {
                return true
            }
            try effects.write(temporary, file.bytes)
            return false
        } take: { _, isResumed in
            if isResumed { result.resumed += 1 }
        }
        patience = waiting
        guard busy.isEmpty else { throw Publication.Failure.busy(busy, done: result, startIsNew: startIsNew) }
        for turn in StagedFile.Turn.allCases {
            try forEach(changed.filter { $0.turn == turn }) { run, file in
                try run.effects.rename(run.place(file.path) + Publication.temporarySuffix, run.place(file.path))
                staged.remove(file.path)
                run.result.written += 1
                run.result.bytesWritten += file.bytes.count
            }
        }
    }

    /// The manifest is on the disk before what it lists, also where the power fails.
    private mutating func replaceManifest(_ bytes: [UInt8]) throws {
        guard bytes != manifest else { return }
        let temporary = place(Manifest.name) + Publication.temporarySuffix
        do {
            try forEach([Manifest.name]) { run, name in
                try run.effects.write(temporary, bytes)
                try run.effects.sync(temporary)
                try run.effects.rename(temporary, run.place(name))
            }
        } catch {
            try? effects.remove(temporary)
            throw error
        }
        manifest = bytes
    }

    /// Temporaries and locks that runs left which were ended, beside files of ours.
    private func leftovers(_ paths: [String]) throws(StorageError) -> [String] {
        var parents: Set<String> = [""]
        var last: String?
        for path in paths {
            let parent = StagedFile.parent(path)
            if parent != last, let parent { parents.insert(parent) }
            last = parent
        }
        var found: [String] = []
        for parent in parents.sorted() {
            let prefix = parent.isEmpty ? "" : "\(parent)/"
            for name in try effects.names(parent.isEmpty ? folder : place(parent)) {
                if name.hasSuffix(Publication.temporarySuffix) {
                    found.append(prefix + name)
                } else if parent.isEmpty, FolderLock.isLock(name), name != FolderLock.name {
                    found.append(name)
                }
            }
        }
        guard !found.isEmpty else { return [] }
        let known = Set(paths + [Manifest.name])
        return found.filter { name in
            !name.hasSuffix(Publication.temporarySuffix)
                || known.contains(String(name.dropLast(Publication.temporarySuffix.count)))
        }
    }
}
