import ArgumentParser
import Diagnostics
import Report
import Survey

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List every problem of the content at once.",
        discussion: """
            Everything that build checks, without writing a site. Ends with status 1 if there are errors; warnings alone \
            end with 0.

              throughline check
              throughline check --format json
            """)

    @OptionGroup var options: ContentOptions

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        var progress = Progress(quiet: format == .json, verbose: false)
        var built = Pipeline(options).run(&progress)
        built.diagnostics += Pipeline(options).compareWithLike()
        switch format {
        case .json: Terminal.say(built.diagnostics.json)
        case .text:
            Terminal.show(built.diagnostics)
            if built.diagnostics.isEmpty { Terminal.say("\(options.folder): nothing to report") }
        }
        if built.hasErrors { throw ExitStatus.contentErrors }
    }
}

extension Pipeline {
    /// What changed between each survey and the one that its mapping is like.
    func compareWithLike() -> [Diagnostic] {
        let read = read().value
        var ignored: [Diagnostic] = []
        return read.mappings.flatMap { mapping -> [Diagnostic] in
            guard let like = mapping.like?.id.text, let survey = read.survey(mapping.csvPath, &ignored),
                let base = read.survey(like, &ignored)
            else { return [] }
            return LikeComparison.compare(
                survey.mapping, survey.file, with: base.mapping, base.file, context: read.context)
        }
    }
}
