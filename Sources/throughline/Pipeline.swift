import Content
import Diagnostics
import Report
import Site
import Storage

/// placeholder until the survey side lands
struct Pipeline {
    struct Built {
        var files: [StagedFile]
        var summary: String
    }
    let options: ContentOptions
    init(_ options: ContentOptions) { self.options = options }
    func run() -> Outcome<Built> { Outcome(Built(files: [], summary: "")) }
}
