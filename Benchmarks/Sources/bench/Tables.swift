/// Readings of the site from survey rows, beside the GROUP BY of the peers.
struct ResponsesTable {
    let rows: Int
    let bytes: Int
    private(set) var counting = Sample()
    private(set) var whole = Sample()
    private(set) var busy = Sample()
    private(set) var megabytes = Sample()
    private(set) var stages = Stages()
    var peers: [String: Sample] = [:]

    init(rows: Int, bytes: Int) {
        self.rows = rows
        self.bytes = bytes
    }

    mutating func add(_ build: Program.Build) {
        counting.add(build.seconds(Measure.counting))
        whole.add(build.run.seconds)
        busy.add(build.run.busy)
        megabytes.add(build.run.megabytes)
        stages.add(build)
    }

    /// The best formulation of an engine.
    func best(_ engine: String) -> Sample? {
        peers.filter { $0.key.hasPrefix(engine) }.values.min { $0.median < $1.median }
    }
}

/// Readings of the site from notes.
struct NotesTable {
    let notes: Int
    let bytes: Int
    private(set) var whole = Sample()
    private(set) var megabytes = Sample()
    private(set) var stages = Stages()
    var hugo = Sample()
    var hugoMegabytes = Sample()
    var cmark = Sample()
    var again = Sample()
    var one = Sample()
    /// Files written after one note changed.
    var oneFiles = 0

    init(notes: Int, bytes: Int) {
        self.notes = notes
        self.bytes = bytes
    }

    mutating func add(_ build: Program.Build) {
        whole.add(build.run.seconds)
        megabytes.add(build.run.megabytes)
        stages.add(build)
    }
}

/// Readings of each stage, in the order in which they come.
struct Stages {
    private(set) var names: [String] = []
    private var samples: [String: Sample] = [:]

    mutating func add(_ build: Program.Build) {
        var sums: [String: Double] = [:]
        for stage in build.stages {
            if !names.contains(stage.name) { names.append(stage.name) }
            sums[stage.name, default: 0] += stage.milliseconds
        }
        for (name, sum) in sums { samples[name, default: Sample()].add(sum) }
    }

    var lines: [String] {
        names.map {
            "| \($0) | \(samples[$0, default: Sample()].median.text(1)) | \(samples[$0, default: Sample()].least.text(1)) to \(samples[$0, default: Sample()].most.text(1)) |"
        }
    }
}
