/// Tells a waiting person how far long work is. Nothing of it reaches a file, and nothing is said to a pipe unless asked.
struct Progress {
    /// What a build does, one after the other.
    enum Stage: String {
        case read
        case parseNotes = "parse notes"
        case classify
        case rollUp = "roll up"
        case protect, figures, check, render, write
    }
    enum Detail {
        /// One line that is written over, on a terminal only.
        case line
        /// A line a stage with its time, such as `parse notes: 412 ms`, wherever standard error leads.
        case verbose
        case silent
    }
    private let detail: Detail
    private let start = ContinuousClock.now
    private var stage: (stage: Stage, name: String, since: ContinuousClock.Instant)?
    private var done = 0

    init(quiet: Bool, verbose: Bool) {
        detail = verbose ? .verbose : quiet || !Terminal.isInteractive ? .silent : .line
    }

    /// Begins a stage; what went before it is over. A stage that goes on with another `subject`, such as the next survey,
    /// is one stage.
    mutating func begin(_ stage: Stage, _ subject: String = "") {
        let name = subject.isEmpty ? stage.rawValue : "\(stage.rawValue) \(subject)"
        if self.stage?.stage == stage {
            self.stage?.name = name
        } else {
            finishStage()
            self.stage = (stage, name, .now)
        }
        if detail == .line { Terminal.overwrite("  \(name) …") }
    }

    /// Something to know of the stage, such as how many rows it read.
    mutating func note(rows: Int) {
        done += rows
        guard let stage, detail == .line else { return }
        let rate = Double(done) / max(0.001, (ContinuousClock.now - start).seconds)
        Terminal.overwrite("  \(stage.name) … \(done) rows, \(Int(rate)) a second")
    }

    /// Ends the work: the line is cleared.
    mutating func end() {
        finishStage()
        stage = nil
        if detail == .line { Terminal.overwrite("") }
    }

    /// Seconds since the work began, to one decimal: for the summary on a terminal.
    var elapsed: String { (ContinuousClock.now - start).seconds.tenths }

    private func finishStage() {
        guard let stage, detail == .verbose else { return }
        let milliseconds = Int(((ContinuousClock.now - stage.since).seconds * 1000).rounded())
        Terminal.complain("\(stage.stage.rawValue): \(milliseconds) ms")
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension Double {
    fileprivate var tenths: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
