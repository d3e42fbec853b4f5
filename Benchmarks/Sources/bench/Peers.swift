import Foundation

/// Programs that do a part of the same work, where `make bench-peers` has put them.
struct Peers {
    let python: String?
    let hugo: String?
    let cmark: String?
    let script: String
    let scratch: String

    init(folder: String, scratch: String) {
        func program(_ path: String) -> String? { FileManager.default.isExecutableFile(atPath: path) ? path : nil }
        let peers = folder + "/.peers"
        python = program(peers + "/bin/python")
        // The package's own script starts Python first; the program itself lies beneath it.
        let libraries = (try? FileManager.default.contentsOfDirectory(atPath: peers + "/lib")) ?? []
        hugo =
            libraries.sorted().lazy.compactMap {
                program("\(peers)/lib/\($0)/site-packages/hugo/binaries/hugo")
            }.first ?? program(peers + "/bin/hugo")
        cmark = ["/usr/bin/cmark", "/usr/local/bin/cmark", "/opt/homebrew/bin/cmark"].lazy.compactMap(program).first
        script = folder + "/Peers/group_by.py"
        self.scratch = scratch
    }

    var missing: [String] {
        [(python, "polars and DuckDB"), (hugo, "Hugo"), (cmark, "cmark")].filter { $0.0 == nil }.map(\.1)
    }

    static let engines = ["polars", "duckdb"]
    static let formulations = ["unpivot", "per-question"]

    /// The GROUP BY of an engine: the seconds of the query alone.
    func groupBy(_ engine: String, _ formulation: String, _ file: String) throws -> Double? {
        guard let python else { return nil }
        let run = try Command(python, [script, engine, formulation, file]).run(scratch: scratch)
        guard run.status == 0, let seconds = run.output.split(separator: " ").first.flatMap({ Double($0) }) else {
            throw Failure(what: "\(engine), \(formulation): \(run.errors)")
        }
        return seconds
    }

    func hugo(_ site: String) throws -> Command.Run? {
        guard let hugo else { return nil }
        let output = scratch + "/hugo"
        try? FileManager.default.removeItem(atPath: output)
        let run = try Command(hugo, ["--quiet", "--source", site, "--destination", output]).run(scratch: scratch)
        guard run.status == 0 else { throw Failure(what: "hugo: \(run.errors)") }
        return run
    }

    func cmark(_ files: [String]) throws -> Command.Run? {
        guard let cmark else { return nil }
        return try Command(cmark, files).run(output: "/dev/null", scratch: scratch)
    }

    /// Names and versions of what is there.
    var versions: [String] {
        var found: [String] = []
        if let python {
            let code = "import polars, duckdb; print('polars', polars.__version__); print('DuckDB', duckdb.__version__)"
            let run = try? Command(python, ["-c", code]).run(scratch: scratch)
            found += run?.output.split(separator: "\n").map(String.init) ?? []
        }
        if let hugo, let run = try? Command(hugo, ["version"]).run(scratch: scratch) {
            found.append(run.output.split(separator: " ").prefix(2).joined(separator: " "))
        }
        if let cmark, let run = try? Command(cmark, ["--version"]).run(scratch: scratch) {
            found.append(run.output.split(separator: "\n").first.map(String.init) ?? "cmark")
        }
        return found
    }
}
