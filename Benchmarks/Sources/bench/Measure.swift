import Foundation
import Inputs

/// Measures every row of the table: ours and the peers in turn within each run, so that a busy moment meets all of them.
struct Measure {
    let program: Program
    let peers: Peers
    let work: String
    let runs: Int
    let size: Size

    struct Size {
        var rows = 1_000_000
        var manyRows = 10_000_000
        var notes = 10_000
    }

    private func log(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }

    /// The folder of inputs under `name`, made once.
    private func inputs(_ name: String, _ make: (String) throws -> Void) throws -> String {
        let folder = "\(work)/\(name)"
        let stamp = folder + "/.complete"
        if FileManager.default.fileExists(atPath: stamp) { return folder }
        log("making \(name)")
        try? FileManager.default.removeItem(atPath: folder)
        try makeFolder(folder)
        try make(folder)
        try writeFile(stamp, "")
        return folder
    }

    private func responses(_ rows: Int) throws -> String {
        try inputs("responses-\(rows)") { try ResponsesContent(rows: rows).write(to: $0) }
    }

    static let counting: Set<String> = ["read", "classify", "roll up"]

    func responses() throws -> ResponsesTable {
        let content = try responses(size.rows)
        let file = content + "/surveys/responses.csv"
        var table = ResponsesTable(rows: size.rows, bytes: try bytes(file))
        for run in 1...runs {
            log("responses, run \(run) of \(runs)")
            let build = try program.build(content, to: work + "/site", fresh: true)
            table.add(build)
            for engine in Peers.engines {
                for formulation in Peers.formulations {
                    if let seconds = try peers.groupBy(engine, formulation, file) {
                        table.peers["\(engine), \(formulation)", default: Sample()].add(seconds)
                    }
                }
            }
        }
        return table
    }

    /// More rows: whole builds at three sizes, from which the exponent follows.
    func growth() throws -> [(rows: Int, counting: Sample, whole: Sample, megabytes: Double)] {
        try [size.rows / 4, size.rows, size.manyRows].map { rows in
            let content = try responses(rows)
            var counting = Sample()
            var whole = Sample()
            var most = 0.0
            for run in 1...(rows > size.rows ? 3 : runs) {
                log("\(rows) rows, run \(run)")
                let build = try program.build(content, to: work + "/site", fresh: true)
                counting.add(build.seconds(Self.counting))
                whole.add(build.run.seconds)
                most = max(most, build.run.megabytes)
            }
            return (rows, counting, whole, most)
        }
    }

    /// Cost per department: the same rows in more units.
    func departments() throws -> [(units: Int, whole: Sample, megabytes: Double)] {
        try [250, 500, 1000].map { units in
            let content = try inputs("departments-\(units)") {
                try ResponsesContent(rows: size.rows / 5, departments: units).write(to: $0)
            }
            var whole = Sample()
            var most = 0.0
            for _ in 1...3 {
                let build = try program.build(content, to: work + "/site", fresh: true)
                whole.add(build.run.seconds)
                most = max(most, build.run.megabytes)
            }
            return (units, whole, most)
        }
    }

    private func notesFolder(_ notes: Int) throws -> String {
        try inputs("notes-\(notes)") { folder in
            try NotesContent(notes: notes).write(
                content: folder + "/content", hugo: folder + "/hugo", plain: folder + "/plain")
        }
    }

    func notes() throws -> NotesTable {
        let folder = try notesFolder(size.notes)
        let content = folder + "/content"
        let files = (0..<size.notes).map { "\(folder)/plain/n\($0).md" }
        var table = NotesTable(notes: size.notes, bytes: try files.reduce(0) { $0 + (try bytes($1)) })
        let site = work + "/notes-site"
        let changed = content + "/notes/n\(size.notes / 2).md"
        let (head, body) = NotesContent.note(size.notes / 2, departments: 500)
        try writeFile(changed, head + body)
        for run in 1...runs {
            log("notes, run \(run) of \(runs)")
            let cold = try program.build(content, to: site, fresh: true)
            table.add(cold)
            if let hugo = try peers.hugo(folder + "/hugo") {
                table.hugo.add(hugo.seconds)
                table.hugoMegabytes.add(hugo.megabytes)
            }
            if let cmark = try peers.cmark(files) { table.cmark.add(cmark.seconds) }
            // Fills the cache; then nothing changed, then one note.
            _ = try program.build(content, to: site, fresh: false)
            let before = try times(site)
            let again = try program.build(content, to: site, fresh: false)
            guard try times(site) == before else { throw Failure(what: "a build without a change touched files") }
            table.again.add(again.run.seconds)
            try writeFile(changed, head + body + "\nOne more sentence, number \(run).\n")
            let one = try program.build(content, to: site, fresh: false)
            table.one.add(one.run.seconds)
            table.oneFiles = try times(site).filter { before[$0.key] != $0.value }.count
            try writeFile(changed, head + body)
        }
        return table
    }

    /// Cost per note: the same work at three sizes.
    func noteGrowth() throws -> [(notes: Int, whole: Sample, megabytes: Double)] {
        try [size.notes / 4, size.notes / 2, size.notes].map { notes in
            let content = try notesFolder(notes) + "/content"
            var whole = Sample()
            var most = 0.0
            for _ in 1...3 {
                let build = try program.build(content, to: work + "/site", fresh: true)
                whole.add(build.run.seconds)
                most = max(most, build.run.megabytes)
            }
            return (notes, whole, most)
        }
    }

    private func bytes(_ path: String) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// Time of the last change of every file.
    private func times(_ folder: String) throws -> [String: Date] {
        var found: [String: Date] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
            if attributes[.type] as? FileAttributeType == .typeRegular {
                found[path] = attributes[.modificationDate] as? Date
            }
        }
        return found
    }
}
